import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findSuites } from '../../../src/evaluate/find-suites.ts';
import { globToPattern } from '../../../src/evaluate/glob-to-pattern.ts';
import { planRun } from '../../../src/evaluate/plan-run.ts';
import { readSuite } from '../../../src/evaluate/read-suite.ts';
import { fineScorer, makeCase, makeSuite, temporaryFolder } from './make-suite.ts';

const root = temporaryFolder(afterAll);

function write(path: string, text: string): string {
  const file = join(root, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
}

describe('readSuite', () => {
  it('reads YAML and names an unknown key by its place', async () => {
    const file = write('a.eval.yaml', 'name: smoke\ncases: cases\nrepets: 3\n');
    const { suite, warnings, dir } = await readSuite(file);
    expect(suite).toEqual({ name: 'smoke', cases: 'cases' });
    expect(dir).toBe(root);
    expect(warnings.map(({ message }) => message)).toEqual([
      `${file}: unexpected key "repets" (line 3, column 1), it is ignored (did you mean repeats?)`,
    ]);
  });

  const wrongFiles: [string, string, RegExp][] = [
    ['no-name.eval.yaml', 'cases: cases\n', /found nothing at name/],
    ['bad-name.eval.yaml', 'name: My Suite\ncases: cases\n', /expected a name of a-z, 0-9 and hyphens/],
    ['repeats.eval.yaml', 'name: a\ncases: c\nrepeats: 0\n', /found 0 at repeats/],
    [
      'scorer.eval.yaml',
      'name: a\ncases: c\nscorers: [no-such]\n',
      /found "no-such" at scorers\[0\], expected one of/,
    ],
    [
      'twice.eval.yaml',
      'name: a\ncases: c\nscorers: [must-mention, must-mention]\n',
      /found "must-mention" a second time at scorers\[1\], expected each name once/,
    ],
    [
      'threshold.eval.yaml',
      'name: a\ncases: c\nscorers: [must-mention]\nthresholds: { readability: 50 }\n',
      /found a threshold at thresholds\.readability, expected a scorer of the suite: must-mention/,
    ],
    [
      'variants.eval.yaml',
      'name: a\ncases: c\nvariants: [{ name: x }, { name: x }]\n',
      /found "x" a second time at variants\[1\]/,
    ],
    [
      'none.eval.mjs',
      'export const suite = {};\n',
      /found no default export, expected the default export of defineSuite/,
    ],
    ['text.eval.mjs', 'export default "suite";\n', /found a default export that is a string/],
    ['throws.eval.mjs', 'throw new Error("not today");\n', /found not today, expected a module that loads/],
    [
      'empty.eval.mjs',
      'export default { name: "a", cases: [] };\n',
      /found an empty list at cases, expected at least one case/,
    ],
  ];
  it.each(wrongFiles)('refuses %s', async (name, text, message) => {
    await expect(readSuite(write(name, text))).rejects.toThrow(message);
    await expect(readSuite(write(name, text))).rejects.toMatchObject({ code: 'input' });
  });

  it('reads a module', async () => {
    const file = write('m.eval.mjs', 'export default { name: "module", cases: "cases", repeats: 2 };\n');
    expect((await readSuite(file)).suite).toMatchObject({ name: 'module', repeats: 2 });
  });
});

describe('findSuites', () => {
  const evals = ['evals/smoke.eval.yaml', 'evals/deep.eval.ts', 'evals/notes.yaml', 'other/x.eval.mjs'];
  for (const path of evals) write(`find/${path}`, 'name: x\n');
  const cwd = join(root, 'find');
  const table: [string, string[], string[]][] = [
    ['nothing wanted: all in evals', [], ['evals/deep.eval.ts', 'evals/smoke.eval.yaml']],
    ['a name', ['smoke'], ['evals/smoke.eval.yaml']],
    ['a path', ['other/x.eval.mjs'], ['other/x.eval.mjs']],
    ['a glob over paths', ['evals/*.eval.yaml'], ['evals/smoke.eval.yaml']],
    [
      'a glob over folders',
      ['**/*.eval.*'],
      ['evals/deep.eval.ts', 'evals/smoke.eval.yaml', 'other/x.eval.mjs'],
    ],
    ['a glob over names', ['s*'], ['evals/smoke.eval.yaml']],
    ['the same one twice', ['smoke', 'evals/smoke.eval.yaml'], ['evals/smoke.eval.yaml']],
  ];
  it.each(table)('finds by %s', (_, wanted, found) => {
    expect(findSuites(wanted, { cwd })).toEqual(found.map((path) => join(cwd, path)));
  });

  it('says what there is where it finds nothing', () => {
    expect(() => findSuites(['nothing'], { cwd })).toThrow(
      'cannot run the suite "nothing": found no such file and no such name in evals/, expected one of deep, smoke',
    );
    expect(() => findSuites(['evals/notes.yaml'], { cwd })).toThrow(
      'found a file that is no suite by its name',
    );
    expect(() => findSuites([], { cwd: join(cwd, 'other') })).toThrow('found none in evals/');
  });
});

describe('globToPattern', () => {
  const table: [string, string, boolean][] = [
    ['a*', 'abc', true],
    ['a*', 'a/b', false],
    ['**/b', 'a/c/b', true],
    ['**/b', 'b', true],
    ['a?c', 'abc', true],
    ['a.c', 'abc', false],
    ['./evals/*', 'evals/x', true],
    ['a+(b)', 'a+(b)', true],
  ];
  it.each(table)('%s over %s: %s', (glob, text, fits) => {
    expect(globToPattern(glob).test(text)).toBe(fits);
  });
});

describe('planRun', () => {
  const suite = makeSuite({
    cases: [makeCase('ada', { tags: ['smoke'] }), makeCase('ben'), makeCase('bea', { tags: ['it'] })],
  });
  const casesOf = async (options: Parameters<typeof planRun>[1], of = suite) =>
    (await planRun(of, options)).cases.map(({ id }) => id);

  it('filters cases by id, glob and tag', async () => {
    expect(await casesOf({})).toEqual(['ada', 'ben', 'bea']);
    expect(await casesOf({ cases: ['b*'] })).toEqual(['ben', 'bea']);
    expect(await casesOf({ tags: ['smoke', 'it'] })).toEqual(['ada', 'bea']);
    expect(await casesOf({ cases: ['b*'], tags: ['it'] })).toEqual(['bea']);
    expect(await casesOf({ tags: ['mine'] }, { ...suite, tags: ['mine'] })).toEqual(['ada', 'ben', 'bea']);
    expect(await casesOf({}, { ...suite, caseTags: ['smoke'] })).toEqual(['ada']);
    await expect(planRun(suite, { cases: ['zoe'], tags: ['it'] })).rejects.toThrow(
      'cannot run tried: found no case that fits --case zoe and --tag it, expected some of its 3 cases',
    );
  });

  it('says that a plan is of some cases only', async () => {
    expect((await planRun(suite, { cases: ['ada'] })).plan.partial).toBe(true);
    expect((await planRun(suite)).plan.partial).toBe(false);
  });

  it('takes models, repeats and seed of the command before those of the suite', async () => {
    const { plan } = await planRun(
      { ...suite, repeats: 2, models: ['offline'] },
      { repeats: 5, models: ['openai:x'], seed: 9 },
    );
    expect(plan).toMatchObject({ repeats: 5, models: ['openai:x'], seed: 9 });
    expect((await planRun(suite, { defaultModel: 'openai:y' })).plan.models).toEqual(['openai:y']);
  });

  it('plans an A/A run as one variant under two names', async () => {
    const { variants } = await planRun(
      { ...suite, repeats: 3, variants: [{ name: 'x' }, { name: 'y' }] },
      { aa: true },
    );
    expect(variants.map(({ variant, sample }) => [variant.name, sample])).toEqual([
      ['x', undefined],
      ['x-again', { name: 'x', offset: 3 }],
    ]);
  });

  it('checks a suite that comes from code', async () => {
    await expect(planRun({ ...suite, scorers: [fineScorer, fineScorer] })).rejects.toThrow(
      'cannot use the suite the suite tried: found "fine" a second time at scorers[1], expected each name once',
    );
    await expect(planRun({ ...suite, cases: 'nowhere' }, { dir: root })).rejects.toThrow(
      /^cannot read the cases in .*nowhere: found ENOENT/,
    );
  });
});
