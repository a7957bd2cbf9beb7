import type { EvalRow } from '../../schemas/index.ts';
import { UsageError } from '../errors.ts';
import type { Suite } from '../evaluate/define-suite.ts';
import type { RunSuiteOptions } from '../evaluate/run-suite.ts';

// Outside of Vitest its package refuses to be loaded, and the matchers beside this one serve other runners, too.
const vitest = await import('vitest').catch(() => undefined);

export interface DescribeEvalOptions extends Omit<RunSuiteOptions, 'gate' | 'onEvent'> {
  /** Seconds that all cells of one case may take. Default 120. */
  timeoutSeconds?: number;
}

/**
 * Makes a suite a block of Vitest: a test for each case, which fails where one of its cells failed, broke an
 * invariant, or has no value of a gating scorer; and one for the suite's thresholds, over all cases.
 *
 * Relative paths in the suite are relative to `dir`; say `import.meta.dirname`.
 * @throws {UsageError} outside of Vitest
 */
export function describeEval(suite: Suite, options: DescribeEvalOptions = {}): void {
  if (!vitest)
    throw new UsageError(
      'cannot describe an eval: found no Vitest around it, expected a test file that Vitest runs',
    );
  const { describe, it } = vitest;
  const { timeoutSeconds = 120, ...rest } = options;
  describe(suite.name, async () => {
    const [{ planRun }, { runPlan, summaryPlanOf }, { computeSummary }] = await Promise.all([
      import('../evaluate/plan-run.ts'),
      import('../evaluate/run-suite.ts'),
      import('../evaluate/compute-summary.ts'),
    ]);
    const plan = await planRun(suite, rest);
    const rows: EvalRow[] = [];
    for (const [at, one] of plan.cases.entries()) {
      const part = {
        ...plan,
        cases: [one],
        plan: { ...plan.plan, cases: plan.plan.cases.slice(at, at + 1) },
      };
      it(one.id, { timeout: timeoutSeconds * 1000 }, async () => {
        const run = runPlan(part, rest);
        await run.summary;
        const mine = [...run.rows];
        rows.push(...mine);
        const faults = mine.flatMap((row) =>
          faultsOf(
            row,
            plan.scorers.filter(({ gating }) => gating),
          ),
        );
        if (faults.length > 0) throw new Error(faults.join('\n'));
      });
    }
    const thresholds = Object.keys(plan.plan.thresholds);
    if (thresholds.length === 0) return;
    it(`keeps to its thresholds (${thresholds.join(', ')})`, () => {
      const { gate } = computeSummary(rows, { ...summaryPlanOf(plan.plan, plan.scorers), gate: {} });
      const missed = (gate?.reasons ?? []).filter(({ kind }) => kind === 'threshold');
      if (missed.length > 0) throw new Error(missed.map(({ message }) => message).join('\n'));
    });
  });
}

function faultsOf(row: EvalRow, gating: readonly { id: string }[]): string[] {
  const at = `${row.variant}, ${row.model}, repeat ${row.repeat + 1}`;
  if (row.error) return [`${at}: ${row.error.name}: ${row.error.message}`];
  const missing = gating.flatMap(({ id }) => {
    const score = row.scores[id];
    if (!score || score.value !== null || score.inapplicable) return [];
    return [`${at}: ${id} has no value: ${score.missing ?? ''}`];
  });
  return [...row.broken.map((words) => `${at}: ${words}`), ...missing];
}
