import type { ModelRequest } from '../model/model.ts';
import type { Ground } from './check-section.ts';
import type { WatchedOptions } from './draft-options.ts';

/** Asks once for the ground's section and gives the text that came, whatever it is. */
export async function ask(
  request: Omit<ModelRequest, 'section'>,
  ground: Ground,
  { model, log, signal, prompts, deltas, onEvent = () => {} }: WatchedOptions,
): Promise<string> {
  const { temperature, maxTokens } = prompts.section;
  let isTold = false;
  const reply = await model.generate(
    {
      ...request,
      section: ground.section.id,
      ...(deltas && {
        onDelta: (text: string) => onEvent({ type: 'section-delta', section: ground.section.id, text }),
      }),
      onWait(seconds) {
        // Shorter waits are nobody's concern.
        if (seconds < 1 && !(seconds === 0 && isTold)) return;
        isTold = seconds > 0;
        onEvent({ type: 'call-wait', section: ground.section.id, seconds });
      },
      ...(temperature !== undefined && { temperature }),
      ...(maxTokens !== undefined && { maxOutputTokens: maxTokens }),
    },
    signal ? { signal } : {},
  );
  onEvent({
    type: 'section-reply',
    section: ground.section.id,
    purpose: request.purpose === 'repair' ? 'repair' : 'section',
    text: reply.text,
    usage: reply.usage,
    cost: log.of(ground.section.id).at(-1)?.cost ?? null,
  });
  return reply.text;
}

/** Notes what was done to a reply, in the report's provenance and as an event. */
export function mend(mended: readonly string[], { section }: Ground, { log, onEvent }: WatchedOptions): void {
  if (mended.length === 0) return;
  log.mend(section.id, mended);
  onEvent?.({ type: 'section-mended', section: section.id, mended });
}
