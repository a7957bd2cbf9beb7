/**
 * Makes `evals/recordings` anew: `npm run eval:record`, after any change of prompts, facts or the cases of
 * `recorded.eval.yaml`. The replies are those of a scripted model behind a local server, with a false sentence in some
 * first drafts.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPromptSet } from '../src/draft/index.ts';
import { planRun } from '../src/evaluate/plan-run.ts';
import { readSuite } from '../src/evaluate/read-suite.ts';
import { runPlan } from '../src/evaluate/run-suite.ts';
import { computeFacts } from '../src/facts/index.ts';
import { openModel } from '../src/model/index.ts';
import { builtInResources } from '../src/resources/built-in-resources.ts';
import { startScriptedServer } from '../test/support/scripted-server.ts';
import { caseWriter } from './scripted/case-writer.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const { suite, dir } = await readSuite(join(root, 'recorded.eval.yaml'));
const plan = await planRun(suite, { dir, live: true });
const sheets = plan.cases.map((one) => ({
  sheet: computeFacts(one.case, { resources: builtInResources() }),
}));
const server = await startScriptedServer(
  caseWriter(sheets, await loadPromptSet(), { faultRate: 0.25, varies: true }),
);
try {
  const record = join(root, 'recordings');
  rmSync(join(record, suite.name), { recursive: true, force: true });
  const run = runPlan(plan, {
    record,
    // One after the other: the second of two equal requests is that of the second repeat.
    concurrency: 1,
    openModel: (id) => openModel(id, { apiKey: 'none', baseUrl: server.url }),
  });
  const { cells } = await run.summary;
  console.log(`${cells.ok} of ${cells.expected} cells recorded, ${server.calls.length} calls`);
  process.exitCode = cells.ok === cells.expected ? 0 : 1;
} finally {
  await server.close();
}
