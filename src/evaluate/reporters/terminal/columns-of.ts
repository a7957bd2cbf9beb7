import { createRequire } from 'node:module';
import type stringWidth from 'string-width';

/** Texts whose characters all take one column: what most runs print. */
const NARROW = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2212\u2713\u2717]*$/;

let measure: typeof stringWidth | undefined;

/** How many columns of a terminal a text takes. What can measure any script is loaded with the first text that needs it. */
export function columnsOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  measure ??= (createRequire(import.meta.url)('string-width') as { default: typeof stringWidth }).default;
  return measure(text);
}
