/** The sign of a skill's standing: its shape tells it, not the colour alone. */
export function StatusMark({ status }: { status: 'met' | 'partial' | 'missing' }) {
  return (
    <span class={`status ${status}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {status === 'met' && (
          <>
            <circle cx="8" cy="8" r="7" class="fill" />
            <path d="M4.7 8.3 7 10.6l4.3-4.9" class="tick" />
          </>
        )}
        {status === 'partial' && (
          <>
            <circle cx="8" cy="8" r="6.2" class="ring" />
            <path d="M8 1.8a6.2 6.2 0 0 0 0 12.4z" class="fill" />
          </>
        )}
        {status === 'missing' && <circle cx="8" cy="8" r="6.2" class="ring dashed" />}
      </svg>
      {STATUS_WORDS[status]}
    </span>
  );
}

const STATUS_WORDS = { met: 'Met', partial: 'Partly held', missing: 'Missing' } as const;

/** Takes something out. */
export function CrossIcon() {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" class="line-icon">
      <path d="M3.5 3.5l9 9m0-9l-9 9" />
    </svg>
  );
}

/** Opens something for editing. */
export function PencilIcon() {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" class="line-icon">
      <path d="M10.9 2.6l2.5 2.5-7.8 7.8-3.2.7.7-3.2z" />
    </svg>
  );
}
