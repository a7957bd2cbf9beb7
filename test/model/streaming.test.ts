import { afterEach, describe, expect, it, vi } from 'vitest';
import { AbortedError } from '../../src/errors.ts';
import { openModel, withRetries } from '../../src/model/index.ts';
import {
  type Script,
  type ScriptedReply,
  type ScriptedServer,
  startScriptedServer,
} from '../support/scripted-server.ts';
import { makeRequest } from './requests.ts';

let server: ScriptedServer;
afterEach(async () => {
  await server.close();
  vi.restoreAllMocks();
});

async function start(script: Script, name = 'm', timeoutMs = 2000) {
  server = await startScriptedServer(script);
  return openModel(`openai:${name}`, { apiKey: 'sk-1', baseUrl: server.url, timeoutMs });
}

const content = JSON.stringify({ paragraphs: ['Ada lacks AWS – 学 👩‍💻.', 'Ada knows "Python".'] });

/** A stream with these pieces of text. */
const streamOf = (pieces: readonly string[]) => ({
  body: [...pieces.map((piece) => ({ delta: { content: piece } })), { delta: {}, finish_reason: 'stop' }]
    .map((choice) => `data: ${JSON.stringify({ choices: [{ index: 0, ...choice }] })}\n\n`)
    .join(''),
  contentType: 'text/event-stream',
});

describe('a key that a server echoes in a stream', () => {
  const secret = 'sk-echoed-0123456789';
  const open = async (script: Script) => {
    server = await startScriptedServer(script);
    return openModel('openai:m', { apiKey: secret, baseUrl: server.url });
  };

  it.each([
    [['{"a":"your key is sk-ech', 'oed-01234', '56789, sk-e"}']],
    [[...`{"a":"your key is ${secret}, sk-e"}`]],
    [[`{"a":"your key is ${secret}, sk-e"}`]],
  ])('shows in no piece, wherever it is parted: %j', async (pieces) => {
    const model = await open(() => streamOf(pieces));
    const deltas: string[] = [];
    const { text } = await model.generate(makeRequest({ onDelta: (piece) => deltas.push(piece) }));
    expect(text).toBe('{"a":"your key is [hidden], sk-e"}');
    expect(deltas.join('')).toBe(text);
  });

  it('shows in no part either where the stream breaks off within it', async () => {
    const model = await open(() => {
      const { body, contentType } = streamOf(['{"a":"your key is ', secret.slice(0, -1), 'x']);
      return { body: body.split('\n\n').slice(0, 2).join('\n\n').concat('\n\n'), contentType };
    });
    const deltas: string[] = [];
    await expect(
      model.generate(makeRequest({ onDelta: (piece) => deltas.push(piece) })),
    ).rejects.toMatchObject({ fault: 'network' });
    expect(deltas.join('')).toBe('{"a":"your key is ');
  });
});

describe('a streamed reply', () => {
  it('comes in pieces and is the same as one that is not streamed', async () => {
    const model = await start(() => ({ content }));
    const deltas: string[] = [];
    const fetches = vi.spyOn(globalThis, 'fetch');
    const streamed = await model.generate(makeRequest({ onDelta: (text) => deltas.push(text) }));
    // The stream alone: no tokenizer is fetched to count what the server counts.
    expect(fetches).toHaveBeenCalledTimes(1);
    const whole = await model.generate(makeRequest());
    expect(streamed).toEqual({ ...whole, requestId: 'req_0', responseId: 'chatcmpl-0' });
    expect(deltas.join('')).toBe(content);
    expect(deltas.length).toBeGreaterThan(5);
    const [first, second] = server.calls;
    expect(first?.body).toEqual({ ...second?.body, stream: true, stream_options: { include_usage: true } });
  });

  it('shows its pieces while it is under way', async () => {
    const model = await start(() => ({ content, pieceMs: 20 }));
    const start_ = performance.now();
    let firstAt = 0;
    await model.generate(makeRequest({ onDelta: () => (firstAt ||= performance.now() - start_) }));
    expect(firstAt).toBeLessThan((performance.now() - start_) / 2);
  });

  it('comes as a tool call too', async () => {
    const model = await start(({ body }) =>
      body.tools === undefined ? { status: 400, error: { message: 'No.' } } : { content },
    );
    let text = '';
    const reply = await model.generate(makeRequest({ onDelta: (piece) => (text += piece) }));
    expect(reply).toMatchObject({ text: content, finishReason: 'tool_calls' });
    expect(text).toBe(content);
    expect(model.form).toBe('tool');
  });

  it.each<[string, ScriptedReply, object]>([
    [
      'network',
      { content, fault: 'truncated' },
      { retryable: true, text: expect.stringMatching(/^\{"paragraphs"/) },
    ],
    ['network', { content, fault: 'reset-mid-body' }, { retryable: true }],
    [
      'length',
      { content: '{"para', finishReason: 'length' },
      { text: '{"para', usage: { outputTokens: 20 } },
    ],
    ['content-filter', { content: '{"', finishReason: 'content_filter' }, { text: '{"' }],
    ['refusal', { refusal: 'I cannot help.' }, { text: 'I cannot help.' }],
    ['empty', { content: '' }, { retryable: true }],
    ['timeout', { content, pieceMs: 60_000 }, { retryable: true }],
    [
      'rate-limit',
      { status: 429, headers: { 'retry-after': '3' }, error: { message: 'Slow.' } },
      { retryAfter: 3 },
    ],
    ['auth', { status: 401, error: { message: 'No.' } }, { retryable: false }],
    [
      'server',
      {
        body: 'data: {"choices":[{"delta":{"content":"{"}}]}\n\ndata: {"error":{"message":"Overloaded","code":503}}\n\n',
        contentType: 'text/event-stream',
      },
      { retryable: true, status: 503 },
    ],
    ['empty', { body: '', contentType: 'text/event-stream' }, { retryable: true }],
  ])('gives %s for %j', async (fault, reply, more) => {
    const model = await start(() => reply, 'm', fault === 'timeout' ? 200 : 2000);
    await expect(model.generate(makeRequest({ onDelta: () => {} }))).rejects.toMatchObject({
      fault,
      ...more,
    });
    expect(server.calls).toHaveLength(1);
  });

  it('starts again after it broke off', async () => {
    const model = await start(({ index }) => (index === 0 ? { content, fault: 'truncated' } : { content }));
    let text = '';
    const patient = withRetries(model, { firstDelaySeconds: 0.001, onRetry: () => (text = '') });
    const reply = await patient.generate(makeRequest({ onDelta: (piece) => (text += piece) }));
    expect(reply.text).toBe(content);
    expect(text).toBe(content);
    expect(server.calls).toHaveLength(2);
  });

  it('goes without counts where the endpoint does not count in a stream', async () => {
    const model = await start(({ body }) =>
      body.stream_options === undefined
        ? { content }
        : { status: 400, error: { message: 'Unknown.', param: 'stream_options' } },
    );
    expect(await model.generate(makeRequest({ onDelta: () => {} }))).toMatchObject({
      text: content,
      usage: { inputTokens: null, outputTokens: null },
    });
    expect(model.form).toBe('json_schema');
  });

  it('is not streamed where the endpoint cannot', async () => {
    const model = await start(({ body }) =>
      body.stream ? { status: 400, error: { message: 'No streams.', param: 'stream' } } : { content },
    );
    expect((await model.generate(makeRequest({ onDelta: () => {} }))).text).toBe(content);
  });

  it('may be no stream at all', async () => {
    const model = await start(({ body }) => ({ content, ...(body.stream ? { body: completion } : {}) }));
    expect((await model.generate(makeRequest({ onDelta: () => {} }))).text).toBe('{}');
  });

  it('stops within 200 ms', async () => {
    const model = await start(() => ({ content, pieceMs: 1000 }));
    const controller = new AbortController();
    const outcome = model
      .generate(makeRequest({ onDelta: () => {} }), { signal: controller.signal })
      .catch((caught: unknown) => caught);
    await expect.poll(() => server.calls.length, { interval: 5 }).toBe(1);
    const begin = performance.now();
    controller.abort();
    expect(await outcome).toBeInstanceOf(AbortedError);
    expect(performance.now() - begin).toBeLessThan(200);
  });

  it('is read from the Responses API as well', async () => {
    const response = {
      object: 'response',
      model: 'gpt-5.6',
      status: 'completed',
      output: [{ type: 'message', content: [{ type: 'output_text', text: '{"a":1}' }] }],
      usage: { input_tokens: 5, output_tokens: 6, input_tokens_details: { cached_tokens: 4 } },
    };
    const events = [
      { type: 'response.output_text.delta', delta: '{"a"' },
      { type: 'response.output_text.delta', delta: ':1}' },
      { type: 'response.completed', response },
    ];
    const body = events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
    const model = await start(() => ({ body, contentType: 'text/event-stream' }), 'gpt-5.6');
    const deltas: string[] = [];
    expect(await model.generate(makeRequest({ onDelta: (text) => deltas.push(text) }))).toMatchObject({
      text: '{"a":1}',
      usage: { inputTokens: 5, outputTokens: 6, cachedInputTokens: 4 },
    });
    expect(deltas).toEqual(['{"a"', ':1}']);
    expect(server.calls[0]?.path).toBe('/v1/responses');
  });
});

const completion = JSON.stringify({ choices: [{ finish_reason: 'stop', message: { content: '{}' } }] });
