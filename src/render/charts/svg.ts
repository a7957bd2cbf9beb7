import { escapeUTF8 } from 'entities';
import stringWidth from 'string-width';
import { cleanText } from '../clean-text.ts';
import type { ChartPalette } from './chart.ts';

/** Width of a picture on a page, in px. */
export const WIDE = 640;
/** Width of a picture on a phone, in px. */
export const NARROW = 344;
/** Width of an average letter at 12 px, with room for wide fonts. */
const LETTER = 7.1;
const FONT = "'Noto Sans', 'DejaVu Sans', Arial, sans-serif";

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Gives an element with its attributes escaped; `content` is markup. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const text = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${escapeUTF8(typeof value === 'number' ? round(value) : String(value))}"`,
    )
    .join('');
  return content === '' ? `<${name}${text}/>` : `<${name}${text}>${content}</${name}>`;
}

/** Gives a line of text at 12 px, shortened to `room` px. */
export function textAt(
  x: number,
  y: number,
  text: string,
  palette: ChartPalette,
  options: { room?: number; anchor?: 'start' | 'middle' | 'end'; soft?: boolean; bold?: boolean } = {},
): string {
  const { room = Number.POSITIVE_INFINITY, anchor = 'start', soft = false, bold = false } = options;
  return element(
    'text',
    {
      x,
      y,
      class: soft ? 'soft' : 'ink',
      fill: soft ? palette.soft : palette.ink,
      'font-size': 12,
      'font-weight': bold ? 600 : undefined,
      'text-anchor': anchor === 'start' ? undefined : anchor,
    },
    escapeUTF8(shorten(cleanText(text), room)),
  );
}

/** Width of a text at 12 px, in px, with room for wide fonts. */
export function widthOf(text: string): number {
  return stringWidth(text) * LETTER;
}

/** Gives the text, or as much of it as has room and an ellipsis. */
export function shorten(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  const letters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)];
  let kept = '';
  for (const { segment } of letters) {
    if (widthOf(`${kept}${segment}…`) > room) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Gives whether a picture of that width sets its labels above what they name, since beside it there is no room. */
export function isNarrow(width: number): boolean {
  return width < 480;
}

/** Gives the whole picture. `width` and `height` in px. */
export function drawing(width: number, height: number, content: readonly string[]): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${round(height)}`,
      width,
      height,
      'font-family': FONT,
    },
    content.join(''),
  );
}

/** The longest label's width, within limits. */
export function labelRoom(labels: readonly string[], most = 220): number {
  return Math.min(most, Math.max(60, ...labels.map(widthOf)) + 12);
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
