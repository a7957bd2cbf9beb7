import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ModelError, type ModelFault } from '../../src/errors.ts';
import { openModel, withRetries } from '../../src/model/index.ts';
import { type ScriptedReply, startScriptedServer } from '../support/scripted-server.ts';
import { makeRequest } from './requests.ts';

interface FaultRow {
  name: string;
  reply: ScriptedReply;
  fault: ModelFault;
  retryable: boolean;
  status?: number;
  /** A part of the message, and of the text that is kept. */
  says: string;
  text?: string;
}

const key = 'sk-proj-Ab3dEf6hIj9lMn2pQr5t';
const attempts = 3;

const rows: FaultRow[] = [
  {
    name: '429 rate limit',
    reply: { status: 429, error: { message: 'Slow down.', code: 'rate_limit_exceeded' } },
    fault: 'rate-limit',
    retryable: true,
    status: 429,
    says: 'found HTTP 429 Slow down (rate_limit_exceeded, req_2), expected room under the rate limit',
  },
  {
    name: '429 insufficient quota',
    reply: {
      status: 429,
      error: { message: 'You exceeded your current quota.', code: 'insufficient_quota' },
    },
    fault: 'quota',
    retryable: false,
    status: 429,
    says: 'expected credit on the account. Add credit at the provider',
  },
  {
    name: '401',
    reply: {
      status: 401,
      error: { message: `Incorrect API key provided: ${key}.`, code: 'invalid_api_key' },
    },
    fault: 'auth',
    retryable: false,
    status: 401,
    says: 'Incorrect API key provided: [hidden]',
  },
  {
    name: '403',
    reply: { status: 403, error: { message: 'Country not supported' } },
    fault: 'auth',
    retryable: false,
    status: 403,
    says: 'expected a key that may use this model',
  },
  {
    name: '404',
    reply: { status: 404, error: { message: 'The model `gpt-9` does not exist', code: 'model_not_found' } },
    fault: 'not-found',
    retryable: false,
    status: 404,
    says: 'expected a model that this endpoint serves',
  },
  {
    name: '400 for the messages',
    reply: { status: 400, error: { message: 'Invalid message.', param: 'messages' } },
    fault: 'bad-request',
    retryable: false,
    status: 400,
    says: 'found HTTP 400 Invalid message',
  },
  {
    name: '400 for a prompt that is too long',
    reply: {
      status: 400,
      error: { message: 'Too long.', code: 'context_length_exceeded', param: 'messages' },
    },
    fault: 'bad-request',
    retryable: false,
    status: 400,
    says: 'has room for the prompt',
  },
  {
    name: '408',
    reply: { status: 408, error: { message: 'Timed out.' } },
    fault: 'timeout',
    retryable: true,
    status: 408,
    says: 'HTTP 408',
  },
  {
    name: '409',
    reply: { status: 409, error: { message: 'Conflict.' } },
    fault: 'server',
    retryable: true,
    status: 409,
    says: 'HTTP 409',
  },
  {
    name: '500',
    reply: { status: 500, error: { message: 'The server had an error.' } },
    fault: 'server',
    retryable: true,
    status: 500,
    says: 'expected a working server. Try again later.',
  },
  {
    name: '502 with a web page',
    reply: { status: 502, body: '<html><body><h1>Bad Gateway</h1></body></html>' },
    fault: 'server',
    retryable: true,
    status: 502,
    says: 'found HTTP 502 Bad Gateway (req_2)',
  },
  {
    name: '503 without a body',
    reply: { status: 503, body: '' },
    fault: 'server',
    retryable: true,
    status: 503,
    says: 'HTTP 503',
  },
  {
    name: '501',
    reply: { status: 501, error: { message: 'No.' } },
    fault: 'server',
    retryable: false,
    status: 501,
    says: 'HTTP 501',
  },
  {
    name: 'an error in a good status',
    reply: { status: 200, body: '{"error":{"message":"Upstream failed","code":502}}' },
    fault: 'server',
    retryable: true,
    status: 502,
    says: 'found Upstream failed (HTTP 502, req_2)',
  },
  { name: 'reset', reply: { fault: 'reset' }, fault: 'network', retryable: true, says: 'ECONNRESET' },
  {
    name: 'reset in mid-body',
    reply: { fault: 'reset-mid-body' },
    fault: 'network',
    retryable: true,
    says: 'expected a connection',
  },
  {
    name: 'no answer',
    reply: { fault: 'hang' },
    fault: 'timeout',
    retryable: true,
    says: 'expected a reply in time',
  },
  { name: 'slow dribble', reply: { fault: 'dribble' }, fault: 'timeout', retryable: true, says: 'in time' },
  {
    name: 'truncated JSON',
    reply: { fault: 'truncated' },
    fault: 'invalid-reply',
    retryable: true,
    status: 200,
    says: 'found a body that is no JSON ({"id":"chatcmpl-2"',
    text: '{"id":"chatcmpl-2"',
  },
  {
    name: 'JSON of another kind',
    reply: { body: '{"hello":"world"}' },
    fault: 'invalid-reply',
    retryable: false,
    status: 200,
    says: 'found JSON that is no chat completion ({"hello":"world"})',
    text: '{"hello":"world"}',
  },
  {
    name: 'web page',
    reply: { body: '<!doctype html><title>Sign in</title>' },
    fault: 'invalid-reply',
    retryable: false,
    status: 200,
    says: 'found a web page (<!doctype html><title>Sign in</title>)',
    text: '<!doctype html>',
  },
  {
    name: 'empty body',
    reply: { body: '' },
    fault: 'empty',
    retryable: true,
    status: 200,
    says: 'an empty body',
  },
  {
    name: 'empty text',
    reply: { content: ' ' },
    fault: 'empty',
    retryable: true,
    says: 'a reply without text',
  },
  {
    name: 'null text',
    reply: { content: null },
    fault: 'empty',
    retryable: true,
    says: 'a reply without text',
  },
  {
    name: 'refusal',
    reply: { refusal: 'I cannot help with that.' },
    fault: 'refusal',
    retryable: false,
    says: 'found a refusal ("I cannot help with that.")',
    text: 'I cannot help with that.',
  },
  {
    name: 'content filter',
    reply: { content: '{"para', finishReason: 'content_filter' },
    fault: 'content-filter',
    retryable: false,
    says: 'finish reason "content_filter"',
    text: '{"para',
  },
  {
    name: 'cut off',
    reply: { content: '{"paragraphs":["Sant', finishReason: 'length' },
    fault: 'length',
    retryable: false,
    says: 'found 20 characters that ended with finish reason "length"',
    text: '{"paragraphs":["Sant',
  },
];

describe('every fault of an endpoint', () => {
  it.each(rows)('$name is $fault', async ({ reply, fault, retryable, status, says, text }) => {
    const server = await startScriptedServer(() => reply);
    try {
      const model = await openModel('openai:gpt-4o', { apiKey: key, baseUrl: server.url, timeoutMs: 150 });
      const error = await withRetries(model, { attempts, firstDelaySeconds: 0.001 })
        .generate(makeRequest())
        .catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(ModelError);
      const modelError = error as ModelError;
      expect(modelError).toMatchObject({ fault, retryable });
      expect(modelError.message).toContain(says);
      expect(modelError.message).toMatch(
        /^cannot get a reply from openai:gpt-4o: found .+, expected .+\. .+\.$/,
      );
      if (status !== undefined) expect(modelError.status).toBe(status);
      if (text !== undefined) expect(modelError.text).toContain(text);
      expect(server.calls).toHaveLength(retryable ? attempts : 1);
      expect(inspect(modelError, { depth: 10, showHidden: true })).not.toContain(key);
    } finally {
      await server.close();
    }
  });

  it('keeps the usage of a reply that cannot be used', async () => {
    const server = await startScriptedServer(() => ({ content: '{"a', finishReason: 'length' }));
    const model = await openModel('openai:gpt-4o', { apiKey: key, baseUrl: server.url });
    await expect(model.generate(makeRequest())).rejects.toMatchObject({
      usage: { inputTokens: 100, outputTokens: 20 },
      finishReason: 'length',
    });
    await server.close();
  });

  it('says that nothing listens', async () => {
    const server = await startScriptedServer(() => ({}));
    await server.close();
    const model = await openModel('openai:gpt-4o', { apiKey: key, baseUrl: server.url });
    await expect(model.generate(makeRequest())).rejects.toMatchObject({
      fault: 'network',
      retryable: true,
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('says that the server does not speak TLS', async () => {
    const server = await startScriptedServer(() => ({}));
    const model = await openModel('openai:m', { baseUrl: server.url.replace('http:', 'https:') });
    await expect(model.generate(makeRequest())).rejects.toMatchObject({ fault: 'network', retryable: false });
    await server.close();
  });
});

describe('text that is not what was asked for', () => {
  it.each([
    ['prose', 'Here is the section you asked for.'],
    ['half an object', '{"paragraphs": ["One"'],
    ['100 KB', 'word '.repeat(20_000)],
    ['fenced JSON', '```json\n{"paragraphs": []}\n```'],
  ])('hands over %s as it is', async (_, content) => {
    const server = await startScriptedServer(() => ({ content }));
    const model = await openModel('openai:gpt-4o', { apiKey: key, baseUrl: server.url });
    const reply = await model.generate(makeRequest());
    expect(reply).toEqual({
      text: content,
      finishReason: 'stop',
      model: 'gpt-4o',
      requestId: 'req_0',
      usage: { inputTokens: 100, outputTokens: 20 },
    });
    await server.close();
  });

  it('counts nothing where the server counts nothing', async () => {
    const server = await startScriptedServer(() => ({ usage: null }));
    const model = await openModel('openai:gpt-4o', { apiKey: key, baseUrl: server.url });
    expect((await model.generate(makeRequest())).usage).toEqual({ inputTokens: null, outputTokens: null });
    await server.close();
  });
});
