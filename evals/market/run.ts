// Every occupation of O*NET and ESCO: a valid profile, and for each sample resume a fact sheet and an offline report
// without a finding of severity error. `--every N` takes each Nth occupation, `--workers N` sets the threads.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { markdownTable } from 'markdown-table';
import { hasData, readOccupations } from './occupations.ts';
import { readSampleResumes, type Tried, tryOccupation } from './try-occupation.ts';

interface Part {
  /** This thread takes the occupations at `first`, `first + step` and so on. */
  first: number;
  step: number;
}

if (isMainThread) await main();
else await work(workerData as Part);

async function work({ first, step }: Part): Promise<void> {
  const [occupations, resumes] = [await readOccupations(), await readSampleResumes()];
  for (let at = first; at < occupations.length; at += step) {
    const occupation = occupations[at];
    if (occupation) parentPort?.postMessage(await tryOccupation(occupation, resumes));
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      every: { type: 'string', default: '1' },
      workers: { type: 'string', default: String(Math.min(4, availableParallelism())) },
      failures: { type: 'string', default: '40' },
    },
  });
  if (!hasData()) {
    process.stdout.write(
      'The official files of O*NET and ESCO are not there (../shared/data): nothing was run.\n',
    );
    return;
  }
  const workers = Number(values.workers);
  const every = Number(values.every);
  const start = performance.now();
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 200);
  const all: Tried[] = [];
  await Promise.all(
    Array.from({ length: workers }, (_, at) => {
      const part: Part = { first: at * every, step: workers * every };
      return new Promise<void>((resolve, reject) => {
        const worker = new Worker(new URL(import.meta.url), { workerData: part });
        worker.on('message', (tried: Tried) => {
          all.push(tried);
          if (process.stderr.isTTY && all.length % 20 === 0) process.stderr.write(`\r${all.length}`);
        });
        worker.on('error', reject);
        worker.on('exit', () => resolve());
      });
    }),
  );
  clearInterval(watch);
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(`${summarize(all)}\n\n`);
  process.stdout.write(
    `${seconds.toFixed(0)} s with ${workers} threads, ${(peak / 1e6).toFixed(0)} MB of memory at most.\n`,
  );
  const failures = all.flatMap((tried) => [
    ...(tried.invalid === undefined
      ? []
      : [`${tried.source} ${tried.code} ${tried.title}: ${tried.invalid}`]),
    ...tried.outcomes.flatMap(({ resume, errors }) =>
      errors.map((error) => `${tried.source} ${tried.code} ${tried.title} with ${resume}: ${error}`),
    ),
  ]);
  if (failures.length === 0) return;
  process.stdout.write(`\n${failures.sort().slice(0, Number(values.failures)).join('\n')}\n`);
  process.exitCode = 1;
}

function summarize(all: readonly Tried[]): string {
  const rows = (['O*NET', 'ESCO'] as const).map((source) => {
    const tried = all.filter((one) => one.source === source);
    const outcomes = tried.flatMap((one) => one.outcomes);
    const times = outcomes.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
    const failed = outcomes.filter(({ errors }) => errors.length > 0).length;
    return [
      source,
      tried.length,
      tried.filter(({ invalid }) => invalid === undefined).length,
      tried.filter(({ skills }) => skills === 0).length,
      median(tried.map(({ skills }) => skills).sort((a, b) => a - b)),
      outcomes.length,
      failed,
      outcomes.reduce((sum, { warnings }) => sum + warnings, 0),
      outcomes.reduce((sum, { sentences }) => sum + sentences, 0),
      Math.round(median(times)),
      Math.round(times[Math.floor(times.length * 0.95)] ?? 0),
    ].map(String);
  });
  const header = [
    'source',
    'occupations',
    'valid profiles',
    'of these without skills',
    'skills (median)',
    'reports',
    'with errors',
    'warnings',
    'sentences',
    'ms (median)',
    'ms (95 %)',
  ];
  return markdownTable([header, ...rows], { align: header.map((_, at) => (at === 0 ? 'l' : 'r')) });
}

function median(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
