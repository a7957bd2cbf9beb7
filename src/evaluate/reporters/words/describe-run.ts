import type { EvalSummary, GateReason } from '../../../../schemas/index.ts';

/** `count('case', 3)` is "3 cases". */
export function count(noun: string, number: number, many = `${noun}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? noun : many}`;
}

export interface Headline {
  state: 'passed' | 'failed' | 'ungated';
  /** A short sentence: what the run says as a whole. */
  words: string;
}

/** The run in one sentence: the gate where there is one, else what was found. Never more than the summary says. */
export function describeHeadline({ gate, comparisons, broken, cells }: EvalSummary): Headline {
  if (gate?.passed) return { state: 'passed', words: 'Gate passed' };
  if (gate) return { state: 'failed', words: `Gate failed: ${count('reason', gate.reasons.length)}` };
  const gating = comparisons.filter((one) => one.gating);
  const lost = gating.filter(({ verdict }) => verdict === 'regression').length;
  const won = gating.filter(({ verdict }) => verdict === 'improvement').length;
  const faults = [
    broken.length > 0 && `${count('cell', broken.length)} with a broken invariant`,
    cells.errors > 0 && `${count('cell', cells.errors)} failed`,
    cells.absent > 0 && `${count('cell', cells.absent)} not run`,
    lost > 0 && count('regression', lost),
    won > 0 && count('improvement', won),
  ].filter((part) => part !== false);
  if (faults.length > 0) return { state: 'ungated', words: `No gate asked for: ${faults.join(', ')}` };
  if (gating.length > 0)
    return { state: 'ungated', words: 'No gate asked for: no difference shown in a gating scorer' };
  return { state: 'ungated', words: 'No gate asked for, nothing compared' };
}

/** "48 cases (31 families) x 2 variants x 1 model x 2 repeats = 192 cells". */
export function describeSize({ cases, variants, models, repeats, cells }: EvalSummary): string {
  const families = new Set(cases.map(({ family }) => family)).size;
  return `${[
    `${count('case', cases.length)} (${count('family', families, 'families')})`,
    count('variant', variants.length),
    count('model', models.length),
    count('repeat', repeats),
  ].join(' x ')} = ${count('cell', cells.expected)}`;
}

/** "190 ok, 2 failed, 0 not run, 1 with a broken invariant". */
export function describeCells({ cells, broken }: EvalSummary): string {
  const number = (value: number) => value.toLocaleString('en-US');
  return `${number(cells.ok)} ok, ${number(cells.errors)} failed, ${number(cells.absent)} not run, ${number(broken.length)} with a broken invariant`;
}

/** What each kind of reason of a gate means. */
export const REASON_TITLES: Readonly<Record<GateReason['kind'], string>> = {
  invariant: 'Broken invariant',
  error: 'Failed cell',
  missing: 'Missing value',
  threshold: 'Threshold',
  regression: 'Regression',
  baseline: 'No baseline',
};

/** Reasons of the gate begin with their place, which the line has already. */
export function withoutPlace(words: string, id: string): string {
  const at = words.indexOf('): ');
  return words.startsWith(`${id} (`) && at >= 0 ? words.slice(at + 3) : words;
}
