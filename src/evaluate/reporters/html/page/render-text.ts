import type { MarkedText } from '../page-data.ts';
import { attachCard } from './card.ts';
import { cutText, type Piece } from './cut-text.ts';
import type { Range } from './diff-words.ts';
import { make } from './elements.ts';

/** A part of a text, line by line, with its findings and what the other text lacks. */
export function renderText(
  { text, findings }: MarkedText,
  part: Range,
  { changes, side }: { changes: readonly Range[]; side: 'left' | 'right' },
): HTMLElement {
  const box = make('div', { class: 'text', dir: 'auto' });
  for (const line of linesOf(text, part)) {
    const words = text.slice(line.start, line.end);
    const sign = /^#{1,6}\s+/.exec(words)?.[0] ?? '';
    const pieces = cutText({ start: line.start + sign.length, end: line.end }, findings, changes);
    box.append(
      make(
        'div',
        { class: classOf(words), dir: 'auto' },
        sign !== '' && make('span', { class: 'sign' }, sign),
        ...(words === '' ? ['\u00a0'] : pieces.map((piece) => renderPiece(text, findings, piece, side))),
      ),
    );
  }
  return box;
}

function linesOf(text: string, { start, end }: Range): Range[] {
  const lines: Range[] = [];
  for (let at = start; at < end; ) {
    const found = text.indexOf('\n', at);
    const stop = found < 0 || found >= end ? end : found;
    lines.push({ start: at, end: stop });
    at = stop + 1;
  }
  while (lines.length > 1 && lines.at(-1)?.start === lines.at(-1)?.end) lines.pop();
  return lines;
}

/** How a line of Markdown looks; it is shown as it is, since findings point at places in it. */
function classOf(line: string): string {
  const head = /^(#{1,6})\s/.exec(line)?.[1];
  if (head) return `line head head-${Math.min(3, head.length)}`;
  if (line.startsWith('|')) return 'line row';
  if (/^\s*(?:[-*+]|\d+[.)])\s/.test(line)) return 'line item';
  return line === '' ? 'line blank' : 'line';
}

function renderPiece(
  text: string,
  findings: MarkedText['findings'],
  piece: Piece,
  side: 'left' | 'right',
): Node | string {
  const words = text.slice(piece.start, piece.end);
  const inner = piece.changed ? make(side === 'left' ? 'del' : 'ins', {}, words) : words;
  const own = piece.findings.flatMap((index) => findings[index] ?? []);
  if (own.length === 0) return inner;
  const worst = (['error', 'warning', 'info'] as const).find((severity) =>
    own.some((finding) => finding.severity === severity),
  );
  const mark = make('mark', { class: `finding ${worst}`, tabindex: '0', role: 'button' }, inner);
  attachCard(mark, own);
  return mark;
}
