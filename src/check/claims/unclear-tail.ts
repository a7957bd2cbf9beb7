import { LEVEL_WORDS } from '../words/function-words.ts';
import { TARGETS } from '../words/operators.ts';
import type { Clause } from './clause.ts';
import type { Said } from './said.ts';

/** "Good enough for Next.js", "hers to learn": what follows an evaluation and may bound it. */
export function unclearTail({ hit, list, says }: Said, clause: Clause): string | undefined {
  const own = clause.lists.includes(list);
  const from = Math.max(hit.to, own ? list.to : 0);
  const tail = clause.tokens.slice(from);
  const first = tail[0];
  if (first?.kind !== 'word' || !BOUNDS[says]?.test(first.norm)) return undefined;
  // "No Python at all", "lacks it at present": nothing is bounded.
  if (first.norm === 'at' && /^(?:all|present|this|the)$/.test(tail[1]?.norm ?? '') && isTime(tail))
    return undefined;
  // "The level asked for": the preposition belongs to the claim.
  if (!tail[1] || tail[1].kind === 'sign') return undefined;
  if (says === 'held' && clause.tokens[hit.to - 1]?.norm !== 'have') return undefined;
  if (first.norm === 'to' && says === 'unasked') return `"${first.text}" after the claim`;
  const known = tail
    .slice(1, 6)
    .some(
      (token) =>
        TARGETS.has(token.norm) ||
        token.norm in LEVEL_WORDS ||
        token.kind === 'figure' ||
        token.term?.meanings.some((one) => one.kind === 'role' || one.kind === 'candidate'),
    );
  return known ? undefined : `"${first.text}" after the claim`;
}

const isTime = (tail: Clause['tokens']): boolean =>
  /^(?:all|present|this (?:point|moment|stage|time)|the moment|the time)$/.test(
    /^(?:this|the)$/.test(tail[1]?.norm ?? '') ? `${tail[1]?.norm} ${tail[2]?.norm}` : (tail[1]?.norm ?? ''),
  );

const evaluated = /^(?:for|to|as|than|by|among|from|in|at|when|compared|until)$/;

/** What may follow a claim and bound it, by effect. */
const BOUNDS: Partial<Record<Said['says'], RegExp>> = {
  enough: evaluated,
  strong: evaluated,
  partial: evaluated,
  gap: evaluated,
  lack: /^(?:from|among|at)$/,
  held: /^(?:to|yet|not|never|no)$/,
  untrained: /^(?:of|from)$/,
  unasked: /^(?:of|to|from|at|before|until|yet|this|as)$/,
};

/** What was lacking in the past, or lacks one level, is not absent today. */
export function bounded({ says, hit }: Said, clause: Clause): string | undefined {
  if (says !== 'lack' && says !== 'gap' && says !== 'partial') return undefined;
  const from = Math.max(0, hit.from - 3);
  const past = clause.tokens
    .slice(from, hit.to)
    .find(
      (token) =>
        /^(?:was|were|had|did|lacked|missed|needed)$/i.test(token.text) &&
        !/^(?:have|not)$/.test(clause.tokens[clause.tokens.indexOf(token) - 1]?.norm ?? ''),
    );
  if (past) return `"${past.text}"`;
  if (says !== 'lack') return undefined;
  // "Does not know X well".
  const degree = clause.tokens
    .slice(hit.to)
    .find((token) => /^(?:well|inside|fully|thoroughly|deeply|properly|completely|much)$/.test(token.norm));
  if (degree) return `"${degree.text}"`;
  const level = clause.tokens.find(
    (token, i) => (i < hit.from || i >= hit.to) && /^(?:level|rung|notch)$/.test(token.norm),
  );
  return level && `"${level.text}"`;
}
