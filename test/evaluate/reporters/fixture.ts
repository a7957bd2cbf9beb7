import type { EvalArtifact, EvalPlan, EvalRow, FactSheet, Finding } from '../../../schemas/index.ts';
import type { Baseline } from '../../../src/evaluate/baseline.ts';
import { computeSummary, type SummaryPlan } from '../../../src/evaluate/compute-summary.ts';
import type { PastRun, ReporterInput } from '../../../src/evaluate/define-reporter.ts';
import { defineScorer, type Scorer } from '../../../src/evaluate/define-scorer.ts';
import { EXAMPLE_FACTS } from '../../check/support/example-facts.ts';
import { resultOf } from '../../findings/checked.ts';

const scorer = (over: Partial<Scorer> & Pick<Scorer, 'id' | 'title'>): Scorer =>
  defineScorer({
    description: `Made up: ${over.title.toLowerCase()}.`,
    kind: 'binary',
    better: 'higher',
    margin: 0.05,
    gating: true,
    deterministic: true,
    score: () => ({ value: null }),
    ...over,
  });

export const SCORERS: readonly Scorer[] = [
  scorer({ id: 'clean', title: 'Free of contradictions' }),
  scorer({ id: 'grounded', title: 'Groundedness', kind: 'share', margin: 0.03 }),
  scorer({
    id: 'readability',
    title: 'Readability',
    kind: 'amount',
    unit: 'points of 100',
    margin: 5,
  }),
  scorer({
    id: 'latency',
    title: 'Time',
    kind: 'amount',
    unit: 'seconds',
    better: 'lower',
    margin: 2,
    gating: false,
  }),
];

/** A number in [0, 1) that follows from its name alone. */
export function drawn(...name: readonly (string | number)[]): number {
  let hash = 2166136261;
  for (const letter of name.join('\u0000')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0x5bd1e995);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

export const TEXT_A = `# Skill gap report

## Executive Summary

Docker is one of the core skills. She meets four of eight of them & needs 264 hours.

| Skill | Status |
| :---- | :----- |
| Git   | met    |

## Roadmap

- The plan takes 33 weeks.
- It starts with Kubernetes.
`;

export const TEXT_B = TEXT_A.replace('is one of the core skills', 'is a preferred skill').replace(
  'starts with Kubernetes',
  'starts with Terraform, then Kubernetes',
);

export function artifactOf(text: string, findings: readonly Finding[] = []): EvalArtifact {
  const draft = text.replace('33 weeks', '30 weeks');
  return {
    schema: 'gapwright/eval-artifact@1',
    facts: null,
    report: null,
    text,
    findings: [...findings],
    first: {
      sentences: [],
      text: draft,
      findings: draft === text ? [] : resultOf(draft, [{ quote: '30 weeks', rule: 'figures' }]).findings,
    },
  };
}

export interface MadeUp {
  cases?: number;
  families?: number;
  variants?: readonly string[];
  models?: readonly string[];
  repeats?: number;
  scorers?: readonly Scorer[];
  value?: (cell: {
    case: string;
    at: number;
    variant: string;
    model: string;
    repeat: number;
    scorer: Scorer;
  }) => number | null | undefined;
  row?: (row: EvalRow) => Partial<EvalRow>;
  gate?: 'none' | 'baseline' | 'no-baseline';
  thresholds?: Readonly<Record<string, number>>;
  caseId?: (at: number) => string;
  texts?: (row: EvalRow) => EvalArtifact | undefined;
  facts?: FactSheet;
}

const NAMES = ['nurse-icu', 'accountant', 'sre-huge-plan', 'line-cook', 'soc-name-in-thai', 'welder'];

/** A value that is plausible for a scorer: `b` is better grounded and slower. */
export function plausible({
  case: id,
  variant,
  model,
  repeat,
  scorer: { id: what },
}: Parameters<NonNullable<MadeUp['value']>>[0]): number {
  const chance = drawn(id, variant, model, repeat, what);
  const hard = drawn(id, what);
  const second = variant === 'b';
  if (what === 'clean') return chance < (second ? 0.97 : 0.85) - hard * 0.1 ? 1 : 0;
  if (what === 'grounded')
    return Math.round((0.82 + (second ? 0.08 : 0) + hard * 0.06 + chance * 0.04) * 1000) / 1000;
  if (what === 'readability') return Math.round(45 + hard * 20 + chance * 8);
  return Math.round((8 + (second ? 3 : 0) + hard * 6 + chance * 4) * 10) / 10;
}

/** A run of made-up rows, as reporters see it. */
export function madeUpRun(over: MadeUp = {}): ReporterInput {
  const {
    cases: size = 12,
    families = size,
    variants = ['a', 'b'],
    models = ['offline'],
    repeats = 2,
    scorers = SCORERS,
    value = plausible,
    row: change = () => ({}),
    gate = 'none',
    thresholds = {},
    caseId = (at: number) => `${NAMES[at % NAMES.length]}-${String(at + 1).padStart(2, '0')}`,
    texts = () => undefined,
    facts,
  } = over;
  const cases = Array.from({ length: size }, (_, at) => ({
    id: caseId(at),
    family: `family-${at % families}`,
  }));
  const artifacts = new Map<string, EvalArtifact>();
  const rows: EvalRow[] = cases.flatMap(({ id, family }, at) =>
    variants.flatMap((variant) =>
      models.flatMap((model) =>
        Array.from({ length: repeats }, (_, repeat) => repeat).flatMap((repeat) => {
          const values = scorers.map(
            (one) => [one, value({ case: id, at, variant, model, repeat, scorer: one })] as const,
          );
          if (values.some(([, found]) => found === undefined)) return [];
          const row: EvalRow = {
            key: `${id}/${variant}/${model}/${repeat}`,
            suite: 'made-up',
            case: id,
            family,
            variant,
            model,
            repeat,
            status: 'ok',
            scores: Object.fromEntries(
              values.map(([one, found]) => [
                one.id,
                found === null || found === undefined
                  ? { value: null, missing: 'unreadable reply' }
                  : { value: found, evidence: [`${one.id} of ${id}`] },
              ]),
            ),
            broken: [],
          };
          const changed = { ...row, ...change(row) };
          const artifact = texts(changed);
          if (artifact) {
            changed.artifact = `${changed.key}.json`;
            artifacts.set(changed.artifact, artifact);
          }
          return [changed];
        }),
      ),
    ),
  );
  const summaryPlan: SummaryPlan = {
    suite: 'made-up',
    cases,
    variants,
    models,
    repeats,
    scorers,
    thresholds,
    ...(gate !== 'none' && {
      gate: gate === 'baseline' ? { baseline: baselineOf(cases, variants[0] ?? '', models, scorers) } : {},
    }),
  };
  return {
    summary: computeSummary(rows, summaryPlan),
    plan: planOf(summaryPlan),
    rows,
    artifact: (name) => {
      const artifact = artifacts.get(name);
      return artifact && { artifact, facts };
    },
  };
}

function baselineOf(
  cases: readonly { id: string }[],
  variant: string,
  models: readonly string[],
  scorers: readonly Scorer[],
): Baseline {
  const perfect = (one: Scorer) => (one.kind === 'amount' ? 60 : 1);
  const scores = Object.fromEntries(
    scorers.map((one) => [one.id, Object.fromEntries(cases.map(({ id }) => [id, [perfect(one)]]))]),
  );
  return {
    schema: 'gapwright/eval-baseline@1',
    suites: {
      'made-up': {
        variant,
        repeats: 1,
        models: Object.fromEntries(models.map((model) => [model, { prompts: {}, scores }])),
      },
    },
  };
}

function planOf({
  suite,
  cases,
  variants,
  models,
  repeats,
  scorers,
  thresholds = {},
}: SummaryPlan): EvalPlan {
  return {
    schema: 'gapwright/eval-plan@1',
    suite,
    version: '0.1.0',
    task: { id: 'report', version: '1' },
    cases: cases.map(({ id, family }) => ({ id, family, tags: ['it'], inputs: `inputs-of-${id}` })),
    variants: variants.map((name) => ({
      name,
      from: name === 'a' ? 'built-in prompts' : 'evals/prompts/b',
      prompts: { 'executive-summary': '9f86d081884c7d65', shared: name === 'a' ? '2c26b46b' : 'fcde2b2e' },
      style: {},
    })),
    models: [...models],
    repeats,
    seed: 0,
    maxRepairs: 3,
    scorers: scorers.map(({ score: _, ...one }) => one),
    thresholds: { ...thresholds },
    partial: false,
  };
}

/** Earlier runs with slowly rising scores. */
export function pastRuns(count: number): PastRun[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `made-up-${at}`,
    started: `2026-10-${String(at + 1).padStart(2, '0')}T08:30:00.000Z`,
    partial: at === 1,
    summary: madeUpRun({
      variants: ['a'],
      value: (cell) => {
        const { kind } = cell.scorer;
        const found = plausible(cell);
        return kind === 'share' ? found - (count - at) * 0.01 : found;
      },
      gate: at === 2 ? 'no-baseline' : 'none',
    }).summary,
  }));
}

const sideTexts = (row: EvalRow): EvalArtifact =>
  row.variant === 'a'
    ? artifactOf(TEXT_A, resultOf(TEXT_A, [{ quote: 'core', related: 'Docker' }]).findings)
    : artifactOf(TEXT_B);

/** What a page, a dashboard or a terminal must not take for anything but text. */
export const HOSTILE =
  '</script><script>alert(1)</script><img src=x onerror=alert(2)> "\' & | ` \u2028\u2029 ::error::x %0A \u001b[31m \u202e \ud800 ]]> <!-- {{fact}}';

/** Runs of every kind that reporters must get right, by name. */
const MAKERS: Readonly<Record<string, () => ReporterInput>> = {
  compared: () => ({
    ...madeUpRun({ texts: sideTexts, facts: EXAMPLE_FACTS }),
    history: () => pastRuns(6),
  }),
  passed: () =>
    madeUpRun({
      variants: ['a'],
      gate: 'baseline',
      value: ({ scorer: { kind } }) => (kind === 'amount' ? 60 : 1),
    }),
  failed: () =>
    madeUpRun({
      variants: ['a', 'b'],
      gate: 'baseline',
      thresholds: { grounded: 0.95 },
      value: (cell) => {
        if (cell.scorer.id === 'readability' && cell.at === 3) return null;
        if (cell.at === 5 && cell.variant === 'b' && cell.repeat === 1) return undefined;
        return plausible(cell);
      },
      row: ({ case: id, variant, repeat }) => {
        if (id.startsWith('nurse-icu-01') && variant === 'a' && repeat === 0)
          return { broken: ['skill-polarity: Python is called missing, and it is met'] };
        if (id.startsWith('welder-06') && variant === 'a' && repeat === 0)
          return {
            status: 'error',
            error: { name: 'ModelError', message: 'timeout after 120 s' },
            scores: {},
          };
        return {};
      },
      texts: sideTexts,
      facts: EXAMPLE_FACTS,
    }),
  'no-baseline': () => madeUpRun({ variants: ['a'], gate: 'no-baseline', repeats: 1 }),
  'one-cell': () =>
    madeUpRun({ cases: 1, variants: ['a'], repeats: 1, texts: sideTexts, facts: EXAMPLE_FACTS }),
  'few-families': () => madeUpRun({ cases: 9, families: 3 }),
  'many-variants': () =>
    madeUpRun({ variants: ['a', 'b', 'c'], models: ['offline', 'openai:gpt-5-mini'], repeats: 1 }),
  'two-runs': () => ({
    ...madeUpRun({ variants: ['made-up-1:current', 'made-up-2:current'] }),
    plan: undefined,
    rows: [],
    changes: ['gapwright: was "0.1.0", is "0.2.0"', 'prompts: shared'],
  }),
  aa: () => ({
    ...madeUpRun({ variants: ['a', 'a-again'] }),
    aa: {
      splits: 200,
      gateAlarms: 0.035,
      scorers: SCORERS.map(({ id, gating, kind }, at) => ({
        id,
        gating,
        falseAlarms: at === 3 ? null : 0.01 * at,
        noiseFloor: at === 3 ? null : kind === 'amount' ? 1.8 : 0.04,
      })),
    },
  }),
  hostile: () => {
    const run = madeUpRun({
      cases: 6,
      variants: ['a', HOSTILE],
      models: [HOSTILE],
      scorers: [
        ...SCORERS,
        scorer({ id: `s${HOSTILE}`, title: HOSTILE, description: HOSTILE, kind: 'amount', unit: HOSTILE }),
      ],
      gate: 'no-baseline',
      caseId: (at) => `${HOSTILE}${at}`,
      row: ({ repeat, scores }) => ({
        broken: repeat === 0 ? [HOSTILE] : [],
        scores: Object.fromEntries(
          Object.entries(scores).map(([id, score]) => [id, { ...score, evidence: [HOSTILE] }]),
        ),
      }),
      texts: () => {
        const text = `# ${HOSTILE}\n\n## ${HOSTILE}\n\nDocker ${HOSTILE} core\n`;
        return artifactOf(text, resultOf(text, [{ quote: 'Docker', message: HOSTILE }]).findings);
      },
      facts: EXAMPLE_FACTS,
    });
    return {
      ...run,
      changes: [HOSTILE],
      history: () => [{ ...(pastRuns(1)[0] as PastRun), id: HOSTILE, started: HOSTILE }],
    };
  },
};

const made = new Map<string, ReporterInput>();

/** Each is made once: what a summary is computed from is tested elsewhere, and takes its time. */
export const RUNS: Readonly<Record<string, () => ReporterInput>> = Object.fromEntries(
  Object.entries(MAKERS).map(([name, make]) => [
    name,
    () => {
      const input = made.get(name) ?? make();
      made.set(name, input);
      return input;
    },
  ]),
);
