import { resolve } from 'node:path';
import { FEWEST_FAMILIES } from '../../evaluate/compare-scores.ts';
import type { Scorer } from '../../evaluate/define-scorer.ts';
import type { RunEstimate } from '../../evaluate/estimate-run.ts';
import { formatDifference } from '../../evaluate/format-score.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { EvalFlags } from './eval-flags.ts';
import type { PreparedSuite } from './prepare-suites.ts';

/** Says what runs would ask, cost and see. Asks no model and writes nothing. */
export async function dryRun(suites: readonly PreparedSuite[], flags: EvalFlags, io: Io): Promise<number> {
  const { estimateRun } = await import('../../evaluate/estimate-run.ts');
  const prices = flags.prices === undefined ? undefined : await readPrices(resolve(io.cwd, flags.prices));
  for (const { plan, options } of suites) {
    const estimate = await estimateRun(plan, { prices });
    const seen = await seenBefore(plan.plan.suite, options.runs);
    io.stdout.write(
      flags.reporter?.[0] === 'json'
        ? `${JSON.stringify({ suite: plan.plan.suite, ...estimate, seenBefore: seen }, undefined, 2)}\n`
        : describeEstimate(plan.plan, estimate) + describeSeen(seen),
    );
  }
  return EXIT.done;
}

/** An estimate in words. */
export function describeEstimate(
  plan: {
    suite: string;
    cases: readonly unknown[];
    variants: readonly unknown[];
    models: readonly string[];
    repeats: number;
  },
  { cells, calls, models, smallestVisible, byRepeats, families }: RunEstimate,
): string {
  const points = (share: number | null) => (share === null ? 'none' : `${(100 * share).toFixed(1)} points`);
  const size = `${plan.cases.length} cases of ${families} families x ${plan.variants.length} variants x ${plan.models.length} models x ${plan.repeats} repeats = ${cells} cells`;
  const others = byRepeats.map(({ repeats, smallestVisible: delta }) => `${points(delta)} with ${repeats}`);
  return `${[
    `${plan.suite}: ${size}`,
    calls === null
      ? '  calls: as the task of the suite decides'
      : `  calls: ${calls.least}${calls.most === calls.least ? '' : `, up to ${calls.most} with every repair`}`,
    ...models.map(({ model, inputTokens, outputTokens, cost, currency }) =>
      inputTokens === null
        ? `  ${model}: tokens not known`
        : `  ${model}: about ${inputTokens} tokens in, ${outputTokens} out (4 letters to a token, without repairs), cost ${cost === null ? 'unknown: no price' : `about ${cost.toFixed(2)} ${currency}`}`,
    ),
    ...(smallestVisible === null
      ? [
          `  smallest visible loss between two variants: none, ${families} families are too few for any verdict (${FEWEST_FAMILIES} at least)`,
        ]
      : [
          `  smallest visible loss between two variants (80 % power, 5 % level, assumed spread, independent cases): ${points(smallestVisible)}`,
          `  by repeats: ${others.join(', ')}`,
        ]),
  ].join('\n')}\n`;
}

/** What the last comparison of the suite could have seen: better than any assumption. */
interface Seen {
  run: string;
  scorers: readonly { scorer: Pick<Scorer, 'id' | 'kind' | 'unit'>; smallestVisible: number }[];
}

async function seenBefore(suite: string, runs: string | undefined): Promise<Seen | undefined> {
  if (runs === undefined) return undefined;
  const { listRuns, scorersOf } = await import('../../evaluate/saved-runs.ts');
  const last = (await listRuns(runs)).findLast(
    ({ plan, summary }) => plan.suite === suite && (summary?.comparisons.length ?? 0) > 0,
  );
  if (!last) return undefined;
  const scorers = scorersOf(last).flatMap((scorer) => {
    const visible = (last.summary?.comparisons ?? [])
      .filter((comparison) => comparison.scorer === scorer.id && comparison.gating)
      .flatMap(({ smallestVisible }) => (smallestVisible === null ? [] : [smallestVisible]));
    return visible.length === 0 ? [] : [{ scorer, smallestVisible: Math.max(...visible) }];
  });
  return { run: last.id, scorers };
}

function describeSeen(seen: Seen | undefined): string {
  if (!seen || seen.scorers.length === 0) return '';
  const parts = seen.scorers.map(
    ({ scorer, smallestVisible }) =>
      `${scorer.id} ${formatDifference(smallestVisible, scorer).replace(/^\+/, '')}`,
  );
  return `  seen by the run ${seen.run}: ${parts.join(', ')}\n`;
}

async function readPrices(path: string) {
  const [{ readDocument }, { parsePrices }] = await Promise.all([
    import('../../input/index.ts'),
    import('../../model/index.ts'),
  ]);
  return parsePrices((await readDocument(path)).data, path);
}
