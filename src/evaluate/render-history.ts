import { showText } from '../findings/show-text.ts';
import type { Scorer } from './define-scorer.ts';
import { formatDifference, formatScore } from './format-score.ts';
import { renderTextTable } from './reporters/terminal/text-table.ts';
import { type SavedRun, scorersOf } from './saved-runs.ts';

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

export interface HistoryOptions {
  /** Only these scorers. Default: the gating ones, or all where none is. */
  scorers?: readonly string[] | undefined;
  /** Columns of the terminal. Default 100. */
  width?: number | undefined;
}

/**
 * A table of the finished runs of each suite, oldest first, and one of what became of each scorer's mean: bars from the
 * least to the greatest, the first, the last but one, the last. Runs of some cases only are listed, but not compared.
 * What is shown is not tested: a difference is no verdict.
 */
export function renderHistory(
  runs: readonly SavedRun[],
  { scorers, width = 100 }: HistoryOptions = {},
): string {
  const bySuite = new Map<string, SavedRun[]>();
  for (const run of runs) {
    if (!run.summary) continue;
    const list = bySuite.get(run.plan.suite) ?? [];
    bySuite.set(run.plan.suite, list);
    list.push(run);
  }
  return [...bySuite]
    .map(([suite, list]) => `${renderSuite(suite, list, { scorers, width }).join('\n')}\n`)
    .join('\n');
}

function renderSuite(
  suite: string,
  runs: readonly SavedRun[],
  { scorers: wanted, width }: HistoryOptions & { width: number },
): string[] {
  const cell = (text: string) => ({ text: showText(text) });
  const table = { width, indent: '  ' };
  const listed = renderTextTable(
    [
      { title: 'started' },
      { title: 'run', least: 20 },
      { title: 'cells', align: 'right' },
      { title: 'gate' },
    ],
    runs.map((run) => [
      cell(run.about.started.slice(0, 16).replace('T', ' ')),
      cell(run.id),
      cell(`${run.summary?.cells.ok ?? 0}/${run.summary?.cells.expected ?? 0}`),
      cell([gateOf(run), run.plan.partial && 'some cases only'].filter(Boolean).join(', ')),
    ]),
    table,
  );
  const whole = runs.filter(({ plan }) => !plan.partial);
  const shown = whole.length > 0 ? chooseScorers(runs, wanted) : [];
  const trends = shown.map((scorer) => {
    const bare = { kind: scorer.kind };
    const means = whole.map((run) => meanOf(run, scorer.id));
    const [before = null, now = null] = means.length > 1 ? means.slice(-2) : [null, ...means];
    const change = before === null || now === null ? null : now - before;
    return [
      scorer.id,
      bars(means),
      formatScore(means[0] ?? null, bare),
      formatScore(before, bare),
      formatScore(now, bare),
      formatDifference(change, bare),
      [scorer.kind === 'amount' && scorer.unit, `${scorer.better} is better`].filter(Boolean).join(', '),
    ].map(cell);
  });
  if (trends.length === 0) return [showText(suite), ...listed];
  return [
    showText(suite),
    ...listed,
    '',
    ...renderTextTable(
      [
        { title: 'scorer', least: 14 },
        { title: 'trend', least: 8 },
        { title: 'first', align: 'right', drop: 3 },
        { title: 'before', align: 'right', drop: 2 },
        { title: 'now', align: 'right' },
        { title: 'change', align: 'right', drop: 1 },
        { title: '', drop: 4 },
      ],
      trends,
      table,
    ),
  ];
}

function chooseScorers(runs: readonly SavedRun[], wanted: readonly string[] | undefined): Scorer[] {
  const all = new Map(runs.flatMap(scorersOf).map((scorer) => [scorer.id, scorer]));
  if (wanted) return [...all.values()].filter(({ id }) => wanted.includes(id));
  const gating = [...all.values()].filter((scorer) => scorer.gating);
  return gating.length > 0 ? gating : [...all.values()];
}

/** Of the first variant and model: what a baseline would be taken of. */
function meanOf({ summary, plan }: SavedRun, scorer: string): number | null {
  const [variant, model] = [plan.variants[0]?.name, plan.models[0]];
  return (
    summary?.scores.find(
      (score) => score.scorer === scorer && score.variant === variant && score.model === model,
    )?.mean ?? null
  );
}

function gateOf({ summary }: SavedRun): string {
  if (!summary?.gate) return '';
  return summary.gate.passed ? 'passed' : 'FAILED';
}

/** From the least to the greatest value; a run without one is a blank. */
export function bars(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return values
    .map((value) => {
      if (value === null) return ' ';
      if (most === least) return BARS[3];
      return BARS[Math.round(((value - least) / (most - least)) * (BARS.length - 1))];
    })
    .join('');
}
