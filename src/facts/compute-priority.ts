import type { Tier } from '../../schemas/index.ts';

/** How much a tier weighs. */
export const TIER_WEIGHTS: Readonly<Record<Tier, number>> = { core: 3, preferred: 2, emerging: 1 };

/** The demand assumed where the role gives no share of postings. */
export const DEFAULT_SHARE = 0.5;

/**
 * How pressing a gap is: tier weight x demand share x steps of level, rounded to four decimals. Core weighs 3,
 * preferred 2, emerging 1; an unknown share counts 0.5; steps run from 0 (met) to 4.
 */
export function computePriority(tier: Tier, share: number | null, steps: number): number {
  return Math.round(TIER_WEIGHTS[tier] * (share ?? DEFAULT_SHARE) * steps * 10_000) / 10_000;
}
