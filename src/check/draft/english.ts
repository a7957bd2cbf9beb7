import { blankNames } from './blank-names.ts';
import { type DraftFault, defineDraftRule } from './draft-rule.ts';
import { blankFactNames } from './off-task.ts';
import { FOREIGN_WORDS } from './off-task-words.ts';
import { readLatin } from './read-latin.ts';

/** Words that nearly every English sentence has one of. */
export const COMMON: ReadonlySet<string> = new Set(
  'the of and to is are for with that has have at by on it its they their she her he his you your was were be been as from which not this these those all both one before after while but or still than more most each would will can'.split(
    ' ',
  ),
);

/** Fewer words than this prove nothing. */
const ENOUGH = 5;
/** Sentences of other languages are full of their small words; a name or two is not a sentence. */
const MANY = 3;

/** The checks read English: a sentence in another language, or letters of another script, would pass them unread. */
export const english = defineDraftRule({
  id: 'english',
  severity: 'error',
  modes: ['slots', 'cited', 'plain'],
  description: 'Sentences are English; text in another language cannot be checked.',
  check(context) {
    const { template } = context.sentence;
    const named = readLatin(blankFactNames(context.bare, context.sheet));
    const strange = /(?!\p{Script=Latin})\p{L}[\p{L}\p{M}\s]*/u.exec(named);
    if (strange) return [fault(strange.index, strange[0].trimEnd())];
    const words = (text: string) => text.toLowerCase().match(/[\p{L}']+/gu) ?? [];
    const own = words(blankNames(context));
    const uncommon = own.length >= ENOUGH && !own.some((word) => COMMON.has(word));
    return uncommon || isForeign(words(named)) ? [fault(0, template)] : [];
  },
});

function isForeign(words: readonly string[]): boolean {
  const small = words.filter((word) => FOREIGN_WORDS.has(word));
  return new Set(small).size >= MANY && small.length * 4 >= words.length;
}

function fault(start: number, actual: string): DraftFault {
  return {
    start,
    end: start + actual.length,
    subject: 'language',
    expected: 'English',
    actual: actual.slice(0, 40),
    message: `Unexpected language in "${actual.slice(0, 40)}", expected English`,
    facts: [],
  };
}
