import { describe, expect, it } from 'vitest';
import { readLabelled } from '../../../evals/judge/read-labelled.ts';
import {
  calibratePairwise,
  calibrateRubric,
  describeAgreement,
  pairwiseScorer,
  RUBRIC,
  rubricScorers,
} from '../../../src/evaluate/judges/index.ts';
import { GOOD } from '../support/faulty-trials.ts';
import { askedOf, pairAnswer, rubricAnswer, scriptedJudge } from '../support/scripted-judge.ts';

const { texts, pairs } = readLabelled();
const labelsOf = (report: string) => texts.find(({ text }) => text === report)?.labels ?? {};
const quality = (text: string) =>
  Object.values(labelsOf(text)).reduce((sum: number, score) => sum + score, 0);
const faithful = (prompt: string) => {
  const asked = askedOf(prompt);
  const [one, other] = [quality(asked.first), quality(asked.second)];
  return pairAnswer(one === other ? 'tie' : one > other ? 'first' : 'second', asked);
};

describe('the labelled examples', () => {
  it('are enough, answer every question, and are balanced', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(20);
    expect(texts.length).toBeGreaterThanOrEqual(20);
    for (const { id, labels } of texts)
      expect(Object.keys(labels).sort(), id).toEqual(RUBRIC.map((q) => q.id).sort());
    const count = (label: string) => pairs.filter((pair) => pair.label === label).length;
    expect(count('a')).toBe(count('b'));
    expect(count('tie')).toBeGreaterThan(3);
  });
});

describe('calibratePairwise', () => {
  it('calls a judge calibrated that agrees with people', async () => {
    const { judge } = await scriptedJudge(faithful);
    const agreement = await calibratePairwise(judge, pairs);
    expect(agreement).toMatchObject({ status: 'calibrated', missing: 0, reasons: [], kappa: 1 });
    expect(agreement.interval?.low).toBeLessThan(1);
    expect(agreement.judge).toEqual({
      model: 'openai:scripted-model',
      prompt: 'judge',
      promptHash: expect.stringMatching(/^[0-9a-f]{64}$/u),
    });
  });

  it('leaves a judge biased to the first at a hint, and says why', async () => {
    const { judge } = await scriptedJudge((prompt) => pairAnswer('first', askedOf(prompt)));
    const agreement = await calibratePairwise(judge, pairs);
    expect(agreement).toMatchObject({ status: 'hint', pairs: { swapRate: 1, firstWins: 1 } });
    expect(agreement.kappa ?? 0).toBeCloseTo(0);
    expect(describeAgreement(agreement)).toMatch(
      /^pairwise: hint, .* 24 of 24 answers change with the order$/u,
    );
  });

  it('does not forgive answers that cannot be read: they are no agreement', async () => {
    let asked = 0;
    const { judge } = await scriptedJudge((prompt) => {
      asked += 1;
      return asked % 4 === 0 ? 'Hm.' : faithful(prompt);
    });
    const agreement = await calibratePairwise(judge, pairs);
    expect(agreement.missing).toBe(12);
    expect(agreement.status).toBe('hint');
    expect(agreement.reasons).toContain('12 of 24 answers not usable');
  });

  it('asks for more than a handful of examples', async () => {
    const { judge } = await scriptedJudge(faithful);
    const agreement = await calibratePairwise(judge, pairs.slice(0, 6));
    expect(agreement.reasons).toContain('6 examples answered, 20 needed');
  });
});

describe('calibrateRubric', () => {
  it('computes agreement question by question', async () => {
    const { judge } = await scriptedJudge((prompt) => {
      const { report } = askedOf(prompt);
      // A judge that can tell order from disorder but finds every sentence plain.
      return rubricAnswer(report, { ...labelsOf(report), 'plain-words': 2 });
    });
    const agreements = await calibrateRubric(judge, texts);
    expect(agreements.map(({ what, status }) => [what, status])).toEqual([
      ['important-first', 'calibrated'],
      ['next-step', 'calibrated'],
      ['plain-words', 'hint'],
      ['nothing-idle', 'calibrated'],
    ]);
    const titles = rubricScorers(judge, { agreements }).map(({ title }) => /\((\w+)\)$/u.exec(title)?.[1]);
    expect(titles).toEqual(['calibrated', 'calibrated', 'hint', 'calibrated']);
  });
});

it('figures of a judge are a hint until its agreement is known, of this model and this wording', async () => {
  const { judge } = await scriptedJudge(faithful);
  const agreement = await calibratePairwise(judge, pairs);
  const title = (agreements: Parameters<typeof pairwiseScorer>[2]) =>
    pairwiseScorer(judge, () => 'x', agreements).title;
  expect(title({})).toMatch(/\(hint\)$/u);
  expect(title({ agreements: [agreement] })).toMatch(/\(calibrated\)$/u);
  const other = { ...agreement, judge: { ...agreement.judge, promptHash: 'of another wording' } };
  expect(title({ agreements: [other] })).toMatch(/\(hint\)$/u);
});

it('compares a report with another one, and shows a judge no names', async () => {
  const prompts: string[] = [];
  const { judge } = await scriptedJudge((prompt) => {
    prompts.push(prompt);
    return pairAnswer('first', askedOf(prompt));
  });
  const score = await pairwiseScorer(judge, () => 'Another report.').score(GOOD);
  expect(score).toMatchObject({ value: 0.5 });
  expect(score.evidence?.[0]).toBe('the answer changed with the order');
  for (const prompt of prompts)
    expect(/<facts>([\s\S]*)<\/facts>/u.exec(prompt)?.[1]).not.toContain('Amara Lindqvist');
});
