import { z } from 'zod';
import { type Answer, askJudge, isQuoted, type Judge } from './judge.ts';

/** A question that a reader would ask, and what 0, 1 and 2 stand for. */
export interface Question {
  /** Kebab-case. */
  id: string;
  question: string;
  levels: readonly [string, string, string];
}

/** What the shipped rubric asks. */
export const RUBRIC: readonly Question[] = [
  {
    id: 'important-first',
    question: 'Does what matters most come first?',
    levels: [
      'The most pressing gaps are buried, or nothing is weighed.',
      'They are named, among much else.',
      'The reader knows after a sentence or two what matters most.',
    ],
  },
  {
    id: 'next-step',
    question: 'Is it clear what to do, and in which order?',
    levels: [
      'No step is named.',
      'Steps are named without order or time.',
      'The first step and those after it are clear.',
    ],
  },
  {
    id: 'plain-words',
    question: 'Are sentences plain, and do they vary?',
    levels: [
      'Stilted, or one pattern over and over.',
      'Readable, with some heavy or repeated sentences.',
      'Plain words, sentences that differ and run easily.',
    ],
  },
  {
    id: 'nothing-idle',
    question: 'Does every sentence say something?',
    levels: [
      'Empty phrases, announcements or repetition all through.',
      'A few sentences could go.',
      'Nothing could go without loss.',
    ],
  },
];

export interface RubricScore {
  score: 0 | 1 | 2;
  quote: string;
  why: string;
}

const Reply = z.strictObject({
  scores: z.array(
    z.strictObject({
      question: z.string(),
      score: z.union([z.literal(0), z.literal(1), z.literal(2)]),
      quote: z.string(),
      why: z.string(),
    }),
  ),
});

/**
 * Has a text scored on every question of a rubric. An answer that leaves a question out, adds one, or quotes what does
 * not stand in the text is unparsable as a whole.
 * @throws {ModelError} where the call fails
 */
export async function judgeByRubric(
  judge: Judge,
  text: string,
  {
    rubric = RUBRIC,
    signal,
  }: { rubric?: readonly Question[] | undefined; signal?: AbortSignal | undefined } = {},
): Promise<Answer<ReadonlyMap<string, RubricScore>>> {
  const questions = rubric
    .map(
      ({ id, question, levels }) =>
        `${id}: ${question} ${levels.map((level, at) => `${at}: ${level}`).join(' ')}`,
    )
    .join('\n');
  const answer = await askJudge(judge, judge.rubric, { questions, report: text }, Reply, { signal });
  if (!answer.ok) return answer;
  const { scores } = answer.value;
  const no = (problem: string) => ({ ok: false as const, problem, text: JSON.stringify(answer.value) });
  const byId = new Map(scores.map((one) => [one.question, one]));
  const absent = rubric.filter(({ id }) => !byId.has(id)).map(({ id }) => id);
  if (absent.length > 0) return no(`no score for ${absent.join(', ')}`);
  if (scores.length > rubric.length) return no(`${scores.length} scores for ${rubric.length} questions`);
  const invented = scores.find(({ quote }) => !isQuoted(quote, text));
  if (invented) return no(`the quote "${invented.quote.slice(0, 80)}" does not stand in the report`);
  return {
    ok: true,
    value: new Map(scores.map(({ question, score, quote, why }) => [question, { score, quote, why }])),
  };
}
