import { MODEL_PROVIDER_CONFIG } from 'langchain/chat_models/universal';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openModel, providers } from '../../src/model/index.ts';
import { universalProvider } from '../../src/model/universal-provider.ts';
import { startScriptedServer } from '../support/scripted-server.ts';
import { makeRequest } from './requests.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('model ids', () => {
  it.each(['gpt-4o', 'openai:', ':gpt-4o', '', 'nobody:model', 'OPENAI:gpt-4o'])('refuses %j', async (id) => {
    await expect(openModel(id)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringMatching(
        /^cannot use the model ".*": found no provider and model in it, expected one of openai:<model>, anthropic:<model>/,
      ),
    });
  });

  it('keeps colons in the name of the model', async () => {
    const server = await startScriptedServer(() => ({}));
    const model = await openModel('openai:qwen3:8b', { baseUrl: server.url });
    await model.generate(makeRequest());
    expect(model.id).toBe('openai:qwen3:8b');
    expect(server.calls[0]?.body.model).toBe('qwen3:8b');
    await server.close();
  });

  it.each(providers.map((provider) => [provider.prefix, provider.package] as const))(
    '%s: comes from the package that LangChain takes for it',
    (prefix, name) => {
      const known: Record<string, { package: string } | undefined> = MODEL_PROVIDER_CONFIG;
      expect((known[prefix] ?? known[`${prefix}_openai`])?.package).toBe(name);
    },
  );
});

describe('settings', () => {
  it('are all that reaches the server, whatever the environment holds', async () => {
    const server = await startScriptedServer(() => ({}));
    const elsewhere = await startScriptedServer(() => ({}));
    const printers = (['log', 'debug', 'info', 'warn', 'error'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(() => {}),
    );
    for (const [name, value] of Object.entries({
      OPENAI_API_KEY: 'sk-environment-key',
      OPENAI_ADMIN_KEY: 'sk-environment-admin',
      OPENAI_BASE_URL: elsewhere.url,
      OPENAI_API_BASE: elsewhere.url,
      OPENAI_ORG_ID: 'org-environment',
      OPENAI_ORGANIZATION: 'org-environment',
      OPENAI_PROJECT_ID: 'project-environment',
      OPENAI_LOG: 'debug',
      LANGSMITH_TRACING: 'true',
      LANGSMITH_API_KEY: 'ls-environment',
      LANGSMITH_ENDPOINT: elsewhere.url,
      LANGSMITH_GATEWAY: elsewhere.url,
      LANGCHAIN_VERBOSE: 'true',
    })) {
      vi.stubEnv(name, value);
    }
    const model = await openModel('openai:gpt-4o', { baseUrl: server.url });
    await model.generate(makeRequest());
    const { headers } = server.calls[0] ?? {};
    expect(headers?.authorization).toBe('Bearer no-key-needed');
    expect(JSON.stringify(headers)).not.toContain('environment');
    expect(elsewhere.requests).toEqual([]);
    for (const printer of printers) expect(printer).not.toHaveBeenCalled();
    await server.close();
    await elsewhere.close();
  });

  it('carry organization, project and headers', async () => {
    const server = await startScriptedServer(() => ({}));
    const model = await openModel('openai:gpt-4o', {
      apiKey: 'sk-1',
      baseUrl: server.url,
      organization: 'org-1',
      project: 'proj-1',
      headers: { 'x-gateway': 'blue' },
    });
    await model.generate(makeRequest());
    expect(server.calls[0]?.headers).toMatchObject({
      authorization: 'Bearer sk-1',
      'openai-organization': 'org-1',
      'openai-project': 'proj-1',
      'x-gateway': 'blue',
    });
    await server.close();
  });

  it('need a key for OpenAI itself, and say so before anything is sent', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-environment-key');
    await expect(openModel('openai:gpt-4o')).rejects.toMatchObject({
      fault: 'auth',
      message: expect.stringContaining(
        'found no API key (OPENAI_API_KEY), expected a key that may use this model.',
      ),
    });
  });

  it.each(['localhost:8080/v1', 'ftp://host/v1', 'no url'])('refuse the base URL %s', async (baseUrl) => {
    await expect(openModel('openai:m', { baseUrl })).rejects.toMatchObject({
      fault: 'bad-request',
      message: expect.stringContaining(`found the base URL "${baseUrl}"`),
    });
  });

  it('make one attempt, or as many as maxRetries adds', async () => {
    const server = await startScriptedServer(() => ({
      status: 500,
      headers: { 'retry-after-ms': '1' },
      error: { message: 'No.' },
    }));
    const once = await openModel('openai:m', { baseUrl: server.url });
    await once.generate(makeRequest()).catch(() => {});
    expect(server.calls).toHaveLength(1);
    const thrice = await openModel('openai:m', { baseUrl: server.url, maxRetries: 2 });
    await thrice.generate(makeRequest()).catch(() => {});
    expect(server.calls).toHaveLength(4);
    await server.close();
  });
});

describe('a provider from an optional package', () => {
  it('says how to install what is missing', async () => {
    const provider = universalProvider({
      prefix: 'anthropic',
      package: '@langchain/not-a-package',
      options: () => ({}),
      limit: 'maxTokens',
    });
    await expect(provider.open('claude', {})).rejects.toMatchObject({
      fault: 'missing-package',
      retryable: false,
      message:
        'cannot use anthropic:claude: found no usable package @langchain/not-a-package, expected it beside gapwright. ' +
        'Install it with: npm install @langchain/not-a-package',
    });
  });

  // LangChain's universal loading serves OpenAI too, so the path can be walked with a package that is here.
  const viaUniversalLoading = universalProvider({
    prefix: 'openai',
    package: '@langchain/openai',
    options: ({ apiKey, baseUrl }) => ({ apiKey, configuration: { baseURL: baseUrl } }),
    limit: 'maxTokens',
  });

  it('is asked for structured output and gives the raw text', async () => {
    const server = await startScriptedServer(() => ({ content: '{"paragraphs": []}' }));
    const model = await viaUniversalLoading.open('gpt-4o', { apiKey: 'sk-1', baseUrl: server.url });
    const reply = await model.generate(makeRequest({ temperature: 0.1, maxOutputTokens: 70 }));
    expect(reply).toMatchObject({
      text: '{"paragraphs": []}',
      finishReason: 'stop',
      model: 'gpt-4o',
      usage: { inputTokens: 100, outputTokens: 20 },
    });
    expect(server.calls[0]?.body).toMatchObject({
      temperature: 0.1,
      max_tokens: 70,
      response_format: { type: 'json_schema', json_schema: { name: 'section_roadmap' } },
    });
    expect(model.form).toBe('native');
    await server.close();
  });

  it.each([
    ['refuses it', { status: 400, error: { message: 'This model does not support tools.' } }, 2],
    ['writes no JSON', { content: 'Here you are.' }, 1],
  ])('is asked in words where the model %s', async (_, reply, callsOfTheFirst) => {
    const server = await startScriptedServer(({ body }) =>
      body.response_format === undefined ? { content: 'Sure: {"paragraphs": []}' } : reply,
    );
    const model = await viaUniversalLoading.open('gpt-4o', { apiKey: 'sk-1', baseUrl: server.url });
    await model
      .generate(makeRequest())
      .catch((error) => expect(error).toMatchObject({ fault: 'invalid-reply' }));
    expect(server.calls).toHaveLength(callsOfTheFirst);
    expect((await model.generate(makeRequest())).text).toBe('Sure: {"paragraphs": []}');
    expect(server.calls).toHaveLength(callsOfTheFirst + 1);
    expect(server.calls.at(-1)?.body.messages.at(-1)?.content).toContain('It has to fit this JSON Schema');
    expect(model.form).toBe('none');
    await server.close();
  });

  it.each([
    { reply: { status: 503, error: { message: 'Busy.' } }, fault: 'server', retryable: true },
    { reply: { fault: 'hang' as const }, fault: 'timeout', retryable: true },
    {
      reply: { status: 401, error: { message: 'Wrong key sk-secret-123456.' } },
      fault: 'auth',
      retryable: false,
    },
    { reply: { content: 'prose' }, fault: 'invalid-reply', retryable: true },
  ])('gives $fault', async ({ reply, fault, retryable }) => {
    const server = await startScriptedServer(() => reply);
    const settings = { apiKey: 'sk-secret-123456', baseUrl: server.url, timeoutMs: 100 };
    const model = await viaUniversalLoading.open('gpt-4o', settings);
    const error = await model.generate(makeRequest()).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ fault, retryable });
    expect(String(error)).not.toContain('sk-secret');
    expect(server.calls).toHaveLength(1);
    await server.close();
  });
});
