import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type FactSheet, Report } from '../../schemas/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { DATE, examplePaths, readExample } from '../support/read-example.ts';
import { runCommand } from '../support/run-command.ts';
import { type ScriptedServer, startScriptedServer } from '../support/scripted-server.ts';
import { perfectWriter } from '../support/scripted-writer.ts';

const KEY = 'sk-cost-0123456789abcdef';
const { resume = '', role = '' } = examplePaths('nurse');
const folder = mkdtempSync(join(tmpdir(), 'gapwright-cost-'));
const prices = join(folder, 'prices.json');
let sheet: FactSheet;
let server: ScriptedServer | undefined;
beforeAll(async () => {
  sheet = computeFacts(await readExample('nurse'), { resources: builtInResources() });
});
afterEach(async () => {
  await server?.close();
  server = undefined;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function report(...more: string[]) {
  server = await startScriptedServer(perfectWriter(sheet));
  const args = ['report', '--resume', resume, '--role', role, '--date', DATE, '--format', 'json', ...more];
  return runCommand(args, { env: { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: KEY } });
}

describe('what a report costs, by the command line', () => {
  it('goes by a table of the user, in its currency and with its date', async () => {
    const models = { 'openai:mine': { input: 10, output: 100 } };
    writeFileSync(prices, JSON.stringify({ currency: 'EUR', asOf: '2026-11', models }));
    const { code, stdout, stderr } = await report('--model', 'openai:mine', '--prices', prices);
    expect(code).toBe(0);
    expect(Report.parse(JSON.parse(stdout)).writer.cost).toEqual({
      ...{ amount: 0.174, currency: 'EUR', pricesAsOf: '2026-11' },
    });
    expect(stderr).toContain('(6 calls, 5400 tokens in, 1200 out, cost 0.1740 EUR)');
  });

  it('is unknown, and not 0, for a model without a price', async () => {
    const { stdout, stderr } = await report('--model', 'openai:mine');
    expect(Report.parse(JSON.parse(stdout)).writer.cost?.amount).toBeNull();
    expect(stderr).toContain('cost unknown');
  });

  it.each([
    ['{"models": {"openai:mine": {"input": -1, "output": 2}}}', 'models'],
    ['{"models": {"openai:mine": {"input": 1}}}', 'output'],
  ])('needs a table that is one: %s', async (text, says) => {
    writeFileSync(prices, text);
    const { code, stdout, stderr } = await report('--model', 'openai:mine', '--prices', prices);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`cannot use the prices in ${prices}`);
    expect(stderr).toContain(says);
    expect(server?.calls).toEqual([]);
  });
});

it('a key that a server echoes in a stream shows in no line of --stream --json', async () => {
  const perfect = perfectWriter(sheet);
  // The scripted server parts a text into pieces of eight characters.
  server = await startScriptedServer(async (call) => {
    const { paragraphs } = (await perfect(call)).content as { paragraphs: object[] };
    return { content: { key: KEY, paragraphs } };
  });
  const args = ['report', '--resume', resume, '--role', role, '--date', DATE, '--model', 'openai:m'];
  const { stdout, stderr } = await runCommand([...args, '--stream', '--json', '--max-repairs', '0'], {
    env: { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: KEY },
  });
  const lines = stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { type?: string; section?: string; text?: string });
  const shown = new Map<string, string>();
  for (const { type, section = '', text = '' } of lines)
    if (type === 'section-delta') shown.set(section, (shown.get(section) ?? '') + text);
  expect(shown.size).toBe(6);
  for (const text of shown.values()) expect(text).toMatch(/^\{"key":"\[hidden\]"/);
  for (const part of [KEY, KEY.slice(0, 12), KEY.slice(-12)]) expect(stdout + stderr).not.toContain(part);
});
