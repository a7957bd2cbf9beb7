import type { EvalPlan, EvalRow } from '../../schemas/index.ts';
import { openRandom } from '../statistics/index.ts';
import { computeSummary } from './compute-summary.ts';
import type { Scorer } from './define-scorer.ts';

/** What an A/A run says of the harness itself: there is nothing to find, so whatever is found is a false alarm. */
export interface AaReport {
  /** How often the replies were dealt out to the two sides anew. */
  splits: number;
  scorers: readonly {
    id: string;
    gating: boolean;
    /** Share of splits with a verdict of regression or improvement; null where nothing could be compared. */
    falseAlarms: number | null;
    /** 95 % of the splits differ by no more than this, in the scorer's unit. */
    noiseFloor: number | null;
  }[];
  /** Share of splits in which any gating scorer was called a regression: how often a gate fails for nothing. */
  gateAlarms: number;
}

export interface AaOptions {
  /** Default 200. */
  splits?: number;
  seed?: number;
}

/**
 * Computes how often the harness calls a difference that is not there, and how large differences by chance are. Each
 * split deals the rows of a case out to the two sides at random and compares them as any two variants are compared.
 */
export function computeAa(
  rows: Iterable<EvalRow>,
  plan: EvalPlan,
  scorers: readonly Scorer[],
  { splits = 200, seed = plan.seed }: AaOptions = {},
): AaReport {
  const random = openRandom(seed);
  const groups = groupRows(rows);
  const [a, b] = plan.variants.map(({ name }) => name) as [string, string];
  const found = new Map(
    scorers.map(({ id }) => [id, { alarms: 0, compared: 0, differences: [] as number[] }]),
  );
  let gateAlarms = 0;
  for (let split = 0; split < splits; split += 1) {
    const dealt = groups.flatMap((group) => deal(group, plan.repeats, [a, b], random));
    const { comparisons } = computeSummary(dealt, {
      suite: plan.suite,
      cases: plan.cases,
      variants: [a, b],
      models: plan.models,
      repeats: plan.repeats,
      scorers,
    });
    if (comparisons.some(({ gating, verdict }) => gating && verdict === 'regression')) gateAlarms += 1;
    for (const { scorer, verdict, difference } of comparisons) {
      const sum = found.get(scorer);
      if (!sum || difference === null) continue;
      sum.compared += 1;
      sum.differences.push(Math.abs(difference));
      if (verdict === 'regression' || verdict === 'improvement') sum.alarms += 1;
    }
  }
  return {
    splits,
    scorers: scorers.map(({ id, gating }) => {
      const { alarms, compared, differences } = found.get(id) as {
        alarms: number;
        compared: number;
        differences: number[];
      };
      const sorted = differences.sort((x, y) => x - y);
      return {
        id,
        gating,
        falseAlarms: compared === 0 ? null : alarms / compared,
        noiseFloor: compared === 0 ? null : (sorted[Math.ceil(0.95 * compared) - 1] ?? null),
      };
    }),
    gateAlarms: gateAlarms / splits,
  };
}

/** Rows that are exchangeable: those of one case and model. */
function groupRows(rows: Iterable<EvalRow>): EvalRow[][] {
  const groups = new Map<string, EvalRow[]>();
  for (const row of rows) {
    const id = JSON.stringify([row.model, row.case]);
    const group = groups.get(id) ?? [];
    groups.set(id, group);
    group.push(row);
  }
  // Whatever the order in which they came: the same rows give the same report.
  const order = (row: EvalRow) => `${row.variant} ${String(row.repeat).padStart(6, '0')}`;
  return [...groups.keys()]
    .sort()
    .map((id) => (groups.get(id) as EvalRow[]).sort((x, y) => (order(x) < order(y) ? -1 : 1)));
}

/** Shuffles (Fisher and Yates) and gives the first half to one side. */
function deal(
  group: readonly EvalRow[],
  repeats: number,
  sides: readonly [string, string],
  random: ReturnType<typeof openRandom>,
): EvalRow[] {
  const order = [...group];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = random.int(at + 1);
    [order[at], order[other]] = [order[other] as EvalRow, order[at] as EvalRow];
  }
  return order.map((row, at) => ({
    ...row,
    variant: at < repeats ? sides[0] : sides[1],
    repeat: at % repeats,
  }));
}
