import { type Bounds, computeCohenKappa } from '../../statistics/index.ts';
import { type Judge, type JudgedBy, judgedBy } from './judge.ts';
import { judgePair, type Pair, type PairVerdict, type Winner } from './pairwise.ts';
import { judgeByRubric, type Question, RUBRIC } from './rubric.ts';
import { type PairSummary, summarisePairs } from './summarise-pairs.ts';

/** A pair, and what people say of it. */
export interface LabelledPair extends Pair {
  id: string;
  label: Winner;
}

/** A text, and the scores that people give it. */
export interface LabelledText {
  id: string;
  text: string;
  labels: Readonly<Record<string, 0 | 1 | 2>>;
}

/** How far a judge agrees with people. */
export interface Agreement {
  judge: JudgedBy;
  /** What was judged: `pairwise`, or a question of the rubric. */
  what: string;
  /** Labelled examples, and those of them without a usable answer. */
  examples: number;
  missing: number;
  kappa: number | null;
  interval: Bounds | null;
  agreement: number | null;
  /** Figures of a judge are a `hint` unless they are known to mean what people mean. */
  status: 'hint' | 'calibrated';
  /** Why it is no more than a hint; empty where it is. */
  reasons: readonly string[];
  /** Of pairs only: ties, swaps, the bias for what is shown first. */
  pairs?: PairSummary;
}

export interface CalibrationLimits {
  /** Fewest examples with a usable answer. */
  examples?: number;
  /** Least lower end of kappa's interval; 0.4 is where agreement begins to be called moderate. */
  kappa?: number;
  /** Most of the examples without a usable answer. */
  missing?: number;
  /** Most of the pairs whose answer changes with the order. */
  swapped?: number;
}

const LIMITS: Required<CalibrationLimits> = { examples: 20, kappa: 0.4, missing: 0.1, swapped: 0.2 };

interface Options {
  limits?: CalibrationLimits;
  signal?: AbortSignal | undefined;
}

/** Computes how far the judge's comparisons agree with the labels. */
export async function calibratePairwise(
  judge: Judge,
  examples: readonly LabelledPair[],
  { limits, signal }: Options = {},
): Promise<Agreement> {
  const verdicts: PairVerdict[] = [];
  for (const example of examples) verdicts.push(await judgePair(judge, example, { signal }));
  const rated = examples.flatMap(({ label }, at) => {
    const winner = verdicts[at]?.winner ?? null;
    return winner === null ? [] : [[label, winner] as const];
  });
  const pairs = summarisePairs(verdicts);
  return settle(judgedBy(judge, judge.pairwise), 'pairwise', rated, examples.length, {
    categories: ['a', 'tie', 'b'],
    limits: { ...LIMITS, ...limits },
    pairs,
  });
}

/** Computes, question by question, how far the judge's scores agree with the labels; being off by two weighs double. */
export async function calibrateRubric(
  judge: Judge,
  examples: readonly LabelledText[],
  { limits, signal, rubric = RUBRIC }: Options & { rubric?: readonly Question[] } = {},
): Promise<Agreement[]> {
  const answers: Awaited<ReturnType<typeof judgeByRubric>>[] = [];
  for (const { text } of examples) answers.push(await judgeByRubric(judge, text, { rubric, signal }));
  return rubric.map(({ id }) => {
    const labelled = examples.flatMap(({ labels }, at) => {
      const label = labels[id];
      return label === undefined ? [] : [{ label, answer: answers[at] }];
    });
    const rated = labelled.flatMap(({ label, answer }) => {
      const given = answer?.ok ? answer.value.get(id) : undefined;
      return given ? [[String(label), String(given.score)] as const] : [];
    });
    return settle(judgedBy(judge, judge.rubric), id, rated, labelled.length, {
      categories: ['0', '1', '2'],
      limits: { ...LIMITS, ...limits },
    });
  });
}

function settle(
  judge: JudgedBy,
  what: string,
  rated: readonly (readonly [string, string])[],
  examples: number,
  {
    categories,
    limits,
    pairs,
  }: { categories: string[]; limits: Required<CalibrationLimits>; pairs?: PairSummary },
): Agreement {
  const missing = examples - rated.length;
  const result =
    rated.length === 0
      ? { kappa: null, interval: null, agreement: null }
      : computeCohenKappa(rated, { categories, weights: 'linear' });
  const { kappa, interval, agreement } = result;
  const low = interval?.low ?? null;
  const reasons = [
    rated.length < limits.examples && `${rated.length} examples answered, ${limits.examples} needed`,
    (low === null || low < limits.kappa) &&
      `lower end of kappa ${low === null ? 'not defined' : low.toFixed(2)}, ${limits.kappa} needed`,
    examples > 0 && missing / examples > limits.missing && `${missing} of ${examples} answers not usable`,
    (pairs?.swapRate ?? 0) > limits.swapped &&
      `${pairs?.swapped} of ${rated.length} answers change with the order`,
  ].filter((reason) => reason !== false);
  return {
    judge,
    what,
    examples,
    missing,
    kappa,
    interval,
    agreement,
    status: reasons.length === 0 ? 'calibrated' : 'hint',
    reasons,
    ...(pairs && { pairs }),
  };
}

/** An agreement in one line. */
export function describeAgreement({
  what,
  kappa,
  interval,
  examples,
  missing,
  status,
  reasons,
  pairs,
}: Agreement): string {
  const figure =
    kappa === null || !interval
      ? 'kappa not defined'
      : `kappa ${kappa.toFixed(2)} (${interval.low.toFixed(2)} to ${interval.high.toFixed(2)})`;
  const order =
    pairs && pairs.swapRate !== null
      ? `, ${pairs.swapped} of ${pairs.pairs - pairs.missing} change with the order`
      : '';
  return `${what}: ${status}, ${figure} on ${examples - missing} of ${examples} examples${order}${reasons.length > 0 ? `; ${reasons.join('; ')}` : ''}`;
}
