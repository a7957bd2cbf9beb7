import { type Catalog, type Mention, scanAmbiguous, scanMentions } from '../../skills/index.ts';

const ITEM = /^[ \t]*(?:[-*•·▪◦]|\d+[.)])[ \t]+(.+)$/gmu;
const SEPARATOR = /\s*(?:[,;/|]|\band\b|\bor\b|\(.*?\))\s*/giu;
/** What asks for a skill by name, right before it. */
const ASKED =
  /\b(?:years?[’']?(?: of)?(?: [\p{L}-]+)?(?: experience)?|experience|experienced|knowledge|command|understanding|proficien(?:cy|t)|fluen(?:cy|t)|expertise|skilled|skills?|background) (?:of|in|with|using)\s+$/iu;
/** What a name may end before; any other word makes a phrase of it: "Access Control", "Go To Market". */
const NAME_ENDS = /^\s*(?:$|\n|[,.;:)(/&!?]|(?:and|or|as|at|for|is|required|preferred)\b)/iu;
/** A part of more words is a phrase. */
const MOST_WORDS = 3;
/** Letters looked at around a name. */
const LONGEST_ASK = 60;

/**
 * The skills that a posting names: in prose as everywhere, and in the items of its lists also names that are common
 * words, where an item is nothing but skills ("- Rust", "- Go, Swift"): in a list of skills they are meant. So they are
 * behind words that ask for them ("3+ years of Go", "knowledge of R").
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
  for (const mention of scanAmbiguous(text, catalog)) {
    const before = text.slice(Math.max(0, mention.start - LONGEST_ASK), mention.start);
    if (taken.has(mention.start) || listed.some(({ start }) => start === mention.start)) continue;
    if (ASKED.test(before) && NAME_ENDS.test(text.slice(mention.end, mention.end + LONGEST_ASK)))
      listed.push(mention);
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
