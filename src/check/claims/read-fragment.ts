import { FRAGMENTS } from '../words/fragments.ts';
import { STANDING } from '../words/operators.ts';
import type { Clause, SkillList } from './clause.ts';
import type { Effect } from './cue.ts';
import { readLabel } from './read-label.ts';
import type { Said } from './said.ts';

/** "X: held", "X – none, so far": one word after a label says all. */
export function readFragment(clause: Clause): Said[] {
  const { tokens, topic } = clause;
  if (!topic || clause.lists.length > 0 || !/^[:–—-]$/.test(clause.opener)) return [];
  // The label must stand right before: "X: met. The rest: fine."
  if (clause.start - (topic.mentions.at(-1)?.end ?? 0) > 5) return [];
  let from = 0;
  while (STANDING.has(tokens[from]?.norm ?? '') && !(tokens[from]?.text.toLowerCase() ?? '' in FRAGMENTS))
    from += 1;
  const word = tokens[from];
  const next = tokens[from + 1];
  if (!word || (next && !/^[.,;!]$/.test(next.text))) return readShort(clause, topic);
  // "Not yet met": a word that turns it around stands before.
  if (tokens.slice(0, from).some((token) => /^(?:not|never|no|almost|nearly|hardly|at)$/.test(token.norm)))
    return [];
  const effect = FRAGMENTS[word.text.toLowerCase()];
  if (!effect) return [];
  const hit = { cue: { effect, at: [], anyMood: true }, from, to: from + 1, negated: false };
  return [{ says: effect, effect, hit, list: topic, attach: 'subject', by: [] }];
}

const VERDICTS: ReadonlySet<Effect> = new Set<Effect>([
  'gap',
  'lack',
  'enough',
  'strong',
  'partial',
  'held',
  'unasked',
]);

/** "X: requirement met", "X – not requested": a few words that would do as a label, and all of the sentence. */
function readShort(clause: Clause, topic: SkillList): Said[] {
  const { tokens } = clause;
  const words = /^[.!]$/.test(tokens.at(-1)?.text ?? '') ? tokens.slice(0, -1) : tokens;
  const rest = clause.sentence.tokens.at(-1);
  if (words.length === 0 || words.length > 6 || rest !== tokens.at(-1)) return [];
  const [effect, ...others] = readLabel(words).effects;
  if (!effect || others.length > 0 || !VERDICTS.has(effect)) return [];
  const hit = { cue: { effect, at: [], anyMood: true }, from: 0, to: words.length, negated: false };
  return [{ says: effect, effect, hit, list: topic, attach: 'subject', by: [] }];
}
