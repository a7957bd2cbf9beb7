import { has, joined } from '../../claims/words-of.ts';
import type { Token } from '../../tokens/token.ts';

/** So many weeks at so many hours, and the hours that a text makes of them. */
export interface Product {
  weeks: number;
  rate: number;
  at: Token;
}

const pointing =
  /^(?:so )?(?:that|this|it|which|together they|all in all that)(?: all)? (?:come to|make|add up to|amount to|be|mean|give)(?: a total of| about)?$/;
const links =
  /(?:^| )(?:which|that|it|this|so|and)(?: will| would)?(?: have)? (?:come to|make|add up to|amount to|be|mean|give|equal|swallow|swallowed|cost|take|fill)(?: up)?(?: a total of| all of)?$/;
const ofOther =
  /^(?:course|book|title|resource|material|reading|item|phase|stage|first|second|third|last|remaining|rest|left|other|half|each|than|if|per|them|these)$/;

const only = (tokens: readonly Token[], unit: 'week' | 'hour', per: 'week' | null): Token | undefined => {
  const found = tokens.filter(
    (token) => token.figure?.unit === unit && token.figure.per === per && token.figure.high === null,
  );
  return found.length === 1 && found[0]?.figure?.closeness === 'exact' ? found[0] : undefined;
};

/**
 * "Six hours a week for nineteen weeks, which makes 114 hours"; the hours may open the next sentence ("That is 114
 * hours"). Where the text names no rate, `assumed` is taken, if the weeks are `whole`.
 */
export function weeksTimesRate(
  tokens: readonly Token[],
  before: readonly Token[],
  assumed?: { rate: number; whole: number },
): Product | undefined {
  const hours = only(tokens, 'hour', null);
  if (!hours) return undefined;
  const at = tokens.indexOf(hours);
  const opening = joined(tokens.slice(0, at));
  const isPointed = pointing.test(opening);
  const from = isPointed ? before : tokens;
  const weeks = only(from, 'week', null);
  if (!weeks || (!isPointed && from.indexOf(weeks) > at)) return undefined;
  const near = isPointed ? before : tokens.slice(0, at + 4);
  const ofThings =
    tokens[at + 1]?.norm === 'of' && has(tokens.slice(at + 2, at + 4), /^(?:the|course|reading|video|work)$/);
  if (has(near, ofOther) || ofThings) return undefined;
  const between = joined(tokens.slice(from.indexOf(weeks) + 1, at));
  if (!isPointed && !(links.test(between) && between.split(' ').length <= 14)) return undefined;
  const rate = only(from, 'hour', 'week')?.figure?.value;
  const value = weeks.figure?.value ?? 0;
  if (rate !== undefined) return { weeks: value, rate, at: hours };
  return assumed && value === assumed.whole ? { weeks: value, rate: assumed.rate, at: hours } : undefined;
}
