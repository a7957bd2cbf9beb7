import { has } from '../../claims/words-of.ts';
import type { Token } from '../../tokens/token.ts';

/** Parts that a text gives of a length or a sum of money. Indices in the tokens given. */
export interface SplitWhole {
  whole: number;
  parts: readonly number[];
}

const lengths = /^(?:week|hour|day|month|evening|euro|dollar|pound)$/;

/** "Of your five hours a week, keep two for reading and four for the bench": the parts of a whole that opens a sentence. */
export function splitWhole(tokens: readonly Token[]): SplitWhole | undefined {
  const opens = tokens.slice(0, 4).findIndex((token) => token.norm === 'of');
  const whole = tokens.findIndex((token, i) => i > opens && token.figure !== undefined);
  const figure = tokens[whole]?.figure;
  if (opens < 0 || !figure || whole - opens > 3 || figure.high !== null) return undefined;
  // "Design Basics, of seven weeks; On the Roof, of five": a whole opens the sentence, and a determiner marks it.
  if (!has(tokens.slice(opens + 1, whole), /^(?:the|your|her|his|these|those|its|their|every|each|all)$/))
    return undefined;
  const isLength =
    /^(?:week|hour|day|month|money)$/.test(figure.unit) ||
    (figure.unit === 'count' && tokens.slice(whole + 1, whole + 3).some((token) => lengths.test(token.norm)));
  if (!isLength || has(tokens, /^(?:if|would|instead|than|either|or|first|both)$/)) return undefined;
  const parts = tokens.flatMap((token, i) => (i > whole && token.figure ? [i] : []));
  const isPart = (i: number) => {
    const part = tokens[i]?.figure;
    const next = tokens[i + 1]?.norm ?? '';
    return (
      part?.high === null &&
      part.closeness === 'exact' &&
      (part.unit === figure.unit || part.unit === 'count') &&
      /^(?:for|to|on|go|belong|in|into|with|be|fall|fill|serve|,|and)$/.test(next)
    );
  };
  return parts.length > 1 && parts.every(isPart) ? { whole, parts } : undefined;
}

const dividable = /^(?:time|hour|week|effort|work|budget|plan|programme|load|money|workload|study)$/;

/** "A third of the time goes to reading, half to simulation and a third to questions": shares of one whole. */
export function sharesOfWhole(tokens: readonly Token[]): readonly number[] | undefined {
  const parts = tokens.flatMap((token, i) => (token.figure ? [i] : []));
  const [first] = parts;
  if (first === undefined || parts.length < 2) return undefined;
  const isShare = (i: number) => tokens[i]?.figure?.unit === 'percent' && tokens[i]?.figure?.high === null;
  const second = parts[1] as number;
  const opening = tokens.slice(first + 1, second);
  const ofWhole = opening[0]?.norm === 'of' && has(opening.slice(1, 6), dividable);
  if (!ofWhole || !parts.every(isShare) || has(tokens, /^(?:if|would|instead|than|either|or)$/))
    return undefined;
  const spends = has(opening, /^(?:go|be|belong|fall|spend|spent|for)$/);
  return spends && parts.slice(1).every((i) => /^(?:to|for|on|in)$/.test(tokens[i + 1]?.norm ?? ''))
    ? parts
    : undefined;
}
