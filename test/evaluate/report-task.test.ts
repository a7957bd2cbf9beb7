import { expect, it } from 'vitest';
import { readEvalCase } from '../../src/evaluate/read-eval-case.ts';
import { fromFunction, ModelError, runSuite } from '../../src/index.ts';
import { CASES } from './support/shipped-cases.ts';

const { case: one } = await readEvalCase(`${CASES}/one-skill-met`);

async function rowOf(answer: () => string) {
  const run = runSuite({
    name: 'one',
    cases: [one],
    models: [fromFunction('scripted:one', answer)],
    scorers: ['offline-share', 'unreadable-replies', 'contradiction-free-first', 'must-mention'],
    maxRepairs: 1,
  });
  await run.summary;
  const [row] = run.rows;
  return row;
}

it('a model that never writes what can be read is a result: all is written offline, and no first draft passes', async () => {
  const row = await rowOf(() => 'I would rather write a poem.');
  expect(row?.status).toBe('ok');
  expect(row?.scores).toMatchObject({
    'offline-share': { value: 1 },
    'contradiction-free-first': { value: null, missing: 'no reply could be read as a draft' },
    'must-mention': { value: 1 },
  });
  expect(row?.scores['contradiction-free-first']?.inapplicable).toBeUndefined();
  expect(row?.scores['unreadable-replies']?.value).toBeGreaterThan(0);
});

it('a model that cannot be reached is an error of the cell, and no report by the offline writer', async () => {
  const row = await rowOf(() => {
    throw new ModelError('auth', 'no key');
  });
  expect(row).toMatchObject({ status: 'error', scores: {} });
});
