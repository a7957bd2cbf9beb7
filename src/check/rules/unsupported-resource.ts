import type { ChosenResource } from '../../../schemas/fact-sheet.ts';
import type { ReadTable } from '../claims/read-table.ts';
import { termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import type { Token } from '../tokens/token.ts';
import { PROVIDERS } from '../words/providers.ts';

const urlPattern = /https?:\/\/[^\s<>()"'\]]+/g;

export const unsupportedResource = defineRule({
  id: 'unsupported-resource',
  severity: 'error',
  category: 'unsupported',
  description: 'A web address or a provider of courses is named that is not in the list of resources.',
  good: [{ text: '## Resources\n\nSee [Docker Get Started](https://docs.docker.com/get-started/).' }],
  bad: [
    {
      text: '## Resources\n\nSee https://example.org/learn-docker for Docker.',
      at: 'https://example.org/learn-docker',
    },
    { text: '## Resources\n\nUdemy has good courses on AWS.', at: 'Udemy' },
  ],
  check({ reading, sheet, facts, report }) {
    if (!sheet || facts.resources.size === 0) return;
    const { document } = reading;
    const resources = [...facts.resources.values()];
    const urls = new Set(resources.map((one) => bare(one.url)));
    const allowed = (url: string) =>
      urls.has(bare(url)) || [...urls].some((known) => bare(url).startsWith(`${known}/`));
    const wrong = (start: number, end: number, actual: string, expected: string) =>
      report({ start, end, subject: actual, actual, expected, facts: [] });
    for (const link of document.links)
      if (/^https?:/i.test(link.url) && !allowed(link.url))
        wrong(link.start, link.end, link.url, 'an address from the list of resources');
    for (const match of document.mask.matchAll(urlPattern)) {
      const url = match[0].replace(/[.,;:!?]+$/, '');
      if (!allowed(url))
        wrong(match.index, match.index + url.length, url, 'an address from the list of resources');
    }
    for (const table of reading.tables) checkTable(table, resources, wrong);
    const known = resources
      .map((one) => `${one.provider} ${one.title} ${one.url}`)
      .join(' ')
      .toLowerCase();
    const unknown = PROVIDERS.filter((name) => !known.includes(name.toLowerCase()));
    for (const sentence of reading.sentences) {
      if (sentence.section !== 'resources' && sentence.section !== 'roadmap') continue;
      const text = document.mask.slice(sentence.start, sentence.end);
      for (const name of unknown) {
        const at = text.indexOf(name);
        if (
          at < 0 ||
          /[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') ||
          /[\p{L}\p{N}]/u.test(text[at + name.length] ?? ' ')
        )
          continue;
        if (
          sentence.tokens.some(
            (token: Token) =>
              token.start <= sentence.start + at &&
              token.end > sentence.start + at &&
              (termAt(token, 'provider') || termAt(token, 'resource')),
          )
        )
          continue;
        wrong(
          sentence.start + at,
          sentence.start + at + name.length,
          name,
          `one of ${[...new Set(resources.map((one) => one.provider))].join(', ')}`,
        );
      }
    }
  },
});

type Wrong = (start: number, end: number, actual: string, expected: string) => void;

/** A row of a table of resources whose title shares no word of weight with any of the list, nor its provider a name. */
function checkTable(table: ReadTable, resources: readonly ChosenResource[], wrong: Wrong): void {
  if (!table.rows.some((row) => row.resource !== undefined)) return;
  const houses = resources.map((one) => one.provider.toLowerCase());
  for (const row of table.rows) {
    const [title] = row.cells;
    const provider = row.cells.find((cell, i) => i > 0 && cell.kinds.includes('provider'));
    if (!title || !provider || row.resource !== undefined || title.text.length < 4) continue;
    const house = provider.text.toLowerCase();
    if (houses.some((one) => one.includes(house) || house.includes(one)) || wordsOf(house).length === 0)
      continue;
    const words = wordsOf(title.text);
    const shared = (one: ChosenResource) => wordsOf(one.title).filter((word) => words.includes(word)).length;
    if (words.length < 2 || resources.some((one) => shared(one) >= Math.min(2, wordsOf(one.title).length)))
      continue;
    wrong(row.start, row.end, title.text, 'a title from the list of resources');
  }
}

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => word.length > 2 && !/^(?:the|and|for|with|from|total|sum|none|all)$/.test(word),
  );

const bare = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[#?].*$/, '')
    .replace(/\/+$/, '');
