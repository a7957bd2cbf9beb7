import { describe, expect, it } from 'vitest';
import { ModelError, type ModelFault } from '../../src/errors.ts';
import { fromFunction, openModel, withBreaker, withRetries } from '../../src/model/index.ts';
import { startScriptedServer } from '../support/scripted-server.ts';
import { makeRequest } from './requests.ts';

/** A model whose next outcome is set from outside, with a clock that stands still. */
function setUp(options: { failures?: number; coolDownSeconds?: number } = {}) {
  const state = { outcome: 'ok' as ModelFault | 'ok', sent: 0, now: 0 };
  const inner = fromFunction('m', () => {
    state.sent++;
    if (state.outcome === 'ok') return 'done';
    throw new ModelError(state.outcome, `cannot: ${state.outcome}`, {
      retryable: state.outcome === 'server',
    });
  });
  const model = withBreaker(inner, { ...options, now: () => state.now });
  const call = () =>
    model.generate(makeRequest()).then(
      () => 'ok',
      (error: ModelError) => error.message,
    );
  return { state, call };
}

const opened = /^cannot get a reply from m: found .* \(\w[\w-]*\), so nothing more was sent, expected /;

describe('withBreaker', () => {
  it('lets everything through while the endpoint lives', async () => {
    const { state, call } = setUp({ failures: 2 });
    for (const outcome of ['server', 'ok', 'server', 'ok'] as const) {
      state.outcome = outcome;
      expect(await call()).toBe(outcome === 'ok' ? 'ok' : 'cannot: server');
    }
    expect(state.sent).toBe(4);
  });

  it('sends nothing after some failures in a row', async () => {
    const { state, call } = setUp({ failures: 2 });
    state.outcome = 'server';
    await call();
    await call();
    expect(await call()).toMatch(opened);
    expect(state.sent).toBe(2);
  });

  it.each(['auth', 'quota', 'not-found'] as const)('sends nothing after one failure by %s', async (fault) => {
    const { state, call } = setUp();
    state.outcome = fault;
    await call();
    expect(await call()).toMatch(opened);
    expect(state.sent).toBe(1);
  });

  it('does not count faults of single replies', async () => {
    const { state, call } = setUp({ failures: 2 });
    for (const outcome of ['server', 'refusal', 'server', 'length', 'server'] as const) {
      state.outcome = outcome;
      expect(await call()).toBe(`cannot: ${outcome}`);
    }
    expect(state.sent).toBe(5);
  });

  it('tries with one call after the cool-down', async () => {
    const { state, call } = setUp({ failures: 1, coolDownSeconds: 30 });
    state.outcome = 'server';
    await call();
    state.now = 29_999;
    expect(await call()).toMatch(opened);
    state.now = 30_000;
    expect(await Promise.all([call(), call()])).toEqual(['cannot: server', expect.stringMatching(opened)]);
    expect(state.sent).toBe(2);
    state.now = 60_000;
    state.outcome = 'ok';
    expect(await call()).toBe('ok');
    expect(await call()).toBe('ok');
  });

  it('ends the retries of all sections together', async () => {
    const server = await startScriptedServer(() => ({ status: 503, error: { message: 'Down.' } }));
    const bare = await openModel('openai:m', { baseUrl: server.url });
    const model = withRetries(withBreaker(bare, { failures: 8 }), { firstDelaySeconds: 0.02 });
    const sections = Array.from({ length: 6 }, () => model.generate(makeRequest()));
    const results = await Promise.allSettled(sections);
    expect(results.map(({ status }) => status)).toEqual(Array(6).fill('rejected'));
    // 6 first attempts, and of the second ones as many as were under way when the eighth failure came.
    expect(server.calls.length).toBeGreaterThanOrEqual(8);
    expect(server.calls.length).toBeLessThanOrEqual(12);
    await server.close();
  });
});
