import { expect, it } from 'vitest';
import {
  METAMORPHIC_SCORERS,
  metamorphicTask,
  withRelations,
} from '../../../src/evaluate/metamorphic/index.ts';
import { readEvalCase } from '../../../src/evaluate/read-eval-case.ts';
import { fromFunction, runSuite, type Suite } from '../../../src/index.ts';
import { CASES } from '../support/shipped-cases.ts';

const { case: one } = await readEvalCase(`${CASES}/pharmacy-assistant-to-technician`);
const suite: Suite = {
  name: 'metamorphic',
  cases: withRelations([one]),
  task: metamorphicTask,
  scorers: METAMORPHIC_SCORERS,
};

async function scoresOf(over: Partial<Suite>, ...relations: string[]) {
  const run = runSuite({ ...suite, ...over }, { cases: relations.map((id) => `${one.id}--${id}`) });
  const { broken } = await run.summary;
  const scores = [...run.rows].map((row) => [
    row.case.split('--')[1],
    Object.fromEntries(Object.entries(row.scores).map(([id, { value }]) => [id, value])),
  ]);
  return { broken, scores: Object.fromEntries(scores) };
}

it('holds the offline writer to the word', async () => {
  const { broken, scores } = await scoresOf({}, 'another-name', 'skill-lost', 'higher-pay');
  expect(broken).toEqual([]);
  expect(scores).toMatchObject({
    'another-name': { 'independent-kept': 1, 'facts-kept': 1, 'change-shown': 1, 'prompts-kept': null },
    'higher-pay': { 'independent-kept': 1, 'facts-kept': 1, 'change-shown': 1 },
  });
});

it('asks a model the same where only a name has changed, and something else where the pay has', async () => {
  const asked: string[] = [];
  const model = fromFunction('scripted:mute', ({ messages }) => {
    asked.push(JSON.stringify(messages));
    return '{"nothing": true}';
  });
  const { scores } = await scoresOf(
    { models: [model], maxRepairs: 0 },
    'another-name',
    'permuted-skills',
    'higher-pay',
  );
  expect(scores).toMatchObject({
    'another-name': { 'prompts-kept': 1 },
    'permuted-skills': { 'prompts-kept': 1 },
    'higher-pay': { 'prompts-kept': null },
  });
  expect(asked.length).toBeGreaterThan(0);
  for (const name of ['Kelechi', 'Farthingale']) expect(asked.join(' ')).not.toContain(name);
});

it('says which relation it does not know', async () => {
  const run = runSuite({ ...suite, cases: [{ ...one, data: { relation: 'another-planet' } }] });
  await run.summary;
  const [row] = run.rows;
  expect(row?.error?.message).toContain('found the relation "another-planet", expected one of another-name');
});
