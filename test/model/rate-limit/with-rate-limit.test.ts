import { afterEach, describe, expect, it } from 'vitest';
import { AbortedError, ModelError } from '../../../src/errors.ts';
import {
  fromFunction,
  openModel,
  RateLimiter,
  type RateLimiterOptions,
  withRateLimit,
  withRetries,
} from '../../../src/model/index.ts';
import { type LimitedOptions, limitedScript } from '../../support/limited-script.ts';
import { type Script, type ScriptedServer, startScriptedServer } from '../../support/scripted-server.ts';
import { makeRequest } from '../requests.ts';
import { FakeClock } from './fake-clock.ts';

let server: ScriptedServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** A model under a limiter, at a provider with limits, over HTTP. */
async function setUp(limits: LimitedOptions, options: RateLimiterOptions = {}, script: Script = () => reply) {
  const limited = limitedScript(script, limits);
  server = await startScriptedServer(limited.script);
  const limiter = new RateLimiter(options);
  const opened = await openModel('openai:m', { baseUrl: server.url, fetch: limiter.fetch });
  return { limited, limiter, model: withRateLimit(opened, limiter) };
}

const reply = { content: { paragraphs: [] }, usage: { prompt_tokens: 90, completion_tokens: 10 } };

const rateLimited = (retryAfter?: number) =>
  new ModelError('rate-limit', 'cannot: too fast', { retryable: true, retryAfter, status: 429 });

describe('withRateLimit', () => {
  it('learns the limit by the first reply and then keeps to it, at a provider with limits', async () => {
    const { limited, model } = await setUp({ rpm: 600 });
    await model.generate(makeRequest());
    const start = performance.now();
    await Promise.all(Array.from({ length: 70 }, () => model.generate(makeRequest())));
    // 59 of the 600 may go at once, the others in an even flow of 9.8 a second.
    expect((performance.now() - start) / 1000).toBeGreaterThan(1);
    expect(limited.counts).toMatchObject({ served: 71, refused: 0 });
  });

  it('keeps to a limit of tokens by what the replies before had taken', async () => {
    const { limited, model } = await setUp({ tpm: 30_000 });
    await model.generate(makeRequest());
    const start = performance.now();
    await Promise.all(Array.from({ length: 40 }, () => model.generate(makeRequest())));
    expect((performance.now() - start) / 1000).toBeGreaterThan(1.5);
    expect(limited.counts).toMatchObject({ served: 41, refused: 0, tokens: 4100 });
  });

  it('gets every call through at a provider that tells no limit and refuses what exceeds it', async () => {
    const { model } = await setUp({}, {}, ({ index }) =>
      index < 5 ? { status: 429, error: { message: 'slow down' }, headers: { 'retry-after': '1' } } : reply,
    );
    const texts = await Promise.all(
      Array.from({ length: 5 }, async () => (await model.generate(makeRequest())).text),
    );
    expect(texts).toHaveLength(5);
    expect(server?.calls.length).toBe(10);
  });

  it('does not send hundreds to a server that refuses the first ones', async () => {
    const { model } = await setUp({}, {}, ({ index }) =>
      index < 6 ? { status: 429, error: { message: 'slow down' }, headers: { 'retry-after': '1' } } : reply,
    );
    const stop = new AbortController();
    const calls = Array.from({ length: 100 }, () => model.generate(makeRequest(), { signal: stop.signal }));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(server?.calls).toHaveLength(6);
    stop.abort();
    const ends = await Promise.allSettled(calls);
    expect(ends.every(({ status }) => status === 'rejected')).toBe(true);
  });

  it('does not hold up a run without limits', async () => {
    const { model, limiter } = await setUp({});
    await Promise.all(Array.from({ length: 50 }, () => model.generate(makeRequest())));
    expect(limiter.waiting).toBe(0);
  });

  it('throws after eight refusals in a row, not to be asked again', async () => {
    const clock = new FakeClock();
    let sent = 0;
    const model = withRateLimit(
      fromFunction('m', () => {
        sent += 1;
        throw rateLimited();
      }),
      new RateLimiter({ clock }),
    );
    const failing = model.generate(makeRequest()).catch((error: unknown) => error);
    await clock.goOn();
    expect(await failing).toMatchObject({
      fault: 'rate-limit',
      retryable: false,
      status: 429,
      message:
        'cannot get a reply from m: found 8 refusals for the rate of calls in a row, expected room under the rate limit. Wait, or ask the provider for a higher limit.',
    });
    expect(sent).toBe(8);
  });

  it('hands on a refusal that asks for more than a minute', async () => {
    const model = withRateLimit(
      fromFunction('m', () => {
        throw rateLimited(3600);
      }),
      new RateLimiter({ clock: new FakeClock() }),
    );
    await expect(model.generate(makeRequest())).rejects.toMatchObject({ retryAfter: 3600, retryable: true });
  });

  it('hands on other failures as they are, and counts what they have taken', async () => {
    const clock = new FakeClock();
    const usage = { inputTokens: 900, outputTokens: 0 };
    const refusal = new ModelError('refusal', 'cannot', { usage });
    const model = withRateLimit(
      fromFunction('m', () => {
        throw refusal;
      }),
      new RateLimiter({ tpm: 2000, clock }),
    );
    const times: number[] = [];
    for (let call = 0; call < 3; call += 1) {
      const failing = model.generate(makeRequest()).catch((error: unknown) => error);
      await clock.goOn();
      expect(await failing).toBe(refusal);
      times.push(Math.round(clock.now() / 1000));
    }
    // Two of 900 fill a minute of 2,000.
    expect(times).toEqual([0, 28, 61]);
  });

  it('ends a wait at once when the signal fires', async () => {
    const model = withRateLimit(
      fromFunction('m', () => 'done'),
      new RateLimiter({ rpm: 1, clock: new FakeClock() }),
    );
    await model.generate(makeRequest());
    const stop = new AbortController();
    const waiting = model.generate(makeRequest(), { signal: stop.signal });
    stop.abort();
    await expect(waiting).rejects.toBeInstanceOf(AbortedError);
  });

  it('does not count its waits as time that a call with its retries has', async () => {
    const { limiter, model } = await setUp({}, { rpm: 60 });
    // What may go at once is used up, so the next two wait a second each.
    for (let call = 0; call < 6; call += 1) limiter.settle(await limiter.enter(0), 0);
    const retrying = withRetries(model, { maxSeconds: 0.6 });
    const waits: number[] = [];
    const onWait = (seconds: number) => waits.push(Math.round(seconds));
    const replies = await Promise.all([
      retrying.generate(makeRequest({ onWait })),
      retrying.generate(makeRequest({ onWait })),
    ]);
    expect(replies).toHaveLength(2);
    expect(waits).toEqual([1, 2, 0, 0]);
  });
});
