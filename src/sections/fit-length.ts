import { slotsOf } from './fill-slots.ts';
import type { MustMention, SentenceDraft } from './section.ts';
import { MOST_SENTENCES, type Style } from './style.ts';

/**
 * Shortens the offline prose of a section to the length asked for: sentences that say what must be said stay, the
 * others stay in their order as long as there is room. What is within the length already stays as it is.
 */
export function fitLength(
  paragraphs: readonly SentenceDraft[][],
  must: readonly MustMention[],
  { length }: Pick<Style, 'length'>,
): SentenceDraft[][] {
  const all = paragraphs.flat();
  const most = MOST_SENTENCES[length];
  if (all.length <= most) return paragraphs.map((sentences) => [...sentences]);
  const keep = new Set<SentenceDraft>();
  for (const { any } of must) {
    const says = (sentence: SentenceDraft) =>
      [...sentence.facts, ...slotsOf(sentence.text)].some((id) => any.includes(id));
    const first = all.find(says);
    if (first && ![...keep].some(says)) keep.add(first);
  }
  for (const sentence of all) if (keep.size < most) keep.add(sentence);
  return paragraphs
    .map((sentences) => sentences.filter((sentence) => keep.has(sentence)))
    .filter((sentences) => sentences.length > 0);
}
