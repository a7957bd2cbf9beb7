import type { Fact } from '../../../schemas/fact.ts';

/** Facts with their values and where they come from. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <ul class="facts">
      {facts.map(({ id, display, basis, source }) => (
        <li key={id}>
          <strong>{display}</strong> <code>{id}</code>{' '}
          <span class="soft">{sayOrigin(basis, source.input)}</span>
        </li>
      ))}
    </ul>
  );
}

const BASES: Readonly<Record<Fact['basis'], string>> = {
  given: '',
  computed: 'computed',
  estimate: 'an estimate',
  default: 'assumed, since nobody said',
  unknown: 'nobody said',
};

const INPUTS: Readonly<Record<Fact['source']['input'], string>> = {
  resume: 'from the resume',
  role: 'from the role',
  plan: 'from the plan',
  resources: 'from the resources given',
  catalog: 'from the catalog',
  options: 'from a choice made here',
  computed: '',
};

function sayOrigin(basis: Fact['basis'], input: Fact['source']['input']): string {
  return [BASES[basis], INPUTS[input]].filter((words) => words !== '').join(', ');
}
