import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  type Case,
  computeBatchSummary,
  computeFacts,
  expectedTokens,
  findRenderer,
  openBatchApi,
  openProviderBatch,
  type ProviderBatchEvent,
  writeReport,
} from '../../src/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { type BatchScript, type ScriptedBatches, startScriptedBatches } from '../support/scripted-batches.ts';
import { sheetsOf, writerForAll } from '../support/scripted-people.ts';
import { contradictingWriter } from '../support/scripted-writer.ts';
import { DATE, MODEL, resumes, role, sentTo } from './provider-batch-world.ts';

let dir: string;
let server: ScriptedBatches;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'gapwright-provider-batch-library-'));
});
afterEach(() => server.close());
afterAll(() => rmSync(dir, { recursive: true }));

async function* people() {
  for (const [at, value] of resumes.entries()) yield { source: `p${at}`, name: `p${at}`, resume: { value } };
}

/** Runs to the end by steps; gives what happened and how many batches were at the provider after each step. */
async function runBySteps(
  out: string,
  limits: { requests: number; bytes: number },
  script: BatchScript = {},
) {
  server = await startScriptedBatches(
    writerForAll(await sheetsOf(resumes, role, DATE), contradictingWriter),
    {
      course: () => ['validating', 'completed'],
      ...script,
    },
  );
  const settings = { apiKey: 'sk-scripted-key-000000', baseUrl: server.url };
  const events: ProviderBatchEvent[] = [];
  const atOnce: number[] = [];
  for (let step = 0; step < 40; step += 1) {
    const batches = await openProviderBatch({
      out,
      model: MODEL,
      settings,
      api: await openBatchApi(MODEL, settings),
      limits,
      onEvent: (event) => events.push(event),
    });
    const write = async (theCase: Case, signal: AbortSignal, person: { id: string; key: string }) => {
      const facts = computeFacts(theCase, { resources: builtInResources() });
      const model = batches.modelFor(person, expectedTokens(facts));
      return writeReport(theCase, {
        facts,
        model,
        strict: ['pending'],
        retry: { firstDelaySeconds: 0 },
        signal,
      }).report;
    };
    const renderers = [findRenderer('md')];
    const done = await batches.run(people, {
      ...{ out, role, date: DATE, renderers, fingerprint: 'none', write, until: 'once' },
    });
    if (done.state === 'done') {
      const summary = computeBatchSummary(done.journal, done.counts, { role: role.title, date: DATE });
      done.journal.close();
      batches.finish();
      batches.close();
      return { summary, events, atOnce };
    }
    atOnce.push(done.batches.length);
    batches.close();
  }
  throw new Error('never done');
}

it('spreads requests over as many files as the limits need, and collects each as it comes', async () => {
  const { summary, events, atOnce } = await runBySteps(
    join(dir, 'spread'),
    { requests: 5, bytes: 1e9 },
    // The third file takes longer than the others.
    {
      course: ({ index }) =>
        index === 2 ? ['validating', 'in_progress', 'in_progress', 'completed'] : ['validating', 'completed'],
    },
  );
  expect(server.batches.map(({ lines }) => lines.length)).toEqual([5, 5, 2, 5, 5, 2]);
  expect(new Set(sentTo(server)).size).toBe(24);
  expect(atOnce[0]).toBe(3);
  const rounds = events.flatMap((event) => (event.type === 'batch-created' ? [event.round] : []));
  expect(rounds).toEqual([1, 1, 1, 2, 2, 3]);
  expect(summary.reports).toEqual({ people: 2, written: 2, kept: 0, copied: 0, failed: 0 });
  expect(summary.sentences.offline).toBe(0);
});

it('keeps files below the limit of bytes', async () => {
  await runBySteps(join(dir, 'bytes'), { requests: 50_000, bytes: 60_000 });
  for (const upload of server.uploads) expect(Buffer.byteLength(upload)).toBeLessThanOrEqual(60_000);
  expect(server.uploads.length).toBeGreaterThan(2);
});
