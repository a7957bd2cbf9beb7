import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { assertNoContradictions } from '../../src/testing/promptfoo.ts';
import { EXAMPLE_CASE, EXAMPLE_FACTS } from '../check/support/example-facts.ts';
import { examplePaths } from '../support/read-example.ts';

const folder = mkdtempSync(join(tmpdir(), 'gapwright-promptfoo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const sheet = join(folder, 'facts.json');
writeFileSync(sheet, JSON.stringify(EXAMPLE_FACTS));

const wrong = 'Docker is fully met. AWS is missing.';
const { resume, role } = examplePaths('nurse');
const { date, ...inputs } = EXAMPLE_CASE;

describe('assertNoContradictions', () => {
  it('passes with the whole score where nothing is wrong', async () => {
    expect(await assertNoContradictions('AWS is missing.', { vars: { facts: EXAMPLE_FACTS } })).toEqual({
      pass: true,
      score: 1,
      reason: 'no contradiction to the facts in 1 claim',
      componentResults: [],
    });
  });

  const sources: [string, Parameters<typeof assertNoContradictions>[1]][] = [
    ['facts in vars', { vars: { facts: EXAMPLE_FACTS, topic: 'anything else' } }],
    ['facts as the text of a file, in vars', { vars: { facts: JSON.stringify(EXAMPLE_FACTS) } }],
    ['the path of facts in vars', { vars: { facts: sheet } }],
    ['the path of facts in config', { config: { facts: sheet } }],
    ['config before vars', { config: { facts: sheet }, vars: { facts: 'nowhere.json' } }],
    ['a case in vars', { vars: { ...inputs, date } }],
    ['a case partly in config', { config: { role: inputs.role, date }, vars: { resume: inputs.resume } }],
  ];

  it.each(sources)('fails with the findings: %s', async (_, context) => {
    const result = await assertNoContradictions(wrong, context);
    expect(result).toMatchObject({ pass: false, score: 0.5 });
    expect(result.reason).toContain('line 1: Unexpected "sufficient" for Docker');
    expect(result.componentResults).toEqual([
      {
        pass: false,
        score: 0,
        reason: expect.stringContaining('skill-polarity, line 1'),
        componentResults: [],
      },
    ]);
  });

  it('takes a case by paths', async () => {
    const vars = { resume, role, date: '2026-11-24' };
    expect(await assertNoContradictions('Wound Care is missing.', { vars })).toMatchObject({ pass: false });
    expect(await assertNoContradictions('Wound Care is held.', { vars })).toMatchObject({ pass: true });
  });

  it('weighs rules as configured', async () => {
    const config = { facts: EXAMPLE_FACTS, rules: { 'skill-polarity': 'warning' } };
    expect(await assertNoContradictions(wrong, { config })).toMatchObject({
      pass: true,
      componentResults: [{ pass: true, score: 1 }],
    });
  });

  it('checks the output against itself where there are no facts', async () => {
    const text = 'She is proficient in Python.\n\nShe has a gap in Python and AWS.';
    expect(await assertNoContradictions(text, {})).toMatchObject({ pass: false });
    expect(await assertNoContradictions('She is proficient in Python.')).toMatchObject({ pass: true });
  });

  it('reads an output that promptfoo has parsed', async () => {
    const vars = { facts: EXAMPLE_FACTS };
    expect(await assertNoContradictions({ text: 'Docker is fully met.' }, { vars })).toMatchObject({
      pass: false,
    });
  });

  const faults: [string, Parameters<typeof assertNoContradictions>[1], RegExp][] = [
    ['a resume alone', { vars: { resume } }, /found no role in config or vars, expected both/],
    ['a file that is not there', { vars: { facts: join(folder, 'none.json') } }, /none\.json/],
    ['a wrong severity', { config: { facts: sheet, rules: { tier: 'fatal' } } }, /"fatal" at rules\.tier/],
    ['facts that are none', { vars: { facts: { schema: 'x' } } }, /cannot read facts: found/],
  ];
  it.each(faults)('throws for %s', async (_, context, message) => {
    await expect(assertNoContradictions('x', context)).rejects.toThrow(message);
  });
});
