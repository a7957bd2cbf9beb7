import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/check/claims/read-report.ts';
import { indexFacts } from '../../src/check/facts/index-facts.ts';
import { builtInLexicon, checkReport } from '../../src/check/index.ts';
import { readDocument } from '../../src/check/read/read-document.ts';
import { EXAMPLE_FACTS } from './support/example-facts.ts';

const index = indexFacts(EXAMPLE_FACTS, builtInLexicon());

/** Claims of a text as "skill says", those that are relied on and those that are doubted. */
function read(text: string): { sure: string[]; doubted: string[] } {
  const claims = readReport(readDocument(text, 'markdown'), index).sentences.flatMap((one) => one.claims);
  const names = (doubted: boolean) => [
    ...new Set(
      claims
        .filter((claim) => (claim.doubt !== undefined) === doubted)
        .map((claim) => `${claim.skill} ${claim.says}`),
    ),
  ];
  return { sure: names(false), doubted: names(true) };
}

describe('a claim is relied on only if every operator of its clause is used up', () => {
  it.each<[kind: string, text: string]>([
    ['focus', 'Python alone is not enough.'],
    ['focus', 'Python and AWS: only the first is core.'],
    ['condition', 'If AWS were held, she would be ready.'],
    ['condition', 'Docker is missing unless she has learned it since.'],
    ['counterfactual', 'AWS would be preferred.'],
    ['possibility', 'Docker could one day become core.'],
    ['question', 'Is AWS a strength?'],
    ['exceptive', 'Apart from Python, little in the core tier is complete.'],
    ['another owner', 'An employer who knows AWS will see it.'],
    ['another owner', 'She has watched others use Kubernetes.'],
    ['another asker', 'The team at Acme never needed Python.'],
    ['another asker', 'An employer insists on Docker.'],
    ['attribute', 'The Python course is missing.'],
    ['gerund', 'Knowing AWS is a strength.'],
    ['infinitive', 'Engineers are expected to know AWS.'],
    ['purpose', 'AWS is hers to learn.'],
    ['bound', 'Docker is good enough for Terraform.'],
    ['past', 'Back then Docker was missing.'],
    ['degree', 'She does not know Docker well.'],
    ['one level', 'One level of Docker is missing.'],
    ['antecedent', 'The sum that Acme spends on Python is large, and it is not hers.'],
    ['reported speech', 'She seems to say that AWS is a strength.'],
  ])('%s: %s', (_, text) => {
    expect(read(text).sure).toEqual([]);
    expect(checkReport(text, EXAMPLE_FACTS).findings.filter((one) => one.severity === 'error')).toEqual([]);
  });

  it.each<[text: string, claims: string[]]>([
    ['AWS is the only gap.', ['aws gap']],
    ['She knows neither AWS nor Kubernetes.', ['aws lack', 'kubernetes lack']],
    ['Docker is merely preferred.', ['docker preferred']],
    ['For AWS she would have to start from scratch.', ['aws lack']],
    ['AWS and Kubernetes, neither of which is held, are core.', ['aws lack', 'kubernetes lack']],
    ['As for AWS, she has never dealt with it.', ['aws lack']],
    ['In Python she is strong.', ['python strong']],
    ['AWS is a field in which she has no practice.', ['aws lack']],
    ['Python is held, and AWS is not.', ['python held', 'aws lack']],
    ['Of Python and AWS, the latter is missing.', ['aws lack']],
    ['- **AWS:** none', ['aws lack']],
  ])('%s', (text, claims) => {
    expect(read(text).sure.toSorted()).toEqual(claims.toSorted());
  });

  it('counts a sentence with doubted claims alone as not understood', () => {
    const { claims, unparsed } = checkReport('Python alone is not enough.', EXAMPLE_FACTS).summary;
    expect([claims, unparsed]).toEqual([0, 1]);
  });
});
