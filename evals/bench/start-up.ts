/**
 * How long `gapwright facts` takes from the shell, beside the same Node doing nothing. Wall time of whole processes,
 * alternating, so that a busy machine slows both; the least of many runs is what the machine can do.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const facts = [
  'dist/src/cli.js',
  'facts',
  '--resume',
  'examples/ai-engineer/resume.json',
  '--role',
  'examples/ai-engineer/role.json',
  '--date',
  '2026-11-24',
];
const commands: Record<string, string[]> = {
  'node doing nothing': ['-e', '0'],
  'gapwright --version': ['dist/src/cli.js', '--version'],
  'gapwright facts': facts,
  'gapwright report (offline, md)': ['dist/src/cli.js', 'report', ...facts.slice(2), '--quiet'],
};

function run(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, maxBuffer: 64_000_000 });
  const time = performance.now() - start;
  if (status !== 0)
    throw new Error(`cannot measure node ${args.join(' ')}: found exit code ${status}: ${stderr}`);
  return time;
}

export function benchStartUp(rounds = 20): void {
  const times = new Map(Object.keys(commands).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, args] of Object.entries(commands)) times.get(name)?.push(run(args));
  }
  console.log(`start-up, ${rounds} runs each, milliseconds of wall time`);
  const base = Math.min(...(times.get('node doing nothing') ?? [1]));
  for (const [name, all] of times) {
    const sorted = all.sort((a, b) => a - b);
    const [least, median] = [sorted[0] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0];
    console.log(
      `  ${name.padEnd(32)} least ${least.toFixed(0).padStart(4)}   median ${median.toFixed(0).padStart(4)}   ${(least / base).toFixed(1)} x node doing nothing`,
    );
  }
}

if (import.meta.main) benchStartUp();
