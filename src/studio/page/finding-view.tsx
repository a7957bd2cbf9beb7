import type { Fact } from '../../../schemas/fact.ts';
import type { Finding } from '../../../schemas/finding.ts';
import { FactList } from './fact-list.tsx';

const TITLES: Readonly<Record<Finding['severity'], string>> = {
  error: 'This contradicts the facts',
  warning: 'This may be wrong',
  info: 'To be known',
};

/** What the checker found: where, what is said there, what the facts say, and which facts these are. */
export function FindingView({ finding, facts }: { finding: Finding; facts: ReadonlyMap<string, Fact> }) {
  const { severity, quote, subject, actual, expected, related } = finding;
  const known = finding.facts.flatMap((id) => facts.get(id) ?? []);
  return (
    <div class={`finding ${severity}`}>
      <p class="finding-title">
        {TITLES[severity]}: <q>{quote}</q>
      </p>
      <dl>
        <div>
          <dt>It says{subject !== '' && ` of ${subject}`}</dt>
          <dd>{actual}</dd>
        </div>
        <div>
          <dt>The facts say</dt>
          <dd>{expected}</dd>
        </div>
      </dl>
      {related.length > 0 && (
        <p>
          Together with{' '}
          {related.map((one, at) => (
            <q key={one.start}>
              {at > 0 && ' '}
              {one.quote}
            </q>
          ))}
        </p>
      )}
      {known.length > 0 && <FactList facts={known} />}
    </div>
  );
}
