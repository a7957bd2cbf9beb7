import { OTHER_PEOPLE } from '../words/function-words.ts';
import { ASKERS, STANDING } from '../words/operators.ts';
import type { Clause } from './clause.ts';
import type { Said } from './said.ts';

/**
 * Why it is not certain that it is the market that asks: "an employer who insists on it", "the team never needed it".
 * @returns undefined where the role, the postings or employers in general ask
 */
export function unclearAsker({ hit, attach, effect, list }: Said, clause: Clause): string | undefined {
  if (effect !== 'asked' && effect !== 'unasked' && effect !== 'core') return undefined;
  const { tokens } = clause;
  const words = tokens.slice(hit.from, hit.to);
  const named = words.findIndex((token) => ASKERS.has(token.norm));
  let at = hit.from + named;
  if (named < 0) {
    if (attach !== 'object') return undefined;
    at = hit.from - 1;
    while (
      at >= 0 &&
      (STANDING.has(tokens[at]?.norm ?? '') || /^\p{Ll}{2,}ly$/u.test(tokens[at]?.text ?? ''))
    )
      at -= 1;
    const asker = tokens[at];
    if (
      asker &&
      !ASKERS.has(asker.norm) &&
      !isGeneric(clause, at) &&
      !asker.term?.meanings.some((one) => one.kind === 'role')
    ) {
      // "The role wants A and asks for B", "core skills that employers ...".
      const joined = /^(?:,|and|but|or|that|which)$/.test(asker.norm);
      if (!joined || !tokens.slice(0, at).some((token) => ASKERS.has(token.norm))) {
        // A phrase such as "nobody gets through the door without X" brings its own asker.
        return effect === 'core' && words.length > 2
          ? undefined
          : `who "${words.map((token) => token.text).join(' ')}"`;
      }
    }
  }
  if (list.from >= 0 && at >= list.from && at < list.to) return undefined;
  for (let i = at - 1; i >= Math.max(0, at - 3); i -= 1) {
    const norm = tokens[i]?.norm ?? '';
    if (/^(?:a|an|another|one|certain|particular|first|old|previous|current|former|next)$/.test(norm))
      return `"${tokens[i]?.text}" asker`;
    if (!/^(?:the|this|such|most|all|every|each|other)$/.test(norm)) break;
  }
  return undefined;
}

/** "Airlines ask for it", "no airline asks": employers of a trade in general, by a bare plural or a "no". */
function isGeneric(clause: Clause, at: number): boolean {
  const noun = clause.tokens[at];
  const left = clause.tokens[at - 1];
  if (noun?.kind !== 'word' || OTHER_PEOPLE.has(noun.norm)) return false;
  if (left?.norm === 'no') return true;
  return /^\p{L}{3,}s$/u.test(noun.text) && (!left || /^(?:,|and|but|most|many|all)$/.test(left.norm));
}
