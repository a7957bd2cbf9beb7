import type { Document } from './document.ts';
import { readHtml } from './read-html.ts';
import { readJson } from './read-json.ts';
import { readMarkdown } from './read-markdown.ts';
import { readText } from './read-text.ts';

export const FORMATS = ['markdown', 'text', 'html', 'json'] as const;
export type TextFormat = (typeof FORMATS)[number];

const readers: Record<TextFormat, (text: string) => Document> = {
  markdown: readMarkdown,
  text: readText,
  html: readHtml,
  json: readJson,
};

/** Reads a report in the format given; offsets count UTF-16 units of `text`. */
export function readDocument(text: string, format: TextFormat): Document {
  return readers[format](text);
}
