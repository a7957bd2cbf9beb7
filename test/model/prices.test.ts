import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { builtInPrices, computeCost, findPrice, parsePrices, providers } from '../../src/model/index.ts';

describe('the built-in prices', () => {
  it('say where and when they were looked up', () => {
    expect(builtInPrices).toMatchObject({ currency: 'USD', asOf: expect.stringMatching(/^20\d\d-\d\d$/) });
    expect(builtInPrices.sources?.length).toBeGreaterThan(0);
  });

  it.each(Object.entries(builtInPrices.models))('are plausible: %s', (id, { input, cachedInput, output }) => {
    expect(providers.map(({ prefix }) => prefix)).toContain(id.split(':')[0]);
    expect(input).toBeGreaterThan(0);
    expect(output).toBeGreaterThan(input);
    if (cachedInput !== undefined) expect(cachedInput).toBeLessThan(input);
  });
});

describe('the price of a model', () => {
  const prices = {
    currency: 'USD',
    models: {
      'openai:gpt-5-mini': { input: 1, output: 2 },
      'ollama:*': { input: 0, output: 0 },
      'ollama:big*': { input: 3, output: 4 },
    },
  };
  it.each([
    ['openai:gpt-5-mini', 1],
    ['openai:gpt-5-mini-2025-08-07', 1],
    ['openai:gpt-5-mini-20250807', 1],
    ['openai:gpt-5-mini-latest', 1],
    ['openai:gpt-5-mini-deep', null],
    ['openai:gpt-5', null],
    ['openai:toString', null],
    ['ollama:llama3.2', 0],
    ['ollama:big-model', 3],
    ['', null],
  ])('of %s is %s', (id, input) => {
    expect(findPrice(id, prices)?.input ?? null).toBe(input);
  });
});

describe('a cost', () => {
  it.each([
    [{ inputTokens: 2000, outputTokens: 500 }, 'openai:gpt-5-mini', 0.0015],
    [{ inputTokens: 2000, outputTokens: 500, cachedInputTokens: 1000 }, 'openai:gpt-5-mini', 0.001275],
    [{ inputTokens: 2000, outputTokens: 500, cachedInputTokens: 9000 }, 'openai:gpt-5-mini', 0.00105],
    [
      { inputTokens: 1000, outputTokens: 0, cachedInputTokens: 1000 },
      'google-genai:gemini-2.5-flash',
      0.0003,
    ],
    // By the Batch API: the share that the table names, and unknown where it names none.
    [{ inputTokens: 2000, outputTokens: 500, batch: true as const }, 'openai:gpt-5-mini', 0.00075],
    [
      { inputTokens: 2000, outputTokens: 500, cachedInputTokens: 1000, batch: true as const },
      'openai:gpt-5-mini',
      0.0006375,
    ],
    [{ inputTokens: 2000, outputTokens: 500, batch: true as const }, 'anthropic:claude-haiku-4-5', null],
    [{ inputTokens: 0, outputTokens: 0 }, 'openai:gpt-5-mini', 0],
    [{ inputTokens: null, outputTokens: 5 }, 'openai:gpt-5-mini', null],
    [{ inputTokens: 5, outputTokens: null }, 'openai:gpt-5-mini', null],
    [{ inputTokens: 5, outputTokens: 5 }, 'openai:some-local-model', null],
  ])('of %j by %s is %s', (usage, id, cost) => {
    const computed = computeCost(usage, id);
    if (cost === null) expect(computed).toBeNull();
    else expect(computed).toBeCloseTo(cost, 12);
  });
});

describe("a user's table", () => {
  it('lies over the built-in one', () => {
    const prices = parsePrices({ models: { 'openai:gpt-5-mini': { input: 9, output: 9 } } }, 'prices.json');
    expect(prices.models['openai:gpt-5-mini']).toEqual({ input: 9, output: 9 });
    expect(prices.models['openai:gpt-5']).toEqual(builtInPrices.models['openai:gpt-5']);
  });

  it('stands alone in another currency', () => {
    const prices = parsePrices(
      { currency: 'EUR', models: { 'azure:mine': { input: 1, output: 2 } } },
      'p.json',
    );
    expect(Object.keys(prices.models)).toEqual(['azure:mine']);
  });

  it.each([
    [{ models: { 'openai:m': { input: '1', output: 2 } } }, 'models.openai:m.input'],
    [{ models: { 'openai:m': { input: -1, output: 2 } } }, 'models.openai:m.input'],
    [{ models: { 'openai:m': { input: 1 } } }, 'models.openai:m.output'],
    [[], ''],
  ])('is refused with its place: %j', (value, path) => {
    let error: unknown;
    try {
      parsePrices(value, 'prices.json');
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({
      file: 'prices.json',
      message: expect.stringMatching(/^cannot use the prices in prices\.json: /),
      issues: [expect.objectContaining({ path })],
    });
  });
});
