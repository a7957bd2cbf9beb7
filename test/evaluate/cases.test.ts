import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readEvalCases } from '../../src/evaluate/read-eval-cases.ts';
import { computeFacts } from '../../src/index.ts';
import { runCommand } from '../support/run-command.ts';
import { CASES } from './support/shipped-cases.ts';

const { cases } = await readEvalCases(CASES);
const count = (keep: (one: (typeof cases)[number]) => boolean) => cases.filter(keep).length;
const tagged = (tag: string) => count(({ tags }) => tags.includes(tag));

it('are many, of many families, half of them not of IT', () => {
  expect(cases.length).toBeGreaterThanOrEqual(40);
  expect(new Set(cases.map(({ family }) => family)).size).toBeGreaterThanOrEqual(20);
  expect(tagged('it')).toBeLessThanOrEqual(cases.length / 2);
  expect(tagged('smoke')).toBeGreaterThanOrEqual(6);
  expect(tagged('smoke')).toBeLessThanOrEqual(8);
});

it.each([
  'no-gaps',
  'all-gaps',
  'unknown-levels',
  'any-of',
  'gates-unmet',
  'huge',
  'plan',
  'resources',
  'script',
  'injection',
  'no-salary',
  'small-salary',
  'big-salary',
  'overlaps',
  'two-tiers',
])('have one with %s', (tag) => {
  expect(tagged(tag)).toBeGreaterThan(0);
});

it('reach from no gap to sixty, and are what their tags say', () => {
  const gaps = new Map(
    cases.map(({ id, case: theCase }) => [
      id,
      computeFacts(theCase).skills.filter(({ status }) => status !== 'met').length,
    ]),
  );
  expect(Math.min(...gaps.values())).toBe(0);
  expect(Math.max(...gaps.values())).toBeGreaterThanOrEqual(60);
  for (const { id, tags, case: theCase } of cases) {
    if (tags.includes('no-gaps')) expect(gaps.get(id), id).toBe(0);
    if (tags.includes('all-gaps')) expect(gaps.get(id), id).toBe(theCase.role.skills.length);
    if (tags.includes('no-salary')) expect(theCase.role.market?.salary, id).toBeUndefined();
    if (tags.includes('plan')) expect(theCase.plan, id).toBeDefined();
    if (tags.includes('any-of'))
      expect(
        theCase.role.skills.some(({ anyOf }) => anyOf),
        id,
      ).toBe(true);
    if (tags.includes('no-gates')) expect(theCase.role.gates ?? [], id).toEqual([]);
  }
});

it.each(cases.map(({ id }) => id))('%s: a report is written', { timeout: 60_000 }, async (id) => {
  const dir = join(CASES, id);
  const files = Object.fromEntries(readdirSync(dir).map((name) => [name.split('.')[0], join(dir, name)]));
  const flags = ['resume', 'role', 'plan', 'resources'].flatMap((noun) =>
    files[noun] === undefined ? [] : [`--${noun}`, files[noun]],
  );
  const { code, stdout } = await runCommand(['report', ...flags, '--date', '2026-11-24', '--quiet']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^# Skill Gap Report/u);
});
