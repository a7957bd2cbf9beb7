import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computeFacts } from '../../src/facts/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import Provider, { assertNoContradictions, GapwrightProvider } from '../../src/testing/promptfoo.ts';
import { DATE, examplePaths, readExample } from '../support/read-example.ts';
import { type ScriptedServer, startScriptedServer } from '../support/scripted-server.ts';
import { perfectWriter } from '../support/scripted-writer.ts';

const { resume, role } = examplePaths('ai-engineer');
const vars = { resume, role, date: DATE };
let server: ScriptedServer;

beforeAll(async () => {
  const sheet = computeFacts(await readExample('ai-engineer'), { resources: builtInResources() });
  server = await startScriptedServer(perfectWriter(sheet));
});
afterAll(() => server.close());

describe('GapwrightProvider', () => {
  it('is made as promptfoo makes a provider, and names itself', () => {
    expect(Provider).toBe(GapwrightProvider);
    expect(new GapwrightProvider().id()).toBe('gapwright:offline');
    expect(new GapwrightProvider({ config: { model: 'openai:x' } }).id()).toBe('gapwright:openai:x');
    expect(new GapwrightProvider({ id: 'mine' }).id()).toBe('mine');
  });

  it('writes the report of the case in vars, which the assertion then checks', async () => {
    const response = await new GapwrightProvider().callApi('not used', { vars });
    expect(response).toMatchObject({
      output: expect.stringMatching(/^# Skill Gap Report/),
      cost: 0,
      tokenUsage: { total: 0, prompt: 0, completion: 0, numRequests: 0 },
      metadata: { model: 0, repaired: 0, findings: 0 },
    });
    expect(await assertNoContradictions(response.output, { vars })).toMatchObject({ pass: true, score: 1 });
  });

  it('takes a case as the text of files, and another format', async () => {
    const [resumeText, roleText] = [resume, role].map((path) => readFileSync(path ?? '', 'utf8'));
    const provider = new GapwrightProvider({ config: { format: 'json', date: DATE } });
    const { output } = await provider.callApi('', { vars: { resume: resumeText, role: roleText } });
    expect(JSON.parse(output ?? '')).toMatchObject({ schema: 'gapwright/report@1', date: DATE });
  });

  it('asks the model of its config, and counts what it used', async () => {
    const config = {
      model: 'openai:scripted-model',
      baseUrl: server.url,
      apiKey: 'none',
      timeoutSeconds: 20,
    };
    const { output, tokenUsage, error } = await new GapwrightProvider({ config }).callApi('', { vars });
    expect(error).toBeUndefined();
    expect(output).toContain('# Skill Gap Report');
    expect(tokenUsage).toEqual({ total: 6600, prompt: 5400, completion: 1200, numRequests: 6 });
  });

  it('answers with an error, as promptfoo expects, where there is no report', async () => {
    expect(await new GapwrightProvider().callApi('', { vars: { resume: 'nowhere.json', role } })).toEqual({
      error: expect.stringContaining('nowhere.json'),
    });
    const config = {
      model: 'openai:scripted-model',
      baseUrl: 'http://127.0.0.1:9',
      apiKey: 'none',
      timeoutSeconds: 1,
    };
    const wrong = { ...config, model: 'nobody:x' };
    expect(await new GapwrightProvider({ config: wrong }).callApi('', { vars })).toEqual({
      error: expect.stringContaining('cannot use the model "nobody:x"'),
    });
  });

  it('refuses a config that is wrong', () => {
    expect(() => new GapwrightProvider({ config: { format: 'pdf' } })).toThrow(/"pdf" at format/);
  });
});
