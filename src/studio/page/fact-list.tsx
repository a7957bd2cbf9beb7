import type { Fact } from '../../../schemas/fact.ts';

/** Facts with their values and where they come from. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <ul class="facts">
      {facts.map(({ id, display, basis, source }) => (
        <li key={id}>
          <strong>{display}</strong> <code>{id}</code>{' '}
          <span class="soft">
            {basis}, {source.path === '' ? source.input : `${source.input}: ${source.path}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
