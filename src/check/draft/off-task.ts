import type { FactSheet } from '../../../schemas/index.ts';
import { onceFor } from '../once-for.ts';
import { type DraftFault, defineDraftRule, SLOT_PATTERN } from './draft-rule.ts';
import { HONOURS, OFF_TASK, SWEEPING } from './off-task-words.ts';
import { readLatin } from './read-latin.ts';

/**
 * Finds what a sentence of a draft says to somebody or for somebody instead of about the facts: instructions, advice
 * on hiring, calls to act, addresses, and "no gap remains" where gaps do. The names of the facts are left out of it:
 * they stand in a report whatever they say.
 */
export const offTask = defineDraftRule({
  id: 'off-task',
  severity: 'error',
  languages: 'any',
  modes: ['slots', 'cited', 'plain'],
  description:
    'A sentence speaks about the facts, not to somebody: no instructions, no advice on hiring, no calls to act.',
  check({ sentence, bare: open, sheet }) {
    const bare = readLatin(blankFactNames(open, sheet));
    const faults: DraftFault[] = [];
    const facts = [...sentence.template.matchAll(SLOT_PATTERN)].map((match) => match[1] ?? '');
    const add = (start: number, actual: string, expected: string) => {
      if (faults.some((fault) => start < fault.end && fault.start < start + actual.length)) return;
      const said = actual.trim();
      const message = `Unexpected "${said}", expected ${expected}`;
      faults.push({
        start,
        end: start + actual.length,
        subject: said,
        actual: said,
        expected,
        message,
        facts,
      });
    };
    for (const [pattern, expected] of OFF_TASK) {
      const match = pattern.exec(bare);
      if (match) add(match.index, match[0], expected);
    }
    const sweeping = SWEEPING.exec(bare);
    const { met, asked } = sheet.coverage.all;
    if (sweeping && met < asked && !/\b(?:core|preferred|emerging|entry)\b/iu.test(bare))
      add(sweeping.index, sweeping[0], 'the gaps that the facts name');
    for (const [claim, ground] of HONOURS) {
      const match = claim.exec(bare);
      if (match && !namesIn(sheet).some((name) => ground.test(name)))
        add(match.index, match[0], 'only what the facts name');
    }
    // Acronyms are names of facts; other words in capitals shout.
    const shout = /(?<![\p{L}\p{N}])\p{Lu}{5,}(?![\p{L}\p{N}])/u.exec(bare);
    if (shout) add(shout.index, shout[0], 'no words in capitals');
    return faults;
  },
});

/** Blanks what facts are called, longest first, in any case; where `which` is given, the names that it takes. */
export function blankFactNames(
  text: string,
  sheet: FactSheet,
  which: (name: string) => boolean = () => true,
): string {
  let blanked = text;
  let low = text.toLowerCase();
  // A few capitals have small forms of another length; then places would not hold.
  if (low.length !== text.length) low = text;
  for (const name of namesIn(sheet)) {
    if (!which(name)) continue;
    for (let at = low.indexOf(name); at >= 0; at = low.indexOf(name, at + 1)) {
      const end = at + name.length;
      if (isLetter(low[at - 1]) || isLetter(low[end])) continue;
      const hole = ' '.repeat(name.length);
      blanked = blanked.slice(0, at) + hole + blanked.slice(end);
      low = low.slice(0, at) + hole + low.slice(end);
    }
  }
  return blanked;
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}

const namesIn = onceFor((sheet: FactSheet): readonly string[] => {
  const displays = sheet.facts
    .filter(({ unit, value }) => value !== null && ['name', 'text', 'list'].includes(unit))
    .flatMap(({ value, display }) => (Array.isArray(value) ? [...value, display] : [display]));
  const spellings = [...sheet.skills, ...sheet.extras].flatMap((skill) => skill.spellings);
  return [...new Set([...displays, ...spellings].map((name) => name.toLowerCase()))]
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length);
});
