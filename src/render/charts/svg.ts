import { escapeUTF8 } from 'entities';
import stringWidth from 'string-width';
import { cleanText } from '../clean-text.ts';
import type { ChartPalette } from './chart.ts';

/** Width of every picture, in px. */
export const WIDTH = 640;
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
  const { room = WIDTH, anchor = 'start', soft = false, bold = false } = options;
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

/** Gives the whole picture. `height` in px. */
export function drawing(height: number, content: readonly string[]): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${round(height)}`,
      width: WIDTH,
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
