import type { Token } from '../tokens/token.ts';
import { OPERATORS } from '../words/operators.ts';
import type { Clause } from './clause.ts';
import type { Said } from './said.ts';
import { afterAside } from './subject-gap.ts';

/** The first operator of a clause that no reading has used up. */
export function leftOver(clause: Clause, all: readonly Said[]): string | undefined {
  const used = new Set<number>();
  const use = (from: number, to: number) => {
    for (let i = from; i < to; i += 1) used.add(i);
  };
  for (const one of all) {
    use(one.hit.from, one.hit.to);
    if (clause.lists.includes(one.list)) use(one.list.from, one.list.to);
    if (one.list.from < 0) for (const list of clause.lists) use(list.from, list.to);
    for (const hit of one.by) if (reachesCue(clause, hit.to, one)) use(hit.from, hit.to);
    useNeighbours(clause, one, use);
  }
  for (const hit of clause.hits)
    if (hit.cue.signal === 'pseudo' || hit.cue.signal === 'same') use(hit.from, hit.to);
  // "X is core, and if that sounds odd, ...": what comes after is a thought of its own.
  // "X is one level short and would profit from practice": a second predicate is another matter.
  const last = Math.max(
    0,
    ...all.map(({ hit, list }) => Math.max(hit.to, clause.lists.includes(list) ? list.to : 0)),
  );
  const second = clause.tokens.findIndex(
    (token, i) =>
      i >= last &&
      /^(?:and|but)$/.test(token.norm) &&
      /^(?:would|could|may|might|will|should|can|must|be|have|do)$/.test(clause.tokens[i + 1]?.norm ?? ''),
  );
  if (second > 0) use(second, clause.tokens.length);
  const aside = clause.tokens.findIndex(
    (token, i) =>
      token.norm === 'if' && clause.tokens[i - 1]?.norm === 'and' && clause.tokens[i - 2]?.text === ',',
  );
  if (aside > 0 && all.every(({ hit }) => hit.to < aside)) use(aside, clause.tokens.length);
  // "X, an outright condition, appears in 31%": what is said in an aside stands, whatever the clause goes on to say.
  const [only] = all;
  const bounds = only && all.every((one) => one.hit === only.hit) ? asideOf(clause, only) : undefined;
  if (bounds) {
    use(0, bounds.from);
    use(bounds.to, clause.tokens.length);
  }
  return firstOperator(clause, used);
}

/** The aside between commas right after a list, where the claim stands in it. */
function asideOf({ tokens, lists }: Clause, { list, hit }: Said): { from: number; to: number } | undefined {
  if (!lists.includes(list) || tokens[list.to]?.text !== ',' || hit.from <= list.to) return undefined;
  const close = tokens.findIndex((token, i) => i >= hit.to && token.text === ',');
  const inside = tokens.slice(list.to + 1, hit.from);
  return close > 0 && close - hit.to <= 5 && inside.length <= 3 && !inside.some((token) => token.text === ',')
    ? { from: list.from, to: close }
    : undefined;
}

/** The first operator of a clause outside of the tokens that were used up. */
export function firstOperator(clause: Clause, used: ReadonlySet<number>): string | undefined {
  const at = clause.tokens.findIndex((token, i) => !used.has(i) && isOperator(clause.tokens, i, token));
  return at < 0 ? undefined : `"${clause.tokens[at]?.text}"`;
}

function isOperator(tokens: readonly Token[], i: number, token: Token): boolean {
  if (token.kind !== 'word' || !OPERATORS.has(token.norm)) return false;
  const next = tokens[i + 1]?.norm ?? '';
  const before = tokens[i - 1]?.norm ?? '';
  // "The most important", "just as", "as such": no choice among members.
  if (token.norm === 'most' && i > 0 && !/^(?:of|,)$/.test(next)) return false;
  if (token.norm === 'first' && before === 'at') return false;
  // "A, B and C, the last of them named by few": a choice within an aside.
  if (
    /^(?:last|first|latter|former|second|third)$/.test(token.norm) &&
    before === 'the' &&
    tokens[i - 2]?.text === ',' &&
    next === 'of' &&
    /^(?:them|which|these|whom)$/.test(tokens[i + 2]?.norm ?? '')
  )
    return false;
  return true;
}

/** Operators that belong to the list or the cue that they stand beside. */
function useNeighbours(
  clause: Clause,
  { hit, list, effect, says }: Said,
  use: (from: number, to: number) => void,
): void {
  const norm = (i: number) => clause.tokens[i]?.norm ?? '';
  const own = clause.lists.includes(list);
  // "Has no X", "knows neither X nor Y".
  if (own && list.from >= hit.to && /^(?:no|neither)$/.test(norm(list.from - 1)))
    use(list.from - 1, list.from);
  if ((!own || list.to <= hit.from) && /^(?:neither|none|nothing)$/.test(norm(hit.to)))
    use(hit.to, hit.to + 1);
  // "Merely preferred", "the only gap", "another must-have".
  const focus =
    effect === 'preferred' || effect === 'emerging' || effect === 'partial'
      ? /^(?:only|merely|just|mere|another)$/
      : effect === 'gap' || effect === 'core' || effect === 'lack' || effect === 'strong'
        ? /^(?:another)$/
        : undefined;
  const beside = /^(?:a|an)$/.test(norm(hit.from - 1)) ? hit.from - 2 : hit.from - 1;
  if (focus?.test(norm(beside))) use(beside, beside + 1);
  // What is named as the only gap is one.
  if (
    norm(hit.from - 1) === 'only' &&
    norm(hit.from - 2) === 'the' &&
    (effect === 'gap' || effect === 'lack')
  )
    use(hit.from - 1, hit.from);
  if (
    effect === 'lack' &&
    norm(0) === 'the' &&
    norm(1) === 'only' &&
    /^(?:thing|skill|one|requirement|piece|item)$/.test(norm(2))
  )
    use(1, 2);
  if (own && list.to <= hit.from) use(list.to, afterAside(clause, list.to, hit.from));
  // "Would have to be learned": it is not known today either.
  if (says === 'lack' || says === 'gap' || effect === 'train')
    for (let i = Math.max(0, hit.from - 2); i <= hit.from; i += 1) if (norm(i) === 'would') use(i, i + 1);
}

/** A negation does not reach across a comma, unless the comma stands in the list or closes an aside. */
function reachesCue(clause: Clause, from: number, { hit, list }: Said): boolean {
  const own = clause.lists.includes(list);
  const skip = own && list.from >= from ? afterAside(clause, list.to, hit.from) : hit.from;
  for (let i = from; i < hit.from; i += 1) {
    if (own && i >= list.from && i < list.to) continue;
    if (own && i >= list.to && i <= skip) continue;
    if (clause.tokens[i]?.text === ',') return false;
  }
  return true;
}
