import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AbortedError, ModelError } from '../../src/errors.ts';
import { fromFunction, type Model, type ModelRequest, providers } from '../../src/model/index.ts';
import { openTelemetry } from '../../src/telemetry/index.ts';
import { splitModelId } from '../../src/telemetry/provider-names.ts';
import { registerSdk } from './capture-spans.ts';

const request: ModelRequest = {
  purpose: 'section',
  section: 'a-section',
  messages: [{ role: 'user', content: 'Say something.' }],
  schema: { name: 'section_a', json: {} },
  temperature: 0.2,
  maxOutputTokens: 700,
};

let sdk: ReturnType<typeof registerSdk>;
beforeAll(() => {
  sdk = registerSdk();
});
afterEach(() => sdk.reset());
afterAll(() => sdk.unregister());

/** The span of one call, however it ends. */
async function spanOf(model: Model, more: Partial<ModelRequest> = {}) {
  const trace = (await openTelemetry()).traceReport();
  const [result] = await Promise.allSettled([trace.traceModel(model).generate({ ...request, ...more })]);
  const [span] = sdk.spans();
  trace.end();
  return { span, result };
}

describe('a traced model', () => {
  it('keeps its id, and hands on request, signal and reply as they are', async () => {
    const reply = { text: '{}', usage: { inputTokens: 1, outputTokens: 2 } };
    const seen: unknown[] = [];
    const model: Model = {
      id: 'openai:m',
      generate: async (...args) => {
        seen.push(...args);
        return reply;
      },
    };
    const traced = (await openTelemetry()).traceReport().traceModel(model);
    const options = { signal: new AbortController().signal };
    expect(traced.id).toBe('openai:m');
    expect(await traced.generate(request, options)).toBe(reply);
    expect(seen[0]).toBe(request);
    expect(seen[1]).toBe(options);
  });

  it('throws what the model threw', async () => {
    const error = new ModelError('quota', 'no credit', { status: 429 });
    const { result } = await spanOf({ id: 'openai:m', generate: () => Promise.reject(error) });
    expect(result).toEqual({ status: 'rejected', reason: error });
    expect(result?.status === 'rejected' && result.reason).toBe(error);
  });

  it('knows the request before the call, for samplers', async () => {
    const { span } = await spanOf(fromFunction('openai:gpt-5-mini', () => '{}'));
    expect(span?.name).toBe('chat gpt-5-mini');
    expect(span?.attributes).toMatchObject({
      'gen_ai.provider.name': 'openai',
      'gen_ai.request.model': 'gpt-5-mini',
      'gen_ai.request.temperature': 0.2,
      'gen_ai.request.max_tokens': 700,
    });
  });

  it('that streams says when its first piece came; one that was only asked to says nothing', async () => {
    const pieces: string[] = [];
    const onDelta = (text: string) => pieces.push(text);
    const streaming = fromFunction('mine', ({ onDelta: tell }) => {
      for (const piece of ['{', '}']) tell?.(piece);
      return '{}';
    });
    const { span } = await spanOf(streaming, { onDelta });
    expect(pieces).toEqual(['{', '}']);
    expect(span?.attributes['gen_ai.request.stream']).toBe(true);
    expect(span?.attributes['gen_ai.response.time_to_first_chunk']).toBeGreaterThanOrEqual(0);
    sdk.reset();
    const { span: whole } = await spanOf(
      fromFunction('mine', () => '{}'),
      { onDelta },
    );
    expect(whole?.attributes).not.toHaveProperty('gen_ai.request.stream');
  });

  const errors: [string, unknown, Record<string, unknown>][] = [
    ['rate-limit', new ModelError('rate-limit', 'x', { status: 429 }), { 'http.response.status_code': 429 }],
    ['missing-package', new ModelError('missing-package', 'x'), {}],
    ['aborted', new AbortedError(), {}],
    // A model of one's own may throw what it likes; the fields decide, as they do on retries.
    ['server', Object.assign(new Error('x'), { status: 503 }), { 'http.response.status_code': 503 }],
    ['unknown', new TypeError('x'), {}],
    ['unknown', 'a text', {}],
  ];
  it.each(errors)('gives a failed call the error.type %s', async (type, error, more) => {
    const { span } = await spanOf({ id: 'openai:m', generate: () => Promise.reject(error) });
    const { attributes = {} } = span ?? {};
    expect(attributes).toMatchObject({ 'error.type': type, ...more });
    expect('http.response.status_code' in attributes).toBe('http.response.status_code' in more);
  });

  const words: [string, boolean][] = [
    ['gpt-5-mini-2026-01-01', true],
    ['anthropic.claude-sonnet-4-20260101-v1:0', true],
    ['Qwen/Qwen3-8B-Instruct-Q4_K_M.gguf', true],
    ['C:\\models\\small.gguf', true],
    ['two words', false],
    ['line\nbreak', false],
    ['', false],
    ['sk-0123456789abcdef', false],
    ['x'.repeat(201), false],
  ];
  it.each(words)('keeps a name from the server only where it is one: %j', async (model, isKept) => {
    const usage = { inputTokens: null, outputTokens: null };
    const { span } = await spanOf(
      fromFunction('mine', () => ({
        text: '{}',
        ...{ model, finishReason: model, requestId: model, responseId: model },
        usage,
      })),
    );
    const { attributes = {} } = span ?? {};
    const names = ['gen_ai.response.model', 'gen_ai.response.id', 'gapwright.request.id'];
    for (const name of names) expect(attributes[name]).toBe(isKept ? model : undefined);
    expect(attributes['gen_ai.response.finish_reasons']).toEqual(isKept ? [model] : undefined);
  });
});

describe('the name of a provider', () => {
  it.each([
    ['openai:gpt-5-mini', 'openai', 'gpt-5-mini'],
    ['azure:my-deployment', 'azure.ai.openai', 'my-deployment'],
    ['google-genai:gemini-3-flash', 'gcp.gemini', 'gemini-3-flash'],
    ['mistralai:mistral-small', 'mistral_ai', 'mistral-small'],
    ['bedrock:anthropic.claude-v1:0', 'aws.bedrock', 'anthropic.claude-v1:0'],
    ['ollama:llama3.2:1b', 'ollama', 'llama3.2:1b'],
    ['langchain:fake', 'langchain', 'fake'],
    ['mine', 'custom', 'mine'],
    [':odd', 'custom', ':odd'],
  ])('%s', (id, provider, model) => {
    expect(splitModelId(id)).toEqual({ provider, model });
  });

  // Those that the conventions list, and Ollama, which they do not.
  const CONVENTIONS = [
    ...['anthropic', 'aws.bedrock', 'azure.ai.inference', 'azure.ai.openai', 'cohere', 'deepseek'],
    ...['gcp.gemini', 'gcp.gen_ai', 'gcp.vertex_ai', 'groq', 'ibm.watsonx.ai', 'mistral_ai'],
    ...['moonshot_ai', 'openai', 'perplexity', 'x_ai', 'ollama'],
  ];
  it.each(providers.map(({ prefix }) => prefix))('is one of the conventions for %s', (prefix) => {
    expect(CONVENTIONS).toContain(splitModelId(`${prefix}:m`).provider);
  });
});
