import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A command that runs one suite into a folder of runs. */
export interface KillCommand {
  /** Arguments for this Node; the folder of runs is added as `--out DIR`. */
  args: readonly string[];
  cwd: string;
  env?: Record<string, string>;
}

/** When a process is killed: so long after its start, or as soon as there are so many bytes of rows. */
export type Kill = { afterMs: number } | { atBytes: number };

/** What a run left behind, however often it was killed. */
export interface Outcome {
  code: number;
  /** SHA-256 of `summary.json`. */
  summary: string;
  /** Its text. */
  text: string;
  /** Why cells failed, if any did. */
  errors: string[];
  /** Bytes of rows at the end. */
  rows: number;
  kills: number;
  /** Bytes of rows after each kill, in order: how far it had come. */
  rowsAtKill: number[];
}

/** Runs the command again and again, killing it with SIGKILL as told, until it ends by itself. */
export async function runWithKills(
  command: KillCommand,
  out: string,
  plan: readonly Kill[],
): Promise<Outcome> {
  rmSync(out, { recursive: true, force: true });
  let kills = 0;
  const rowsAtKill: number[] = [];
  for (const kill of [...plan, undefined]) {
    const code = await runOnce(command, out, kill);
    if (code !== 'killed') {
      const text = readSummary(out);
      const summary = createHash('sha256').update(text).digest('hex');
      return { code, summary, text, errors: readErrors(out), rows: sizeOfRows(out), kills, rowsAtKill };
    }
    kills += 1;
    rowsAtKill.push(sizeOfRows(out));
  }
  throw new Error('cannot judge: found the last run killed, expected it to end by itself');
}

/** Ends with the exit code, or `killed`. */
function runOnce(
  { args, cwd, env = {} }: KillCommand,
  out: string,
  kill: Kill | undefined,
): Promise<number | 'killed'> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args, '--out', out], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let told = '';
    child.stderr.on('data', (chunk) => {
      told += String(chunk);
    });
    const stop = () => child.kill('SIGKILL');
    const timer =
      kill === undefined
        ? undefined
        : 'afterMs' in kill
          ? setTimeout(stop, kill.afterMs)
          : setInterval(() => sizeOfRows(out) >= kill.atBytes && stop(), 5);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (signal === 'SIGKILL') resolve('killed');
      else if (code === null || code > 1)
        reject(new Error(`cannot judge: found exit code ${code} (${signal}), expected 0 or 1: ${told}`));
      else resolve(code);
    });
  });
}

function runFolder(out: string): string | undefined {
  if (!existsSync(out)) return undefined;
  const [name] = readdirSync(out);
  return name === undefined ? undefined : join(out, name);
}

function readSummary(out: string): string {
  const folder = runFolder(out);
  if (folder === undefined) throw new Error(`cannot judge: found no run in ${out}, expected one`);
  return readFileSync(join(folder, 'summary.json'), 'utf8');
}

function readErrors(out: string): string[] {
  const lines = readFileSync(join(runFolder(out) ?? out, 'rows.jsonl'), 'utf8')
    .trim()
    .split('\n');
  return lines.flatMap((line) => (JSON.parse(line) as { error?: { message: string } }).error?.message ?? []);
}

function sizeOfRows(out: string): number {
  const rows = join(runFolder(out) ?? out, 'rows.jsonl');
  return existsSync(rows) ? readFileSync(rows).length : 0;
}

/** The lines of two texts that differ, at most so many. */
export function differingLines(a: string, b: string, most = 10): string[] {
  const [x, y] = [a.split('\n'), b.split('\n')];
  return x
    .flatMap((line, at) => (line === y[at] ? [] : [`${line.trim()} | ${y[at]?.trim()}`]))
    .slice(0, most);
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function openChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
