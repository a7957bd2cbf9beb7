import { FRAGMENTS } from '../words/fragments.ts';
import { STANDING } from '../words/operators.ts';
import type { Clause } from './clause.ts';
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
  if (!word || (next && !/^[.,;!]$/.test(next.text))) return [];
  // "Not yet met": a word that turns it around stands before.
  if (tokens.slice(0, from).some((token) => /^(?:not|never|no|almost|nearly|hardly|at)$/.test(token.norm)))
    return [];
  const effect = FRAGMENTS[word.text.toLowerCase()];
  if (!effect) return [];
  const hit = { cue: { effect, at: [], anyMood: true }, from, to: from + 1, negated: false };
  return [{ says: effect, effect, hit, list: topic, attach: 'subject', by: [] }];
}
