import { z } from 'zod';
import { InputError } from '../errors.ts';
import builtIn from './prices.json' with { type: 'json' };

const amount = z.number().nonnegative();

/** What a model costs, for a million tokens each. */
const Price = z.strictObject({
  input: amount,
  /** For input out of the provider's cache. Without it such input costs what the rest does. */
  cachedInput: amount.optional(),
  output: amount,
  /** What the provider's Batch API asks of these prices: 0.5 for half. Without it its price is not known. */
  batch: z.number().min(0).max(1).optional(),
});
export type Price = z.infer<typeof Price>;

/** List prices, without taxes and discounts. */
export const Prices = z.strictObject({
  currency: z.string().min(1).default('USD'),
  /** When they were looked up, e.g. `2026-06`. */
  asOf: z.string().optional(),
  sources: z.array(z.string()).optional(),
  /** By the id of the model; one that ends in `*` stands for all that begin so. */
  models: z.record(z.string(), Price),
});
export type Prices = z.infer<typeof Prices>;

/** The table that comes with the package. */
export const builtInPrices: Prices = Prices.parse(builtIn);

/**
 * Checks a table of the user's and lays it over the built-in one. A table in another currency stands alone.
 * @throws {InputError} that names the place in the file.
 */
export function parsePrices(value: unknown, file: string): Prices {
  const own = Prices.safeParse(value);
  if (!own.success) {
    throw new InputError(
      file,
      `cannot use the prices in ${file}: ${z.prettifyError(own.error)}`,
      own.error.issues.map(({ path, message }) => ({
        path: path.join('.'),
        found: 'another value',
        expected: message,
      })),
    );
  }
  if (own.data.currency !== builtInPrices.currency) return own.data;
  return { ...builtInPrices, ...own.data, models: { ...builtInPrices.models, ...own.data.models } };
}

/**
 * The price of a model: by its id, by its id without the date of a snapshot, or by the longest beginning that the
 * table names. Null where the table has none.
 */
export function findPrice(id: string, { models }: Prices): Price | null {
  const undated = id.replace(/[-@](?:\d{4}-\d{2}-\d{2}|\d{8}|latest)$/, '');
  const exact = [id, undated].find((name) => Object.hasOwn(models, name));
  if (exact !== undefined) return models[exact] ?? null;
  const beginnings = Object.keys(models)
    .filter((key) => key.endsWith('*') && id.startsWith(key.slice(0, -1)))
    .sort((a, b) => b.length - a.length);
  return models[beginnings[0] ?? ''] ?? null;
}
