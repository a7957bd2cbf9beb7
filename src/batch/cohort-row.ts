import type { FactSheet } from '../../schemas/index.ts';

/** What the cohort's figures need of one person, and nothing personal. */
export interface CohortRow {
  /** Skill, tier and status of each gap. */
  gaps: { id: string; name: string; tier: string; status: 'partial' | 'missing'; hours: number | null }[];
  /** Coverage by tier and in all, 0 to 1; null where nothing is asked. */
  coverage: Record<'core' | 'preferred' | 'emerging' | 'all', number | null>;
  /** Hours and weeks of the roadmap. */
  hours: number;
  weeks: number;
  /** Known prices of the resources recommended, by currency. */
  costs: { currency: string; amount: number }[];
}

export function computeCohortRow({ skills, coverage, roadmap, resources }: FactSheet): CohortRow {
  return {
    gaps: skills.flatMap(({ id, name, tier, status, hours }) =>
      status === 'met' ? [] : [{ id, name, tier, status, hours }],
    ),
    coverage: {
      core: coverage.core.value,
      preferred: coverage.preferred.value,
      emerging: coverage.emerging.value,
      all: coverage.all.value,
    },
    hours: roadmap.totalHours,
    weeks: roadmap.totalWeeks,
    costs: resources.totals,
  };
}
