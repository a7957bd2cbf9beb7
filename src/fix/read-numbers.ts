import { WORD_VALUES } from './number-words.ts';

/** A number of a text and how it is written. */
export interface NumberSpan {
  start: number;
  end: number;
  raw: string;
  /** With its scale: 90000 for "90k". */
  value: number;
  style: 'digits' | 'words' | 'fraction';
  /** What stands between groups of three digits. */
  group: string;
  /** 1000 for "90k" and "90 thousand", also where only the end of a range says so. */
  scale: number;
  /** How the scale is written at this number: "k", " thousand" or nothing. */
  suffix: string;
}

const words = [...WORD_VALUES.keys()].sort((a, b) => b.length - a.length).join('|');
const small = 'one|two|three|four|five|six|seven|eight|nine|ten';
const parts = 'half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?';
const pattern = new RegExp(
  [
    `(?<fraction>\\b(?:(?:${small}|\\d+) (?:out of|in) (?:every )?(?:${small}|\\d+)\\b|(?:a|an|${small})[ -](?:${parts})\\b|half\\b))`,
    `(?<digits>(?<![\\p{L}\\d.,]|\\p{L}-)(?:\\d{1,3}(?:[,.'\\u00a0\\u202f]\\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?))(?<suffix>[kK]\\b| thousand\\b)?(?![\\p{L}\\d])`,
    `(?<words>\\b(?:${words})\\b)(?! (?:hundred|thousand|million|dozen)\\b)`,
  ].join('|'),
  'giu',
);

/** Finds the numbers of a text, in order. A number of more words than it knows is left out. */
export function readNumbers(text: string): NumberSpan[] {
  const spans: NumberSpan[] = [];
  for (const match of text.matchAll(pattern)) {
    const { fraction, digits, suffix = '', words: word } = match.groups ?? {};
    const base = { start: match.index, end: match.index + match[0].length, raw: match[0] };
    if (fraction !== undefined)
      spans.push({ ...base, value: Number.NaN, style: 'fraction', group: '', scale: 1, suffix: '' });
    else if (digits !== undefined) {
      const group = /\d([^\d])\d{3}(?!\d)/.exec(digits)?.[1] ?? '';
      const grouped = group !== '' && /^\d{1,3}(?:\D\d{3})+$/.test(digits);
      const number = Number(grouped ? digits.replace(/\D/g, '') : digits);
      const scale = suffix === '' ? 1 : 1000;
      spans.push({
        ...base,
        value: number * scale,
        style: 'digits',
        group: grouped ? group : '',
        scale,
        suffix,
      });
    } else {
      const value = WORD_VALUES.get((word ?? '').toLowerCase());
      if (value !== undefined && !/(?:hundred|thousand|million|and)[ -]$/i.test(text.slice(0, match.index)))
        spans.push({ ...base, value, style: 'words', group: '', scale: 1, suffix: '' });
    }
  }
  return shareScale(spans, text);
}

/** "151-262k", "between 151 and 262 thousand": the end of the range says the scale of both. */
function shareScale(spans: NumberSpan[], text: string): NumberSpan[] {
  return spans.map((span, at) => {
    const next = spans[at + 1];
    if (!next || next.scale === 1 || span.scale !== 1 || span.style !== 'digits' || span.value >= 1000)
      return span;
    const between = text.slice(span.end, next.start);
    if (!/^(?:\s*[-–—]\s*| to | and )[$€£]?$/.test(between)) return span;
    return { ...span, value: span.value * next.scale, scale: next.scale };
  });
}
