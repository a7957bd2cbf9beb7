/**
 * Does the harness find the differences that there are between prompt sets, and none else, and do its intervals cover
 * the truth? `node evals/prompts/coverage.ts [seeds]` (default 200).
 *
 * First the suite `prompts` is run once in full: each false sentence that the scripted model wrote must have been
 * found, and nothing else. Then the faults are drawn anew for each seed; as each is found, the scores follow from the
 * faults and the words of each draft, and the summary is computed from such rows by the same code as always.
 */
import {
  builtInResources,
  computeFacts,
  computeSummary,
  type EvalCase,
  type EvalRow,
  readEvalCases,
  runSuite,
  SCORERS,
  SECTIONS,
} from '../../src/index.ts';
import { wilsonInterval } from '../../src/statistics/index.ts';
import suite from '../prompts.eval.ts';
import { FAULT_RATES, falseSentence, isFaulty } from './faulty-writer.ts';

const SCORER = 'contradictions-first';
const REPEATS = 3;
const VARIANTS = ['slots', 'cited', 'plain'] as const;
type Variant = (typeof VARIANTS)[number];
const dir = new URL('..', import.meta.url).pathname;
const seeds = Number(process.argv[2] ?? 200);

const sections = SECTIONS.map(({ id }) => id);
const wordsOf = (text: string) => text.split(/\s+/u).length;
const scorers = SCORERS.filter(({ id }) => id === SCORER);
const { cases } = await readEvalCases(`${dir}cases`);

const first = runSuite({ ...suite, repeats: 1, scorers: [SCORER] }, { dir, concurrency: 2 });
await first.summary;
const base = new Map<string, number>();
let [right, wrong] = [0, 0];
const falseWords = new Map<string, number>();
for (const one of cases) {
  const facts = computeFacts(one.case, { resources: builtInResources() });
  for (const section of sections)
    falseWords.set(`${one.id} ${section}`, wordsOf(falseSentence(facts, `${one.id} ${section}`).text));
}
const faultsOf = (one: EvalCase, variant: Variant, repeat: number, seed: number) =>
  sections.filter((section) =>
    isFaulty({ case: one.id, variant, repeat, seed }, section, FAULT_RATES[variant]),
  );
const addedWords = (one: EvalCase, faulty: readonly string[]) =>
  faulty.reduce((sum, section) => sum + (falseWords.get(`${one.id} ${section}`) ?? 0), 0);
for (const row of first.rows) {
  const one = cases.find(({ id }) => id === row.case);
  const told = /^(\d+) in (\d+) words$/u.exec(row.scores[SCORER]?.evidence?.[0] ?? '');
  const variant = row.variant as Variant;
  if (!one || !told) {
    wrong += 1;
    console.log(
      `not scored: ${row.case} ${variant}: ${row.error?.message ?? row.scores[SCORER]?.missing ?? ''}`,
    );
    continue;
  }
  const faulty = faultsOf(one, variant, row.repeat, 1);
  base.set(`${one.id} ${variant}`, Number(told[2]) - addedWords(one, faulty));
  if (Number(told[1]) === faulty.length) right += 1;
  else {
    wrong += 1;
    console.log(
      `${one.id} ${variant}: ${faulty.length} false sentences, ${told[1]} found: ${row.scores[SCORER]?.evidence?.slice(1).join('; ')}`,
    );
  }
}
console.log(`${right} of ${right + wrong} drafts: exactly the false sentences were found`);

const measured = cases.filter(({ id }) => VARIANTS.every((variant) => base.has(`${id} ${variant}`)));
const value = (one: EvalCase, variant: Variant, faulty: readonly string[]) =>
  (1000 * faulty.length) / ((base.get(`${one.id} ${variant}`) ?? 0) + addedWords(one, faulty));

/** The expected score of a case: over all ways in which its sections can be faulty. */
function expected(one: EvalCase, variant: Variant): number {
  const rate = FAULT_RATES[variant];
  let sum = 0;
  for (let set = 0; set < 2 ** sections.length; set += 1) {
    const faulty = sections.filter((_, at) => (set >> at) & 1);
    sum +=
      rate ** faulty.length * (1 - rate) ** (sections.length - faulty.length) * value(one, variant, faulty);
  }
  return sum;
}
const mean = (of: (one: EvalCase) => number) =>
  measured.reduce((sum, one) => sum + of(one), 0) / measured.length;
const truth = (variant: Variant) => mean((one) => expected(one, variant) - expected(one, 'slots'));

const tally = { plain: { covered: 0, found: 0 }, cited: { covered: 0, found: 0 } };
for (let seed = 1; seed <= seeds; seed += 1) {
  const rows: EvalRow[] = measured.flatMap((one) =>
    VARIANTS.flatMap((variant) =>
      Array.from({ length: REPEATS }, (_, repeat) => ({
        key: `${one.id} ${variant} ${repeat}`,
        suite: 'prompts',
        case: one.id,
        family: one.family,
        variant,
        model: 'scripted:faulty',
        repeat,
        status: 'ok' as const,
        scores: { [SCORER]: { value: value(one, variant, faultsOf(one, variant, repeat, seed)) } },
        broken: [],
      })),
    ),
  );
  const summary = computeSummary(rows, {
    suite: 'prompts',
    cases: measured,
    variants: VARIANTS,
    models: ['scripted:faulty'],
    repeats: REPEATS,
    scorers,
  });
  for (const variant of ['plain', 'cited'] as const) {
    const comparison = summary.comparisons.find((one) => one.variant === variant);
    const { low, high } = comparison?.interval ?? { low: Number.NaN, high: Number.NaN };
    const what = truth(variant);
    if (low <= what && what <= high) tally[variant].covered += 1;
    if (comparison && ['regression', 'improvement'].includes(comparison.verdict)) tally[variant].found += 1;
  }
}
const share = (part: number) => {
  const { low, high } = wilsonInterval(part, seeds);
  return `${((100 * part) / seeds).toFixed(1)} % (${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)})`;
};
console.log(`${seeds} seeds, ${measured.length} cases, ${REPEATS} repeats, ${SCORER}`);
for (const variant of ['plain', 'cited'] as const)
  console.log(
    `${variant} against slots: true difference ${truth(variant).toFixed(2)} per 1,000 words; verdict of a difference in ${share(tally[variant].found)}; 90 % interval covers the truth in ${share(tally[variant].covered)}`,
  );
