import { cleanText } from '../../../render/clean-text.ts';
import { escapeMarkdown } from '../../../render/markdown/escape-markdown.ts';

/** The longest text of others in a comment: it must not drown what is ours. */
const LONGEST = 300;

/** Text of others as Markdown that reads back as that text, on one line, in a table or out of it. */
export function cell(text: string): string {
  const clean = cleanText(text);
  const short = clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1).toWellFormed()}…` : clean;
  // A mention in a comment would notify people; a zero-width space keeps it from being one.
  return escapeMarkdown(short, { block: false, always: /\|/g }).replace(/@(?=\w)/g, '@\u200b');
}

/** A table of GitHub's Markdown; nothing where it has no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const align = head.map((title) => (title.startsWith('>') ? '--:' : '---'));
  const titles = head.map((title) => title.replace(/^>/, ''));
  return [titles, align, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** What is folded until somebody asks for it. */
export function details(title: string, body: string): string {
  return body === '' ? '' : `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;
}
