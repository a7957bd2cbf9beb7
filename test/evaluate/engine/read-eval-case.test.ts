import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_CASE_DATE, readEvalCase } from '../../../src/evaluate/read-eval-case.ts';
import { readEvalCases } from '../../../src/evaluate/read-eval-cases.ts';
import { temporaryFolder } from './make-suite.ts';

const root = temporaryFolder(afterAll);
const example = fileURLToPath(new URL('../../../examples/accountant/', import.meta.url));

function makeFolder(name: string, files: Readonly<Record<string, string>> = {}, inputs = true): string {
  const dir = join(root, name);
  mkdirSync(dir, { recursive: true });
  if (inputs)
    for (const file of ['resume.json', 'role.json', 'plan.json'])
      cpSync(join(example, file), join(dir, file));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(dir, file), text);
  return dir;
}

describe('readEvalCase', () => {
  it('reads inputs and expectations of a folder', async () => {
    const dir = makeFolder('accountant', {
      'expect.yaml':
        'mention: [role.title]\nforbid: [guru]\ntags: [finance]\nfamily: ledger\ndate: 2026-01-31\n',
    });
    const { case: one, warnings } = await readEvalCase(dir);
    expect(one).toMatchObject({
      id: 'accountant',
      family: 'ledger',
      tags: ['finance'],
      expect: { mention: ['role.title'], forbid: ['guru'] },
      case: { date: '2026-01-31', plan: { phases: expect.any(Array) } },
    });
    expect(warnings).toEqual([]);
  });

  it('has the date of its suite, or one that does not move', async () => {
    const dir = makeFolder('dated');
    expect((await readEvalCase(dir)).case.case.date).toBe(DEFAULT_CASE_DATE);
    expect((await readEvalCase(dir, { date: '2025-05-05' })).case.case.date).toBe('2025-05-05');
    expect((await readEvalCase(dir)).case).toMatchObject({ family: 'dated', tags: [], expect: {} });
  });

  it('names an unknown key', async () => {
    const { warnings } = await readEvalCase(makeFolder('odd', { 'expect.yaml': 'mentions: [role.title]\n' }));
    expect(warnings[0]?.message).toMatch(/expect\.yaml: unexpected key "mentions".*did you mean mention\?/);
  });

  const wrong: [string, () => string, RegExp][] = [
    [
      'a name that is no id',
      () => makeFolder('Big Case'),
      /found Big Case for its name, expected a name of a-z/,
    ],
    [
      'no role',
      () => makeFolder('alone', { 'resume.json': '{}' }, false),
      /found no such file for role, expected resume\.\* and role\.\*/,
    ],
    [
      'two resumes',
      () => makeFolder('two', { 'resume.yaml': 'basics: {}' }),
      /found both for resume\.json and resume\.yaml, expected one of them/,
    ],
    ['a wrong date', () => makeFolder('when', { 'expect.yaml': 'date: tomorrow\n' }), /"tomorrow".*date/],
  ];
  it.each(wrong)('refuses %s', async (_, make, message) => {
    await expect(readEvalCase(make())).rejects.toThrow(message);
  });
});

describe('readEvalCases', () => {
  it('takes each folder as a case, in order, and nothing else', async () => {
    const dir = join(root, 'cases');
    for (const name of ['ben', 'ada']) {
      mkdirSync(join(dir, name), { recursive: true });
      for (const file of ['resume.json', 'role.json']) cpSync(join(example, file), join(dir, name, file));
    }
    mkdirSync(join(dir, '.git'));
    writeFileSync(join(dir, 'README.md'), 'cases');
    expect((await readEvalCases(dir)).cases.map(({ id }) => id)).toEqual(['ada', 'ben']);
  });

  it('wants at least one', async () => {
    mkdirSync(join(root, 'empty'));
    await expect(readEvalCases(join(root, 'empty'))).rejects.toThrow(
      /found no folder in it, expected a folder with a folder for each case/,
    );
  });
});
