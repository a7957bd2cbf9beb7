import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FactSheet } from '../../schemas/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { limitedScript } from '../support/limited-script.ts';
import { DATE, examplePaths, readExample } from '../support/read-example.ts';
import { runCommand } from '../support/run-command.ts';
import { type Script, type ScriptedServer, startScriptedServer } from '../support/scripted-server.ts';
import { perfectWriter } from '../support/scripted-writer.ts';

const { resume = '', role = '' } = examplePaths('nurse');
let sheet: FactSheet;
let server: ScriptedServer | undefined;
beforeAll(async () => {
  sheet = computeFacts(await readExample('nurse'), { resources: builtInResources() });
});
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** Writes a report by a server with this script; gives the exit code and the JSON lines of stderr. */
async function report(script: Script, ...more: string[]) {
  server = await startScriptedServer(script);
  const args = [
    'report',
    '--resume',
    resume,
    '--role',
    role,
    '--date',
    DATE,
    '--model',
    'openai:m',
    '--json',
  ];
  const { code, stderr } = await runCommand([...args, ...more], {
    env: { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'none' },
  });
  const lines = stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { type?: string; seconds?: number; message?: string });
  return { code, lines, ofType: (type: string) => lines.filter((line) => line.type === type) };
}

describe('the rate limit, by the command line', () => {
  it('is kept to with --rpm, and a wait is told', async () => {
    const start = performance.now();
    const { code, ofType } = await report(perfectWriter(sheet), '--rpm', '40');
    expect(code).toBe(0);
    // Four may go at once, two more at the pace of 39.2 a minute.
    expect(ofType('call-wait').map(({ seconds }) => Math.round(Number(seconds)))).toEqual([2, 3, 0, 0]);
    expect((performance.now() - start) / 1000).toBeGreaterThan(3);
    expect(ofType('section-fallback')).toEqual([]);
  });

  it('makes a call that no minute has room for an error that says so', async () => {
    const { code, lines } = await report(perfectWriter(sheet), '--tpm', '1000', '--strict');
    expect(code).toBe(3);
    expect(lines.at(-1)?.message).toMatch(
      /^cannot send the call: found about \d,\d{3} tokens in it, expected at most the 1,000 a minute that were allowed \(--tpm\)/,
    );
    expect(server?.calls).toEqual([]);
  });

  it('has every section written by the model at a server that refuses most calls at first', async () => {
    const limited = limitedScript(perfectWriter(sheet), { headers: 'none' });
    let refused = 0;
    const { code, ofType } = await report((call) => {
      if (refused === 5) return limited.script(call);
      refused += 1;
      return { status: 429, headers: { 'retry-after': '1' }, error: { message: 'slow down' } };
    });
    expect(code).toBe(0);
    expect(ofType('section-fallback')).toEqual([]);
    // The limiter sends them again, not the retries of the report.
    expect(ofType('call-retry')).toEqual([]);
    expect(ofType('call-wait').length).toBeGreaterThanOrEqual(5);
    expect(server?.calls).toHaveLength(11);
  });
});
