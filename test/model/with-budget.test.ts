import { describe, expect, it } from 'vitest';
import { AbortedError, ModelError, UsageError } from '../../src/errors.ts';
import {
  type BudgetOptions,
  computeCost,
  fromFunction,
  openModel,
  type TokenUsage,
  withBreaker,
  withBudget,
  withRetries,
} from '../../src/model/index.ts';
import { startScriptedServer } from '../support/scripted-server.ts';
import { makeRequest } from './requests.ts';

const prices = { currency: 'EUR', models: { 'test:m': { input: 1, cachedInput: 0.1, output: 10 } } };

function budgeted(usage: TokenUsage, options: BudgetOptions) {
  let calls = 0;
  const model = withBudget(
    fromFunction('test:m', () => {
      calls += 1;
      return { text: '{}', usage };
    }),
    { prices, ...options },
  );
  return { model, calls: () => calls, ask: () => model.generate(makeRequest()) };
}

describe('a budget', () => {
  it('lets everything through where there is none, and counts', async () => {
    const { model, ask } = budgeted({ inputTokens: 1000, outputTokens: 100, cachedInputTokens: 500 }, {});
    expect(model.spent).toMatchObject({ calls: 0, inputTokens: 0, outputTokens: 0, cost: 0, seconds: 0 });
    await ask();
    await ask();
    expect(model.spent).toMatchObject({ calls: 2, inputTokens: 2000, outputTokens: 200 });
    expect(model.spent.cost).toBeCloseTo(0.0031, 10);
  });

  it.each<[string, BudgetOptions, string]>([
    ['tokens', { maxTokens: 250 }, 'found 300 of 250 tokens used, expected room in the budget.'],
    ['cost', { maxCost: 0.0015 }, 'found 0.00165 of 0.0015 EUR used, expected room in the budget.'],
  ])('of %s is used up by the call that reaches it; the next is not made', async (_, options, says) => {
    const { calls, ask } = budgeted({ inputTokens: 50, outputTokens: 50 }, options);
    for (let call = 0; call < 3; call++) await ask();
    const error: unknown = await ask().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ModelError);
    expect(error).toMatchObject({
      fault: 'budget',
      retryable: false,
      message: expect.stringContaining(says),
    });
    expect(calls()).toBe(3);
  });

  it('of seconds runs from the first call', async () => {
    let clock = 5000;
    const { calls, ask, model } = budgeted(
      { inputTokens: 1, outputTokens: 1 },
      { maxSeconds: 10, now: () => clock },
    );
    clock = 20_000;
    await ask();
    clock = 29_999;
    await ask();
    clock = 30_000;
    await expect(ask()).rejects.toMatchObject({
      fault: 'budget',
      message: expect.stringContaining('found the 10 s of the budget over, expected room in the budget.'),
    });
    expect(calls()).toBe(2);
    expect(model.spent.seconds).toBe(10);
  });

  it('of seconds stops a call that is under way', async () => {
    const server = await startScriptedServer(() => ({ fault: 'hang' }));
    const model = withBudget(await openModel('openai:m', { baseUrl: server.url }), { maxSeconds: 1 });
    const start = performance.now();
    await expect(withRetries(model).generate(makeRequest())).rejects.toMatchObject({
      fault: 'budget',
      message: expect.stringContaining('with the reply under way'),
    });
    expect(performance.now() - start).toBeLessThan(2000);
    expect(server.calls).toHaveLength(1);
    await server.close();
  });

  it('of seconds is not waited through', async () => {
    const server = await startScriptedServer(() => ({
      status: 429,
      headers: { 'retry-after': '30' },
      error: { message: 'Slow.' },
    }));
    const model = withBudget(await openModel('openai:m', { baseUrl: server.url }), { maxSeconds: 20 });
    await expect(withRetries(model).generate(makeRequest())).rejects.toMatchObject({
      fault: 'budget',
      cause: expect.objectContaining({ fault: 'rate-limit' }),
    });
    expect(server.calls).toHaveLength(1);
    await server.close();
  });

  it('lets calls that are under way end, and counts them', async () => {
    const { model, calls, ask } = budgeted({ inputTokens: 100, outputTokens: 100 }, { maxTokens: 150 });
    await Promise.all([ask(), ask(), ask()]);
    await expect(ask()).rejects.toMatchObject({ fault: 'budget' });
    expect(calls()).toBe(3);
    expect(model.spent).toMatchObject({ inputTokens: 300, outputTokens: 300 });
  });

  it.each<[BudgetOptions, TokenUsage]>([
    [{ maxTokens: 1e9 }, { inputTokens: null, outputTokens: 5 }],
    [{ maxTokens: 1e9 }, { inputTokens: 5, outputTokens: null }],
    [{ maxCost: 1e9 }, { inputTokens: null, outputTokens: null }],
  ])('that cannot be watched is used up: %j with %j', async (options, usage) => {
    const { model, calls, ask } = budgeted(usage, options);
    await ask();
    await expect(ask()).rejects.toMatchObject({
      fault: 'budget',
      message: expect.stringMatching(
        /found a reply without token counts, so that 1000000000 (tokens|EUR) cannot be kept to/,
      ),
    });
    expect(calls()).toBe(1);
    expect(model.spent.cost).toBeNull();
  });

  it('counts replies that could not be used, and every attempt inside retries', async () => {
    const server = await startScriptedServer(() => ({ content: '' }));
    const model = withBudget(await openModel('openai:m', { baseUrl: server.url }), { maxTokens: 200 });
    await expect(
      withRetries(withBreaker(model), { attempts: 9, firstDelaySeconds: 0.001 }).generate(makeRequest()),
    ).rejects.toMatchObject({ fault: 'budget' });
    // 120 tokens each.
    expect(server.calls).toHaveLength(2);
    expect(model.spent).toMatchObject({ calls: 2, inputTokens: 200, outputTokens: 40, cost: null });
    await server.close();
  });

  it('leaves it to the caller to stop', async () => {
    const controller = new AbortController();
    const model = withBudget(
      fromFunction('test:m', () => new Promise<string>(() => {})),
      { maxSeconds: 60 },
    );
    const outcome = model
      .generate(makeRequest(), { signal: controller.signal })
      .catch((caught: unknown) => caught);
    controller.abort();
    expect(await outcome).toBeInstanceOf(AbortedError);
  });

  it.each([{ maxTokens: 0 }, { maxCost: -1 }, { maxSeconds: Number.NaN }])(
    'has to be above 0: %j',
    (options) => {
      expect(() => budgeted({ inputTokens: 1, outputTokens: 1 }, options)).toThrow(UsageError);
    },
  );

  it('of cost needs a price before anything is sent', () => {
    const model = fromFunction('ollama:llama3', () => '{}');
    expect(() => withBudget(model, { maxCost: 1 })).toThrow(
      'cannot keep to a budget of 1 USD: found no price for ollama:llama3, expected one in the table of prices. Add it, or limit tokens instead.',
    );
    expect(withBudget(model, { maxTokens: 1 }).spent.cost).toBeNull();
  });
});

it('costs what was counted', () => {
  expect(computeCost({ inputTokens: 1_000_000, outputTokens: 100_000 }, 'test:m', prices)).toBe(2);
});
