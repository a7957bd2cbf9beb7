import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FAULT_RATES, isFaulty } from '../../evals/prompts/faulty-writer.ts';
import { readSuite } from '../../src/evaluate/read-suite.ts';
import { runSuite, SECTIONS } from '../../src/index.ts';

const dir = fileURLToPath(new URL('../../evals/', import.meta.url));
const read = (name: string) => readSuite(`${dir}${name}.eval.${YAML.includes(name) ? 'yaml' : 'ts'}`);
const YAML = ['smoke', 'reports'];

describe.each(['smoke', 'reports', 'prompts', 'checker', 'frozen', 'metamorphic'])('the suite %s', (name) => {
  it('is a suite, and says what it is for', { timeout: 30_000 }, async () => {
    const { suite } = await read(name);
    expect(suite.name).toBe(name);
    expect(suite.description).toMatch(/\.$/u);
  });
});

it('the faults of the scripted model are those of its rates', () => {
  const drawn = Array.from({ length: 2000 }, (_, repeat) =>
    isFaulty({ case: 'a', variant: 'plain', repeat, seed: 1 }, 'executive-summary', FAULT_RATES.plain),
  ).filter(Boolean).length;
  expect(drawn / 2000).toBeCloseTo(FAULT_RATES.plain, 1);
});

it('prompts: exactly the false sentences are found in the first drafts, none in the reports', {
  timeout: 60_000,
}, async () => {
  const { suite } = await read('prompts');
  const run = runSuite(suite, { dir, cases: ['office-manager-to-hr'], repeats: 2 });
  await run.summary;
  for (const row of run.rows) {
    const cell = { case: row.case, variant: row.variant, repeat: row.repeat, seed: 1 };
    const rate = FAULT_RATES[row.variant as keyof typeof FAULT_RATES];
    const written = SECTIONS.filter(({ id }) => isFaulty(cell, id, rate)).length;
    expect(row.scores['contradictions-first']?.evidence?.[0], JSON.stringify(cell)).toMatch(
      new RegExp(`^${written} in `, 'u'),
    );
    expect(row.scores['contradiction-free-final']?.value).toBe(1);
    expect(row.broken).toEqual([]);
  }
});

it('metamorphic: a change without a reason breaks an invariant of the offline writer', {
  timeout: 60_000,
}, async () => {
  const { suite } = await read('metamorphic');
  const run = runSuite(suite, { dir, cases: ['nurse-surgical-to-icu--*'] });
  const { broken, cells } = await run.summary;
  expect(cells.ok).toBe(9);
  expect(broken).toEqual([]);
});

it('frozen: a fact or a finding that is otherwise than it was, and not explained, breaks an invariant', {
  timeout: 60_000,
}, async () => {
  const { suite } = await read('frozen');
  if (typeof suite.cases === 'string') throw new Error('the frozen suite has its cases in code');
  const cases = suite.cases.slice(0, 2).map((one, at) => {
    const data = structuredClone(one.data) as {
      frozen: { facts: Record<string, string>; findings: string[] };
    };
    if (at === 0) data.frozen.facts['role.title'] = 'Lion Tamer';
    return { ...one, data };
  });
  const { broken } = await runSuite({ ...suite, cases }, { dir }).summary;
  expect(
    broken.map(({ case: id, words }) => [id, words.map((text) => text.replace(/is [^,]*$/u, 'is …'))]),
  ).toEqual([[cases[0]?.id, ['not explained: fact role.title: was Lion Tamer, is …']]]);
});
