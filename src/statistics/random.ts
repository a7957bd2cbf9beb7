import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** In [0, 1). */
  float(): number;
  /** A whole number from 0 to `below` - 1. */
  int(below: number): number;
  /** From the standard normal distribution (Box and Muller 1958). */
  normal(): number;
}

/** Opens a source of numbers; `seed` is a whole number. */
export function openRandom(seed: number): Random {
  const source = xoroshiro128plus(seed);
  const float = () => uniformFloat64(source);
  return {
    float,
    int: (below) => uniformInt(source, 0, below - 1),
    normal: () => Math.sqrt(-2 * Math.log(1 - float())) * Math.cos(2 * Math.PI * float()),
  };
}
