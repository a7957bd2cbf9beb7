/**
 * Many reports by a scripted provider with rate limits and faults, in a process that is killed with SIGKILL again and
 * again: `npm run eval:scale`, or with `-- --people 10000 --rpm 2000` and the like. It measures throughput against
 * the limit by the provider's own count, memory and time of a report, and judges the folder: nobody missing, nothing
 * that the journal had accepted lost or written again, and every report the same as in an undisturbed run.
 * Exit code 1 where one of these fails, or less than 95 % of the limit was used where it could be.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadPromptSet } from '../../src/draft/index.ts';
import { type LimitedScript, limitedScript } from '../../test/support/limited-script.ts';
import { startScriptedServer } from '../../test/support/scripted-server.ts';
import { caseWriter } from '../scripted/case-writer.ts';
import { type JournalState, judgeFolder, readJournal, readNameless, sumJournal } from './judge-folder.ts';
import { makePeople, makeProfiles, renderPeople, type ScalePerson } from './make-people.ts';
import { mean, quantile, slopeOf } from './numbers.ts';
import { type BatchStart, watchBatch } from './watch-batch.ts';

const DATE = '2026-11-01';
/** Share of sections with a false sentence in the first draft, which is sent back. */
const FALSE_SHARE = 0.05;
const LATENCY_MS = 150;

const root = new URL('../../', import.meta.url);
const options = readOptions();
const work = mkdtempSync(join(tmpdir(), 'gapwright-scale-'));
try {
  process.exitCode = (await main()) ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      people: { type: 'string', default: '150' },
      profiles: { type: 'string', default: '' },
      concurrency: { type: 'string', default: '12' },
      rpm: { type: 'string', default: '900' },
      tpm: { type: 'string', default: '' },
      faults: { type: 'string', default: '0.01' },
      'kill-every': { type: 'string', default: '5' },
      seed: { type: 'string', default: '1' },
    },
  });
  const number = (name: keyof typeof values, otherwise = Number.NaN) => {
    const value = values[name] === '' ? otherwise : Number(values[name]);
    if (!(value >= 0)) throw new Error(`cannot use --${name}: found "${values[name]}", expected a number`);
    return value;
  };
  const [people, rpm] = [number('people'), number('rpm')];
  return {
    people,
    profiles: number('profiles', Math.min(200, Math.ceil(people / 5))),
    concurrency: number('concurrency'),
    rpm,
    // Such that requests are the narrower of the two limits, but not by much.
    tpm: number('tpm', rpm * 2800),
    faults: number('faults'),
    killEvery: number('kill-every'),
    seed: number('seed'),
  };
}

async function main(): Promise<boolean> {
  const set = await loadPromptSet();
  const { profiles, role } = await makeProfiles(options.profiles, {
    root,
    date: DATE,
    set,
    seed: options.seed,
  });
  writeFileSync(join(work, 'role.json'), JSON.stringify(role));
  const write = (people: readonly ScalePerson[], name: string) => {
    writeFileSync(join(work, name), renderPeople(people, profiles));
    return join(work, name);
  };
  const script = caseWriter(profiles, set, { faultRate: FALSE_SHARE, latencyMs: LATENCY_MS });

  const models = makePeople(profiles.length, profiles.length);
  const calm = limitedScript(script);
  await runBatch(write(models, 'references.jsonl'), 'references', calm, 0);
  const references = models.map((person) => readNameless(join(work, 'references'), person));

  const { rpm, tpm, faults: faultShare, seed, killEvery } = options;
  const people = makePeople(options.people, profiles.length);
  const limited = limitedScript(script, { rpm, tpm, faultShare, seed });
  const run = await runBatch(write(people, 'people.jsonl'), 'out', limited, killEvery);
  const out = join(work, 'out');
  const verdict = judgeFolder(out, people, run.states, references);
  return report(run, limited, verdict, sumJournal(out), statSync(join(out, 'batch.sqlite')).size);
}

interface Run {
  starts: BatchStart[];
  /** The journal at each kill. */
  states: JournalState[];
  seconds: number;
  /** Share of each limit in the minute that ends at each second, from the first full minute on. */
  shares: { requests: number[]; tokens: number[] };
}

/** Runs the batch to its end, starting it again after each kill. */
async function runBatch(file: string, name: string, limited: LimitedScript, killEvery: number): Promise<Run> {
  const server = await startScriptedServer(limited.script, { forgetful: true });
  const out = join(work, name);
  mkdirSync(out);
  const args = [
    ...[fileURLToPath(new URL('dist/src/cli.js', root)), 'batch', file, '--role', join(work, 'role.json')],
    ...['--out', out, '--date', DATE, '--model', 'openai:scripted-model'],
    ...['--concurrency', String(options.concurrency)],
  ];
  const start = performance.now();
  const run: Run = { starts: [], states: [], seconds: 0, shares: { requests: [], tokens: [] } };
  const sampling = setInterval(() => {
    if (performance.now() - start < 60_000) return;
    const { requests, tokens } = limited.inTheLastMinute();
    run.shares.requests.push(requests / options.rpm);
    run.shares.tokens.push(tokens / options.tpm);
  }, 1000);
  try {
    for (;;) {
      const one = await watchBatch(args, {
        env: { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'none' },
        killAfter: killEvery > 0 ? killEvery : undefined,
      });
      run.starts.push(one);
      if (one.ended !== 'killed') {
        if (one.ended !== 0)
          throw new Error(`cannot judge: found exit code ${one.ended}, expected 0: ${one.said.at(-1)}`);
        break;
      }
      run.states.push(readJournal(out));
      const seen = run.states.at(-1)?.ids.size ?? 0;
      if (process.stderr.isTTY) process.stderr.write(`\r${seen} reports, ${run.states.length} kills `);
    }
  } finally {
    clearInterval(sampling);
    await server.close();
  }
  run.seconds = (performance.now() - start) / 1000;
  return run;
}

function report(
  { starts, states, seconds, shares }: Run,
  { counts }: LimitedScript,
  verdict: ReturnType<typeof judgeFolder>,
  journal: ReturnType<typeof sumJournal>,
  journalBytes: number,
): boolean {
  const { people, profiles, concurrency, rpm, tpm, faults, killEvery, seed } = options;
  const latencies = starts.flatMap((one) => one.latencies);
  const memory = starts.flatMap((one) => one.memory);
  const longest = starts.map((one) => one.memory).reduce((a, b) => (b.length > a.length ? b : a), []);
  const share =
    shares.requests.length < 30 ? undefined : Math.max(mean(shares.requests), mean(shares.tokens));
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
  const rows: [string, string][] = [
    [
      'command',
      `npm run eval:scale -- --people ${people} --profiles ${profiles} --concurrency ${concurrency} --rpm ${rpm} --tpm ${tpm} --faults ${faults} --kill-every ${killEvery} --seed ${seed}`,
    ],
    [
      'machine',
      `${cpus().length} x ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)} at the end, ${new Date().toISOString().slice(0, 10)}`,
    ],
    ['reports', `${people} in ${seconds.toFixed(0)} s, ${(people / seconds).toFixed(2)} a second`],
    [
      'calls served',
      `${counts.served}, ${counts.tokens} tokens; ${counts.faults} failed on purpose, ${counts.refused} refused with 429`,
    ],
    [
      'share of the limit',
      share === undefined
        ? 'the run was too short to say'
        : `${percent(share)} (requests ${percent(mean(shares.requests))}, tokens ${percent(mean(shares.tokens))}, mean of all minutes)`,
    ],
    [
      'a report takes',
      `${quantile(latencies, 0.5).toFixed(1)} s at the median, ${quantile(latencies, 0.95).toFixed(1)} s for 95 %`,
    ],
    ['memory', `${Math.max(...memory).toFixed(0)} MB at most; ${describeSlope(longest)}`],
    [
      'CPU time',
      `${((starts.reduce((sum, one) => sum + one.cpu, 0) / people) * 1000).toFixed(0)} ms a report, starts of the program and its end counted`,
    ],
    ['kills', String(states.length)],
    ['missing, lost, written twice', `${verdict.missing}, ${verdict.lost}, ${verdict.twice}`],
    ['other than undisturbed', String(verdict.different)],
    ['sentences written offline', String(journal.offline)],
    [
      'calls for reports that a kill cut short',
      `${counts.served - journal.calls} (${percent((counts.served - journal.calls) / counts.served)})`,
    ],
    [
      'a report',
      `${(journal.calls / people).toFixed(2)} calls, ${(journal.tokens / people).toFixed(0)} tokens, ${(verdict.bytes / people).toFixed(0)} bytes of Markdown, ${(journalBytes / people).toFixed(0)} bytes of journal`,
    ],
  ];
  console.log('| | |\n|---|---|');
  for (const [name, value] of rows) console.log(`| ${name} | ${value} |`);
  const isSound = verdict.missing + verdict.lost + verdict.twice + verdict.different + journal.offline === 0;
  // Each start of the program takes time off the limit, so a run with kills is not held to it.
  return isSound && (killEvery > 0 || share === undefined || share >= 0.95);
}

/** How memory went in the second half of the longest stretch. */
function describeSlope(memory: readonly number[]): string {
  const half = memory.slice(Math.floor(memory.length / 2));
  if (half.length < 30) return 'no stretch is long enough for a slope';
  return `${(slopeOf(half) * 60).toFixed(1)} MB a minute in the second half (${half.length} s)`;
}
