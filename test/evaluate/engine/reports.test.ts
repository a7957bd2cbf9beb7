import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseWriter } from '../../../evals/scripted/case-writer.ts';
import { EvalArtifact, EvalSummary, FactSheet } from '../../../schemas/index.ts';
import { loadPromptSet } from '../../../src/draft/index.ts';
import { openArtifactReader } from '../../../src/evaluate/artifacts.ts';
import { defineScorer } from '../../../src/evaluate/define-scorer.ts';
import type { Suite } from '../../../src/evaluate/define-suite.ts';
import { runSuite } from '../../../src/evaluate/run-suite.ts';
import type { EvalCase, Trial } from '../../../src/evaluate/trial.ts';
import { computeFacts } from '../../../src/facts/index.ts';
import { openModel } from '../../../src/model/index.ts';
import { builtInResources } from '../../../src/resources/built-in-resources.ts';
import { readExample } from '../../support/read-example.ts';
import { type ScriptedServer, startScriptedServer } from '../../support/scripted-server.ts';
import { makeCase, temporaryFolder } from './make-suite.ts';

const root = temporaryFolder(afterAll);
let server: ScriptedServer;
let one: EvalCase;

/** Keeps the trials that it is shown. */
const trials: Trial[] = [];
const looker = defineScorer({
  id: 'looker',
  title: 'Looker',
  description: 'Keeps what it is shown.',
  kind: 'binary',
  better: 'higher',
  margin: 0.1,
  gating: false,
  deterministic: true,
  score(trial) {
    trials.push(trial);
    return { value: 1 };
  },
});

const makeReportSuite = (more: Partial<Suite> = {}): Suite => ({
  name: 'reports',
  cases: [one],
  models: ['openai:scripted-model'],
  scorers: [looker, 'contradiction-free-first', 'contradiction-free-final', 'repairs'],
  ...more,
});

const open = (id: string) => openModel(id, { apiKey: 'none', baseUrl: server.url });

beforeAll(async () => {
  one = makeCase('ai', { case: await readExample('ai-engineer') });
  const sheet = computeFacts(one.case, { resources: builtInResources() });
  server = await startScriptedServer(caseWriter([{ sheet }], await loadPromptSet(), { faultRate: 1 }));
});
afterAll(() => server.close());

describe('reports of a model over HTTP', () => {
  it('are scored with their first draft, before repair, apart', async () => {
    const runs = join(root, 'first');
    const run = runSuite(makeReportSuite(), { runs, openModel: open });
    const summary = await run.summary;
    expect(EvalSummary.parse(JSON.parse(JSON.stringify(summary)))).toEqual(summary);
    const [row] = run.rows;
    expect(row).toMatchObject({
      status: 'ok',
      broken: [],
      scores: { 'contradiction-free-first': { value: 0 }, 'contradiction-free-final': { value: 1 } },
    });
    const [trial] = trials.splice(0);
    expect(trial?.first.sentences.length).toBeGreaterThan(10);
    for (const { text } of trial?.first.sentences ?? []) expect(trial?.first.text).toContain(text);
    const errors = trial?.first.findings.filter(({ severity }) => severity === 'error') ?? [];
    expect(new Set(errors.map(({ rule }) => rule)).size).toBeGreaterThan(1);
    for (const { start, end, quote } of errors) expect(trial?.first.text.slice(start, end)).toBe(quote);
    expect(trial?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(trial?.report?.writer.model).toBe('openai:scripted-model');
    expect(trial?.text).toContain('# Skill Gap Report');
    expect(trial?.usage).toMatchObject({ calls: 12, retries: 0 });
    expect(trial?.seconds).toBeGreaterThan(0);
  });

  it('keep their texts beside the rows', async () => {
    const dir = join(root, 'first', readdirSync(join(root, 'first'))[0] ?? '');
    const [line = ''] = readFileSync(join(dir, 'rows.jsonl'), 'utf8').split('\n');
    const name = (JSON.parse(line) as { artifact: string }).artifact;
    const read = openArtifactReader(join(dir, 'artifacts.jsonl'));
    const kept = read(name);
    expect(EvalArtifact.safeParse(kept?.artifact).error).toBeUndefined();
    expect(FactSheet.safeParse(kept?.facts).error).toBeUndefined();
    expect(kept?.artifact.report?.sections).toHaveLength(6);
    expect(openArtifactReader(join(dir, 'nothing'))(name)).toBeUndefined();
    expect(read('0'.repeat(64))).toBeUndefined();
  });

  it('are recorded cell by cell, and replayed without the server, to the same scores', async () => {
    const record = join(root, 'recordings');
    const suite = makeReportSuite({ repeats: 2 });
    const recorded = runSuite(suite, { openModel: open, record, runs: join(root, 'live') });
    await recorded.summary;
    const calls = server.calls.length;
    trials.length = 0;
    const nobody = async () => {
      throw new Error('nobody may open a model');
    };
    const runs = join(root, 'replay');
    const replayed = runSuite(suite, { openModel: nobody, replay: record, runs });
    await replayed.summary;
    expect(server.calls).toHaveLength(calls);
    const scoresOf = (run: typeof recorded) =>
      [...run.rows].sort((a, b) => a.repeat - b.repeat).map(({ scores }) => scores);
    expect(scoresOf(replayed)).toEqual(scoresOf(recorded));
    expect(trials.map(({ seconds }) => seconds)).toEqual([null, null]);
    expect(readdirSync(join(record, 'reports', 'ai', 'current', 'openai_scripted-model')).sort()).toEqual([
      '0',
      '1',
    ]);
  });

  it('are errors where a recording is missing, and are not written offline', async () => {
    const run = runSuite(makeReportSuite(), { replay: join(root, 'nothing') });
    const { cells } = await run.summary;
    expect(cells).toMatchObject({ ok: 0, errors: 1 });
    expect([...run.rows][0]?.error).toMatchObject({
      name: 'ModelError',
      message: expect.stringContaining('cannot replay the reply of openai:scripted-model'),
    });
  });

  it('have keys of their own where prompts differ', async () => {
    const overlay = join(root, 'overlay');
    const { prompts } = await loadPromptSet();
    const { mkdirSync, writeFileSync } = await import('node:fs');
    mkdirSync(overlay);
    const source = readFileSync(prompts.get('executive-summary')?.file ?? '', 'utf8');
    writeFileSync(join(overlay, 'executive-summary.md'), `${source}\nBe brief.\n`);
    const suite = makeReportSuite({ variants: [{ name: 'current' }, { name: 'brief', prompts: overlay }] });
    const run = runSuite(suite, { openModel: open });
    expect((await run.summary).cells.ok).toBe(2);
    expect(new Set([...run.rows].map(({ key }) => key)).size).toBe(2);
  });
});

describe('replies that cannot be read', () => {
  it('are counted, and their sections are missing from the first draft until they are asked again', async () => {
    trials.length = 0;
    const sheet = computeFacts(one.case, { resources: builtInResources() });
    const good = caseWriter([{ sheet }], await loadPromptSet());
    const seen = new Set<string>();
    const poor = await startScriptedServer((call) => {
      const isFirst = !seen.has(call.section ?? '');
      seen.add(call.section ?? '');
      const isPoor = isFirst && call.section === 'executive_summary';
      return isPoor ? { content: 'Certainly! Here is what you asked for.' } : good(call);
    });
    try {
      const run = runSuite(makeReportSuite(), {
        openModel: (id) => openModel(id, { apiKey: 'none', baseUrl: poor.url }),
      });
      expect((await run.summary).cells.ok).toBe(1);
      expect(trials[0]?.first.unusable).toBe(1);
      expect(new Set(trials[0]?.first.sentences.map(({ section }) => section)).size).toBe(6);
    } finally {
      await poor.close();
    }
  });
});

describe('reports of the offline writer', () => {
  it('need no model, cost nothing and have no first draft', async () => {
    trials.length = 0;
    const run = runSuite(makeReportSuite({ models: ['offline'], repeats: 2 }), {
      openModel: async () => {
        throw new Error('nobody may open a model');
      },
    });
    expect((await run.summary).cells.ok).toBe(2);
    const [first, second] = trials;
    expect(first?.usage).toEqual({ calls: 0, inputTokens: 0, outputTokens: 0, cost: 0, retries: 0 });
    expect(first?.first).toEqual({ sentences: [], text: '', findings: [] });
    expect(first?.seconds).toBeNull();
    expect(first?.facts).toBe(second?.facts);
  });
});
