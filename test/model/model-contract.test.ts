import { ChatOpenAI } from '@langchain/openai';
import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AbortedError, ModelError } from '../../src/errors.ts';
import {
  fromChatModel,
  fromFunction,
  type Model,
  openModel,
  withBreaker,
  withRetries,
} from '../../src/model/index.ts';
import { universalProvider } from '../../src/model/universal-provider.ts';
import { type ScriptedReply, type ScriptedServer, startScriptedServer } from '../support/scripted-server.ts';
import { makeRequest } from './requests.ts';

const key = 'sk-contract-0123456789';

/** Every way to a Model, all to the same server. */
const ways: [string, (baseUrl: string) => Promise<Model>][] = [
  ['openModel', (baseUrl) => openModel('openai:m', { apiKey: key, baseUrl })],
  ['openModel with retries', (baseUrl) => openModel('openai:m', { apiKey: key, baseUrl, maxRetries: 0 })],
  [
    'universal loading',
    (baseUrl) =>
      universalProvider({
        prefix: 'openai',
        package: '@langchain/openai',
        options: () => ({ apiKey: key, configuration: { baseURL: baseUrl } }),
        limit: 'maxTokens',
      }).open('m', { apiKey: key, baseUrl }),
  ],
  [
    'a LangChain model',
    async (baseURL) =>
      fromChatModel(new ChatOpenAI({ model: 'm', apiKey: key, maxRetries: 0, configuration: { baseURL } })),
  ],
  [
    'a function',
    async (baseURL) => {
      const client = new OpenAI({ apiKey: key, baseURL, maxRetries: 0 });
      return fromFunction('mine', async ({ messages }, { signal }) => {
        const { choices } = await client.chat.completions.create(
          { model: 'm', messages: [...messages] },
          { signal },
        );
        return choices[0]?.message.content ?? '';
      });
    },
  ],
  [
    'wrappers',
    async (baseUrl) =>
      withRetries(withBreaker(await openModel('openai:m', { apiKey: key, baseUrl })), { attempts: 1 }),
  ],
];

describe.each(ways)('a Model by %s', (_, open) => {
  let server: ScriptedServer;
  let reply: ScriptedReply;
  let model: Model;
  beforeEach(async () => {
    reply = {};
    server = await startScriptedServer(() => reply);
    model = await open(server.url);
  });
  afterEach(() => server.close());

  it('has an id', () => expect(model.id).toMatch(/\w/));

  it('gives the text as it came and leaves the request as it was', async () => {
    reply = { content: '{ "paragraphs" : [ ] }\n' };
    const request = makeRequest();
    const before = structuredClone(request);
    const { text, usage } = await model.generate(request);
    expect(text).toBe('{ "paragraphs" : [ ] }\n');
    expect(Object.keys(usage).sort()).toEqual(['inputTokens', 'outputTokens']);
    expect(request).toEqual(before);
  });

  it('sends the messages and none of the bookkeeping', async () => {
    await model.generate(makeRequest({ section: 'bookkeeping-id' }));
    expect(server.calls[0]?.body.messages).toEqual(makeRequest().messages);
    expect(server.calls[0]?.raw).not.toContain('bookkeeping-id');
    expect(server.calls[0]?.body.stream ?? false).toBe(false);
  });

  it.each([
    [{ status: 429, headers: { 'retry-after': '3' }, error: { message: 'Slow.' } }, 'rate-limit', true],
    [{ status: 401, error: { message: `Wrong key ${key}.` } }, 'auth', false],
    [{ status: 500, error: { message: 'Down.' } }, 'server', true],
    [{ fault: 'reset' as const }, 'network', true],
    // Clients that parse by themselves (ChatOpenAI in LangChain's hands) call it unparseable.
    [{ content: '' }, /^(empty|invalid-reply)$/, true],
  ])('throws a ModelError for %j after one request', async (fault, expected, retryable) => {
    reply = fault;
    const error: unknown = await model.generate(makeRequest()).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ModelError);
    expect(error).toMatchObject({ fault: expect.stringMatching(expected), retryable });
    if (expected === 'rate-limit') expect(error).toMatchObject({ status: 429, retryAfter: 3 });
    expect(String(error)).not.toContain(key);
    expect(server.calls).toHaveLength(1);
  });

  it('stops within 200 ms', async () => {
    reply = { fault: 'hang' };
    const controller = new AbortController();
    const call = model.generate(makeRequest(), { signal: controller.signal });
    const outcome = call.catch((caught: unknown) => caught);
    await expect.poll(() => server.calls.length, { interval: 5 }).toBe(1);
    const start = performance.now();
    controller.abort();
    expect(await outcome).toBeInstanceOf(AbortedError);
    expect(performance.now() - start).toBeLessThan(200);
  });
});
