import type { Comparison, Verdict } from '../../../../schemas/index.ts';
import { cleanText } from '../../../render/clean-text.ts';
import type { ReporterInput } from '../../define-reporter.ts';
import { describeAa } from '../words/describe-aa.ts';
import {
  type ComparisonGroup,
  describeComparison,
  describePaired,
  groupComparisons,
} from '../words/describe-comparison.ts';
import {
  count,
  describeCells,
  describeHeadline,
  describeSize,
  REASON_TITLES,
  withoutPlace,
} from '../words/describe-run.ts';
import { describeScore, scoresOf } from '../words/describe-score.ts';
import { cell, details, table } from './cell.ts';
import { fitBlocks } from './fit-blocks.ts';

/** GitHub's limit for the body of a comment is 65,536 characters; some room is left for what a workflow puts around it. */
export const MOST_CHARACTERS = 65_000;
const MOST_REASONS = 10;

const STATES = { passed: '✅', failed: '❌', ungated: 'ℹ️' } as const;
const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = {
  regression: '🔴 **regression**',
  'cannot-tell': '⚪ cannot tell',
  improvement: '🟢 **improvement**',
  'non-inferior': '🟢 not worse',
};

/** Gives the comment, at most `MOST_CHARACTERS` long: what does not fit is left out from the end, and said. */
export function renderMarkdown(input: ReporterInput): string {
  const { summary } = input;
  const { state, words } = describeHeadline(summary);
  const groups = groupComparisons(summary);
  return fitBlocks(
    [
      // By this line a workflow finds the comment of the run before, to write over it.
      `<!-- gapwright-eval:${summary.suite.replace(/[^a-z0-9-]/gi, '')} -->`,
      `### ${STATES[state]} ${cell(summary.suite)}: ${words}`,
      renderReasons(input),
      renderWorst(input),
      ...groups.map((group) => renderGroup(input, group)),
      renderBroken(input),
      renderChanges(input),
      renderScores(input),
      ...groups.map((group) => renderHints(input, group)),
      renderNoise(input),
      `<sub>${describeSize(summary)}: ${describeCells(summary)}. Rows \`${summary.rows.slice(0, 12)}\`. A verdict needs a test and a margin: docs/eval-reports.md.</sub>`,
    ],
    MOST_CHARACTERS,
    '*Parts of this report were left out to stay within the length of a comment: `--reporter html` has all.*',
  );
}

function renderReasons({ summary }: ReporterInput): string {
  const { reasons = [] } = summary.gate ?? {};
  const lines = reasons
    .slice(0, MOST_REASONS)
    .map(({ kind, message }) => `- **${REASON_TITLES[kind]}**: ${cell(message)}`);
  const more = reasons.length - MOST_REASONS;
  return [...lines, ...(more > 0 ? [`- and ${count('more', more, 'more')}`] : [])].join('\n');
}

function renderWorst({ summary }: ReporterInput): string {
  const { worst = [] } = summary.gate ?? {};
  if (worst.length === 0) return '';
  const lines = worst.map(
    ({ case: id, variant, words }, at) =>
      `${at + 1}. ${cell(id)} (${cell(variant)}): ${cell(withoutPlace(words, id))}`,
  );
  return `**${worst.length === 1 ? 'Worst case' : `${worst.length} worst cases`}**\n\n${lines.join('\n')}`;
}

function renderGroup({ summary }: ReporterInput, group: ComparisonGroup): string {
  const { variant, against, model, gating } = group;
  if (gating.length === 0) return '';
  return `**${cell(variant)} against ${cell(against)}**, ${cell(model)} (${describePaired(group)})\n\n${comparisonTable(gating, summary)}`;
}

function comparisonTable(list: readonly Comparison[], { scorers }: ReporterInput['summary']): string {
  return table(
    ['scorer', '>before', '>after', '>difference', '90 % interval', 'verdict'],
    list.map((one) => {
      const { before, after, difference, interval, verdict, note } = describeComparison(one, scorers);
      return [
        cell(one.scorer),
        before,
        after,
        difference,
        interval,
        `${one.gating ? VERDICT_SIGNS[one.verdict] : `${verdict} (hint)`}<br><sub>${cell(note)}</sub>`,
      ];
    }),
  );
}

function renderHints(
  { summary }: ReporterInput,
  { variant, against, model, exploratory }: ComparisonGroup,
): string {
  return details(
    `Hints: scorers that no gate rests on, ${htmlOf(variant)} against ${htmlOf(against)} (${htmlOf(model)})`,
    exploratory.length === 0
      ? ''
      : `Not adjusted for their number; look into what surprises.\n\n${comparisonTable(exploratory, summary)}`,
  );
}

/** Within a summary Markdown is not read, but HTML is. */
const htmlOf = (text: string): string =>
  cleanText(text)
    .slice(0, 80)
    .toWellFormed()
    .replace(/[&<>@]/g, (letter) => `&#${letter.codePointAt(0)};`);

function renderBroken({ summary }: ReporterInput): string {
  if (summary.gate) return '';
  return details(
    `Broken invariants: ${count('cell', summary.broken.length)}`,
    summary.broken
      .slice(0, 50)
      .map(
        ({ case: id, variant, model, repeat, words }) =>
          `- ${cell(id)} (${cell(variant)}, ${cell(model)}, repeat ${repeat + 1}): ${cell(words.join('; '))}`,
      )
      .join('\n'),
  );
}

function renderChanges({ changes = [] }: ReporterInput): string {
  if (changes.length === 0) return '';
  return `What differs between the runs:\n\n${changes.map((change) => `- ${cell(change)}`).join('\n')}`;
}

function renderScores({ summary }: ReporterInput): string {
  const rows = summary.scorers.flatMap((scorer) =>
    scoresOf(summary, scorer.id).map((score) => {
      const { mean, interval, spread, unit, gaps } = describeScore(score, summary.scorers);
      return [
        cell(scorer.id) + (scorer.gating ? '' : ' ·'),
        cell(score.variant),
        cell(score.model),
        `${mean}${unit === '' ? '' : ` ${cell(unit)}`}`,
        interval,
        spread || '–',
        gaps || 'none',
      ];
    }),
  );
  return details(
    `Scores: ${count('scorer', summary.scorers.length)}, ${count('variant', summary.variants.length)}`,
    table(
      [
        'scorer',
        'variant',
        'model',
        '>mean',
        '95 % interval',
        'sd between cases / repeats',
        'without a value',
      ],
      rows,
    ),
  );
}

function renderNoise({ aa, summary }: ReporterInput): string {
  if (!aa) return '';
  const { words, rows } = describeAa(aa, summary.scorers);
  const list = table(
    ['scorer', '>false alarms', '>chance reaches'],
    rows.map(({ scorer, falseAlarms, noiseFloor }) => [cell(scorer), falseAlarms, cell(noiseFloor)]),
  );
  return details('Noise: the same prompt twice', `${words}\n\n${list}`);
}
