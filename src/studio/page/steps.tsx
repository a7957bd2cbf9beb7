/** The steps by name. */
export const STEPS = ['Resume', 'Role', 'Write', 'Read and edit', 'Download'];

/** The way through the page; a step that cannot be gone to yet is no button. */
export function Steps({
  current,
  reachable,
  wrong,
  onGo,
}: {
  current: number;
  reachable: readonly boolean[];
  /** Sentences that contradict the facts. */
  wrong: number;
  onGo: (step: number) => void;
}) {
  return (
    <nav class="steps" aria-label="Steps">
      <ol>
        {STEPS.map((name, at) => (
          <li key={name}>
            <button
              type="button"
              disabled={!reachable[at]}
              aria-current={at === current ? 'step' : undefined}
              onClick={() => onGo(at)}
            >
              <span class="step-number">{at + 1}</span>
              <span class="step-name">{name}</span>
              {at === 3 && wrong > 0 && (
                <span class="count">
                  {wrong}
                  <span class="unseen"> contradicting the facts</span>
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
