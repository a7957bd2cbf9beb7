import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EvalRow, EvalSummary } from '../../schemas/index.ts';
import type { Baseline } from '../../src/evaluate/baseline.ts';
import { computeSummary, type SummaryPlan } from '../../src/evaluate/compute-summary.ts';
import { defineScorer, type Scorer } from '../../src/evaluate/define-scorer.ts';

const scorer = (over: Partial<Scorer> = {}): Scorer =>
  defineScorer({
    id: 'clean',
    title: 'Clean',
    description: 'Made up.',
    kind: 'binary',
    better: 'higher',
    margin: 0.05,
    gating: true,
    deterministic: true,
    score: () => ({ value: null }),
    ...over,
  });

const ids = (count: number) => Array.from({ length: count }, (_, at) => `case-${at}`);

const plan = (over: Partial<SummaryPlan> & { count?: number } = {}): SummaryPlan => ({
  suite: 'made-up',
  cases: ids(over.count ?? 12).map((id) => ({ id, family: id })),
  variants: ['a', 'b'],
  models: ['offline'],
  repeats: 1,
  scorers: [scorer()],
  ...over,
});

/** Rows with the value that `value` gives for each cell; null is a missing value, undefined no row at all. */
function rowsOf(
  { cases, variants, models, repeats, scorers }: SummaryPlan,
  value: (cell: { case: string; at: number; variant: string; repeat: number }) => number | null | undefined,
  over: (cell: { case: string; variant: string }) => Partial<EvalRow> = () => ({}),
): EvalRow[] {
  return cases.flatMap(({ id, family }, at) =>
    variants.flatMap((variant) =>
      models.flatMap((model) =>
        Array.from({ length: repeats }, (_, repeat) => repeat).flatMap((repeat) => {
          const found = value({ case: id, at, variant, repeat });
          if (found === undefined) return [];
          const score = found === null ? { value: null, missing: 'unreadable' } : { value: found };
          return [
            {
              key: `${id}/${variant}/${model}/${repeat}`,
              suite: 'made-up',
              case: id,
              family,
              variant,
              model,
              repeat,
              status: 'ok' as const,
              scores: Object.fromEntries(scorers.map((one) => [one.id, score])),
              broken: [],
              ...over({ case: id, variant }),
            },
          ];
        }),
      ),
    ),
  );
}

const first = <T>(list: readonly T[]): T => list[0] as T;

describe('computeSummary', () => {
  it('fits its schema, and is the same bytes in whatever order rows come', () => {
    const thePlan = plan({ repeats: 3, gate: {} });
    const rows = rowsOf(thePlan, ({ at, variant, repeat }) =>
      (at * 7 + repeat + variant.length) % 3 ? 1 : 0,
    );
    const summary = computeSummary(rows, thePlan);
    expect(EvalSummary.safeParse(summary).error).toBeUndefined();
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(JSON.stringify(computeSummary(shuffled, thePlan))).toBe(JSON.stringify(summary));
      }),
      { numRuns: 20 },
    );
  });

  it('counts every cell once: values, missing, inapplicable, errors', () => {
    const thePlan = plan({ variants: ['a'], count: 5 });
    const rows = rowsOf(
      thePlan,
      ({ at }) => (at === 0 ? undefined : at === 1 ? null : 1),
      ({ case: id }) =>
        id === 'case-2'
          ? { status: 'error', error: { name: 'ModelError', message: 'timeout' } }
          : id === 'case-3'
            ? { scores: { clean: { value: null, missing: 'offline', inapplicable: true } } }
            : {},
    );
    const [score] = computeSummary(rows, thePlan).scores;
    expect(score).toMatchObject({ cells: 5, values: 1, missing: 1, inapplicable: 1, errors: 2 });
  });

  it('lets a later success take the place of an error, and counts a doubled row once', () => {
    const thePlan = plan({ variants: ['a'], count: 2 });
    const rows = rowsOf(thePlan, () => 1);
    const failed: EvalRow = { ...first(rows), status: 'error', error: { name: 'x', message: 'reset' } };
    const summary = computeSummary([failed, ...rows, ...rows], thePlan);
    expect(summary.cells).toEqual({ expected: 2, ok: 2, errors: 0, absent: 0 });
    expect(computeSummary([...rows, failed], thePlan)).toEqual(summary);
  });

  it('averages repeats before cases', () => {
    const thePlan = plan({ variants: ['a'], count: 2, repeats: 2 });
    const rows = rowsOf(thePlan, ({ at, repeat }) => (at === 0 ? 1 : repeat === 0 ? 0 : null));
    expect(first(computeSummary(rows, thePlan).scores).mean).toBe(0.5);
  });

  it('has no interval for one family, and the exact bound where nothing ever failed', () => {
    const one = plan({ variants: ['a'], cases: ids(3).map((id) => ({ id, family: 'x' })) });
    expect(
      first(
        computeSummary(
          rowsOf(one, () => 1),
          one,
        ).scores,
      ).interval,
    ).toBeNull();
    const many = plan({ variants: ['a'], count: 60, repeats: 2 });
    const { interval } = first(
      computeSummary(
        rowsOf(many, () => 1),
        many,
      ).scores,
    );
    expect(interval?.low).toBeCloseTo(1 - 0.0487, 4);
    expect(interval?.high).toBe(1);
  });

  it('gives amounts a median with its interval', () => {
    const thePlan = plan({ variants: ['a'], scorers: [scorer({ kind: 'amount', better: 'lower' })] });
    const score = first(
      computeSummary(
        rowsOf(thePlan, ({ at }) => at),
        thePlan,
      ).scores,
    );
    expect(score.median).toBe(5.5);
    expect(score.medianInterval?.low).toBeLessThan(5.5);
    expect(score.medianInterval?.high).toBeGreaterThan(5.5);
  });

  it.each([
    ['amount', 0],
    ['amount', 7],
    ['share', 0.5],
  ] as const)(
    'has no interval of an %s that is %d in every case: no spread is no certainty',
    (kind, value) => {
      const thePlan = plan({ variants: ['a'], scorers: [scorer({ kind })] });
      const score = first(
        computeSummary(
          rowsOf(thePlan, () => value),
          thePlan,
        ).scores,
      );
      expect(score).toMatchObject({
        mean: value,
        interval: null,
        intervalMethod: 'undefined: no case differs',
      });
    },
  );
});

describe('verdicts', () => {
  const verdict = (thePlan: SummaryPlan, rows: EvalRow[]) => first(computeSummary(rows, thePlan).comparisons);

  it.each([
    ['regression', 'higher', (at: number, variant: string) => (variant === 'b' && at < 9 ? 0 : 1)],
    ['improvement', 'higher', (at: number, variant: string) => (variant === 'a' && at < 9 ? 0 : 1)],
    ['improvement', 'lower', (at: number, variant: string) => (variant === 'b' && at < 9 ? 0 : 1)],
    ['cannot-tell', 'higher', (at: number, variant: string) => (variant === 'b' && at < 2 ? 0 : 1)],
  ] as const)('%s, where %s is better', (expected, better, value) => {
    const thePlan = plan({ scorers: [scorer({ better })] });
    const rows = rowsOf(thePlan, ({ at, variant }) => value(at, variant));
    expect(verdict(thePlan, rows).verdict).toBe(expected);
  });

  it('is non-inferior only where the bound is within the margin, though nothing differed', () => {
    const few = plan({ count: 20 });
    expect(
      verdict(
        few,
        rowsOf(few, () => 1),
      ),
    ).toMatchObject({ difference: 0, verdict: 'cannot-tell' });
    const many = plan({ count: 60 });
    expect(
      verdict(
        many,
        rowsOf(many, () => 1),
      ),
    ).toMatchObject({ difference: 0, verdict: 'non-inferior' });
  });

  it('never calls a loss below the margin a regression, however sure', () => {
    const thePlan = plan({ count: 40, scorers: [scorer({ kind: 'share' })] });
    const rows = rowsOf(thePlan, ({ at, variant }) => 0.9 - (variant === 'b' ? 0.02 + (at % 3) / 1000 : 0));
    const found = verdict(thePlan, rows);
    expect(found.pWorse).toBeLessThan(0.001);
    expect(found.verdict).toBe('non-inferior');
  });

  it('is undecided with fewer than five families, whatever they say', () => {
    const thePlan = plan({ count: 4 });
    const found = verdict(
      thePlan,
      rowsOf(thePlan, ({ variant }) => (variant === 'a' ? 1 : 0)),
    );
    expect(found.verdict).toBe('cannot-tell');
    expect(found.words).toContain('at least five families are needed, found 4');
  });

  it.each(['binary', 'share', 'amount'] as const)(
    'is undecided of an %s that is the same on both sides in fewer than five families',
    (kind) => {
      const thePlan = plan({ count: 4, scorers: [scorer({ kind })] });
      expect(
        verdict(
          thePlan,
          rowsOf(thePlan, () => 1),
        ),
      ).toMatchObject({ difference: 0, verdict: 'cannot-tell' });
    },
  );

  it('says what would settle what it cannot tell', () => {
    const thePlan = plan({ count: 40, repeats: 2 });
    const rows = rowsOf(thePlan, ({ at, variant, repeat }) =>
      (at * 3 + repeat * (variant === 'a' ? 1 : 2)) % 5 < 3 ? 1 : 0,
    );
    const found = verdict(thePlan, rows);
    expect(found.verdict).toBe('cannot-tell');
    expect(found.settle.cases).toBeGreaterThan(40);
    expect(found.words).toMatch(
      /could have been missed; \d+ cases(, or \d+ repeats of these,)? would show 5 points/,
    );
  });

  it('leaves a case with a value on one side only out, and says so', () => {
    const thePlan = plan();
    const rows = rowsOf(thePlan, ({ at, variant }) => (at === 0 && variant === 'b' ? null : 1));
    expect(verdict(thePlan, rows)).toMatchObject({ cases: 11, unpaired: 1 });
  });

  it('adjusts the gating scorers together, and leaves the others as they are', () => {
    const scorers = ['one', 'two', 'three'].map((id) => scorer({ id, gating: id !== 'three' }));
    const thePlan = plan({ scorers });
    const rows = rowsOf(thePlan, ({ at, variant }) => (variant === 'b' && at < 6 ? 0 : 1));
    const [one, two, three] = computeSummary(rows, thePlan).comparisons;
    expect(one).toMatchObject({ adjusted: true, pWorse: 2 / 64 });
    expect(two).toMatchObject({ adjusted: true, pWorse: 2 / 64 });
    expect(three).toMatchObject({ adjusted: false, pWorse: 1 / 64 });
  });
});

describe('the gate', () => {
  const baseline = (scores: Record<string, (number | null)[]>): Baseline => ({
    schema: 'gapwright/eval-baseline@1',
    suites: {
      'made-up': {
        variant: 'a',
        repeats: 1,
        models: { offline: { prompts: {}, scores: { clean: scores } } },
      },
    },
  });
  const good = baseline(Object.fromEntries(ids(12).map((id) => [id, [1]])));
  const gated = (over: Partial<SummaryPlan> = {}) =>
    plan({ variants: ['a'], gate: { baseline: good }, ...over });
  const gate = (thePlan: SummaryPlan, rows: EvalRow[]) => {
    const { gate: found } = computeSummary(rows, thePlan);
    if (!found) throw new Error('expected a gate');
    return found;
  };

  it('passes a run that is as good', () => {
    expect(
      gate(
        gated(),
        rowsOf(gated(), () => 1),
      ),
    ).toEqual({ passed: true, reasons: [], worst: [] });
  });

  it('fails on one contradiction in one final report, whatever all others say', () => {
    const thePlan = gated({ cases: ids(400).map((id) => ({ id, family: id })) });
    const rows = rowsOf(
      thePlan,
      () => 1,
      ({ case: id }) => (id === 'case-399' ? { broken: ['Python is called missing'] } : {}),
    );
    const { passed, reasons, worst } = gate(thePlan, rows);
    expect(passed).toBe(false);
    expect(reasons).toEqual([
      {
        kind: 'invariant',
        message: 'case-399 (a, offline): Python is called missing',
        case: 'case-399',
        variant: 'a',
        model: 'offline',
      },
    ]);
    expect(worst).toHaveLength(1);
  });

  it.each([
    ['error', undefined, 'the cell was not run'],
    ['missing', null, 'clean: unreadable'],
  ] as const)('fails on one %s', (kind, value, words) => {
    const { reasons } = gate(
      gated(),
      rowsOf(gated(), ({ at }) => (at === 3 ? value : 1)),
    );
    expect(reasons).toHaveLength(1);
    expect(first(reasons)).toMatchObject({ kind, case: 'case-3' });
    expect(first(reasons).message).toContain(words);
  });

  it('fails a variant that falls below a threshold, though another is far above', () => {
    const thePlan = gated({ variants: ['a', 'b'], thresholds: { clean: 0.8 } });
    const { reasons } = gate(
      thePlan,
      rowsOf(thePlan, ({ at, variant }) => (variant === 'b' && at < 4 ? 0 : 1)),
    );
    expect(reasons.filter(({ kind }) => kind === 'threshold')).toEqual([
      {
        kind: 'threshold',
        message: 'clean of b (offline): found 66.7 %, expected at least 80 %',
        scorer: 'clean',
        variant: 'b',
        model: 'offline',
      },
    ]);
  });

  it('has no threshold for what is in no case by nature, and keeps it where a value is missing', () => {
    const thePlan = gated({ thresholds: { clean: 1 } });
    const scored = (score: EvalRow['scores'][string]) =>
      gate(
        thePlan,
        rowsOf(
          thePlan,
          () => 1,
          () => ({ scores: { clean: score } }),
        ),
      ).reasons.map(({ kind }) => kind);
    expect(scored({ value: null, missing: 'forbids no words', inapplicable: true })).toEqual([]);
    expect(scored({ value: null, missing: 'unreadable' })).toContain('threshold');
  });

  it('fails on a regression against the baseline, and names the worst three cases', () => {
    const { reasons, worst } = gate(
      gated(),
      rowsOf(gated(), ({ at }) => (at < 8 ? 0 : 1)),
    );
    expect(reasons.map(({ kind }) => kind)).toEqual(['regression']);
    expect(worst.map(({ case: id, words }) => `${id}: ${words}`)).toEqual(
      ['case-0', 'case-1', 'case-2'].map((id) => `${id}: clean 100 points worse than baseline`),
    );
  });

  it('does not fail on a loss that may be chance, and says that it cannot tell', () => {
    const summary = computeSummary(
      rowsOf(gated(), ({ at }) => (at < 2 ? 0 : 1)),
      gated(),
    );
    expect(summary.gate?.passed).toBe(true);
    expect(first(summary.comparisons)).toMatchObject({ against: 'baseline', verdict: 'cannot-tell' });
  });

  it('fails where there is no baseline to compare with', () => {
    const thePlan = gated({ gate: {} });
    expect(
      gate(
        thePlan,
        rowsOf(thePlan, () => 1),
      ).reasons,
    ).toEqual([
      {
        kind: 'baseline',
        message: 'found no baseline of the suite made-up, expected one: write it with --update-baseline',
      },
    ]);
  });

  it.each([
    ['of another model', { models: ['openai:other'] }, 'found no scores of openai:other in the baseline'],
    [
      'of other cases',
      { cases: [{ id: 'new', family: 'new' }] },
      'found no scores of any case of this run by offline in the baseline',
    ],
  ])('fails where the baseline is %s: nothing compared is nothing passed', (_, over, message) => {
    const thePlan = gated(over);
    const { reasons } = gate(
      thePlan,
      rowsOf(thePlan, () => 1),
    );
    expect(reasons.map(({ kind }) => kind)).toEqual(['baseline']);
    expect(first(reasons).message).toContain(message);
  });
});
