import { appendFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Baseline } from '../../../src/evaluate/baseline.ts';
import { compareRuns } from '../../../src/evaluate/compare-runs.ts';
import { computeAa } from '../../../src/evaluate/compute-aa.ts';
import { estimateRun } from '../../../src/evaluate/estimate-run.ts';
import { makeBaseline, readBaseline, renderBaseline } from '../../../src/evaluate/make-baseline.ts';
import { planRun } from '../../../src/evaluate/plan-run.ts';
import { bars, renderHistory } from '../../../src/evaluate/render-history.ts';
import { runSuite } from '../../../src/evaluate/run-suite.ts';
import {
  failedCases,
  findRun,
  listRuns,
  readRun,
  rowsOf,
  type SavedRun,
} from '../../../src/evaluate/saved-runs.ts';
import { type SuitePaths, touchedBy } from '../../../src/evaluate/touched-by.ts';
import { fineScorer, lengthScorer, makeCase, makeSuite, temporaryFolder } from './make-suite.ts';

const root = temporaryFolder(afterAll);
let folders = 0;
const newRuns = () => {
  folders += 1;
  return join(root, `runs-${folders}`);
};

async function save(runs: string, ...args: Parameters<typeof makeSuite>): Promise<SavedRun> {
  const known = new Set((await listRuns(runs)).map(({ id }) => id));
  await runSuite(makeSuite(...args), { runs }).summary;
  return (await listRuns(runs)).find(({ id }) => !known.has(id)) as SavedRun;
}

describe('saved runs', () => {
  it('are found by name and by path, of the folder or of a file in it', async () => {
    const runs = newRuns();
    const run = await save(runs);
    for (const text of [run.id, run.dir, join(run.dir, 'summary.json')])
      expect((await findRun(text, { runs, cwd: root })).id).toBe(run.id);
    await expect(findRun('nothing', { runs, cwd: root })).rejects.toThrow(`found ${run.id} in ${runs}`);
    await expect(readRun(root)).rejects.toThrow(/found no plan\.json of gapwright there/);
  });

  it('are compared case by case from their rows', async () => {
    const runs = newRuns();
    const cases = Array.from({ length: 12 }, (_, at) => makeCase(`case-${at}`));
    const before = await save(runs, { cases });
    const after = await save(runs, { cases, task: { id: 'say', version: '2', run: () => ({ text: 'no' }) } });
    const { summary, changes } = await compareRuns({ run: before }, { run: after });
    expect(summary.variants).toEqual([`${before.id}:current`, `${after.id}:current`]);
    const fine = summary.comparisons.find(({ scorer }) => scorer === 'fine');
    expect(fine).toMatchObject({ meanAgainst: 1, mean: 0, difference: -1, cases: 12, verdict: 'regression' });
    expect(changes).toEqual([expect.stringMatching(/^task: was .*"version":"1\+.* is .*"version":"2\+/)]);
  });

  it('are compared where models differ, cases are of one run only, or one run has two variants', async () => {
    const runs = newRuns();
    const model = (id: string) => ({
      id,
      generate: async () => ({ text: '', usage: { inputTokens: 0, outputTokens: 0 } }),
    });
    const [a, b] = [makeCase('ada'), makeCase('ben')];
    const before = await save(runs, {
      cases: [a, b],
      models: [model('x')],
      variants: [{ name: 'p' }, { name: 'q' }],
    });
    const after = await save(runs, { cases: [b, makeCase('cyd')], models: [model('y')] });
    const { summary, changes } = await compareRuns({ run: before }, { run: after });
    expect(summary.models).toEqual(['x → y']);
    expect(summary.cases.map(({ id }) => id)).toEqual(['ben']);
    expect(changes).toContain('cases of one run only, left out: cyd, ada');
    const within = await compareRuns({ run: before, variant: 'p' }, { run: before, variant: 'q' });
    expect(within.summary.variants).toEqual(['p', 'q']);
    await expect(compareRuns({ run: before }, { run: before })).rejects.toThrow(
      /found the same run and variant twice/,
    );
    await expect(compareRuns({ run: before, variant: 'z' }, { run: after })).rejects.toThrow(
      /found p, q in it/,
    );
    const strange = await save(runs, { cases: [makeCase('zoe')] });
    await expect(compareRuns({ run: before }, { run: strange })).rejects.toThrow(
      /found no case that both have/,
    );
  });

  it('tell which cases had something wrong', async () => {
    const runs = newRuns();
    const run = await save(runs, {}, ({ case: { id } }) => {
      if (id === 'ada') throw new Error('down');
      if (id === 'ben') return { text: 'fine', broken: ['a contradiction'] };
      if (id === 'cyd') return { text: 'no' };
      if (id === 'dan') return { scores: { letters: { value: null, missing: 'lost' } }, text: 'fine' };
      if (id === 'eve')
        return { scores: { letters: { value: null, missing: 'none', inapplicable: true } }, text: 'fine' };
      return { text: 'fine' };
    });
    expect(failedCases(await rowsOf(run), [lengthScorer, fineScorer])).toEqual(['ada', 'ben', 'cyd', 'dan']);
  });

  it('make a history with a trend, a line for each', async () => {
    const runs = newRuns();
    for (const lost of [[], ['ada'], ['ada', 'ben']] as string[][])
      await save(runs, {
        task: {
          id: 'say',
          version: String(lost.length),
          run: ({ case: { id } }) => ({ text: lost.includes(id) ? 'no' : 'fine' }),
        },
      });
    const list = (await listRuns(runs)).map((run, at) => ({
      ...run,
      about: { ...run.about, started: `2026-01-0${at + 1}T10:00:00.000Z` },
    }));
    const lines = renderHistory(list, { scorers: ['fine'] })
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(/tried-[0-9a-f]{12}/, 'tried-0123456789ab'));
    expect(lines).toEqual([
      'tried',
      '  started           run                 cells  gate',
      '  2026-01-01 10:00  tried-0123456789ab    6/6',
      '  2026-01-02 10:00  tried-0123456789ab    6/6',
      '  2026-01-03 10:00  tried-0123456789ab    6/6',
      '',
      '  scorer  trend  first  before     now        change',
      '  fine    █▅▁    100 %  83.3 %  66.7 %  −16.7 points  higher is better',
    ]);
    for (const line of renderHistory(list, { width: 40 }).split('\n'))
      expect(line.length).toBeLessThanOrEqual(60);
  });

  it.each([
    [[0, 1], '▁█'],
    [[1, null, 1], '▄ ▄'],
    [[0, 0.5, 1], '▁▅█'],
  ] as const)('draws %j as %s', (values, drawn) => {
    expect(bars(values)).toBe(drawn);
  });
});

describe('a baseline', () => {
  it('has scores by case and repeat, and is read back as it was', async () => {
    const runs = newRuns();
    const run = await save(runs, { repeats: 2, cases: [makeCase('ben'), makeCase('ada')] });
    const entry = makeBaseline(await rowsOf(run), run.plan);
    expect(entry).toEqual({
      variant: 'current',
      repeats: 2,
      models: {
        offline: {
          prompts: {},
          scores: { fine: { ada: [1, 1], ben: [1, 1] }, letters: { ada: [10, 10], ben: [10, 10] } },
        },
      },
    });
    const text = renderBaseline(
      { schema: 'gapwright/eval-baseline@1', suites: { other: entry } },
      'tried',
      entry,
    );
    expect(Baseline.parse(JSON.parse(text)).suites).toEqual({ other: entry, tried: entry });
    expect(text).toContain('"ada": [10, 10]');
    expect(text.indexOf('"ada"')).toBeLessThan(text.indexOf('"ben"'));
    const file = join(root, 'baseline.json');
    writeFileSync(file, text);
    expect(await readBaseline(file)).toEqual(JSON.parse(text));
    expect(await readBaseline(join(root, 'none.json'))).toBeUndefined();
    writeFileSync(file, text.replace('"suites"', '"suite"'));
    await expect(readBaseline(file)).rejects.toThrow(/suites/);
  });

  it('is not written with holes', async () => {
    const runs = newRuns();
    const run = await save(runs, {}, ({ case: { id } }) => {
      if (id === 'ada') throw new Error('down');
      return { text: 'fine' };
    });
    const rows = await rowsOf(run);
    expect(() => makeBaseline(rows, run.plan)).toThrow('found 5 good cells of 6, expected all');
    expect(() => makeBaseline(rows, { ...run.plan, partial: true })).toThrow(
      'found a run of some of its cases',
    );
  });
});

describe('an A/A run', () => {
  const cases = Array.from({ length: 12 }, (_, at) => makeCase(`case-${at}`));

  it('finds no difference and no noise where every cell is equal', async () => {
    const plan = await planRun(makeSuite({ cases }), { aa: true });
    const run = runSuite(makeSuite({ cases }), { aa: true });
    await run.summary;
    const report = computeAa(run.rows, plan.plan, plan.scorers, { splits: 20 });
    expect(report).toMatchObject({ splits: 20, gateAlarms: 0 });
    expect(report.scorers.map(({ id, falseAlarms, noiseFloor }) => [id, falseAlarms, noiseFloor])).toEqual([
      ['letters', 0, 0],
      ['fine', 0, 0],
    ]);
  });

  it('tells how large differences by chance are, the same from the same rows in any order', async () => {
    const suite = makeSuite({ cases, repeats: 2 }, ({ case: { id }, repeat, variant }) => ({
      text: (Number(id.slice(5)) * 7 + repeat * 5 + variant.name.length * 2) % 4 === 0 ? 'no' : 'fine',
    }));
    const plan = await planRun(suite, { aa: true });
    const run = runSuite(suite, { aa: true });
    await run.summary;
    const rows = [...run.rows];
    const report = computeAa(rows, plan.plan, plan.scorers, { splits: 40 });
    const fine = report.scorers.find(({ id }) => id === 'fine');
    expect(fine?.noiseFloor).toBeGreaterThan(0);
    expect(fine?.noiseFloor).toBeLessThan(0.5);
    expect(fine?.falseAlarms).toBeLessThanOrEqual(0.15);
    expect(computeAa(rows.reverse(), plan.plan, plan.scorers, { splits: 40 })).toEqual(report);
  });
});

describe('an estimate', () => {
  it('counts cells, and says what they could see', async () => {
    const estimate = await estimateRun(await planRun(makeSuite({ repeats: 3 })));
    expect(estimate).toMatchObject({ cells: 18, calls: null, families: 6, models: [] });
    expect(estimate.byRepeats.map(({ repeats }) => repeats)).toEqual([1, 3, 5, 10]);
    expect(estimate.smallestVisible).toBe(estimate.byRepeats[1]?.smallestVisible);
  });

  it('is that of the statistics for sixty cases', async () => {
    const cases = Array.from({ length: 60 }, (_, at) => makeCase(`case-${at}`));
    const { byRepeats } = await estimateRun(await planRun(makeSuite({ cases })));
    expect(byRepeats.map(({ smallestVisible }) => (100 * (smallestVisible ?? 0)).toFixed(1))).toEqual([
      '21.4',
      '15.1',
      '13.5',
      '12.2',
    ]);
  });
});

describe('an estimate of a few families', () => {
  const cases = Array.from({ length: 60 }, (_, at) => ({ ...makeCase(`case-${at}`), family: `f-${at % 4}` }));

  it('sees nothing, however many cases: no verdict is passed on fewer than five', async () => {
    const estimate = await estimateRun(await planRun(makeSuite({ cases })));
    expect(estimate).toMatchObject({ families: 4, smallestVisible: null });
    expect(estimate.byRepeats.map(({ smallestVisible }) => smallestVisible)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('touchedBy', () => {
  const paths: SuitePaths = {
    file: '/w/evals/smoke.eval.yaml',
    cases: '/w/evals/cases',
    prompts: [
      { folder: '/w/prompts', variants: ['a', 'b'] },
      { folder: '/w/mine', variants: ['b'] },
    ],
  };
  const some = (cases: string[], variants: string[], why: string) => ({ kind: 'some', cases, variants, why });
  const table: [string, string[], object][] = [
    ['the suite itself', ['/w/evals/smoke.eval.yaml'], { kind: 'suite', why: '/w/evals/smoke.eval.yaml' }],
    ['a case', ['/w/evals/cases/ada/role.json'], some(['ada'], [], '/w/evals/cases/ada/role.json')],
    [
      'a file among the cases',
      ['/w/evals/cases/list.txt'],
      { kind: 'suite', why: '/w/evals/cases/list.txt' },
    ],
    ['a prompt of one variant', ['/w/mine/shared.md'], some([], ['b'], '/w/mine/shared.md')],
    ['a built-in prompt', ['/w/prompts/plain/shared.md'], some([], ['a', 'b'], '/w/prompts/plain/shared.md')],
    ['something else', ['/w/evals/notes.md', '/w/README.md', '/w/prompts/x.txt'], { kind: 'nothing' }],
    [
      'what editors leave',
      ['/w/mine/.shared.md.swp', '/w/mine/shared.md~', '/w/evals/cases/ada/4913'],
      { kind: 'nothing' },
    ],
    ['nothing', [], { kind: 'nothing' }],
  ];
  it.each(table)('%s', (_, changed, touched) => {
    expect(touchedBy(changed, paths)).toEqual(touched);
  });

  it('knows no cases of a suite that brings its own', () => {
    expect(touchedBy(['/w/evals/cases/ada/role.json'], { ...paths, cases: undefined })).toEqual({
      kind: 'nothing',
    });
  });
});

describe('a damaged row', () => {
  it('is asked for again, and the summary is that of an undisturbed run', async () => {
    const runs = newRuns();
    const whole = await runSuite(makeSuite(), { runs }).summary;
    const dir = join(runs, readdirSync(runs)[0] ?? '');
    appendFileSync(join(dir, 'rows.jsonl'), '{"key":"torn');
    rmSync(join(dir, 'summary.json'));
    expect(await runSuite(makeSuite(), { runs }).summary).toEqual(whole);
  });
});
