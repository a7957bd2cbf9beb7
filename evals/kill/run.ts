/**
 * Kills a run of reports by a scripted model over HTTP with SIGKILL at random times, goes on with it, kills it again,
 * and compares what comes out with a run that nobody disturbed: `npm run eval:kill`, or with the number of trials and
 * a seed after it. Every trial has to be killed once at least and to give the same bytes of `summary.json` and the
 * same exit code, that of a gate that fails. Leave the code alone meanwhile: rows are named by a hash of it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPromptSet } from '../../src/draft/index.ts';
import { startScriptedServer } from '../../test/support/scripted-server.ts';
import { caseWriter } from '../scripted/case-writer.ts';
import { CASES, readSheets } from '../scripted/read-sheets.ts';
import { differingLines, type Kill, openChance, runWithKills } from './kill-runs.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const trials = Number(process.argv[2] ?? 20);
const seed = Number(process.argv[3] ?? 1);

const work = mkdtempSync(join(tmpdir(), 'gapwright-kill-'));
const sheets = (await readSheets('smoke')).slice(0, 5);
const server = await startScriptedServer(
  caseWriter(sheets, await loadPromptSet(), { faultRate: 0.3, latencyMs: 30 }),
);
try {
  const suite = join(work, 'kill.eval.yaml');
  writeFileSync(
    suite,
    JSON.stringify({
      name: 'kill',
      cases: CASES,
      caseTags: ['smoke'],
      repeats: 2,
      models: ['openai:scripted-model'],
      scorers: ['contradiction-free-first', 'contradiction-free-final', 'must-mention', 'repairs'],
      // The gate fails, with and without kills: the first drafts are not free of contradictions.
      thresholds: { 'contradiction-free-first': 1 },
    }),
  );
  const command = {
    args: [
      join(root, 'src/cli.ts'),
      'eval',
      suite,
      '--gate',
      '--quiet',
      '--case',
      sheets.map(({ id }) => id).join(),
    ],
    cwd: work,
    env: { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'none' },
  };
  const start = performance.now();
  const calm = await runWithKills(command, join(work, 'calm'), []);
  const took = performance.now() - start;
  console.log(
    `undisturbed: exit code ${calm.code}, ${(took / 1000).toFixed(1)} s, summary ${calm.summary.slice(0, 12)}`,
  );
  const chance = openChance(seed);
  let equal = 0;
  let kills = 0;
  for (let trial = 1; trial <= trials; trial += 1) {
    // Half of the kills by the clock, start-up included; half when so many rows are there. The last one by rows, and
    // by the clock only within half a run: a trial that ends before its first kill would be equal without showing it.
    const plan: Kill[] = Array.from({ length: Math.floor(chance() * 4) }, () =>
      chance() < 0.5 ? { afterMs: 300 + (chance() * took) / 2 } : { atBytes: (chance() * calm.rows) / 2 },
    );
    plan.push({ atBytes: chance() * 0.9 * calm.rows });
    const out = await runWithKills(command, join(work, 'killed'), plan);
    const same = out.kills > 0 && out.code === calm.code && out.summary === calm.summary;
    equal += same ? 1 : 0;
    kills += out.kills;
    console.log(
      `trial ${trial}: ${out.kills} kills at ${out.rowsAtKill.join(', ') || 'no'} bytes of rows; exit code ${out.code}, summary ${out.summary.slice(0, 12)}: ${same ? 'equal' : out.kills > 0 ? 'DIFFERENT' : 'NEVER KILLED'}`,
    );
    for (const line of same ? [] : [...out.errors, ...differingLines(calm.text, out.text)])
      console.log(`  ${line}`);
  }
  console.log(`${equal} of ${trials} trials equal to the undisturbed run, ${kills} kills`);
  process.exitCode = equal === trials ? 0 : 1;
} finally {
  await server.close();
  rmSync(work, { recursive: true, force: true });
}
