import { FRACTIONS, NUMBER_WORDS, UNITS } from '../words/numbers.ts';
import { blank, isDash, lower, numberAt, type Read } from './read-number.ts';
import type { Token } from './token.ts';

const sharers = /^(?:posting|advert|employer|vacancy|job)$/;

/** "two thirds", "a quarter of", "nine out of ten", "one employer in five", "half". */
export function readFraction(tokens: readonly Token[], i: number): Read | undefined {
  const word = lower(tokens, i);
  const make = (end: number, top: number, bottom: number): Read => ({
    end,
    figure: { ...blank, unit: 'percent', value: (100 * top) / bottom, fraction: true, step: 3 },
  });
  const top = word === 'a' || word === 'an' ? 1 : NUMBER_WORDS[word];
  const next = tokens[i + 1]?.text === '-' ? i + 2 : i + 1;
  const part = FRACTIONS[lower(tokens, next)];
  if (top !== undefined && top > 0 && part && top < part) {
    const after = tokens[next + 1];
    const noun =
      after?.kind === 'word' &&
      !/^(?:of|and|or|in|to|for|on|while|but|the|ask|mention|name|want)$/.test(after.norm);
    if (part === 2 && lower(tokens, next + 1) === 'a') return undefined;
    return noun && top === 1 ? undefined : make(next + 1, top, part);
  }
  if (
    word === 'half' &&
    lower(tokens, i - 1) !== 'and' &&
    !(isDash(tokens[i + 1]) && tokens[i + 1]?.glued) &&
    !/^(?:other|better|first|second|way)$/.test(lower(tokens, i + 1))
  ) {
    const unit = /^(?:a|an)$/.test(lower(tokens, i + 1)) ? UNITS[tokens[i + 2]?.norm ?? ''] : undefined;
    if (unit) return { end: i + 3, figure: { ...blank, unit, value: 0.5, step: 0.1 } };
    return make(i + 1, 1, 2);
  }
  const count = numberAt(tokens, i);
  if (!count || count.value > 99) return undefined;
  let at = count.end;
  if (tokens[at]?.kind === 'word' && !/^(?:in|out|of)$/.test(lower(tokens, at))) at += 1;
  if (lower(tokens, at) === 'out' && lower(tokens, at + 1) === 'of') at += 2;
  else if (lower(tokens, at) === 'in') at += 1;
  // "Nine of ten postings" is a share; "two of ten skills" is a count.
  else if (lower(tokens, at) === 'of' && sharers.test(tokens[numberAt(tokens, at + 1)?.end ?? 0]?.norm ?? ''))
    at += 1;
  else return undefined;
  if (lower(tokens, at) === 'every') at += 1;
  const whole = numberAt(tokens, at);
  if (!whole || whole.value <= count.value || whole.value > 100 || whole.value < 2) return undefined;
  // "24 postings in 25": beyond twenty only what is counted among its like is a share.
  if (count.value > 20 && !tokens.slice(i, whole.end + 1).some((one) => sharers.test(one.norm)))
    return undefined;
  return UNITS[tokens[whole.end]?.norm ?? ''] ? undefined : make(whole.end, count.value, whole.value);
}
