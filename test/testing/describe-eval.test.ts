import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { describeEval } from '../../src/testing/describe-eval.ts';
import { makeCase, makeSuite } from '../evaluate/engine/make-suite.ts';

// A suite that passes is a block of this very file.
describeEval(
  makeSuite({
    name: 'a-suite-that-passes',
    cases: [makeCase('ada'), makeCase('ben')],
    thresholds: { fine: 1 },
  }),
);

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));
// Beneath this folder, so that Vitest finds its package.
const folder = mkdtempSync(join(here, '.describe-eval-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('describeEval', () => {
  it('fails by case and by threshold', { timeout: 60_000 }, async () => {
    writeFileSync(
      join(folder, 'bad.test.ts'),
      `import { describeEval } from '${root}src/testing/describe-eval.ts';
import { fineScorer, makeCase, makeSuite } from '${root}test/evaluate/engine/make-suite.ts';
const cases = ['good', 'broken', 'down', 'lost', 'low'].map((id) => makeCase(id));
describeEval(makeSuite({ name: 'bad', cases, scorers: [fineScorer], thresholds: { fine: 0.9 } }, ({ case: { id } }) => {
  if (id === 'down') throw new Error('no answer');
  return {
    text: id === 'low' ? 'no' : 'fine',
    ...(id === 'broken' && { broken: ['a contradiction'] }),
    ...(id === 'lost' && { scores: { fine: { value: null, missing: 'unreadable' } } }),
  };
}));
`,
    );
    const out = join(folder, 'out.json');
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const args = [vitest, 'run', '--root', folder, '--reporter', 'json', '--outputFile', out];
    // It ends with 1, since tests fail.
    await promisify(execFile)(process.execPath, args, { cwd: folder }).catch(() => {});
    const report = JSON.parse(readFileSync(out, 'utf8')) as {
      testResults: { assertionResults: { title: string; status: string; failureMessages: string[] }[] }[];
    };
    const results = report.testResults.flatMap(({ assertionResults }) => assertionResults);
    expect(Object.fromEntries(results.map(({ title, status }) => [title, status]))).toEqual({
      good: 'passed',
      broken: 'failed',
      down: 'failed',
      lost: 'failed',
      low: 'passed',
      'keeps to its thresholds (fine)': 'failed',
    });
    const told = (title: string) =>
      results.find((result) => result.title === title)?.failureMessages.join() ?? '';
    expect(told('broken')).toContain('current, offline, repeat 1: a contradiction');
    expect(told('down')).toContain('Error: no answer');
    expect(told('lost')).toContain('fine has no value: unreadable');
    expect(told('keeps to its thresholds (fine)')).toContain(
      'fine of current (offline): found 66.7 %, expected at least 90 %',
    );
  });
});
