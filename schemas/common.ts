import { z } from 'zod';

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** An ISO 4217 code that this platform knows, e.g. `USD`. */
export const Currency = z
  .string()
  .refine((code) => currencies.has(code), { error: 'expected an ISO 4217 currency code such as USD or EUR' });

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, a date that exists. */
export const PartialDate = z
  .string()
  .refine(isPartialDate, { error: 'expected a date as YYYY-MM-DD, YYYY-MM or YYYY' });

/** `YYYY-MM-DD`, a date that exists. */
export const FullDate = z
  .string()
  .refine((text) => text.length === 10 && isPartialDate(text), { error: 'expected a date as YYYY-MM-DD' });

/** An http(s) address. */
export const WebUrl = z.url({ protocol: /^https?$/, error: 'expected a web address starting with https://' });

/** Text with something in it. */
export const Text = z.string().trim().min(1, { error: 'expected some text, found an empty string' });

function isPartialDate(text: string): boolean {
  const match = /^([12]\d{3})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  const month = Number(match[2] ?? 1);
  const day = Number(match[3] ?? 1);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
