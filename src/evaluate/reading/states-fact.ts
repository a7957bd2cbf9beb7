import type { Fact } from '../../../schemas/index.ts';
import { holdsWords } from './find-words.ts';
import { numbersIn } from './numbers-in.ts';
import { type FactMap, groupOf, type ReadSentence } from './read-sentence.ts';

/** Units whose value can be put in many words: it is enough that the thing is named that the fact is about. */
const FREE: ReadonlySet<Fact['unit']> = new Set([
  'name',
  'text',
  'status',
  'count',
  'ordinal',
  'flag',
  'ratio',
  'date',
]);
const COUNTED =
  /\b(?:all|every|each|both|neither|none|no|one|only|single|another|first|last|fully|entire)\b/iu;
const DENIED = /\b(?:not?|none|unknown|nothing|without|neither|nor)\b|n['’]t\b/iu;

/**
 * Whether a sentence states a fact that it cites: its slot stands in it, or its value does, or (of lists) a member's
 * name, or (where a value can be worded in many ways, as a status can) the name of the thing that it is about.
 */
export function statesFact(sentence: ReadSentence, fact: Fact, facts: FactMap): boolean {
  const { low, text, slots } = sentence;
  if (slots.has(fact.id)) return true;
  if (fact.display !== '' && holdsWords(low, fact.display.toLowerCase())) return true;
  if (fact.basis === 'unknown' && DENIED.test(text)) return true;
  if (Array.isArray(fact.value)) {
    const members = fact.value;
    if (members.length === 0) return DENIED.test(text);
    return (
      namesThing(sentence, fact, facts) || members.some((member) => holdsWords(low, member.toLowerCase()))
    );
  }
  if (fact.unit === 'count') {
    if (numbersIn(fact.display).some((one) => sentence.numbers.has(one)) || COUNTED.test(text)) return true;
    // "The core skill" says that there is one.
    if (fact.value === 1 && /\bthe\b/iu.test(text)) return true;
  }
  return FREE.has(fact.unit) && namesThing(sentence, fact, facts);
}

function namesThing({ low, groups, listed }: ReadSentence, { id }: Fact, { byId, names }: FactMap): boolean {
  const group = groupOf(id);
  if (groups.has(group)) return true;
  const name = byId.get(group)?.display.toLowerCase();
  if (name !== undefined && listed.has(name)) return true;
  return (names.get(group) ?? []).some((words) => holdsWords(low, words));
}
