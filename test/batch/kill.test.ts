import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const PEOPLE = 60;
const CONCURRENCY = 3;
/** Reports on the disk at which each start of the batch is killed. */
const KILLS = [1, 9, 10, 27, 44];

const folder = mkdtempSync(join(tmpdir(), 'gapwright-batch-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const role = {
  title: 'Ward Clerk',
  skills: [
    { name: 'Excel', tier: 'core', level: 'Advanced' },
    { name: 'Medical Terminology', tier: 'core' },
    { name: 'Scheduling', tier: 'preferred' },
  ],
};
const levels = ['Beginner', 'Intermediate', 'Advanced', 'Expert'];
const people = Array.from({ length: PEOPLE }, (_, at) =>
  // No two are alike, or one would be a copy of the other; every twentieth is no resume.
  at % 20 === 19
    ? { id: `person-${at}`, resume: { skills: 'none' } }
    : {
        id: `person-${at}`,
        resume: {
          basics: { name: `Person ${at}` },
          skills: [{ name: 'Excel', level: levels[at % levels.length] }, { name: `Filing System ${at}` }],
        },
      },
);
const [peopleFile, roleFile] = [join(folder, 'people.jsonl'), join(folder, 'role.json')];
writeFileSync(peopleFile, people.map((one) => JSON.stringify(one)).join('\n'));
writeFileSync(roleFile, JSON.stringify(role));

/** Runs the batch; ends with the exit code, or with `killed` once so many reports are on the disk. */
function runBatchOnce(out: string, killAt?: number): Promise<number | 'killed'> {
  return new Promise((resolve, reject) => {
    const args = [CLI, 'batch', peopleFile, '--role', roleFile, '--out', out, '--date', '2026-11-01'];
    const child = spawn(process.execPath, [...args, '--concurrency', String(CONCURRENCY), '--quiet'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let told = '';
    child.stderr.on('data', (chunk) => {
      told += String(chunk);
    });
    const watch =
      killAt === undefined
        ? undefined
        : setInterval(() => reportsIn(out).size >= killAt && child.kill('SIGKILL'), 2);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearInterval(watch);
      if (signal === 'SIGKILL') resolve('killed');
      else if (code === null || code > 1) reject(new Error(`found exit code ${code} (${signal}): ${told}`));
      else resolve(code);
    });
  });
}

/** Reports that are there whole: path in the folder to the inode, which is another one once a file is written anew. */
function reportsIn(out: string): Map<string, number> {
  const root = join(out, 'reports');
  if (!existsSync(root)) return new Map();
  return new Map(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('skill-gap-report.md'))
      .map((name) => [name, statSync(join(root, name)).ino]),
  );
}

const contents = (out: string) =>
  Object.fromEntries(
    [...reportsIn(out).keys()].sort().map((name) => [name, readFileSync(join(out, 'reports', name), 'utf8')]),
  );

const summaryOf = (out: string) => JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'));

describe('a batch under kill -9', { timeout: 120_000 }, () => {
  it('loses no accepted report, writes none of them twice, and ends as if nothing had been', async () => {
    const [calm, killed] = [join(folder, 'calm'), join(folder, 'killed')];
    // Some have no resume that can be read.
    expect(await runBatchOnce(calm)).toBe(1);
    expect(Object.keys(contents(calm))).toHaveLength(PEOPLE - 3);

    let before = new Map<string, number>();
    let kills = 0;
    let rewritten = 0;
    for (const at of [...KILLS, undefined]) {
      const ended = await runBatchOnce(killed, at);
      const now = reportsIn(killed);
      for (const [name, inode] of before) {
        expect(now.has(name), `${name} is lost`).toBe(true);
        rewritten += now.get(name) === inode ? 0 : 1;
      }
      before = now;
      if (ended !== 'killed') break;
      kills += 1;
    }
    expect(kills).toBe(KILLS.length);
    // Only what was on the disk and not yet in the journal when the kill came may be written once more.
    expect(rewritten).toBeLessThanOrEqual(kills * CONCURRENCY);
    expect(contents(killed)).toEqual(contents(calm));
    expect(readFileSync(join(killed, 'failures.jsonl'), 'utf8')).toBe(
      readFileSync(join(calm, 'failures.jsonl'), 'utf8'),
    );
    // What the last start wrote and what it found there is its own; all else is of the people.
    const [one, other] = [summaryOf(killed), summaryOf(calm)];
    expect(one.reports.written + one.reports.kept).toBe(PEOPLE - 3);
    expect({ ...one, reports: undefined }).toEqual({ ...other, reports: undefined });
  });
});
