import indefinite from 'indefinite';
import type { Fact } from '../../schemas/index.ts';
import { ENGLISH } from '../language/index.ts';

/** A slot: `{{fact-id}}`. */
export const SLOT = /\{\{\s*([^{}\s]+)\s*\}\}/gu;

/** Units whose display starts a sentence with a capital; names keep their own spelling. */
const CAPITALIZED = new Set(['count', 'months', 'years', 'list', 'ordinal', 'demand', 'level', 'cost']);

/**
 * Puts values into a sentence: each slot becomes the display text of its fact. In English "a" and "an" before a slot
 * are set right; a count at the start of the sentence gets its capital, and a value that ends in a full stop takes no second.
 * A slot without a fact stays as it is: the check of drafts finds it.
 */
export function fillSlots(template: string, facts: ReadonlyMap<string, Fact>, words = ENGLISH): string {
  const filled = template.replace(SLOT, (slot, id: string, offset: number) => {
    const fact = facts.get(id);
    if (!fact) return slot;
    const starts = template.slice(0, offset).trim() === '';
    const cased = CAPITALIZED.has(fact.unit) || fact.basis === 'unknown';
    return starts && cased ? words.capitalize(fact.display) : fact.display;
  });
  const text = words.articles ? fixArticles(template, filled, facts) : filled;
  return text.replace(/\.\.(?=\s*$)/u, '.');
}

function fixArticles(template: string, filled: string, facts: ReadonlyMap<string, Fact>): string {
  let text = filled;
  for (const match of template.matchAll(/\b(an?)\s+\{\{\s*([^{}\s]+)\s*\}\}/giu)) {
    const display = facts.get(match[2] ?? '')?.display;
    if (display === undefined || display === '') continue;
    const right = indefinite(display).split(' ')[0] ?? 'a';
    for (const article of ['a', 'an']) {
      text = text.replaceAll(`${article} ${display}`, (found, at: number) =>
        /[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') ? found : `${right} ${display}`,
      );
    }
  }
  return text;
}

/** The ids of the slots in a sentence, each once. */
export function slotsOf(template: string): string[] {
  return [...new Set([...template.matchAll(SLOT)].map((match) => match[1] ?? ''))];
}
