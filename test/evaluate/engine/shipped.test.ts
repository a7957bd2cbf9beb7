import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { findSuites } from '../../../src/evaluate/find-suites.ts';
import { planRun } from '../../../src/evaluate/plan-run.ts';
import { readSuite } from '../../../src/evaluate/read-suite.ts';
import { runPlan } from '../../../src/evaluate/run-suite.ts';
import { temporaryFolder } from './make-suite.ts';

const cwd = fileURLToPath(new URL('../../../', import.meta.url));
const runs = temporaryFolder(afterAll);

describe('the suites that ship', () => {
  it.each(findSuites([], { cwd }))('%s can be planned, each under its own name', async (file) => {
    const { suite, dir, warnings } = await readSuite(file);
    expect(warnings).toEqual([]);
    const { plan } = await planRun(suite, { dir, file });
    expect(file.endsWith(`${plan.suite}.eval.${file.split('.').at(-1)}`)).toBe(true);
  });
});

describe('the recordings that ship', () => {
  it('serve every request of their suite; if not, run npm run eval:record', async () => {
    const { suite, dir } = await readSuite(join(cwd, 'evals', 'recorded.eval.yaml'));
    const plan = await planRun(
      { ...suite, scorers: ['contradiction-free-first', 'contradiction-free-final'] },
      { dir },
    );
    const run = runPlan(plan, { runs, artifacts: false });
    const { cells } = await run.summary;
    expect([...run.rows].flatMap(({ error }) => error?.message ?? [])).toEqual([]);
    expect(cells).toMatchObject({ ok: cells.expected, errors: 0 });
    // Some first drafts are wrong, and none of the reports is.
    const means = [...run.rows].map(({ scores }) => scores['contradiction-free-first']?.value);
    expect(new Set(means)).toEqual(new Set([0, 1]));
    expect([...run.rows].every(({ scores }) => scores['contradiction-free-final']?.value === 1)).toBe(true);
  });
});
