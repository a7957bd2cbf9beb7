import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BatchOptions, computeBatchSummary, type Person, runBatch } from '../../src/batch/index.ts';
import { InputError, ModelError, OutputError } from '../../src/errors.ts';
import { findRenderer } from '../../src/render/index.ts';
import { writeReport } from '../../src/write-report.ts';

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'batch-'));
});
afterEach(() => rm(out, { recursive: true }));

const role = {
  title: 'Ward Clerk',
  skills: [
    { name: 'Excel', tier: 'core', level: 'Advanced' },
    { name: 'Medical Terminology', tier: 'core' },
    { name: 'Scheduling', tier: 'preferred' },
  ],
};

const resumeOf = (level: string, name = 'A') => ({
  basics: { name },
  skills: [{ name: 'Excel', level }, { name: 'Scheduling' }],
});

const person = (source: string, value: unknown): Person => ({ source, name: source, resume: { value } });

async function* streamOf(people: readonly Person[]) {
  yield* people;
}

interface Run {
  over?: Partial<BatchOptions>;
  /** Called before each report is written. */
  before?: (count: number) => void;
}

async function run(people: readonly Person[], { over = {}, before = () => {} }: Run = {}) {
  let count = 0;
  const { counts, journal } = await runBatch(streamOf(people), {
    out,
    role,
    date: '2026-11-01',
    renderers: [findRenderer('md')],
    fingerprint: 'offline',
    concurrency: 3,
    write: async (theCase, signal) => {
      count += 1;
      before(count);
      return writeReport(theCase, { signal }).report;
    },
    ...over,
  });
  const summary = computeBatchSummary(journal, counts, { role: role.title, date: '2026-11-01' });
  const failures = [...journal.failures()];
  journal.close();
  return { counts, summary, failures, asked: count };
}

async function reports(): Promise<Record<string, string>> {
  const names = (await readdir(join(out, 'reports'))).sort();
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [
        name,
        await readFile(join(out, 'reports', name, 'skill-gap-report.md'), 'utf8'),
      ]),
    ),
  );
}

const LEVELS = ['Beginner', 'Intermediate', 'Advanced', 'Expert'];
const many = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    person(`p${at}`, resumeOf(LEVELS[at % 4] as string, `Person ${at}`)),
  );

describe('runBatch', () => {
  it('writes a report for each, and a failure is one line', async () => {
    const people = [
      ...many(3),
      person('wrong', { skills: 5 }),
      person('torn', new InputError('torn', 'cannot read torn')),
    ];
    const { counts, failures } = await run(people);
    expect(counts).toEqual({ written: 3, kept: 0, copied: 0, failed: 2 });
    expect(Object.keys(await reports())).toEqual(['p0', 'p1', 'p2']);
    expect(failures.map(({ id, error }) => `${id} ${error}`)).toEqual([
      'wrong InputError',
      'torn InputError',
    ]);
    const lines = (await readFile(join(out, 'failures.jsonl'), 'utf8')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).id).sort()).toEqual(['torn', 'wrong']);
  });

  it('asks once for equal inputs, and gives each person the report', async () => {
    const people = ['a', 'b', 'c', 'd'].map((source) => person(source, resumeOf('Expert')));
    const { counts, asked, summary } = await run(people);
    expect(counts).toEqual({ written: 1, kept: 0, copied: 3, failed: 0 });
    expect(asked).toBe(1);
    expect(new Set(Object.values(await reports())).size).toBe(1);
    expect(Object.keys(await reports())).toEqual(['a', 'b', 'c', 'd']);
    expect(summary.cohort.people).toBe(4);
  });

  it('tells people of the same name apart, in any spelling', async () => {
    await run([
      { source: 'one', name: 'Ada Ó/..', resume: { value: resumeOf('Expert') } },
      { source: 'two', name: 'ada ó', resume: { value: resumeOf('Beginner') } },
      { source: 'three', name: '../', resume: { value: resumeOf('Advanced') } },
    ]);
    expect(Object.keys(await reports())).toEqual(['ada-ó', 'ada-ó-2', 'person']);
  });

  it('writes anew only what changed, failed or was lost', async () => {
    const people = [...many(4), person('wrong', { skills: 5 })];
    await run(people);
    await rm(join(out, 'reports', 'p1'), { recursive: true });
    const changed = people.map((one) =>
      one.source === 'p2' ? person('p2', resumeOf('Expert', 'New')) : one,
    );
    const { counts } = await run(
      changed.map((one) => (one.source === 'wrong' ? person('wrong', resumeOf('Novice')) : one)),
    );
    expect(counts).toEqual({ written: 3, kept: 2, copied: 0, failed: 0 });
    const other = await run(changed, { over: { fingerprint: 'another prompt' } });
    expect(other.counts).toEqual({ written: 4, kept: 0, copied: 0, failed: 1 });
  });

  it.each([
    ['a key that is refused', new ModelError('auth', 'cannot ask: found 401')],
    ['a full disk', new OutputError('cannot write: found a full disk')],
  ])('stops at %s, and keeps what was accepted', async (_, fault) => {
    const stopping = run(many(12), {
      before: (count) => {
        if (count === 6) throw fault;
      },
    });
    await expect(stopping).rejects.toBe(fault);
    const accepted = Object.keys(await reports()).length;
    expect(accepted).toBeGreaterThanOrEqual(3);
    expect(accepted).toBeLessThan(12);
    const { counts, asked } = await run(many(12));
    expect(counts).toEqual({ written: 12 - accepted, kept: accepted, copied: 0, failed: 0 });
    expect(asked).toBe(12 - accepted);
  });

  it('counts a model that fails for one report as a failure of that report', async () => {
    const { counts } = await run(many(4), {
      before: (count) => {
        if (count === 2) throw new ModelError('refusal', 'cannot use the reply: found a refusal');
      },
    });
    expect(counts).toEqual({ written: 3, kept: 0, copied: 0, failed: 1 });
  });

  it('stopped anywhere and started again gives what an undisturbed run gives', async () => {
    const people = many(10);
    await run(people);
    const undisturbed = await reports();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }), async (stops) => {
        await rm(out, { recursive: true });
        let asked = 0;
        for (const stop of stops) {
          const controller = new AbortController();
          await run(people, {
            over: { signal: controller.signal },
            before: (count) => {
              asked += 1;
              if (count === stop) controller.abort();
            },
          }).catch((error: Error) => expect(error.name).toBe('AbortedError'));
        }
        const last = await run(people);
        asked += last.asked;
        expect(await reports()).toEqual(undisturbed);
        expect(last.counts.written + last.counts.kept).toBe(10);
        // What was under way when it stopped is asked for again, and nothing else.
        expect(asked).toBeLessThanOrEqual(10 + 3 * stops.length);
      }),
      { numRuns: 6 },
    );
  });

  it('refuses a journal that is none, and one that is in use', async () => {
    await run(many(1));
    const again = run(many(2), {
      before: () => {
        throw new OutputError('stop');
      },
    });
    await expect(again).rejects.toThrow('stop');
    const { writeFile } = await import('node:fs/promises');
    for (const name of ['batch.sqlite-wal', 'batch.sqlite-shm']) await rm(join(out, name), { force: true });
    await writeFile(join(out, 'batch.sqlite'), 'x'.repeat(5000));
    await expect(run(many(1))).rejects.toThrow(/found .*batch\.sqlite to be no journal of a batch/);
  });
});

describe('computeBatchSummary', () => {
  it.each([
    ['sums what reports cost', [0.25, 0.5], 0.75],
    ['knows no sum where one cost is unknown', [0.25, null], null],
  ])('%s', async (_, amounts, expected) => {
    let count = 0;
    const { summary } = await run(many(2), {
      over: {
        write: async (theCase) => {
          const report = await writeReport(theCase).report;
          const amount = amounts[count++] as number | null;
          const usage = { calls: 6, inputTokens: 100, outputTokens: 10 };
          return { ...report, writer: { ...report.writer, usage, cost: { amount, currency: 'USD' } } };
        },
      },
    });
    expect(summary.spent).toEqual({ calls: 12, inputTokens: 200, outputTokens: 20, cost: expected });
  });

  it('speaks of a half of the people only where there are enough of them', async () => {
    const text = async (count: number) =>
      (await run(many(count))).summary.section.map((one) => one.text).join(' ');
    expect(await text(3)).not.toContain('half of all people');
    expect(await text(8)).toContain('half of all people lie between');
  });

  it('states the cohort in figures that are slots of facts', async () => {
    const { summary } = await run([...many(8), person('wrong', { skills: 5 })]);
    expect(summary.reports).toEqual({ people: 9, written: 8, kept: 0, copied: 0, failed: 1 });
    expect(summary.cohort.gaps[0]).toMatchObject({
      name: 'Medical Terminology',
      missing: 8,
      partial: 0,
      share: 1,
    });
    expect(summary.cohort.gaps[1]).toMatchObject({ name: 'Excel', missing: 0, partial: 4, share: 0.5 });
    expect(summary.cohort.coverage.core).toEqual({
      people: 8,
      lowerQuartile: 0.25,
      median: 0.375,
      upperQuartile: 0.5,
    });
    const ids = new Set(summary.facts.map(({ id }) => id));
    for (const { template, text, facts } of summary.section) {
      expect(template.replace(/\{\{[^}]+\}\}/g, '')).not.toMatch(/\d/);
      expect(facts.filter((id) => !ids.has(id))).toEqual([]);
      expect(text).not.toContain('{{');
    }
    expect(summary.section[0]?.text).toBe(
      'Of 9 people, 8 people have a report for the role Ward Clerk, and 1 person could not get one.',
    );
    expect(JSON.stringify(summary)).not.toContain('Person');
  });
});
