/** Offsets of a sentence or list item in a text. */
export interface Span {
  start: number;
  end: number;
}

const END = /[.!?;](?=\s|$)|\n(?=\s*(?:[-*•·▪◦]|\d+[.)]|#|\n))/gu;
/** A full stop behind these ends nothing. */
const SHORT = /(?:\b(?:e\.g|i\.e|etc|incl|approx|min|max|yrs?|no|vs|resp|Sr|Jr|Inc|Ltd)|\b[A-Z])\.$/u;

/** Splits a text into sentences and list items. Lines that are wrapped belong together. */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const push = (end: number) => {
    if (/\S/.test(text.slice(start, end))) spans.push({ start, end });
    start = end;
  };
  for (const { index, 0: sign } of text.matchAll(END)) {
    if (sign === '.' && SHORT.test(text.slice(Math.max(0, index - 8), index + 1))) continue;
    push(index + sign.length);
  }
  push(text.length);
  return spans;
}
