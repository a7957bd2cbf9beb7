import { expect, it } from 'vitest';
import { judgeByRubric, RUBRIC, rubricScorers } from '../../../src/evaluate/judges/index.ts';
import { GOOD, NONE } from '../support/faulty-trials.ts';
import { askedOf, rubricAnswer, scriptedJudge } from '../support/scripted-judge.ts';

const TEXT = 'Critical care comes first. It takes **18 weeks**, “no less”.';
const ALL = { 'important-first': 2, 'next-step': 1, 'plain-words': 2, 'nothing-idle': 0 };

it('scores every question, with the words that decided it', async () => {
  const { judge } = await scriptedJudge((prompt) => rubricAnswer(askedOf(prompt).report, ALL));
  const answer = await judgeByRubric(judge, TEXT);
  expect(answer.ok && answer.value.get('next-step')).toEqual({
    score: 1,
    quote: 'Critical care comes first.',
    why: 'Because.',
  });
});

it('takes a quote for one whatever its spaces, marks and quotation marks', async () => {
  const { judge } = await scriptedJudge(() => ({
    scores: RUBRIC.map(({ id }) => ({
      question: id,
      score: 1,
      quote: '"it  takes 18 weeks, \\"no less\\""',
      why: '',
    })),
  }));
  expect((await judgeByRubric(judge, TEXT)).ok).toBe(true);
});

const { 'nothing-idle': _, ...THREE } = ALL;
it.each([
  ['a question left out', rubricAnswer(TEXT, THREE), 'no score for nothing-idle'],
  ['a question too many', rubricAnswer(TEXT, { ...ALL, charm: 2 }), '5 scores for 4 questions'],
  ['a score off the scale', rubricAnswer(TEXT, { ...ALL, 'next-step': 7 }), 'not of the shape asked for'],
  [
    'a quote that stands nowhere',
    rubricAnswer('Something else entirely here', ALL),
    'does not stand in the report',
  ],
  ['prose', 'Two points for everything!', 'no JSON'],
])('%s makes the whole answer missing', async (_name, reply, problem) => {
  const { judge } = await scriptedJudge(() => reply);
  const answer = await judgeByRubric(judge, TEXT);
  expect(answer.ok).toBe(false);
  if (!answer.ok) expect(answer.problem).toContain(problem);
});

it('gives scorers that ask once for a report, and miss what cannot be read', async () => {
  const { judge, calls } = await scriptedJudge((prompt) => rubricAnswer(askedOf(prompt).report, ALL));
  const scorers = rubricScorers(judge);
  expect(scorers.map(({ id, deterministic, gating }) => [id, deterministic, gating])).toEqual(
    RUBRIC.map(({ id }) => [`judge-${id}`, false, false]),
  );
  const scores = await Promise.all(scorers.map((scorer) => scorer.score(GOOD)));
  expect(scores.map(({ value }) => value)).toEqual([1, 0.5, 1, 0]);
  expect(scores[0]?.evidence?.[0]).toContain('Because.');
  expect(calls.length).toBe(1);
  expect(await scorers[0]?.score(NONE)).toEqual({ value: null, missing: 'no report was handed over' });

  const { judge: mute } = await scriptedJudge(() => 'I would rather not.');
  const score = await rubricScorers(mute)[0]?.score(GOOD);
  expect(score?.value).toBeNull();
  expect(score?.missing).toContain("the judge's answer cannot be used");
});
