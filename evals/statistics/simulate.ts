/**
 * What the harness itself gets wrong: runs of made-up suites whose truth is known, judged as real runs are.
 * `npm run eval:simulate` (or with a number of runs: `npm run eval:simulate -- 500`).
 *
 * A case passes or fails by chance; its chance depends on its family and itself (logistic, normal effects). The other
 * prompt moves every chance by the same step on the logistic scale, so that the mean moves by the drop asked for.
 */
import { computeSummary, defineScorer, type EvalRow, openRandom, type Random } from '../../src/index.ts';

export interface Setting {
  families: number;
  casesPerFamily: number;
  repeats: number;
  /** Chance to pass, on average. */
  base: number;
  /** How much lower it is after the change: 0.115 is 11.5 points. */
  drop: number;
}

export interface Outcome {
  runs: number;
  /** Shares of runs by verdict on the scorer. */
  regression: number;
  improvement: number;
  nonInferior: number;
  cannotTell: number;
  /** Share of the 90 % intervals that hold the true difference. */
  covered: number;
}

const PASS = defineScorer({
  id: 'pass',
  title: 'Pass',
  description: 'Whether the made-up cell passed.',
  kind: 'binary',
  better: 'higher',
  margin: 0.05,
  gating: true,
  deterministic: true,
  score: () => ({ value: null }),
});

const BETWEEN_FAMILIES = 1;
const BETWEEN_CASES = 0.8;

export function simulate(setting: Setting, runs: number, seed: number): Outcome {
  const random = openRandom(seed);
  const start = solve((shift) => meanChance(shift) - setting.base, 0);
  const end = solve((shift) => meanChance(shift) - (setting.base - setting.drop), start);
  const counts = { regression: 0, improvement: 0, 'non-inferior': 0, 'cannot-tell': 0 };
  let covered = 0;
  for (let run = 0; run < runs; run += 1) {
    const comparison = runOnce(setting, start, end, random);
    counts[comparison.verdict] += 1;
    const { interval } = comparison;
    if (interval && interval.low <= -setting.drop && -setting.drop <= interval.high) covered += 1;
  }
  return {
    runs,
    regression: counts.regression / runs,
    improvement: counts.improvement / runs,
    nonInferior: counts['non-inferior'] / runs,
    cannotTell: counts['cannot-tell'] / runs,
    covered: covered / runs,
  };
}

function runOnce({ families, casesPerFamily, repeats }: Setting, start: number, end: number, random: Random) {
  const cases: { id: string; family: string }[] = [];
  const rows: EvalRow[] = [];
  for (let family = 0; family < families; family += 1) {
    const ease = random.normal() * BETWEEN_FAMILIES;
    for (let at = 0; at < casesPerFamily; at += 1) {
      const id = `case-${family}-${at}`;
      cases.push({ id, family: `family-${family}` });
      const own = ease + random.normal() * BETWEEN_CASES;
      for (const [variant, shift] of [
        ['before', start],
        ['after', end],
      ] as const) {
        for (let repeat = 0; repeat < repeats; repeat += 1) {
          const value = random.float() < logistic(own + shift) ? 1 : 0;
          rows.push({
            key: `${variant} ${id} ${repeat}`,
            suite: 'made-up',
            case: id,
            family: `family-${family}`,
            variant,
            model: 'made-up',
            repeat,
            status: 'ok',
            scores: { pass: { value } },
            broken: [],
          });
        }
      }
    }
  }
  const { comparisons } = computeSummary(rows, {
    suite: 'made-up',
    cases,
    variants: ['before', 'after'],
    models: ['made-up'],
    repeats,
    scorers: [PASS],
  });
  const [comparison] = comparisons;
  if (!comparison) throw new Error('cannot simulate: found no comparison, expected one');
  return comparison;
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** Mean of the logistic function over the normal spread of families and cases, by Simpson's rule. */
function meanChance(shift: number): number {
  const deviation = Math.hypot(BETWEEN_FAMILIES, BETWEEN_CASES);
  const steps = 400;
  const width = 16 / steps;
  let sum = 0;
  for (let at = 0; at <= steps; at += 1) {
    const z = -8 + at * width;
    const weight = at === 0 || at === steps ? 1 : at % 2 === 1 ? 4 : 2;
    sum += weight * logistic(shift + deviation * z) * Math.exp(-(z ** 2) / 2);
  }
  return ((sum * width) / 3) * (1 / Math.sqrt(2 * Math.PI));
}

/** The zero of a growing function within 20 of `near`. */
function solve(f: (x: number) => number, near: number): number {
  let [low, high] = [near - 20, near + 20];
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const SETTINGS: readonly Setting[] = [
  { families: 20, casesPerFamily: 3, repeats: 3, base: 0.82, drop: 0 },
  { families: 20, casesPerFamily: 3, repeats: 3, base: 0.82, drop: 0.115 },
  { families: 20, casesPerFamily: 3, repeats: 1, base: 0.82, drop: 0 },
  { families: 20, casesPerFamily: 3, repeats: 1, base: 0.82, drop: 0.115 },
  { families: 60, casesPerFamily: 1, repeats: 1, base: 0.82, drop: 0 },
  { families: 60, casesPerFamily: 1, repeats: 3, base: 0.82, drop: 0.115 },
  { families: 8, casesPerFamily: 4, repeats: 3, base: 0.82, drop: 0 },
  { families: 40, casesPerFamily: 2, repeats: 3, base: 0.97, drop: 0 },
];

if (import.meta.main) {
  const runs = Number(process.argv[2] ?? 1000);
  console.log(`${runs} runs each; a false alarm is the verdict regression where nothing differs`);
  console.log(
    'families x cases x repeats   base    drop   regression  improvement  non-inferior  cannot tell  covered',
  );
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  SETTINGS.forEach((setting, at) => {
    const { families, casesPerFamily, repeats, base, drop } = setting;
    const found = simulate(setting, runs, at + 1);
    console.log(
      [
        `${families} x ${casesPerFamily} x ${repeats}`.padEnd(26),
        percent(base).padStart(8),
        percent(drop).padStart(7),
        percent(found.regression).padStart(12),
        percent(found.improvement).padStart(12),
        percent(found.nonInferior).padStart(13),
        percent(found.cannotTell).padStart(12),
        percent(found.covered).padStart(9),
      ].join(' '),
    );
  });
}
