import type { ComponentChildren } from 'preact';

const TITLES = { error: 'That did not work', warning: 'Please look at this', info: '', good: '' } as const;

/** A message that is read out when it comes: at once for an error, in its turn for the rest. */
export function Notice({
  kind,
  title,
  children,
}: {
  kind: keyof typeof TITLES;
  title?: string;
  children: ComponentChildren;
}) {
  const head = title ?? TITLES[kind];
  return (
    <div class={`notice ${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      {head !== '' && <p class="notice-title">{head}</p>}
      <div>{children}</div>
    </div>
  );
}
