import { z } from 'zod';

/** An interval (95 % where nothing else is said); null where it is not defined (one family, no values). */
export const Interval = z.strictObject({ low: z.number(), high: z.number() }).nullable();
export type Interval = z.infer<typeof Interval>;

/** One scorer over one variant and model: means over cases, repeats averaged first. */
export const ScoreSummary = z.strictObject({
  scorer: z.string(),
  variant: z.string(),
  model: z.string(),
  /** Cases with at least one value, and families of such cases. */
  cases: z.int(),
  families: z.int(),
  /** cells = values + missing + inapplicable + errors; errors are cells that failed, are absent, or whose scorer failed. */
  cells: z.int(),
  values: z.int(),
  missing: z.int(),
  inapplicable: z.int(),
  errors: z.int(),
  mean: z.number().nullable(),
  /** How the interval was computed: clustered t, Wilson, exact bound for no events, BCa bootstrap. */
  interval: Interval,
  intervalMethod: z.string(),
  /** Median over cases, with its BCa bootstrap interval; only of amounts. */
  median: z.number().nullable(),
  medianInterval: Interval,
  /** Standard deviation between cases, and within a case over its repeats (null for one repeat). */
  sdBetween: z.number().nullable(),
  sdWithin: z.number().nullable(),
  /** Mean of each case, for plots and the next baseline. */
  byCase: z.record(z.string(), z.number().nullable()),
});
export type ScoreSummary = z.infer<typeof ScoreSummary>;

export const Verdict = z.enum(['regression', 'improvement', 'non-inferior', 'cannot-tell']);
export type Verdict = z.infer<typeof Verdict>;

/** One scorer compared between two variants (or a variant and the baseline file) on the same cases. */
export const Comparison = z.strictObject({
  scorer: z.string(),
  model: z.string(),
  /** Name of the variant it is compared with, or `baseline` for the baseline file. */
  against: z.string(),
  variant: z.string(),
  cases: z.int(),
  families: z.int(),
  /** Cases that only one side has a value for: left out of the difference, and said. */
  unpaired: z.int(),
  meanAgainst: z.number().nullable(),
  mean: z.number().nullable(),
  /** mean - meanAgainst over the paired cases, in the scorer's unit (its sign is not turned). */
  difference: z.number().nullable(),
  /** 90 %: each end is a one-sided 95 % bound, as tests of regression and of non-inferiority need it. */
  interval: Interval,
  intervalMethod: z.string(),
  /** One-sided p of being worse, and of being better; after Holm over the gating scorers where the scorer gates. */
  pWorse: z.number().nullable(),
  pBetter: z.number().nullable(),
  adjusted: z.boolean(),
  test: z.string(),
  gating: z.boolean(),
  verdict: Verdict,
  /** The verdict in a sentence, with what would settle it where it is `cannot-tell`. */
  words: z.string(),
  /** Smallest difference that this many cases and repeats can see with 80 % power at the 5 % level; null if unknown. */
  smallestVisible: z.number().nullable(),
  /** Cases, and repeats, that would show a difference of the scorer's margin; null if unknown. */
  settle: z.strictObject({ cases: z.int().nullable(), repeats: z.int().nullable() }),
  /** Difference of each case, for plots. */
  byCase: z.record(z.string(), z.number()),
});
export type Comparison = z.infer<typeof Comparison>;

export const GateReason = z.strictObject({
  kind: z.enum(['invariant', 'error', 'missing', 'threshold', 'regression', 'baseline']),
  message: z.string(),
  scorer: z.string().optional(),
  variant: z.string().optional(),
  model: z.string().optional(),
  case: z.string().optional(),
});
export type GateReason = z.infer<typeof GateReason>;

/** What a run of a suite says. Computed from its rows and from nothing else. */
export const EvalSummary = z.strictObject({
  schema: z.literal('gapwright/eval@1'),
  suite: z.string(),
  /** SHA-256 over the keys of the rows, so that two summaries of one set of rows are the same bytes. */
  rows: z.string(),
  cells: z.strictObject({ expected: z.int(), ok: z.int(), errors: z.int(), absent: z.int() }),
  cases: z.array(z.strictObject({ id: z.string(), family: z.string() })),
  variants: z.array(z.string()),
  models: z.array(z.string()),
  repeats: z.int(),
  scorers: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      description: z.string(),
      kind: z.enum(['binary', 'share', 'amount']),
      unit: z.string().optional(),
      better: z.enum(['higher', 'lower']),
      margin: z.number(),
      gating: z.boolean(),
    }),
  ),
  scores: z.array(ScoreSummary),
  comparisons: z.array(Comparison),
  /** Hard invariants broken, cell by cell. */
  broken: z.array(
    z.strictObject({
      case: z.string(),
      variant: z.string(),
      model: z.string(),
      repeat: z.int(),
      words: z.array(z.string()),
    }),
  ),
  /** Present only where a gate was asked for. */
  gate: z
    .strictObject({
      passed: z.boolean(),
      reasons: z.array(GateReason),
      /** The worst cases by what failed, at most three. */
      worst: z.array(z.strictObject({ case: z.string(), variant: z.string(), words: z.string() })),
    })
    .optional(),
});
export type EvalSummary = z.infer<typeof EvalSummary>;

/** What `--reporter json` prints: the summary, with what an A/A run or a comparison of two runs adds. */
export const EvalReport = EvalSummary.extend({
  /** What the same prompt twice says of the harness: whatever is found is a false alarm. */
  aa: z
    .strictObject({
      splits: z.int(),
      gateAlarms: z.number(),
      scorers: z.array(
        z.strictObject({
          id: z.string(),
          gating: z.boolean(),
          falseAlarms: z.number().nullable(),
          noiseFloor: z.number().nullable(),
        }),
      ),
    })
    .optional(),
  /** What the two runs have differently, in words. */
  changes: z.array(z.string()).optional(),
});
export type EvalReport = z.infer<typeof EvalReport>;
