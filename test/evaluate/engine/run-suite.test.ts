import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EvalRow, type EvalSummary } from '../../../schemas/index.ts';
import { ModelError, UsageError } from '../../../src/errors.ts';
import { defineScorer } from '../../../src/evaluate/define-scorer.ts';
import type { EvalEvent } from '../../../src/evaluate/events.ts';
import { judgeRun } from '../../../src/evaluate/judge-run.ts';
import { runSuite } from '../../../src/evaluate/run-suite.ts';
import { fineScorer, lengthScorer, makeCase, makeSuite, temporaryFolder } from './make-suite.ts';

const root = temporaryFolder(afterAll);
let folders = 0;
const newRuns = () => {
  folders += 1;
  return join(root, `runs-${folders}`);
};

const cellsOf = (rows: Iterable<EvalRow>) =>
  [...rows].map(({ case: id, variant, model, repeat }) => `${id} ${variant} ${model} ${repeat}`).sort();

async function eventsOf(run: { events: AsyncIterable<EvalEvent> }): Promise<EvalEvent[]> {
  const events = [];
  for await (const event of run.events) events.push(event);
  return events;
}

describe('runSuite', () => {
  it('runs cases x variants x models x repeats, each into a row', async () => {
    const run = runSuite(
      makeSuite({
        cases: [makeCase('ada'), makeCase('ben')],
        variants: [{ name: 'a' }, { name: 'b' }],
        models: [
          'offline',
          { id: 'mine', generate: async () => ({ text: '', usage: { inputTokens: 0, outputTokens: 0 } }) },
        ],
        repeats: 2,
      }),
    );
    const summary = await run.summary;
    expect(summary.cells).toEqual({ expected: 16, ok: 16, errors: 0, absent: 0 });
    expect(new Set(cellsOf(run.rows)).size).toBe(16);
    for (const row of run.rows) expect(EvalRow.parse(row)).toEqual(row);
    expect(new Set([...run.rows].map(({ key }) => key)).size).toBe(16);
  });

  it('gives the task model, repeat and case, and the scorers what it gave', async () => {
    const seen: string[] = [];
    const run = runSuite(
      makeSuite({ cases: [makeCase('ada', { data: { words: 3 } })], repeats: 2 }, (cell) => {
        seen.push(`${cell.case.id} ${cell.repeat} ${cell.model?.id} ${JSON.stringify(cell.case.data)}`);
        return { text: 'fine', scores: { letters: { value: 7, evidence: ['counted'] } } };
      }),
    );
    await run.summary;
    expect(seen).toEqual(['ada 0 undefined {"words":3}', 'ada 1 undefined {"words":3}']);
    expect([...run.rows][0]?.scores).toEqual({
      letters: { value: 7, evidence: ['counted'] },
      fine: { value: 1 },
    });
  });

  it('tells what happens in events', async () => {
    const run = runSuite(makeSuite({ cases: [makeCase('ada')] }));
    expect(await eventsOf(run)).toEqual([
      { type: 'eval-start', suite: 'tried', cells: 1 },
      {
        type: 'cell-end',
        case: 'ada',
        variant: 'current',
        model: 'offline',
        repeat: 0,
        status: 'ok',
        broken: 0,
        seconds: expect.any(Number),
      },
      { type: 'eval-end', suite: 'tried', ran: 1, kept: 0, errors: 0 },
    ]);
  });

  const values: [string, number | null, object][] = [
    [
      'not a number',
      Number.NaN,
      { error: 'RangeError: cannot use the value of fine: found NaN, expected 0 or 1 or null' },
    ],
    [
      'between yes and no',
      0.5,
      { error: 'RangeError: cannot use the value of fine: found 0.5, expected 0 or 1 or null' },
    ],
    ['null without a reason', null, { missing: 'the scorer gave no value and no reason' }],
  ];
  it.each(values)('takes no value that is %s', async (_, value, expected) => {
    const scorer = { ...fineScorer, score: () => ({ value }) };
    const run = runSuite(makeSuite({ cases: [makeCase('ada')], scorers: [scorer] }));
    const { cells } = await run.summary;
    const [row] = run.rows;
    expect(row?.scores.fine).toEqual({ value: null, ...expected });
    expect(row?.status).toBe('error' in expected ? 'error' : 'ok');
    expect(cells.errors).toBe('error' in expected ? 1 : 0);
  });

  it('counts a scorer that throws as an error of its cell, and keeps the other scores', async () => {
    const broken = defineScorer({
      ...fineScorer,
      id: 'broken',
      score: () => {
        throw new TypeError('no such thing');
      },
    });
    const run = runSuite(makeSuite({ cases: [makeCase('ada')], scorers: [lengthScorer, broken] }));
    await run.summary;
    expect([...run.rows]).toMatchObject([
      {
        status: 'error',
        error: { name: 'ScorerError', message: 'the scorer broken failed: TypeError: no such thing' },
        scores: { letters: { value: 10 }, broken: { value: null, error: 'TypeError: no such thing' } },
      },
    ]);
  });

  it('keeps at most ten pieces of evidence, shortened, and what is inapplicable', async () => {
    const evidence = Array.from({ length: 30 }, () => 'x'.repeat(500));
    const talker = { ...fineScorer, score: () => ({ value: 1, evidence }) };
    const other = {
      ...lengthScorer,
      score: () => ({ value: null, missing: 'offline', inapplicable: true as const }),
    };
    const run = runSuite(makeSuite({ cases: [makeCase('ada')], scorers: [talker, other] }));
    await run.summary;
    const [row] = run.rows;
    expect(row?.scores.fine?.evidence).toHaveLength(10);
    expect(row?.scores.fine?.evidence?.every((text) => text.length === 160)).toBe(true);
    expect(row?.scores.letters).toEqual({ value: null, missing: 'offline', inapplicable: true });
  });
});

describe('a saved run', () => {
  it('is gone on with: what is there is not run again', async () => {
    const runs = newRuns();
    let asked = 0;
    let stopAt = 5;
    const suite = makeSuite({ repeats: 2 }, ({ case: { id }, repeat }) => {
      asked += 1;
      if (asked === stopAt) throw new UsageError('cannot go on: stopped by the test');
      return { text: `${id} fine ${repeat}` };
    });
    await expect(runSuite(suite, { runs, concurrency: 1 }).summary).rejects.toThrow('stopped by the test');
    const second = runSuite(suite, { runs, concurrency: 1 });
    const events = await eventsOf(second);
    expect(events.filter(({ type }) => type === 'cell-kept')).toHaveLength(4);
    expect(events.at(-1)).toMatchObject({ ran: 8, kept: 4 });
    stopAt = Number.POSITIVE_INFINITY;
    const undisturbed = await runSuite(suite).summary;
    expect(await second.summary).toEqual(undisturbed);
  });

  it('asks again for cells that failed', async () => {
    const runs = newRuns();
    let isDown = true;
    const suite = makeSuite({}, ({ case: { id } }) => {
      if (isDown && id === 'ben') throw new ModelError('network', 'cannot reach the model');
      return { text: `${id} fine` };
    });
    const first = runSuite(suite, { runs });
    const summary = await first.summary;
    expect(summary.cells).toMatchObject({ ok: 5, errors: 1 });
    expect(judgeRun(summary, first.rows)).toBe('model-failed');
    isDown = false;
    const second = runSuite(suite, { runs });
    expect((await eventsOf(second)).at(-1)).toMatchObject({ ran: 1, kept: 5, errors: 0 });
    expect((await second.summary).cells).toMatchObject({ ok: 6, errors: 0 });
    expect(judgeRun(await second.summary, second.rows)).toBe('clean');
    // Both rows are in the file; the later one counts.
    const lines = readFileSync(join(runs, readdirSync(runs)[0] ?? '', 'rows.jsonl'), 'utf8')
      .trim()
      .split('\n');
    expect(lines).toHaveLength(7);
    expect(cellsOf(second.rows)).toHaveLength(6);
  });

  const changes: [string, Parameters<typeof makeSuite>[0], object][] = [
    ['another repeat', { repeats: 2 }, {}],
    ['another version of the task', { task: { id: 'say', version: '2', run: () => ({ text: 'fine' }) } }, {}],
    ['another seed', {}, { seed: 2 }],
    ['another expectation', { cases: [makeCase('ada', { expect: { forbid: ['x'] } })] }, {}],
    ['other data of a case', { cases: [makeCase('ada', { data: 1 })] }, {}],
    ['another style of a variant', { variants: [{ name: 'current', style: { tone: 'warm' } }] }, {}],
    ['fewer scorers', { scorers: [fineScorer] }, {}],
    ['an edited scorer', { scorers: [lengthScorer, { ...fineScorer, score: () => ({ value: 0 }) }] }, {}],
  ];
  it.each(changes)('is another run with %s', async (_, more, options) => {
    const runs = newRuns();
    const cases = [makeCase('ada')];
    await runSuite(makeSuite({ cases }), { runs }).summary;
    await runSuite(makeSuite({ cases, ...more }), { runs, ...options }).summary;
    expect(readdirSync(runs)).toHaveLength(2);
  });

  it('is the same run with another threshold, and begins anew only if told', async () => {
    const runs = newRuns();
    await runSuite(makeSuite(), { runs }).summary;
    await runSuite(makeSuite({ thresholds: { fine: 1 } }), { runs }).summary;
    expect(readdirSync(runs)).toHaveLength(1);
    const anew = runSuite(makeSuite(), { runs, resume: false });
    expect((await eventsOf(anew)).at(-1)).toMatchObject({ ran: 6, kept: 0 });
    expect(readdirSync(runs).sort()[1]).toMatch(/^tried-[0-9a-f]{12}\.2$/);
    const again = runSuite(makeSuite(), { runs });
    expect((await eventsOf(again)).at(-1)).toMatchObject({ ran: 0, kept: 6 });
  });

  it('has plan, rows and summary on the disk, and texts once for equal cells', async () => {
    const runs = newRuns();
    const run = runSuite(
      makeSuite({ repeats: 3 }, () => ({ text: 'all fine' })),
      { runs },
    );
    const summary = await run.summary;
    const dir = join(runs, readdirSync(runs)[0] ?? '');
    expect(readdirSync(dir).sort()).toEqual([
      'artifacts.jsonl',
      'plan.json',
      'rows.jsonl',
      'run.json',
      'summary.json',
    ]);
    expect(JSON.parse(readFileSync(join(dir, 'summary.json'), 'utf8'))).toEqual(summary);
    expect(readFileSync(join(dir, 'artifacts.jsonl'), 'utf8').trim().split('\n')).toHaveLength(1);
    const bare = newRuns();
    await runSuite(makeSuite(), { runs: bare, artifacts: false }).summary;
    expect(existsSync(join(bare, readdirSync(bare)[0] ?? '', 'artifacts.jsonl'))).toBe(false);
  });

  it('lets no second process in while it runs', async () => {
    const runs = newRuns();
    const gate = Promise.withResolvers<void>();
    const suite = makeSuite({ cases: [makeCase('ada')] }, async () => {
      await gate.promise;
      return { text: 'fine' };
    });
    const first = runSuite(suite, { runs });
    for await (const event of first.events) if (event.type === 'eval-start') break;
    await expect(runSuite(suite, { runs }).summary).rejects.toThrow(/in use by process \d+.*--out DIR/);
    gate.resolve();
    await first.summary;
  });

  it('keeps the rows of finished cells when it is stopped', async () => {
    const runs = newRuns();
    const stop = new AbortController();
    let ran = 0;
    const suite = makeSuite({}, () => {
      ran += 1;
      if (ran === 3) stop.abort();
      return { text: 'fine' };
    });
    await expect(
      runSuite(suite, { runs, concurrency: 1, signal: stop.signal }).summary,
    ).rejects.toMatchObject({ code: 'aborted' });
    const again = runSuite(suite, { runs });
    expect((await eventsOf(again)).at(-1)).toMatchObject({ kept: 3, ran: 3 });
  });
});

describe('the rows', () => {
  it('have at most 1,300 bytes with two trivial scorers', async () => {
    const runs = newRuns();
    const cases = Array.from({ length: 50 }, (_, at) => makeCase(`a-case-with-a-rather-long-name-${at}`));
    await runSuite(makeSuite({ cases }), { runs }).summary;
    const text = readFileSync(join(runs, readdirSync(runs)[0] ?? '', 'rows.jsonl'), 'utf8');
    expect(Buffer.byteLength(text) / 50).toBeLessThan(1300);
  });

  it('give the same summary in whatever order cells end', async () => {
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const summaries: EvalSummary[] = [];
    for (const concurrency of [1, 6]) {
      const suite = makeSuite({ repeats: 2 }, async ({ case: { id }, repeat }) => {
        await wait((id.charCodeAt(0) * 7) % 5);
        return { text: `${id} ${repeat === 0 ? 'fine' : 'no'}` };
      });
      summaries.push(await runSuite(suite, { runs: newRuns(), concurrency }).summary);
    }
    expect(JSON.stringify(summaries[0])).toBe(JSON.stringify(summaries[1]));
  });
});

describe('judgeRun', () => {
  const row = (more: Partial<EvalRow>) => ({ status: 'ok', broken: [], ...more }) as unknown as EvalRow;
  const model = row({ status: 'error', error: { name: 'ModelError', message: '' } });
  const other = row({ status: 'error', error: { name: 'ScorerError', message: '' } });
  const broken = row({ broken: ['a contradiction'] });
  const reason = (kind: 'error' | 'regression') => ({ kind, message: '' });
  const gate = (...reasons: ReturnType<typeof reason>[]) => ({
    passed: reasons.length === 0,
    reasons,
    worst: [],
  });
  const table: [string, Parameters<typeof judgeRun>, string][] = [
    ['nothing wrong', [{}, [row({})]], 'clean'],
    ['a broken invariant without a gate', [{}, [broken]], 'failed'],
    ['a failed model', [{}, [row({}), model]], 'model-failed'],
    ['a failed scorer', [{}, [other, model]], 'failed'],
    ['a gate that passed', [{ gate: gate() }, [row({})]], 'clean'],
    ['a regression', [{ gate: gate(reason('regression')) }, [row({})]], 'failed'],
    [
      'a regression and a failed model',
      [{ gate: gate(reason('error'), reason('regression')) }, [model]],
      'failed',
    ],
    ['a gate that failed for the model alone', [{ gate: gate(reason('error')) }, [model]], 'model-failed'],
    [
      'a gate that failed for a cell that was not run',
      [{ gate: gate(reason('error')) }, [row({})]],
      'failed',
    ],
  ];
  it.each(table)('%s', (_, args, verdict) => {
    expect(judgeRun(...args)).toBe(verdict);
  });
});
