import { afterEach, describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.ts';
import { type Script, type ScriptedServer, startScriptedServer } from '../support/scripted-server.ts';

let server: ScriptedServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function models(args: readonly string[], script: Script = () => ({}), listed = ['b', 'a\u001b[31m']) {
  server = await startScriptedServer(script, { models: listed });
  const env = { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'sk-models-0123456789abcdef' };
  return runCommand(['models', ...args], { env });
}

describe('models', () => {
  it('lists what the endpoint offers, as ids to be used, without terminal codes', async () => {
    const { code, stdout } = await models(['--list']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'openai:a[31m\nopenai:b\n' });
  });

  it.each<[string, string, Script, RegExp]>([
    [
      'a strict schema, and a price',
      'openai:gpt-5-mini',
      () => ({ content: { ok: true } }),
      /^openai:gpt-5-mini answered in [\d.]+ s, as the JSON asked for \(reply form: json_schema\), as gpt-5-mini\.\nPrice: 0\.25 USD in, 2 USD out for a million tokens \(list price of 20\d\d-\d\d\)\.\n$/,
    ],
    [
      'JSON mode, in a fence, and no price',
      'openai:local',
      ({ body }) =>
        body.response_format?.type === 'json_schema'
          ? { status: 400, error: { message: 'no schemas' } }
          : { content: '```json\n{"ok": true,}\n```' },
      /as the JSON asked for after repair \(reply form: json_object\), as local\.\nPrice: unknown; /,
    ],
    [
      'words alone',
      'openai:talker',
      () => ({ content: 'I am here.', ignoresTools: true }),
      /in words: the sentences of a draft would be matched to facts \(reply form: none\)/,
    ],
  ])('--test shows %s', async (_, id, script, says) => {
    const { code, stdout } = await models(['--test', '--model', id], script);
    expect(code).toBe(0);
    expect(stdout).toMatch(says);
  });

  it('--test fails as a report would', async () => {
    const { code, stderr } = await models(['--test', '--model', 'openai:m'], () => ({
      status: 401,
      error: { message: 'Incorrect API key sk-models-0123456789abcdef' },
    }));
    expect(code).toBe(3);
    expect(stderr).toContain('cannot get a reply from openai:m: found HTTP 401');
    expect(stderr).not.toContain('sk-models');
  });

  it('shows the settings in force and where they come from, but no key', async () => {
    const { stdout } = await models([]);
    expect(stdout).toMatch(/^OPENAI_API_KEY +set, ends in cdef \(environment\)$/m);
    expect(stdout).not.toContain('sk-models');
  });
});
