import { escapeUTF8 } from 'entities';
import type { TextFormat } from '../check/index.ts';

const ESCAPES: Readonly<Record<TextFormat, (text: string) => string>> = {
  markdown: (text) => text,
  text: (text) => text,
  html: escapeUTF8,
  json: (text) => JSON.stringify(text).slice(1, -1),
};

/** How new words are written into a text of a format. */
export function escapeFor(format: TextFormat): (text: string) => string {
  return ESCAPES[format];
}
