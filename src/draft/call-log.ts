import type { Call, Usage } from '../../schemas/index.ts';
import { ModelError } from '../errors.ts';
import { builtInPrices, computeCost, type Model, type Prices, type TokenUsage } from '../model/index.ts';

/** Keeps what each call of a report took, by section. */
export class CallLog {
  readonly #prices: Prices;
  readonly #calls = new Map<string, Call[]>();

  constructor(prices: Prices = builtInPrices) {
    this.#prices = prices;
  }

  /**
   * The same model, each of whose calls is kept: those that gave a reply, usable or not. Belongs inside the retries, so
   * that each attempt is one.
   */
  watch(model: Model): Model {
    const keep = (
      { section, purpose }: { section: string; purpose: string },
      usage: TokenUsage,
      fault?: string,
    ) => {
      this.#of(section).push({
        section,
        purpose: purpose === 'repair' ? 'repair' : 'section',
        inputTokens: usage.inputTokens,
        outputTokens: usage.outputTokens,
        ...(usage.cachedInputTokens !== undefined && { cachedInputTokens: usage.cachedInputTokens }),
        ...(usage.batch && { batch: true as const }),
        cost: computeCost(usage, model.id, this.#prices),
        ...(fault !== undefined && { fault }),
        mended: [],
      });
    };
    return {
      id: model.id,
      generate: async (request, options) => {
        try {
          const reply = await model.generate(request, options);
          keep(request, reply.usage);
          return reply;
        } catch (error) {
          if (error instanceof ModelError && error.usage !== undefined)
            keep(request, error.usage, error.fault);
          throw error;
        }
      },
    };
  }

  /** Notes what was done to the last reply of a section so that it could be read. */
  mend(section: string, mended: readonly string[]): void {
    this.#of(section)
      .at(-1)
      ?.mended.push(...mended);
  }

  /** The calls of a section so far, in order. */
  of(section: string): readonly Call[] {
    return this.#of(section);
  }

  #of(section: string): Call[] {
    const calls = this.#calls.get(section) ?? [];
    this.#calls.set(section, calls);
    return calls;
  }
}

/** Calls, tokens and cost in all. What one call does not say makes the whole sum unknown, never too small. */
export function sumCalls(calls: readonly Call[]): Usage & { cost: number | null } {
  const sum = (read: (call: Call) => number | null) =>
    calls.reduce<number | null>((total, call) => {
      const more = read(call);
      return total === null || more === null ? null : total + more;
    }, 0);
  const cost = sum((call) => call.cost);
  return {
    calls: calls.length,
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    cost: cost === null ? null : Number(cost.toPrecision(12)),
  };
}
