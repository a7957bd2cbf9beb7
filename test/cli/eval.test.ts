import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { describeProgress, follow, formatSeconds, secondsLeft } from '../../src/cli/eval/show-progress.ts';
import { runCommand } from '../support/run-command.ts';

const root = mkdtempSync(join(tmpdir(), 'gapwright-eval-cli-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

let folders = 0;
let cwd = '';
/** A project with two suites: one of words that a file decides, one of a report. */
beforeEach(() => {
  folders += 1;
  cwd = join(root, `project-${folders}`);
  mkdirSync(join(cwd, 'evals', 'cases', 'accountant'), { recursive: true });
  for (const file of ['resume.json', 'role.json'])
    cpSync(join(examples, 'accountant', file), join(cwd, 'evals', 'cases', 'accountant', file));
  writeFileSync(
    join(cwd, 'evals', 'report.eval.yaml'),
    'name: report\ncases: cases\nscorers: [contradiction-free-final, must-mention]\n',
  );
  writeFileSync(join(cwd, 'words.json'), '["fine", "fine", "fine", "fine", "fine", "fine"]');
  writeFileSync(
    join(cwd, 'evals', 'words.eval.mjs'),
    `import { readFileSync } from 'node:fs';
const words = () => JSON.parse(readFileSync(${JSON.stringify(join(cwd, 'words.json'))}, 'utf8'));
export default {
  name: 'words',
  cases: [0, 1, 2, 3, 4, 5].map((at) => ({
    id: 'case-' + at, family: 'family-' + at, tags: at < 2 ? ['smoke'] : [], case: {}, expect: {}, data: at,
  })),
  task: { id: 'read', version: '1', run({ case: { data } }) {
    const word = words()[data];
    if (word === 'down') throw Object.assign(new Error('cannot reach it'), { name: 'ModelError' });
    return { text: word, broken: word === 'broken' ? ['a contradiction in the report'] : [] };
  } },
  scorers: [{
    id: 'fine', title: 'Fine', description: 'Says fine.', kind: 'binary', better: 'higher',
    margin: 0.05, gating: true, deterministic: true, score: ({ text }) => ({ value: text === 'fine' ? 1 : 0 }),
  }],
};
`,
  );
});

const say = (...words: string[]) => writeFileSync(join(cwd, 'words.json'), JSON.stringify(words));
const run = (...argv: string[]) => runCommand(['eval', ...argv], { cwd });
const json = async (...argv: string[]) => {
  const { stdout, ...rest } = await run(...argv, '--reporter', 'json');
  return { ...rest, summary: JSON.parse(stdout) };
};

describe('gapwright eval', () => {
  it('runs every suite in evals without a model, and keeps the runs', async () => {
    const { code, stdout } = await run();
    expect(code).toBe(0);
    expect(stdout).toContain('report');
    expect(stdout).toContain('words');
    expect(
      readdirSync(join(cwd, 'evals', '.runs')).map((name) => name.replace(/-[0-9a-f]{12}$/, '')),
    ).toEqual(['report', 'words']);
  });

  it('goes on with a run of the same plan', async () => {
    await run('words');
    const { stderr } = await run('words');
    expect(stderr).toContain('6 of 6 cells of words were kept from an earlier run.');
    expect((await run('words', '--seed', '2')).stderr).not.toContain('kept');
    expect((await run('words', '--no-resume')).stderr).not.toContain('kept');
  });

  const exits: [string, string[], string[], number][] = [
    ['nothing wrong', ['fine', 'fine', 'fine', 'fine', 'fine', 'fine'], [], 0],
    ['a low score and no gate', ['no', 'no', 'fine', 'fine', 'fine', 'fine'], [], 0],
    ['a broken invariant and no gate', ['broken', 'fine', 'fine', 'fine', 'fine', 'fine'], [], 1],
    ['a model that failed for good', ['down', 'fine', 'fine', 'fine', 'fine', 'fine'], [], 3],
    ['a gate without a baseline', ['fine', 'fine', 'fine', 'fine', 'fine', 'fine'], ['--gate'], 1],
  ];
  it.each(exits)('ends as the contract says: %s', async (_, words, flags, expected) => {
    say(...words);
    expect((await run('words', ...flags)).code).toBe(expected);
  });

  it('gates against the baseline that it wrote', async () => {
    const first = await run('words', '--update-baseline');
    expect(first.stderr).toContain('Wrote the scores of current into');
    expect((await json('words', '--gate')).summary.gate).toMatchObject({ passed: true, reasons: [] });
    say('no', 'no', 'no', 'no', 'no', 'fine');
    const { code, summary } = await json('words', '--gate', '--no-resume');
    expect(code).toBe(1);
    expect(summary.gate.reasons).toMatchObject([{ kind: 'regression', scorer: 'fine' }]);
    expect(summary.gate.worst).toHaveLength(3);
  });

  it('filters cases, and runs those again that failed', async () => {
    expect((await json('words', '--tag', 'smoke')).summary.cells.expected).toBe(2);
    expect((await json('words', '--case', 'case-1,case-2', '--case', 'case-5')).summary.cells.expected).toBe(
      3,
    );
    expect((await run('words', '--case', 'nobody')).code).toBe(2);
    say('fine', 'no', 'fine', 'fine', 'no', 'fine');
    await run('words');
    const failed = await json('words', '--last-failed');
    expect(failed.summary.cases.map(({ id }: { id: string }) => id)).toEqual(['case-1', 'case-4']);
    say('fine', 'fine', 'fine', 'fine', 'fine', 'fine');
    await run('words', '--last-failed', '--no-resume');
    const { code, stderr } = await run('words', '--last-failed');
    expect([code, stderr]).toEqual([2, expect.stringContaining('nothing is left to do')]);
  });

  it('compares variants by name, folder and revision, or says what is wrong with them', async () => {
    const { summary } = await json('report', '--variant', 'cited=cited');
    expect(summary.variants).toEqual(['current', 'cited']);
    const outside = await run('report', '--variant', 'before=git:main');
    expect([outside.code, outside.stderr]).toEqual([
      2,
      expect.stringContaining('found no git repository in'),
    ]);
    expect((await run('report', '--variant', 'x=nowhere')).code).toBe(2);
  });

  it('says before a run what it would ask, cost and see', async () => {
    const { stdout, code } = await run(
      'report',
      '--dry-run',
      '--model',
      'openai:gpt-5-mini',
      '--repeats',
      '3',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('1 cases of 1 families x 1 variants x 1 models x 3 repeats = 3 cells');
    expect(stdout).toContain('calls: 18, up to 72 with every repair');
    expect(stdout).toMatch(/openai:gpt-5-mini: about \d+ tokens in, \d+ out/);
    expect(stdout).toContain('smallest visible loss between two variants');
    expect(readdirSync(join(cwd, 'evals'))).not.toContain('.runs');
  });

  it('writes reports to stdout, to files, and into the run', async () => {
    const { stdout, stderr } = await run('words', '--reporter', 'json,terminal=out.txt');
    expect(JSON.parse(stdout).suite).toBe('words');
    expect(readFileSync(join(cwd, 'out.txt'), 'utf8')).toContain('words');
    expect(stderr).toContain('Wrote');
    await run('words', '--reporter', 'terminal,json');
    const [dir = ''] = readdirSync(join(cwd, 'evals', '.runs'));
    expect(readdirSync(join(cwd, 'evals', '.runs', dir))).toContain('report.json.json');
    expect((await run('words', '--reporter', 'telegram')).code).toBe(2);
    expect((await run('words', '--reporter', 'json=a,terminal=a')).code).toBe(2);
  });

  it('tells its events as JSON lines', async () => {
    const { stderr } = await run('words', '--json');
    const events = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(events.filter(({ type }) => type === 'cell-end')).toHaveLength(6);
    expect(events.at(-1)).toEqual({ type: 'eval-end', suite: 'words', ran: 6, kept: 0, errors: 0 });
  });

  it('measures itself with the same variant twice', async () => {
    const { summary } = await json('words', '--aa');
    expect(summary.variants).toEqual(['current', 'current-again']);
    expect(summary.aa).toMatchObject({ splits: 200, gateAlarms: 0 });
    expect((await run('words', '--aa', '--gate')).code).toBe(2);
  });

  it('is interrupted with what to do next', async () => {
    const stop = new AbortController();
    stop.abort();
    const { code } = await runCommand(['eval', 'words'], { cwd, signal: stop.signal });
    expect(code).toBe(130);
  });

  it('compares saved runs and tells their history', async () => {
    await run('words');
    say('no', 'no', 'no', 'no', 'no', 'no');
    await run('words', '--seed', '2');
    const runs = readdirSync(join(cwd, 'evals', '.runs'));
    const { stdout } = await run('history');
    expect(stdout.split('\n').filter((line) => line.includes('words-'))).toHaveLength(2);
    expect(stdout).toMatch(/fine +█▁ .* higher is better/);
    const { code, summary } = await json(
      'compare',
      runs[0] ?? '',
      join('evals', '.runs', runs[1] ?? '', 'summary.json'),
    );
    expect(code).toBe(0);
    expect(summary.comparisons).toHaveLength(1);
    expect(Math.abs(summary.comparisons[0].difference)).toBe(1);
    expect(summary.changes).toEqual([expect.stringMatching(/^seed: was [12], is [12]$/)]);
    expect((await run('compare', 'one')).code).toBe(2);
    expect((await run('compare', 'one', 'two')).code).toBe(2);
    expect((await run('history', 'nothing')).stderr).toContain('No finished runs');
    const html = await run('history', '--reporter', 'html=history.html');
    expect(html.code).toBe(2);
    expect(html.stderr).toContain('found --reporter html=history.html, expected terminal or json');
  });

  const wrong: [string, string[], RegExp][] = [
    [
      'a suite that is not there',
      ['nothing'],
      /found no such file and no such name in evals\/, expected one of report, words/,
    ],
    [
      'both recording and replaying',
      ['words', '--record', 'a', '--replay', 'b'],
      /cannot use --record, --replay and --cache together/,
    ],
    ['no repeats', ['words', '--repeats', '0'], /expected a whole number from 1 to 1000/],
    ['a model without a provider', ['report', '--model', 'gpt', '--no-resume'], /found no provider in it/],
  ];
  it.each(wrong)('refuses %s', async (_, argv, message) => {
    const { code, stderr } = await run(...argv);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });

  it('refuses two suites of one name', async () => {
    writeFileSync(join(cwd, 'evals', 'other.eval.yaml'), 'name: report\ncases: cases\n');
    expect((await run()).stderr).toMatch(
      /found its name report in .* too, expected each suite to have a name of its own/,
    );
  });
});

describe('progress', () => {
  const cell = { case: 'a', variant: 'b', model: 'c', repeat: 0 };
  it('counts cells, and tells the time left by the pace of those that ran', () => {
    const state = [
      { type: 'eval-start', suite: 'x', cells: 10 },
      { type: 'cell-kept', ...cell },
      { type: 'cell-end', ...cell, status: 'ok', broken: 0, seconds: 1 },
      { type: 'cell-end', ...cell, status: 'error', broken: 1, seconds: 1 },
    ] as const;
    const progress = state.reduce(follow, { cells: 0, done: 0, kept: 0, errors: 0, broken: 0 });
    expect(progress).toEqual({ cells: 10, done: 3, kept: 1, errors: 1, broken: 1 });
    expect(secondsLeft(progress, 20)).toBe(70);
    expect(describeProgress('x', progress, 20)).toBe(
      'x  3/10 cells, 1 kept, 1 failed, 1 broken, about 1 min 10 s left',
    );
    expect(secondsLeft({ ...progress, done: 1 }, 20)).toBeUndefined();
  });

  it.each([
    [0.2, '1 s'],
    [59, '59 s'],
    [61, '1 min 1 s'],
    [7300, '2 h 1 min'],
  ])('%d seconds are %s', (seconds, words) => {
    expect(formatSeconds(seconds)).toBe(words);
  });
});
