import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.ts';
import { startScriptedServer } from '../support/scripted-server.ts';

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Runs `gapwright serve` until it has printed its address. */
async function serve(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [cli, 'serve', '--no-open', ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let told = '';
  child.stderr.on('data', (piece) => {
    told += String(piece);
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { origin, hash } = new URL(line);
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${origin}/api/${path}`, {
      ...init,
      headers: { origin, authorization: `Bearer ${hash.slice(1)}` },
    });
  return { child, line, origin, ask, told: () => told };
}

describe('gapwright serve', () => {
  it('prints one address, serves until Ctrl-C, and then is gone', async () => {
    const { child, line, origin, ask, told } = await serve(['--date', '2026-11-24', '--reader', 'candidate']);
    expect(line).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}$/);
    expect(await (await fetch(origin)).text()).toContain('<title>Gapwright studio</title>');
    expect(await (await ask('start')).json()).toMatchObject({
      model: 'offline',
      date: '2026-11-24',
      style: { reader: 'candidate', person: 'second' },
    });
    await expect.poll(told).toContain('Ctrl-C stops the studio.');
    expect(told()).toContain('No model is set');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
    await expect(fetch(origin)).rejects.toThrow('fetch failed');
  });

  it('takes model, address and key from flags and environment, and tells the key to nobody', async () => {
    const server = await startScriptedServer(() => ({ content: 'nothing' }));
    const { ask, told } = await serve(['--model', 'openai:gpt-4o', '--max-repairs', '0'], {
      OPENAI_API_KEY: 'sk-a-key-of-the-test',
      OPENAI_BASE_URL: server.url,
    });
    const start = await (await ask('start')).text();
    expect(JSON.parse(start)).toMatchObject({ model: 'openai:gpt-4o' });
    expect(start + told()).not.toContain('sk-a-key-of-the-test');
    expect(server.requests, 'nothing is asked before a report is').toEqual([]);
    await server.close();
  });

  it.each([
    ['a port that is none', ['--port', '70000'], 2, 'expected a port from 1 to 65535.'],
    ['a date that is none', ['--date', 'soon'], 2, 'found "soon", expected a date as YYYY-MM-DD'],
    ['a model without its key', ['--model', 'openai:gpt-4o'], 3, 'OPENAI_API_KEY'],
    ['a theme that is not there', ['--theme', '/no/such/theme.yaml'], 2, 'theme.yaml'],
    ['a catalog that is not there', ['--catalog', '/no/such/folder'], 2, '/no/such/folder'],
  ])('refuses %s before it serves', async (_, args, code, says) => {
    const result = await runCommand(['serve', '--no-open', ...args]);
    expect(result.stderr).toContain(says);
    expect(result.code).toBe(code);
    expect(result.stdout).toBe('');
  });

  it('is listed in the help', async () => {
    expect((await runCommand(['--help'])).stdout).toContain('open the studio');
    const { stdout } = await runCommand(['serve', '--help']);
    for (const flag of ['--port', '--no-open', '--model', '--max-cost', '--pronoun', '--catalog', '--theme'])
      expect(stdout).toContain(flag);
  });
});
