import { type Catalog, type Mention, scanMentions } from '../../skills/index.ts';

const ITEM = /^[ \t]*(?:[-*•·▪◦]|\d+[.)])[ \t]+(.+)$/gmu;
const SEPARATOR = /\s*(?:[,;/|]|\band\b|\bor\b|\(.*?\))\s*/giu;
/** A part of more words is a phrase. */
const MOST_WORDS = 3;

/**
 * The skills that a posting names: in prose as everywhere, and in the items of its lists also names that are common
 * words, where an item is nothing but skills ("- Rust", "- Go, Swift"): in a list of skills they are meant.
 */
export function findMentions(text: string, catalog: Catalog): Mention[] {
  const mentions = scanMentions(text, catalog);
  const taken = new Set(mentions.map(({ start }) => start));
  const listed: Mention[] = [];
  for (const match of text.matchAll(ITEM)) {
    const content = match[1] ?? '';
    const from = match.index + match[0].length - content.length;
    const parts = partsOf(content.replace(/[.;,]\s*$/, ''));
    const named = parts.map(({ text: part }) =>
      part.split(/\s+/).length <= MOST_WORDS ? catalog.find(part) : undefined,
    );
    if (named.includes(undefined)) continue;
    for (const [at, { text: part, start }] of parts.entries()) {
      const entry = named[at];
      if (entry && !taken.has(from + start))
        listed.push({ entry, start: from + start, end: from + start + part.length });
    }
  }
  if (listed.length === 0) return mentions;
  return [...mentions, ...listed].sort((a, b) => a.start - b.start || b.end - a.end);
}

function partsOf(content: string): { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = [];
  let start = 0;
  const push = (end: number) => {
    const text = content.slice(start, end);
    if (text.trim() !== '') parts.push({ text: text.trim(), start: start + text.search(/\S/) });
  };
  for (const { index, 0: sign } of content.matchAll(SEPARATOR)) {
    push(index);
    start = index + sign.length;
  }
  push(content.length);
  return parts;
}
