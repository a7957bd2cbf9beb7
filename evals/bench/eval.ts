/**
 * What the harness itself costs: `npm run bench:eval`. Whole processes of the built program run a suite of an instant
 * model (a function) and two trivial checks: 1, 200, 1,000 and 10,000 cells. Beside them Node doing nothing, so that
 * the machine can be judged, and the same reports with the harness and without.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cli = join(root, 'dist/src/cli.js');

/** The suite as a module without an import: the cells, an instant model, two checks. */
const suiteOf = (cells: number) => `const check = {
  title: 'Check', description: 'A trivial check.', kind: 'binary', better: 'higher',
  margin: 0.05, gating: true, deterministic: true,
};
export default {
  name: 'bench-${cells}',
  cases: Array.from({ length: ${cells} }, (_, at) => ({
    id: 'case-' + at, family: 'family-' + (at % 40), tags: [], case: {}, expect: {}, data: { question: 'Question ' + at },
  })),
  task: { id: 'echo', version: '1', run: ({ case: { data } }) => ({ text: 'Echo: ' + data.question }) },
  scorers: [
    { ...check, id: 'contains', score: ({ text }) => ({ value: text.includes('Echo') ? 1 : 0 }) },
    { ...check, id: 'short', score: ({ text }) => ({ value: text.length < 100 ? 1 : 0 }) },
  ],
};
`;

interface Measure {
  seconds: number;
  /** Processor time, user and system: what is left of the wall time when the machine is busy with other things. */
  cpu: number;
  megabytes: number;
}

/** Prints the most memory and the processor time of the process at its end. */
const HOOK = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => { const used = process.resourceUsage(); process._rawDebug('used', used.maxRSS, used.userCPUTime + used.systemCPUTime); });",
)}`;

function measure(args: readonly string[], cwd: string): Measure {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', HOOK, ...args], {
    cwd,
    encoding: 'utf8',
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0)
    throw new Error(`cannot measure node ${args.join(' ')}: found exit code ${status}: ${stderr}`);
  const [, kilobytes, microseconds] = /used (\d+) (\d+)/.exec(stderr) ?? [];
  return { seconds, cpu: Number(microseconds) / 1e6, megabytes: Number(kilobytes) / 1000 };
}

/** The least of some runs: what the machine can do when nobody disturbs it. */
function least(rounds: number, run: () => Measure): Measure {
  const all = Array.from({ length: rounds }, run);
  return {
    seconds: Math.min(...all.map(({ seconds }) => seconds)),
    cpu: Math.min(...all.map(({ cpu }) => cpu)),
    megabytes: Math.max(...all.map(({ megabytes }) => megabytes)),
  };
}

function bytesPerRow(out: string, cells: number): number {
  const [run = ''] = readdirSync(out);
  return statSync(join(out, run, 'rows.jsonl')).size / cells;
}

const show = ({ seconds, cpu }: Measure) => `${seconds.toFixed(2)} s, ${cpu.toFixed(2)} of them processor`;

const GOALS: Readonly<Record<number, number>> = { 1: 0.3, 200: 0.5, 1000: 0.7 };

export function benchEval(rounds = 5): void {
  const work = mkdtempSync(join(tmpdir(), 'gapwright-bench-'));
  try {
    const nothing = least(rounds, () => measure(['-e', '0'], work));
    console.log(`eval harness, least of ${rounds} runs, wall and processor time of whole processes`);
    console.log(`  node doing nothing       ${show(nothing)}`);
    const cpu = new Map<number, number>();
    for (const cells of [1, 200, 1000, 10_000]) {
      const suite = join(work, `bench-${cells}.eval.mjs`);
      writeFileSync(suite, suiteOf(cells));
      const out = join(work, `runs-${cells}`);
      const found = least(cells > 1000 ? 2 : rounds, () => {
        rmSync(out, { recursive: true, force: true });
        return measure([cli, 'eval', suite, '--out', out, '--quiet'], work);
      });
      cpu.set(cells, found.cpu);
      const goal = GOALS[cells];
      console.log(
        `  ${String(cells).padStart(6)} cells            ${show(found)}${goal === undefined ? '' : ` (goal ${goal} s)`}   peak ${found.megabytes.toFixed(0)} MB   ${bytesPerRow(out, cells).toFixed(0)} bytes a row   ${(found.seconds / nothing.seconds).toFixed(1)} x node doing nothing`,
      );
      if (cells === 1000) {
        const again = least(rounds, () => measure([cli, 'eval', suite, '--out', out, '--quiet'], work));
        console.log(`    the same, all rows kept ${show(again)}`);
      }
    }
    const of = (cells: number) => cpu.get(cells) ?? Number.NaN;
    console.log(
      `  marginal processor time  ${((1000 * (of(1000) - of(200))) / 800).toFixed(2)} ms a cell from 200 to 1,000, ${((1000 * (of(10_000) - of(1000))) / 9000).toFixed(2)} ms from 1,000 to 10,000 (goal 0.20)`,
    );
    benchReports(work, rounds);
    console.log(`  installed                ${(installSize() / 1e6).toFixed(0)} MB with all dependencies`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The same offline reports in a loop and as cells of a suite, in one process each. */
function benchReports(work: string, rounds: number): void {
  const at = (path: string) => JSON.stringify(pathToFileURL(join(root, path)).href);
  const head = `
const { readCase, writeReport, runSuite } = await import(${at('dist/src/index.js')});
const { case: theCase } = await readCase({
  resume: ${JSON.stringify(join(root, 'examples/ai-engineer/resume.json'))},
  role: ${JSON.stringify(join(root, 'examples/ai-engineer/role.json'))}, date: '2026-11-24',
});
const check = { id: 'long', title: 'Long', description: 'A trivial check.', kind: 'binary', better: 'higher',
  margin: 0.05, gating: true, deterministic: true, score: ({ text }) => ({ value: text.length > 100 ? 1 : 0 }) };
const suite = { name: 'reports', scorers: [check, { ...check, id: 'longer' }],
  cases: Array.from({ length: 30 }, (_, at) => ({ id: 'case-' + at, family: 'f-' + at, tags: [], case: theCase, expect: {} })) };
const loop = async () => { for (const one of suite.cases) await writeReport(one.case).report; };
const cells = () => runSuite(suite, { runs: ${JSON.stringify(join(work, 'reports'))}, resume: false, artifacts: false, concurrency: 1 }).summary;
await loop(); await cells();
const times = { loop: [], cells: [] };
for (let round = 0; round < ${rounds}; round += 1)
  for (const [name, run] of Object.entries({ loop, cells })) {
    const start = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(start);
    times[name].push((user + system) / 1000 / suite.cases.length);
  }
process.stdout.write(JSON.stringify({ loop: Math.min(...times.loop), cells: Math.min(...times.cells) }));
`;
  const file = join(work, 'reports.mjs');
  writeFileSync(file, head);
  const { stdout, stderr, status } = spawnSync(process.execPath, [file], { cwd: work, encoding: 'utf8' });
  if (status !== 0) throw new Error(`cannot measure reports: ${stderr}`);
  const { loop, cells } = JSON.parse(stdout) as { loop: number; cells: number };
  console.log(
    `  an offline report        ${loop.toFixed(2)} ms of processor time by writeReport, ${cells.toFixed(2)} ms as a cell: ${(cells - loop).toFixed(2)} ms beyond the report's own work (facts are computed once a case)`,
  );
}

/** Bytes of the package and of what it needs at run time, as they lie in node_modules. */
function installSize(): number {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; optional?: boolean; peer?: boolean; devOptional?: boolean }>;
  };
  const needed = Object.entries(lock.packages).filter(
    ([path, { dev, peer, devOptional }]) => path !== '' && !dev && !peer && !devOptional,
  );
  const own = ['dist', 'prompts', 'docs'].map((folder) => sizeOf(join(root, folder)));
  return needed.reduce(
    (sum, [path]) => sum + sizeOf(join(root, path), true),
    own.reduce((sum, size) => sum + size, 0),
  );
}

function sizeOf(folder: string, withoutNested = false): number {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return 0;
  }
  return names
    .filter((name) => !(withoutNested && name === 'node_modules'))
    .reduce((sum, name) => {
      const stats = statSync(join(folder, name));
      return sum + (stats.isDirectory() ? sizeOf(join(folder, name)) : stats.size);
    }, 0);
}

if (import.meta.main) benchEval(Number(process.argv[2] ?? 5));
