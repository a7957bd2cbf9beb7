import type { Interval, ScoreSummary } from '../../schemas/index.ts';
import {
  bootstrapInterval,
  clamp,
  clusteredInterval,
  computeClusteredMean,
  computeMean,
  computeMedian,
  computeVarianceParts,
  wilsonInterval,
  zeroEventBound,
} from '../statistics/index.ts';
import type { Scorer } from './define-scorer.ts';
import { cellsOf, type ScoreTable } from './score-table.ts';

export interface Scope {
  scorer: Scorer;
  variant: string;
  model: string;
  cases: readonly { id: string; family: string }[];
  repeats: number;
}

/** The values of each case, by its repeats; cases without any value have an empty list. */
export function valuesByCase(table: ScoreTable, scope: Scope): Map<string, number[]> {
  const { scorer, variant, model, repeats } = scope;
  return new Map(
    scope.cases.map(({ id }) => [
      id,
      cellsOf({ case: id, variant, model }, repeats).flatMap((cell) => {
        const score = table.score(cell, scorer.id);
        return score.kind === 'value' ? [score.value] : [];
      }),
    ]),
  );
}

/** One scorer over one variant and model. */
export function summariseScores(table: ScoreTable, scope: Scope): ScoreSummary {
  const { scorer, variant, model, cases, repeats } = scope;
  const kinds = { value: 0, missing: 0, inapplicable: 0, error: 0 };
  for (const { id } of cases)
    for (const cell of cellsOf({ case: id, variant, model }, repeats))
      kinds[table.score(cell, scorer.id).kind] += 1;

  const byCase = valuesByCase(table, scope);
  const scored = cases.filter(({ id }) => (byCase.get(id) ?? []).length > 0);
  const values = scored.map(({ id }) => byCase.get(id) as number[]);
  const means = values.map(computeMean);
  const families = scored.map(({ family }) => family);
  const parts = computeVarianceParts(values);
  const { interval, method } = intervalOf(scorer, values, means, families);
  const amount = scorer.kind === 'amount' && means.length > 0;
  return {
    scorer: scorer.id,
    variant,
    model,
    cases: scored.length,
    families: new Set(families).size,
    cells: cases.length * repeats,
    values: kinds.value,
    missing: kinds.missing,
    inapplicable: kinds.inapplicable,
    errors: kinds.error,
    mean: means.length > 0 ? computeMean(means) : null,
    interval,
    intervalMethod: method,
    median: amount ? computeMedian(means) : null,
    medianInterval: amount ? bootstrapInterval(groupBy(means, families), computeMedian) : null,
    sdBetween: means.length > 1 ? Math.sqrt(parts.between) : null,
    sdWithin: parts.within === null ? null : Math.sqrt(parts.within),
    byCase: Object.fromEntries(
      cases.map(({ id }) => {
        const own = byCase.get(id) ?? [];
        return [id, own.length > 0 ? computeMean(own) : null];
      }),
    ),
  };
}

function intervalOf(
  { kind }: Scorer,
  values: readonly (readonly number[])[],
  means: readonly number[],
  families: readonly string[],
): { interval: Interval; method: string } {
  const count = new Set(families).size;
  if (count < 2) return { interval: null, method: 'undefined for fewer than two families' };
  const alone = count === means.length && values.every((own) => own.length === 1);
  if (kind === 'binary' && alone) {
    const right = means.filter((mean) => mean === 1).length;
    return { interval: wilsonInterval(right, means.length), method: 'Wilson' };
  }
  const [first = 0] = means;
  if (kind !== 'amount' && (first === 0 || first === 1) && means.every((mean) => mean === first)) {
    // What never happened may still happen: no spread in the sample is not certainty.
    const bound = zeroEventBound(count);
    return {
      interval: first === 0 ? { low: 0, high: bound } : { low: 1 - bound, high: 1 },
      method: 'exact one-sided bound for no events, a family counted once',
    };
  }
  if (means.every((mean) => mean === first)) return { interval: null, method: 'undefined: no case differs' };
  const interval = clusteredInterval(computeClusteredMean(means, families), 0.95);
  return {
    interval: interval && clamp(interval, 0, kind === 'amount' ? Number.MAX_VALUE : 1),
    method: 't, clustered by family',
  };
}

function groupBy(values: readonly number[], families: readonly string[]): number[][] {
  const groups = new Map<string, number[]>();
  values.forEach((value, at) => {
    const family = families[at] as string;
    groups.set(family, [...(groups.get(family) ?? []), value]);
  });
  return [...groups.values()];
}
