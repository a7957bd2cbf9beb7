import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SCORERS, type Scorer } from '../../src/index.ts';

export const SCORER_DOCS = fileURLToPath(new URL('../../docs/scorers.md', import.meta.url));

const KINDS: Readonly<Record<Scorer['kind'], string>> = {
  binary: '0 or 1',
  share: '0 to 1',
  amount: 'from 0 on',
};

const JUDGES = [
  '## Model judges',
  '',
  'A model can judge how reports read; what is true is for the checker. Judges are scorers that a suite has to ask for:',
  '',
  '```ts',
  "import { calibrateRubric, defineSuite, openJudge, openModel, rubricScorers, SCORERS, withRetries } from 'gapwright';",
  "import { texts } from './labelled-texts.js'; // [{ id, text, labels: { 'next-step': 2, ... } }, ...]",
  '',
  "const judge = await openJudge(withRetries(await openModel('openai:gpt-5-mini')));",
  'const agreements = await calibrateRubric(judge, texts);',
  '',
  'export default defineSuite({',
  "  name: 'judged',",
  "  cases: 'cases',",
  '  scorers: [...SCORERS, ...rubricScorers(judge, { agreements })],',
  '});',
  '```',
  '',
  '- `rubricScorers`: a score of 0, 1 or 2 for each question of a rubric (`RUBRIC`, or one of your own), each with the words that decided it. `pairwiseScorer(judge, (trial) => text)`: whether the report is preferred to another text on the same facts, asked in both orders; ties are allowed, and where the order changes the answer, that is said and nobody has won.',
  '- An answer that cannot be read, leaves a question out, or quotes what does not stand in the text is a missing value, never a pass. `summarisePairs` counts such answers, ties, answers that change with the order, and how often the text shown first wins.',
  '- Figures of a judge are a *hint*, and their title says so, until its agreement with labelled examples is known for this model and this wording of the prompt: `calibratePairwise` and `calibrateRubric` compute Cohen’s kappa (linear weights) with its 95 % interval. *Calibrated* needs twenty answered examples, a lower end of 0.4, at most a tenth of unusable answers, and at most a fifth of pairs that the order changes; `limits` sets other bounds.',
  '- Judges are asked with `judge.md` and `judge-rubric.md`; the hash of the prompt and the id of the model stand in the description of each such scorer, and so in the summary. Names of people, employers and schools are hidden from them.',
  '- No gate rests on a judge.',
];

/** The page on the scorers: one table, from what they say of themselves. */
export function renderScorerDocs(scorers: readonly Scorer[] = SCORERS): string {
  const rows = scorers.map(({ id, title, description, kind, unit, better, margin, gating }) =>
    [`\`${id}\``, title, unit ?? KINDS[kind], better, String(margin), gating ? 'yes' : '', description]
      .map((cell) => cell.replaceAll('|', '\\|'))
      .join(' | '),
  );
  return [
    '# Scorers',
    '',
    'What `gapwright eval` measures of each report. *First draft* is what the model wrote before anything was repaired; the offline writer has none. *Final report* is what was handed over.',
    '',
    'A trial that cannot be scored has a missing value with its reason, never a pass and never a zero. Where there is nothing of the kind by nature (the offline writer costs nothing, a case forbids no words), the value is inapplicable and no gate fails on it.',
    '',
    '*Margin* is the least difference that matters, in the unit of the scorer: a change for the worse within it is non-inferior. *Gates* marks the family that is compared with the baseline by a test, with Holm’s correction over the family; all others are shown and explore. A contradiction in a final report fails the gate by itself, whatever any scorer says.',
    '',
    '| Id | What | Unit or range | Better | Margin | Gates | Definition |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
    'A scorer of one’s own is an object of the same shape, handed to `defineScorer` and named in the suite.',
    '',
    ...JUDGES,
    '',
    'This page is written by `node evals/scorers/render-scorer-docs.ts`.',
    '',
  ].join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(SCORER_DOCS, renderScorerDocs());
