import { LEVEL_WORDS, LINK, OBJECT_GLUE, PRONOUNS, SKILL_NOUNS } from '../words/function-words.ts';
import type { Clause, SkillList } from './clause.ts';
import type { CueHit } from './cue.ts';
import { afterAside, listBefore, type Near, startsWithoutSubject } from './subject-gap.ts';

/** The list linked by "is", a comma or nothing to a noun cue, on either side. */
export function findNoun(clause: Clause, hit: CueHit): Near | undefined {
  const left = listBefore(clause, hit.from);
  const right = clause.lists.find((list) => list.from >= hit.to);
  const linkFrom = left ? afterAside(clause, left.to, hit.from) : 0;
  if (
    left &&
    !isAnother(clause, hit.from) &&
    linked(clause, linkFrom, hit.from) &&
    isCopular(clause, linkFrom, hit.from)
  )
    return { list: left, distance: hit.from - left.to };
  if (right && isApposed(clause, hit, right)) return { list: right, distance: 1 };
  if (right && membership(clause, hit.to, right.from))
    return { list: right, distance: right.from - hit.to + 1 };
  if (
    !left &&
    !right &&
    clause.topic &&
    hit.from <= 6 &&
    startsWithoutSubject(clause) &&
    linked(clause, 0, hit.from) &&
    // "..., and the emerging tier, which ...": a noun with an article begins something else, unless a verb joins it.
    (!(clause.opener.startsWith(';') || beginsAnew(clause)) || isCopular(clause, 0, hit.from))
  )
    return { list: clause.topic, distance: 9 };
  return undefined;
}

/** "X is missing, and the emerging tier ...": the noun is a subject of its own. */
const isAnother = ({ tokens }: Clause, at: number): boolean =>
  /^(?:the|its|their)$/.test(tokens[at - 1]?.norm ?? '') &&
  /^(?:and|but|while|whereas)$/.test(tokens[at - 2]?.norm ?? '') &&
  tokens[at - 3]?.text === ',';

/** "And the emerging tier ...": conjunction and article open a subject of its own. */
const beginsAnew = ({ tokens }: Clause): boolean =>
  /^(?:and|but|while|whereas)$/.test(tokens[0]?.norm ?? '') &&
  /^(?:the|its|their)$/.test(tokens[1]?.norm ?? '');

/** "Another core skill, X, is ...": the name stands beside the noun. */
const isApposed = (clause: Clause, hit: CueHit, list: SkillList): boolean =>
  list.from === hit.to + 1 &&
  list.mentions.length === 1 &&
  clause.tokens[hit.to]?.text === ',' &&
  clause.tokens[list.to]?.text === ',' &&
  /^(?:another|a|an|one|further)$/.test(clause.tokens[hit.from - 1]?.norm ?? '') &&
  /^(?:skill|requirement|gap|strength|weakness|shortfall|qualification)$/.test(
    clause.tokens[hit.to - 1]?.norm ?? '',
  );

/** A verb or a comma links a list to the noun after it; "and in the" does not. */
function isCopular(clause: Clause, from: number, to: number): boolean {
  if (from === to) return true;
  const between = clause.tokens.slice(from, to).map((token) => token.norm);
  if (
    between.some((word) =>
      /^(?:be|remain|stand|count|become|represent|constitute|form|make|anchor)$/.test(word),
    )
  )
    return true;
  if (between.some((word) => /^(?:and|in|of|for|to|on|with)$/.test(word))) return between[0] === 'as';
  return between[0] === ',' || between[0] === 'as';
}

function linked(clause: Clause, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const token = clause.tokens[i];
    if (!token) return false;
    if (LINK.has(token.norm) || token.norm in LEVEL_WORDS || PRONOUNS.has(token.norm)) continue;
    if (token.figure || (/^(?:at|with|by)$/.test(token.norm) && clause.tokens[i + 1]?.figure)) continue;
    if (
      clause.hits.some(
        (hit) => hit.from <= i && hit.to > i && hit.cue.signal !== 'other' && hit.cue.signal !== 'candidate',
      )
    )
      continue;
    if (SKILL_NOUNS.has(token.norm) && i === from) continue;
    return false;
  }
  return true;
}

/** "gaps are A", "gaps include A", "gaps such as A", "gaps in areas like A", "core: A". */
function membership(clause: Clause, from: number, to: number): boolean {
  if (to - from > 9) return false;
  // "It is preferred, the core skill is X": another noun claims the list.
  const another = clause.hits.some(
    ({ cue, from: at, to: end }) =>
      at >= from && end <= to && cue.effect !== undefined && cue.at.includes('noun'),
  );
  if (another) return false;
  let bound = from === to;
  let open = false;
  let unknown = 0;
  for (let i = from; i < to; i += 1) {
    const token = clause.tokens[i];
    if (!token) return false;
    if (
      /^(?:be|include|such|like|in|:|comprise|namely|remain|contain|consist|lie|start|begin|make|up|compose)$/.test(
        token.norm,
      )
    ) {
      bound = true;
      open = token.norm === 'like' || token.norm === 'include' || token.norm === 'such' || token.norm === ':';
    }
    // A first member that no one knows ("trends like AI, Machine Learning").
    else if (open && token.kind === 'word' && clause.tokens[to - 1]?.text === ',' && unknown < 3)
      unknown += 1;
    else if (
      !OBJECT_GLUE.has(token.norm) &&
      !token.term?.meanings.some((one) => one.kind === 'candidate') &&
      token.norm !== ',' &&
      !clause.hits.some((hit) => hit.from <= i && hit.to > i && hit.cue.signal !== undefined) &&
      token.kind !== 'figure'
    ) {
      if (!/^(?:identified|for|the|role|that|candidate|job|report|here|this|listed|found)$/.test(token.norm))
        return false;
    }
  }
  return bound;
}
