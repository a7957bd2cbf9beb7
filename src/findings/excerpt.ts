import stringWidth from 'string-width';
import type { LineIndex } from './line-index.ts';
import { showText } from './show-text.ts';

/** A line of the text, cut around the place, and the line to print beneath it. */
export interface ExcerptLine {
  shown: string;
  /** Spaces, then `^` beneath each column of the quoted words. */
  marks: string;
}

export interface ExcerptOptions {
  /** Most columns of a line. */
  width?: number;
  /** Most lines; of a longer quote the first ones and the last are shown. */
  lines?: number;
}

const gap = '...';
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Shows the lines on which a place lies, with its words underlined, however wide the characters are. */
export function excerptOf(
  text: string,
  { start, end }: { start: number; end: number },
  index: LineIndex,
  { width = 100, lines: most = 4 }: ExcerptOptions = {},
): ExcerptLine[] {
  const first = index.placeOf(start).line;
  const last = index.placeOf(Math.max(start, end - 1)).line;
  const lines: ExcerptLine[] = [];
  for (let line = first; line <= last; line += 1) {
    if (line - first >= most - 1 && line < last) {
      lines.push({ shown: gap, marks: '' });
      line = last;
    }
    const range = index.rangeOf(line);
    const from = Math.min(Math.max(start, range.start), range.end);
    const to = Math.max(from, Math.min(end, range.end));
    // The indent of a line in the middle of a quote is no part of what is wrong.
    const skipped = line > first ? (/^\s*/.exec(text.slice(from, to))?.[0].length ?? 0) : 0;
    if (line > first && from + skipped >= to) continue;
    lines.push(
      cut(
        text.slice(range.start, from + skipped),
        text.slice(from + skipped, to),
        text.slice(to, range.end),
        width,
      ),
    );
  }
  return lines;
}

function cut(left: string, middle: string, right: string, width: number): ExcerptLine {
  const marked = cutEnd(showText(middle), Math.floor(width * 0.7));
  const markedWidth = Math.max(1, stringWidth(marked));
  const room = Math.max(0, width - markedWidth);
  const all = showText(left).trimStart();
  const after = showText(right).trimEnd();
  // What one side leaves unused is the other's.
  const before = cutStart(all, Math.max(Math.floor(room / 2), room - stringWidth(after)));
  return {
    shown:
      before +
      marked +
      (marked.endsWith(gap) && after !== '' ? '' : cutEnd(after, room - stringWidth(before))),
    marks: ' '.repeat(stringWidth(before)) + '^'.repeat(markedWidth),
  };
}

function cutEnd(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  const kept = keep(segmenter.segment(text), width - gap.length);
  return `${kept.join('')}${gap}`;
}

function cutStart(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  const near = text.slice(-width * 8);
  const reversed = [...segmenter.segment(near)].reverse();
  return `${gap}${keep(reversed, width - gap.length)
    .reverse()
    .join('')}`;
}

/** The first graphemes that fit. */
function keep(segments: Iterable<Intl.SegmentData>, width: number): string[] {
  const kept: string[] = [];
  let used = 0;
  for (const { segment } of segments) {
    used += stringWidth(segment);
    if (used > width) break;
    kept.push(segment);
  }
  return kept;
}
