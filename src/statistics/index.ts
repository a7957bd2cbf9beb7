export { bootstrapInterval } from './bootstrap.ts';
export { type ClusteredMean, clusteredInterval, computeClusteredMean } from './clustered-mean.ts';
export { computeCohenKappa, type Kappa, type KappaOptions } from './cohen-kappa.ts';
export { adjustHolm } from './holm.ts';
export { type Bounds, clamp } from './interval.ts';
export { testMcNemar } from './mcnemar.ts';
export { computeMean, computeMedian, computeVariance } from './mean.ts';
export {
  ASSUMED_SPREAD,
  casesToSee,
  type Design,
  type PowerOptions,
  repeatsToSee,
  type Spread,
  smallestVisible,
} from './power.ts';
export { openRandom, type Random } from './random.ts';
export { type SignFlip, testSignFlip } from './sign-flip.ts';
export { computeVarianceParts, type VarianceParts } from './variance-parts.ts';
export { wilsonInterval } from './wilson.ts';
export { zeroEventBound } from './zero-event-bound.ts';
