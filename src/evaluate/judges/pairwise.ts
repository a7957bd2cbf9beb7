import { z } from 'zod';
import { askJudge, isQuoted, type Judge } from './judge.ts';

const Reply = z.strictObject({
  winner: z.enum(['first', 'second', 'tie']),
  evidence: z.array(
    z.strictObject({ report: z.enum(['first', 'second']), quote: z.string(), why: z.string() }),
  ),
});

/** Two texts on the same facts. */
export interface Pair {
  facts: string;
  a: string;
  b: string;
}

export type Winner = 'a' | 'b' | 'tie';

/** What the judge said of a pair, asked in both orders. */
export interface PairVerdict {
  /** Null where one of the two answers could not be used. Where they disagree, nobody has won: a tie. */
  winner: Winner | null;
  /** Which won when `a` was shown first, and when `b` was; null for an answer that could not be used. */
  answers: { aFirst: Winner | null; bFirst: Winner | null };
  /** Whether the order changed the answer; null where one is missing. */
  swapped: boolean | null;
  /** From 0 (`b` won both times) to 1 (`a` won both times), a tie being half. */
  preference: number | null;
  missing?: string;
  /** Quotes of the texts with the reason given. */
  evidence: readonly string[];
}

/**
 * Has two texts compared, in both orders. An answer without a word-by-word quote of what it speaks of is unparsable.
 * @throws {ModelError} where a call fails
 */
export async function judgePair(
  judge: Judge,
  { facts, a, b }: Pair,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<PairVerdict> {
  const [aFirst, bFirst] = await Promise.all([
    ask(judge, { facts, first: a, second: b }, options),
    ask(judge, { facts, first: b, second: a }, options),
  ]);
  const answers = {
    aFirst: aFirst.winner && turn(aFirst.winner, false),
    bFirst: bFirst.winner && turn(bFirst.winner, true),
  };
  const evidence = [...aFirst.evidence, ...bFirst.evidence];
  if (answers.aFirst === null || answers.bFirst === null)
    return {
      winner: null,
      answers,
      swapped: null,
      preference: null,
      missing: [aFirst.problem, bFirst.problem].filter((problem) => problem !== undefined).join('; '),
      evidence,
    };
  const swapped = answers.aFirst !== answers.bFirst;
  return {
    winner: swapped ? 'tie' : answers.aFirst,
    answers,
    swapped,
    preference: (WORTH[answers.aFirst] + WORTH[answers.bFirst]) / 2,
    evidence,
  };
}

const WORTH: Readonly<Record<Winner, number>> = { a: 1, tie: 0.5, b: 0 };

function turn(winner: 'first' | 'second' | 'tie', isTurned: boolean): Winner {
  if (winner === 'tie') return 'tie';
  return (winner === 'first') === isTurned ? 'b' : 'a';
}

async function ask(
  judge: Judge,
  texts: { facts: string; first: string; second: string },
  options: { signal?: AbortSignal | undefined },
): Promise<{ winner: 'first' | 'second' | 'tie' | null; problem?: string; evidence: string[] }> {
  const answer = await askJudge(judge, judge.pairwise, texts, Reply, options);
  if (!answer.ok) return { winner: null, problem: answer.problem, evidence: [] };
  const { winner, evidence } = answer.value;
  const invented = evidence.find(({ report, quote }) => !isQuoted(quote, texts[report]));
  if (invented)
    return {
      winner: null,
      problem: `the quote "${invented.quote.slice(0, 80)}" does not stand in the ${invented.report} report`,
      evidence: [],
    };
  if (winner !== 'tie' && evidence.length === 0)
    return { winner: null, problem: 'a winner without a quote', evidence: [] };
  return { winner, evidence: evidence.map(({ quote, why }) => `"${quote}": ${why}`) };
}
