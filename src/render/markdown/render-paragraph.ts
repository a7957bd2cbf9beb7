import type { Paragraph } from '../../../schemas/report.ts';
import { cleanText } from '../clean-text.ts';
import { applyEscapes, findEscapes } from './escape-markdown.ts';
import type { MarkdownText } from './markdown-text.ts';

/**
 * Gives a paragraph on one line, with the places of its sentences (escapes included). It is escaped as a whole: an
 * asterisk in one sentence can pair with one in the next.
 */
export function renderParagraph(paragraph: Paragraph, section: number, block: number): MarkdownText {
  let plain = '';
  const places = paragraph.sentences.map((sentence, index) => {
    const text = cleanText(sentence.text);
    if (plain !== '' && text !== '') plain += ' ';
    const start = plain.length;
    plain += text;
    return { section, block, sentence: index, start, end: plain.length };
  });
  const escapes = findEscapes(plain);
  const shift = (offset: number) => offset + countBefore(escapes, offset);
  return {
    text: applyEscapes(plain, escapes),
    sentences: places.map((place) => ({ ...place, start: shift(place.start), end: shift(place.end) })),
  };
}

function countBefore(rising: readonly number[], offset: number): number {
  const index = rising.findIndex((at) => at >= offset);
  return index === -1 ? rising.length : index;
}
