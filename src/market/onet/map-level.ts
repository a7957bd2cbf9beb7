import type { Level } from '../../../schemas/index.ts';
import { LEVELS } from '../../../schemas/scale.ts';

/** The top of O*NET's level scale. */
const TOP = 7;

/**
 * O*NET's level of 0 to 7 on our scale: quarters of equal width. Up to 1.75 is beginner, up to 3.5 intermediate, up
 * to 5.25 advanced, above that expert. O*NET's own anchors lie at about 2, 4 and 6.
 */
export function mapLevel(score: number): Level {
  const quarter = Math.ceil((score / TOP) * LEVELS.length) - 1;
  return LEVELS[Math.min(LEVELS.length - 1, Math.max(0, quarter))] as Level;
}
