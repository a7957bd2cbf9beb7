import { describe, expect, it } from 'vitest';
import { AbortedError, ModelError } from '../../src/errors.ts';
import { fromFunction, type Model, openModel, type RetryEvent, withRetries } from '../../src/model/index.ts';
import { startScriptedServer } from '../support/scripted-server.ts';
import { makeRequest } from './requests.ts';

const noJitter = { random: () => 0 };

/** A model that fails with the given errors, one after the other, and then answers. */
function failing(...errors: unknown[]): Model & { calls: number } {
  const model = fromFunction('test', () => {
    const error = errors[counter.calls++];
    if (error !== undefined) throw error;
    return 'done';
  });
  const counter = { ...model, calls: 0 };
  return counter;
}

const serverError = () => new ModelError('server', 'cannot', { retryable: true });

describe('waits', () => {
  it('double from attempt to attempt, up to the longest', async () => {
    const events: RetryEvent[] = [];
    const model = failing(serverError(), serverError(), serverError(), serverError());
    const retrying = withRetries(model, {
      attempts: 5,
      firstDelaySeconds: 0.004,
      maxDelaySeconds: 0.01,
      onRetry: (event) => events.push(event),
      ...noJitter,
    });
    expect((await retrying.generate(makeRequest())).text).toBe('done');
    expect(events.map(({ delaySeconds }) => delaySeconds)).toEqual([0.004, 0.008, 0.01, 0.01]);
    expect(events.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4]);
    expect(events[0]).toMatchObject({
      attempts: 5,
      request: { section: 'roadmap' },
      error: { fault: 'server' },
    });
  });

  it('have a jitter that only adds', async () => {
    const events: RetryEvent[] = [];
    const retrying = withRetries(failing(serverError()), {
      firstDelaySeconds: 0.004,
      onRetry: (event) => events.push(event),
      random: () => 0.5,
    });
    await retrying.generate(makeRequest());
    expect(events[0]?.delaySeconds).toBeCloseTo(0.006);
  });

  it.each([
    { name: 'seconds', headers: { 'retry-after': '0.12' }, wait: 0.12 },
    { name: 'milliseconds', headers: { 'retry-after-ms': '110', 'retry-after': '9' }, wait: 0.11 },
    {
      name: 'a date',
      headers: { date: 'Tue, 24 Nov 2026 10:00:00 GMT', 'retry-after': 'Tue, 24 Nov 2026 10:00:01 GMT' },
      wait: 1,
    },
    {
      name: 'a date that has passed',
      headers: { date: 'Tue, 24 Nov 2026 10:00:00 GMT', 'retry-after': 'Tue, 24 Nov 2026 09:00:00 GMT' },
      wait: 0,
    },
  ])('obey a Retry-After in $name', async ({ headers, wait }) => {
    const times: number[] = [];
    const server = await startScriptedServer(({ index }) => {
      times.push(performance.now());
      return index === 0 ? { status: 429, headers, error: { message: 'Slow down.' } } : {};
    });
    const events: RetryEvent[] = [];
    const model = withRetries(await openModel('openai:m', { baseUrl: server.url }), {
      onRetry: (event) => events.push(event),
      ...noJitter,
    });
    await model.generate(makeRequest());
    await server.close();
    expect(events.map(({ delaySeconds }) => delaySeconds)).toEqual([wait]);
    expect(events[0]?.error).toMatchObject({ fault: 'rate-limit', retryAfter: wait });
    const [first = 0, second = 0] = times;
    // Timers may fire a millisecond early.
    expect(second - first).toBeGreaterThanOrEqual(wait * 1000 - 2);
  });

  it('are not made where the server asks for too long a one', async () => {
    const model = failing(new ModelError('rate-limit', 'cannot', { retryable: true, retryAfter: 61 }));
    await expect(withRetries(model).generate(makeRequest())).rejects.toMatchObject({ retryAfter: 61 });
    expect(model.calls).toBe(1);
  });
});

describe('what is repeated', () => {
  it('is a passing fault, as often as allowed', async () => {
    const model = failing(...Array.from({ length: 9 }, serverError));
    const retrying = withRetries(model, { firstDelaySeconds: 0.001 });
    await expect(retrying.generate(makeRequest())).rejects.toMatchObject({ fault: 'server' });
    expect(model.calls).toBe(4);
  });

  it.each([
    ['a lasting fault', new ModelError('auth', 'cannot')],
    ['a mistake in the code', new TypeError('x is not a function')],
    ['an error of an unknown kind', new Error('hm')],
    ['a thrown string', 'hm'],
  ])('is not %s', async (_, error) => {
    const model = failing(error);
    await expect(withRetries(model).generate(makeRequest())).rejects.toBeInstanceOf(ModelError);
    expect(model.calls).toBe(1);
  });

  it('stops at a lasting fault after a passing one', async () => {
    const model = failing(serverError(), new ModelError('auth', 'cannot'), serverError());
    const retrying = withRetries(model, { firstDelaySeconds: 0.001 });
    await expect(retrying.generate(makeRequest())).rejects.toMatchObject({ fault: 'auth' });
    expect(model.calls).toBe(2);
  });

  it('is bounded by a budget that all calls share', async () => {
    const model = failing(...Array.from({ length: 20 }, serverError));
    const retrying = withRetries(model, { firstDelaySeconds: 0.001, retryBudget: 4 });
    const calls = [1, 2, 3].map(() => retrying.generate(makeRequest()));
    expect((await Promise.allSettled(calls)).map(({ status }) => status)).toEqual(Array(3).fill('rejected'));
    expect(model.calls).toBe(3 + 4);
  });

  it('judges errors that a foreign model throws', async () => {
    let calls = 0;
    const foreign: Model = {
      id: 'foreign',
      generate: async () => {
        calls++;
        throw Object.assign(new Error('busy'), { status: 503 });
      },
    };
    const retrying = withRetries(foreign, { attempts: 2, firstDelaySeconds: 0.001 });
    await expect(retrying.generate(makeRequest())).rejects.toMatchObject({ fault: 'server', status: 503 });
    expect(calls).toBe(2);
  });
});

describe('the time in all', () => {
  it('ends a call that is under way', async () => {
    const server = await startScriptedServer(() => ({ fault: 'hang' }));
    const model = withRetries(await openModel('openai:m', { baseUrl: server.url }), { maxSeconds: 0.1 });
    await expect(model.generate(makeRequest())).rejects.toMatchObject({
      fault: 'timeout',
      retryable: false,
      message: expect.stringContaining('found no reply within 0.1 s in all, expected a reply in time.'),
    });
    await server.close();
  });

  it('is not spent on a wait that it cannot outlast', async () => {
    const model = failing(new ModelError('rate-limit', 'cannot', { retryable: true, retryAfter: 5 }));
    const start = performance.now();
    const retrying = withRetries(model, { maxSeconds: 1 });
    await expect(retrying.generate(makeRequest())).rejects.toMatchObject({ fault: 'rate-limit' });
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('an AbortSignal', () => {
  async function timeToStop(run: (signal: AbortSignal) => Promise<unknown>): Promise<number> {
    const controller = new AbortController();
    let aborted = 0;
    setTimeout(() => {
      aborted = performance.now();
      controller.abort();
    }, 60);
    await expect(run(controller.signal)).rejects.toBeInstanceOf(AbortedError);
    return performance.now() - aborted;
  }

  it('stops a call over HTTP', async () => {
    const server = await startScriptedServer(() => ({ fault: 'hang' }));
    const model = withRetries(await openModel('openai:m', { baseUrl: server.url }));
    await model.generate(makeRequest(), { signal: AbortSignal.timeout(1) }).catch(() => {});
    expect(await timeToStop((signal) => model.generate(makeRequest(), { signal }))).toBeLessThan(200);
    await server.close();
  });

  it('stops a wait', async () => {
    const model = withRetries(failing(serverError(), serverError()), { firstDelaySeconds: 30 });
    expect(await timeToStop((signal) => model.generate(makeRequest(), { signal }))).toBeLessThan(200);
  });

  it('stops a model that does not listen to it', async () => {
    const deaf = withRetries(fromFunction('deaf', () => new Promise<string>(() => {})));
    expect(await timeToStop((signal) => deaf.generate(makeRequest(), { signal }))).toBeLessThan(200);
  });

  it('that has fired lets no call out', async () => {
    const model = failing();
    const stopped = withRetries(model).generate(makeRequest(), { signal: AbortSignal.abort() });
    await expect(stopped).rejects.toBeInstanceOf(AbortedError);
    expect(model.calls).toBe(0);
  });
});
