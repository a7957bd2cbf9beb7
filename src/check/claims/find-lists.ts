import type { Token } from '../tokens/token.ts';
import { LEVEL_WORDS, LIST_GLUE, POSSESSIVES } from '../words/function-words.ts';
import { table } from '../words/table.ts';
import type { Mention, SkillList } from './clause.ts';
import type { CueHit } from './cue.ts';

/** Skills named one after the other, with what a list may have between its members. */
export function findLists(tokens: readonly Token[], hits: readonly CueHit[]): SkillList[] {
  const lists: { from: number; to: number; mentions: Mention[] }[] = [];
  tokens.forEach((token, at) => {
    const skill = token.term?.meanings.find((meaning) => meaning.kind === 'skill')?.id;
    if (skill === undefined) return;
    const mention: Mention = { at, skill, token, start: token.start, end: token.end };
    const list = lists.at(-1);
    // "... from her JavaScript, and Go is new to her": the possessive belongs to the first alone.
    const owned =
      list?.mentions.length === 1 &&
      POSSESSIVES.has(tokens[list.from - 1]?.norm ?? '') &&
      tokens[list.to]?.text === ',' &&
      tokens[list.to + 1]?.norm === 'and';
    if (list && !owned && joins(tokens, list.to, at, hits)) {
      list.mentions.push(mention);
      list.to = at + 1;
    } else lists.push({ from: at, to: at + 1, mentions: [mention] });
  });
  return lists;
}

export function joins(tokens: readonly Token[], from: number, to: number, hits: readonly CueHit[]): boolean {
  if (from === to) return false;
  if (
    hits.some(
      (hit) =>
        hit.from < to &&
        hit.to > from &&
        (hit.cue.effect ||
          (hit.cue.signal &&
            hit.cue.signal !== 'candidate' &&
            hit.cue.signal !== 'other' &&
            hit.cue.signal !== 'pseudo' &&
            tokens[hit.from]?.norm !== 'nor')),
    )
  )
    return false;
  const between = tokens.slice(from, to);
  if (
    !between.some((token) =>
      /^(?:and|or|nor|&|\/|,|;|plus|along|alongside|followed|\+|then|as)$/.test(token.norm),
    )
  )
    return false;
  let strange = 0;
  for (const token of between) {
    if (token.kind === 'figure' || LIST_GLUE.has(token.norm) || token.norm in LEVEL_WORDS) continue;
    if (token.kind === 'sign' && !/[,&/+'"“”]/.test(token.text)) return false;
    strange += 1;
  }
  if (strange === 0) return true;
  // An unknown member between two commas or conjunctions.
  return (
    strange <= 4 &&
    /^(?:,|and|or)$/.test(between[0]?.norm ?? '') &&
    /^(?:,|and|or)$/.test(between.at(-1)?.norm ?? '')
  );
}

const selectors: Readonly<Record<string, number>> = table({
  former: 0,
  latter: -1,
  first: 0,
  second: 1,
  third: 2,
  last: -1,
});

/** "The latter", "the first": one member of the list named before. */
export function withSelected(
  lists: SkillList[],
  tokens: readonly Token[],
  topic: SkillList | undefined,
): SkillList[] {
  tokens.forEach((token, at) => {
    const index = selectors[token.norm];
    if (index === undefined || tokens[at - 1]?.norm !== 'the') return;
    const next = tokens[at + 1];
    if (
      next &&
      !/^(?:be|have|do|,|;|one|will|remain|need|must|can|is|get)$/.test(next.norm) &&
      next.kind !== 'sign'
    )
      return;
    const named = lists.findLast((list) => list.to <= at && list.mentions.length > 1) ?? topic;
    const mention = named && named.mentions.length > 1 ? named.mentions.at(index) : undefined;
    if (!mention || (/^(?:former|latter)$/.test(token.norm) && named?.mentions.length !== 2)) return;
    lists.push({ from: at, to: at + 1, mentions: [{ ...mention, at }] });
  });
  return lists.sort((a, b) => a.from - b.from);
}
