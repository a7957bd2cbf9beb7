import type { BatchSummary, Tier } from '../../schemas/index.ts';
import type { BatchJournal } from './batch-journal.ts';
import { describeCohort } from './describe-cohort.ts';
import type { BatchCounts } from './run-batch.ts';
import { Tally } from './tally.ts';

const SCOPES = ['core', 'preferred', 'emerging', 'all'] as const;

/** Computes what a batch came to from its journal, one entry after the other. */
export function computeBatchSummary(
  journal: Pick<BatchJournal, 'entries'>,
  counts: BatchCounts,
  { role, date }: { role: string; date: string },
): BatchSummary {
  const sentences = { model: 0, repaired: 0, offline: 0 };
  const spent: BatchSummary['spent'] = { calls: 0, inputTokens: 0, outputTokens: 0, cost: 0 };
  const coverage = new Map(SCOPES.map((scope) => [scope, new Tally()]));
  const gaps = new Map<
    string,
    { name: string; tier: string; missing: number; partial: number; hours: Tally }
  >();
  const [hours, weeks] = [new Tally(), new Tally()];
  const costs = new Map<string, { total: number; people: number }>();
  let people = 0;

  for (const { entry } of journal.entries()) {
    people += 1;
    for (const by of ['model', 'repaired', 'offline'] as const) sentences[by] += entry.sentences[by];
    spent.calls += entry.spent.calls;
    for (const name of ['inputTokens', 'outputTokens', 'cost'] as const) {
      const [sum, more] = [spent[name], entry.spent[name]];
      spent[name] = sum === null || more === null ? null : sum + more;
    }
    const { cohort } = entry;
    for (const scope of SCOPES) {
      const value = cohort.coverage[scope];
      if (value !== null) coverage.get(scope)?.add(value);
    }
    for (const gap of cohort.gaps) {
      const known = gaps.get(gap.id) ?? { ...gap, missing: 0, partial: 0, hours: new Tally() };
      known[gap.status] += 1;
      if (gap.hours !== null) known.hours.add(gap.hours);
      gaps.set(gap.id, known);
    }
    hours.add(cohort.hours);
    weeks.add(cohort.weeks);
    for (const { currency, amount } of cohort.costs) {
      const known = costs.get(currency) ?? { total: 0, people: 0 };
      costs.set(currency, { total: known.total + amount, people: known.people + 1 });
    }
  }

  const spread = hours.spread();
  const cohort: BatchSummary['cohort'] = {
    people,
    coverage: Object.fromEntries(
      SCOPES.flatMap((scope) => {
        const found = coverage.get(scope)?.spread();
        return found ? [[scope, found]] : [];
      }),
    ),
    gaps: [...gaps]
      .map(([id, { name, tier, missing, partial, hours: own }]) => ({
        id,
        name,
        tier: tier as Tier,
        missing,
        partial,
        share: (missing + partial) / people,
        hours: own.spread()?.median ?? null,
      }))
      .sort((a, b) => b.share - a.share || b.missing - a.missing || (a.name < b.name ? -1 : 1)),
    hours: spread && { ...spread, total: hours.sum },
    weeks: weeks.spread(),
    costs: [...costs]
      .map(([currency, { total, people: many }]) => ({ currency, total, people: many }))
      .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
  };
  const { written, kept, copied, failed } = counts;
  const reports = { people: written + kept + copied + failed, written, kept, copied, failed };
  return {
    schema: 'gapwright/batch@1',
    role,
    date,
    reports,
    sentences,
    spent,
    cohort,
    ...describeCohort({ role, reports, cohort }),
  };
}
