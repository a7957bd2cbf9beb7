import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReport, RULES, type TextFormat } from '../../src/check/index.ts';
import { applyFixes, computeFixes, FIXERS, fixReport } from '../../src/fix/index.ts';
import { EXAMPLE_FACTS } from '../check/support/example-facts.ts';

const fixed = (text: string, format: TextFormat = 'markdown') =>
  fixReport(text, EXAMPLE_FACTS, { format }).text;

/** What is wrong, and how it reads when it is right. */
const MENDED: readonly [string, string, string][] = [
  // Figures keep the way they are written.
  ['digits', 'She has 6 years of experience.', 'She has 3 years of experience.'],
  ['words', 'The role asks for three years of experience.', 'The role asks for five years of experience.'],
  ['a capital', '## Roadmap\n\nThree phases make up the plan.', '## Roadmap\n\nTwo phases make up the plan.'],
  [
    'weeks',
    '## Roadmap\n\nIn total the roadmap takes twelve weeks.',
    '## Roadmap\n\nIn total the roadmap takes ten weeks.',
  ],
  [
    'a plural that stays',
    '## Roadmap\n\n- Phase 1, Cloud Basics (4 weeks): AWS, Docker',
    '## Roadmap\n\n- Phase 1, Cloud Basics (6 weeks): AWS, Docker',
  ],
  [
    'a singular that goes',
    '## Roadmap\n\n- Phase 1, Cloud Basics (1 week): AWS, Docker',
    '## Roadmap\n\n- Phase 1, Cloud Basics (6 weeks): AWS, Docker',
  ],
  [
    'noun and verb of one',
    '## Resources\n\nTwo of the three resources are paid.',
    '## Resources\n\nOne of the three resources is paid.',
  ],
  ['thousands', '## Market\n\nPay starts at $90k.', '## Market\n\nPay starts at $100k.'],
  [
    'grouped digits',
    '## Market\n\nThe salary is between $100,000 and $105,000 per year.',
    '## Market\n\nThe salary is between $100,000 and $150,000 per year.',
  ],
  [
    'a share',
    '## Market\n\nPython is named in 62% of postings.',
    '## Market\n\nPython is named in 91% of postings.',
  ],
  [
    'a fraction',
    '## Market\n\nAlmost nine in ten employers want AWS.',
    '## Market\n\n62% of employers want AWS.',
  ],
  [
    'about stays',
    '## Market\n\nAround 1,800 openings were counted.',
    '## Market\n\nAround 1,240 openings were counted.',
  ],
  [
    '"over" goes',
    '## Roadmap\n\nThe 10 weeks come to a little over 110 hours.',
    '## Roadmap\n\nThe 10 weeks come to 80 hours.',
  ],
  ['a count', 'Three of the four core skills are held.', 'Two of the four core skills are held.'],
  [
    'a price',
    '## Resources\n\n- AWS Certified Cloud Practitioner (Amazon Web Services, $120)',
    '## Resources\n\n- AWS Certified Cloud Practitioner (Amazon Web Services, $100)',
  ],
  // Words.
  ['a tier', 'Docker is one of the core skills.', 'Docker is one of the preferred skills.'],
  ['a tier with its article', 'MLOps is a core skill.', 'MLOps is an emerging skill.'],
  ['a level', 'Docker is held at Expert level.', 'Docker is held at Beginner level.'],
  ['a demand', '## Market\n\n- **Demand:** medium', '## Market\n\n- **Demand:** high'],
  [
    'a cost',
    '## Resources\n\n- Docker Get Started (Docker, paid)',
    '## Resources\n\n- Docker Get Started (Docker, free)',
  ],
  [
    'a cell: tier',
    '| Skill | Tier |\n|---|---|\n| Docker | Core |',
    '| Skill | Tier |\n|---|---|\n| Docker | Preferred |',
  ],
  [
    'a cell: status',
    '| Skill | Status |\n|---|---|\n| AWS | met |',
    '| Skill | Status |\n|---|---|\n| AWS | missing |',
  ],
  [
    'a cell: share',
    '| Skill | Share |\n|---|---|\n| AWS | 26% |',
    '| Skill | Share |\n|---|---|\n| AWS | 62% |',
  ],
  // Names and dates.
  [
    'a title',
    'She is applying for the role of Product Manager.',
    'She is applying for the role of Cloud Engineer.',
  ],
  [
    'a provider',
    '## Resources\n\nThe Kubernetes Tutorials come from Docker.',
    '## Resources\n\nThe Kubernetes Tutorials come from Kubernetes.',
  ],
  [
    'a date',
    '## Market\n\n1,240 postings, as of October 2025.',
    '## Market\n\n1,240 postings, as of October 2026.',
  ],
  // Lists.
  ['the last of three', 'Her strengths are Python, Git and Kubernetes.', 'Her strengths are Python and Git.'],
  [
    'the last, with the serial comma',
    'She knows Python, Git, JavaScript, and Kubernetes.',
    'She knows Python, Git, and JavaScript.',
  ],
  [
    'the serial comma of two goes',
    'Her strengths are Python, Git, and Kubernetes.',
    'Her strengths are Python and Git.',
  ],
  ['the first', 'Kubernetes, Python and Git are her strengths.', 'Python and Git are her strengths.'],
  ['the middle', 'She is proficient in Python, Kubernetes and Git.', 'She is proficient in Python and Git.'],
  ['two that make one, and its verb', 'Python and Kubernetes are held.', 'Python is held.'],
  [
    'marks and brackets',
    'Her strengths are **Python** (91%), **Kubernetes** (48%) and **Git** (57%).',
    'Her strengths are **Python** (91%) and **Git** (57%).',
  ],
  ['an item', '### Preferred skills\n\n- Python\n- Docker', '### Preferred skills\n\n- Docker'],
  [
    'a list after a label',
    '## Candidate Profile\n\n- **Advanced:** Python, Docker',
    '## Candidate Profile\n\n- **Advanced:** Python',
  ],
  [
    'a phase',
    '## Roadmap\n\n- Phase 1, Cloud Basics (6 weeks): AWS, Docker and Kubernetes',
    '## Roadmap\n\n- Phase 1, Cloud Basics (6 weeks): AWS and Docker',
  ],
  [
    'two wrong members',
    'Her strengths are Python, Kubernetes, Git and Terraform.',
    'Her strengths are Python and Git.',
  ],
  [
    'several findings',
    'Docker is one of the core skills. She has 6 years of experience.',
    'Docker is one of the preferred skills. She has 3 years of experience.',
  ],
];

/** Wrong, but not so that it were certain how to say it. */
const LEFT: readonly [string, string][] = [
  ['a polarity that is no list', 'She does not have Python.'],
  ['a sentence of its own after "and"', 'She knows Python, and Kubernetes is a strength.'],
  ['a list that leaves a plural alone', 'Her strengths are Python and Kubernetes.'],
  ['a predicate in the plural', 'Python and Kubernetes are strengths of hers.'],
  ['a list that is counted', 'Her three strengths are Python, Git and Kubernetes.'],
  ['a list spoken of as both', 'Both Python and Kubernetes are strengths.'],
  ['a list of which all is wrong', '## Roadmap\n\nThe first phase covers Kubernetes and Terraform.'],
  ['a list with an opening', 'For this role, Kubernetes and Python are her strengths.'],
  ['another currency', '## Market\n\nThe salary is €100k to €150k.'],
  ['a cost in other words', "## Resources\n\nThe AWS Certified Cloud Practitioner won't cost you a cent."],
  [
    'several at once',
    '## Resources\n\nDocker Get Started and the AWS Certified Cloud Practitioner, both hosted by Amazon Web Services, come first.',
  ],
  ['a quantifier', 'All core skills are held.'],
  ['an employer', '## Candidate Profile\n\nShe worked at Globex as a developer.'],
];

describe('computeFixes', () => {
  it.each(MENDED)('mends %s', (_, text, expected) => {
    expect(checkReport(text, EXAMPLE_FACTS).summary.errors).toBeGreaterThan(0);
    expect(fixed(text)).toBe(expected);
    expect(checkReport(expected, EXAMPLE_FACTS).findings).toEqual([]);
  });

  it.each(LEFT)('leaves alone %s', (_, text) => {
    expect(checkReport(text, EXAMPLE_FACTS).summary.errors).toBeGreaterThan(0);
    expect(fixed(text)).toBe(text);
  });

  it.each(
    RULES.flatMap((rule) => (rule.selfCheck ? [] : rule.good.map(({ text }) => [rule.id, text] as const))),
  )('changes nothing in a good text of %s: %s', (_, text) => {
    expect(fixed(text)).toBe(text);
  });

  it.each(
    RULES.flatMap((rule) => (rule.selfCheck ? [] : rule.bad.map(({ text }) => [rule.id, text] as const))),
  )('makes no bad text of %s worse: %s', (_, text) => {
    const { findings, summary } = checkReport(text, EXAMPLE_FACTS);
    const fixes = computeFixes(text, EXAMPLE_FACTS, findings);
    const after = checkReport(applyFixes(text, fixes), EXAMPLE_FACTS);
    expect(after.summary.errors).toBeLessThanOrEqual(summary.errors - fixes.length);
    for (const { finding, start, end } of fixes) {
      expect(findings).toContain(finding);
      expect(0 <= start && start <= end && end <= text.length).toBe(true);
    }
  });

  it('says what it changes, in places of the text given', () => {
    const text = 'Docker is one of the core skills.';
    const { findings } = checkReport(text, EXAMPLE_FACTS);
    expect(computeFixes(text, EXAMPLE_FACTS, findings)).toMatchObject([
      { start: 21, end: 25, replacement: 'preferred', description: '"core" -> "preferred"' },
    ]);
  });

  it('leaves what a configuration switches off', () => {
    const text = 'Docker is one of the core skills.';
    expect(fixReport(text, EXAMPLE_FACTS, { rules: { tier: 'off', count: 'off' } }).text).toBe(text);
  });

  it('keeps line breaks, and writes HTML as HTML', () => {
    expect(fixed('# R\r\n\r\nDocker is one of\r\nthe core skills.\r\n')).toBe(
      '# R\r\n\r\nDocker is one of\r\nthe preferred skills.\r\n',
    );
    expect(fixed('<p>Docker is one of the <b>core</b> skills.</p>', 'html')).toBe(
      '<p>Docker is one of the <b>preferred</b> skills.</p>',
    );
  });

  it('makes no text worse, whatever it is', () => {
    const part = fc.oneof(
      fc.constantFrom(...MENDED.map(([, text]) => text), ...LEFT.map(([, text]) => text)),
      fc.constantFrom(
        '\n\n',
        ' ',
        '\r\n',
        '**',
        '- ',
        '| ',
        '`',
        ', ',
        ' and ',
        '\u202e',
        '漢字',
        '\ud800',
        '{{',
        '<b>',
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const before = checkReport(text, EXAMPLE_FACTS).summary.errors;
        const { text: after, fixes } = fixReport(text, EXAMPLE_FACTS);
        expect(checkReport(after, EXAMPLE_FACTS).summary.errors).toBeLessThanOrEqual(before - fixes.length);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('takes many findings in few checks', () => {
    const text = Array.from({ length: 60 }, (_, i) => MENDED[i % 20]?.[1] ?? '').join('\n\n');
    const started = performance.now();
    const { fixes } = fixReport(text, EXAMPLE_FACTS);
    expect(fixes.length).toBeGreaterThan(40);
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 30_000);

  it('has ways to mend with ids of their own', () => {
    expect(new Set(FIXERS.map(({ id }) => id)).size).toBe(FIXERS.length);
    const ids = RULES.map(({ id }) => id);
    for (const { rules = [] } of FIXERS) for (const rule of rules) expect(ids).toContain(rule);
  });
});
