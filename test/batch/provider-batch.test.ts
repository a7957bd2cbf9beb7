import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BatchSummary, type FactSheet } from '../../schemas/index.ts';
import { runCommand } from '../support/run-command.ts';
import { type BatchScript, type ScriptedBatches, startScriptedBatches } from '../support/scripted-batches.ts';
import { sheetsOf, writerForAll } from '../support/scripted-people.ts';
import type { Script } from '../support/scripted-server.ts';
import { contradictingWriter, perfectWriter } from '../support/scripted-writer.ts';

const DATE = '2026-11-01';
const role = {
  title: 'Ward Clerk',
  experience: { years: 2 },
  market: { demand: 'high', salary: { min: 31000, max: 42000, currency: 'USD', period: 'year' } },
  skills: [
    { name: 'Excel', tier: 'core', level: 'Advanced' },
    { name: 'Medical Terminology', tier: 'core' },
    { name: 'Scheduling', tier: 'preferred' },
  ],
};
const levels = ['Beginner', 'Intermediate', 'Advanced', 'Expert'];
const resumes = levels.map((level, at) => ({
  basics: { name: `Zora Quill ${at}`, email: `zora${at}@example.com` },
  work: [{ name: 'Mercy Annex', position: 'Clerk', startDate: `201${at}-01`, endDate: '2020-01' }],
  skills: [
    { name: 'Scheduling', level },
    { name: 'Excel', level: 'Expert' },
  ],
}));

let dir: string;
let sheets: FactSheet[];
let server: ScriptedBatches;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'gapwright-provider-batch-'));
  sheets = await sheetsOf(resumes, role, DATE);
  writeFileSync(
    join(dir, 'people.jsonl'),
    resumes.map((resume, at) => JSON.stringify({ id: `p${at}`, resume })).join('\n'),
  );
  writeFileSync(join(dir, 'role.json'), JSON.stringify(role));
});
afterEach(() => server?.close());
afterAll(() => rmSync(dir, { recursive: true }));

const start = async (writer: (sheet: FactSheet) => Script, script: BatchScript = {}) => {
  server = await startScriptedBatches(writerForAll(sheets, writer), script);
  return server;
};

let folders = 0;
const freshFolder = () => join(dir, `out-${folders++}`);

const batch = (out: string, ...more: string[]) =>
  runCommand(
    [
      'batch',
      join(dir, 'people.jsonl'),
      '--role',
      join(dir, 'role.json'),
      '--out',
      out,
      '--date',
      DATE,
    ].concat(['--model', 'openai:scripted-model', '--format', 'md,json'], more),
    { env: { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'sk-scripted-key-000000' }, cwd: dir },
  );
/** Steps until it no longer waits. */
const steps = async (out: string, ...more: string[]) => {
  const said: string[] = [];
  for (let step = 0; step < 40; step += 1) {
    const result = await batch(out, '--provider-batch', '--once', ...more);
    said.push(result.stdout.trim());
    if (!result.stdout.startsWith('waiting')) return { ...result, said };
  }
  throw new Error(`never done: ${said.join('\n')}`);
};

const reports = (out: string, extension = 'md') =>
  Object.fromEntries(
    readdirSync(join(out, 'reports'))
      .sort()
      .map((name) => [
        name,
        readFileSync(join(out, 'reports', name, `skill-gap-report.${extension}`), 'utf8'),
      ]),
  );
const summaryOf = (out: string) =>
  BatchSummary.parse(JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')));
/** Each request by its bytes, however often it was in a batch that was answered. */
const sent = () => server.batches.flatMap(({ lines }) => lines.map(({ custom_id }) => custom_id));

describe('gapwright batch --provider-batch', { timeout: 60_000 }, () => {
  it.each([
    ['a writer without fault', perfectWriter, 1],
    ['a writer whose sentences need repair', contradictingWriter, 2],
  ])('gives the reports of an ordinary run: %s', async (_, writer, rounds) => {
    await start(writer);
    const [plain, batched] = [freshFolder(), freshFolder()];
    const ordinary = await batch(plain);
    expect(ordinary.code).toBe(0);
    const ordinaryBodies = server.calls.map(({ raw }) => raw).sort();

    const result = await steps(batched);
    expect(result.code, result.stderr).toBe(0);
    expect(reports(batched)).toEqual(reports(plain));
    expect(summaryOf(batched)).toEqual(summaryOf(plain));
    expect(server.batches.length).toBe(rounds);
    // The bytes of an ordinary call, each once.
    const bodies = server.batches.flatMap(({ lines }) => lines.map(({ body }) => JSON.stringify(body)));
    expect(bodies.sort()).toEqual(ordinaryBodies);
    expect(new Set(sent()).size).toBe(bodies.length);
    expect(server.batches.flatMap(({ lines }) => lines.map(({ url }) => url))).toContain(
      '/v1/chat/completions',
    );
    // Nothing is left at the provider.
    expect([...server.files]).toEqual([]);
    expect(server.uploads.join()).not.toMatch(/Zora|Quill|example\.com|Mercy/);
  });
});
