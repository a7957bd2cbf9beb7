import { afterEach, describe, expect, it, vi } from 'vitest';
import { openModel } from '../../src/model/index.ts';
import { startScriptedServer } from '../support/scripted-server.ts';
import { makeRequest } from './requests.ts';

const key = 'azure-key-0123456789';
afterEach(() => vi.unstubAllEnvs());

describe('Azure by its newer API, as openai: with a base URL', () => {
  it('gets the key as OpenAI gets it, and the deployment as the model', async () => {
    const server = await startScriptedServer(() => ({}), { basePath: '/openai/v1' });
    const model = await openModel('openai:my-deployment', { apiKey: key, baseUrl: server.url });
    expect((await model.generate(makeRequest())).text).toBe('{}');
    const [call] = server.calls;
    expect(call?.url).toBe('/openai/v1/chat/completions');
    expect(call?.headers.authorization).toBe(`Bearer ${key}`);
    expect(call?.headers).not.toHaveProperty('api-key');
    expect(call?.body).toMatchObject({ model: 'my-deployment', response_format: { type: 'json_schema' } });
    await server.close();
  });

  it('takes a slash at the end of the address', async () => {
    const server = await startScriptedServer(() => ({}), { basePath: '/openai/v1' });
    await (await openModel('openai:m', { apiKey: key, baseUrl: `${server.url}/` })).generate(makeRequest());
    expect(server.calls[0]?.url).toBe('/openai/v1/chat/completions');
    await server.close();
  });
});

describe('Azure by its dated API', () => {
  const basePath = '/openai/deployments/my-deployment';

  it('gets key, deployment and version where it wants them, whatever the environment holds', async () => {
    const server = await startScriptedServer(() => ({}), { basePath });
    const elsewhere = await startScriptedServer(() => ({}), { basePath });
    for (const [name, value] of Object.entries({
      AZURE_OPENAI_API_KEY: 'environment-key',
      AZURE_OPENAI_ENDPOINT: new URL(elsewhere.url).origin,
      AZURE_OPENAI_BASE_PATH: elsewhere.url,
      AZURE_OPENAI_API_INSTANCE_NAME: 'environment',
      AZURE_OPENAI_API_DEPLOYMENT_NAME: 'environment',
      AZURE_OPENAI_API_VERSION: 'environment',
      OPENAI_API_VERSION: 'environment',
      OPENAI_BASE_URL: elsewhere.url,
    })) {
      vi.stubEnv(name, value);
    }
    const model = await openModel('azure:my-deployment', {
      apiKey: key,
      baseUrl: `${new URL(server.url).origin}/`,
      apiVersion: '2025-01-01-preview',
    });
    expect(await model.generate(makeRequest({ maxOutputTokens: 70 }))).toMatchObject({
      text: '{}',
      usage: { inputTokens: 100, outputTokens: 20 },
    });
    const [call] = server.calls;
    expect(call?.url).toBe(`${basePath}/chat/completions?api-version=2025-01-01-preview`);
    expect(call?.headers['api-key']).toBe(key);
    expect(JSON.stringify(call?.headers)).not.toContain('environment');
    expect(call?.body).toMatchObject({ max_tokens: 70, response_format: { type: 'json_schema' } });
    expect(model).toMatchObject({ id: 'azure:my-deployment', form: 'json_schema' });
    expect(elsewhere.requests).toEqual([]);
    await server.close();
    await elsewhere.close();
  });

  it('has a version of its own where none is given', async () => {
    const server = await startScriptedServer(() => ({}), { basePath });
    const model = await openModel('azure:my-deployment', {
      apiKey: key,
      baseUrl: new URL(server.url).origin,
    });
    await model.generate(makeRequest());
    expect(server.calls[0]?.url).toContain('?api-version=2024-10-21');
    await server.close();
  });

  it('hides the key in what it throws', async () => {
    const server = await startScriptedServer(
      () => ({ status: 401, error: { message: `Wrong key ${key}.`, code: '401' } }),
      { basePath },
    );
    const model = await openModel('azure:my-deployment', {
      apiKey: key,
      baseUrl: new URL(server.url).origin,
    });
    const error: unknown = await model.generate(makeRequest()).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ fault: 'auth' });
    expect(String(error)).not.toContain(key);
    expect(server.calls).toHaveLength(1);
    await server.close();
  });

  it.each([
    [{ baseUrl: 'https://x.openai.azure.com' }, 'auth', 'found no API key (AZURE_OPENAI_API_KEY)'],
    [{ apiKey: key }, 'not-found', 'found no address of the resource (AZURE_OPENAI_ENDPOINT)'],
    [
      { apiKey: key, baseUrl: 'x.openai.azure.com' },
      'bad-request',
      'found the base URL "x.openai.azure.com"',
    ],
  ])('needs all of it before anything is sent: %j', async (settings, fault, says) => {
    await expect(openModel('azure:d', settings)).rejects.toMatchObject({
      fault,
      message: expect.stringContaining(says),
    });
  });
});
