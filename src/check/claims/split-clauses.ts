import type { Token } from '../tokens/token.ts';
import { DISCOURSE } from '../words/discourse.ts';
import { LEVEL_WORDS, LIST_GLUE, POSSESSIVES } from '../words/function-words.ts';
import { POSSESSION } from '../words/possession.ts';
import { DEMAND_FRAMES, REQUIREMENT, TRAINING } from '../words/requirement.ts';
import { SIGNALS } from '../words/signals.ts';
import { table } from '../words/table.ts';
import type { Clause, Mention, Mood, Sentence, SkillList } from './clause.ts';
import type { CueHit } from './cue.ts';
import { CueTrie } from './cue-trie.ts';

export const cues = new CueTrie([...SIGNALS, ...POSSESSION, ...REQUIREMENT, ...DEMAND_FRAMES, ...TRAINING]);
const discourse = new CueTrie([{ signal: 'pseudo', phrases: DISCOURSE }]);

/** Parts a sentence into clauses, each with its cues and its lists of skills. */
export function splitClauses(sentence: Sentence, labelTopic: SkillList | undefined): Clause[] {
  const clauses: Clause[] = [];
  const stretches = takeBrackets(withoutDiscourse(sentence.tokens));
  let topic = labelTopic;
  // What an aside ("unlike X, ...") interrupts, until its comma closes it.
  let interrupted: SkillList | undefined;
  // A question claims nothing; what it asks about is answered after it.
  const question = sentence.tokens.at(-1)?.text === '?';
  let unclaimed = question;
  for (const stretch of stretches) {
    const hits = cues.find(stretch.tokens);
    for (const part of cut(stretch.tokens, hits)) {
      const tokens = stretch.tokens.slice(part.from, part.to);
      const first = tokens[0];
      const last = tokens.at(-1);
      if (!first || !last) continue;
      const own = hits
        .filter((hit) => hit.from >= part.from && hit.to <= part.to)
        .map((hit) => moved(hit, part.from));
      const lists = withSelected(findLists(tokens, own), tokens, topic);
      const conditional =
        own.some((hit) => hit.cue.signal === 'condition' && opensClause(tokens, hit.from)) ||
        (clauses.length === 0 && isInvertedCondition(tokens)) ||
        isHypothetical(sentence, tokens);
      const future = own.some((hit) => hit.cue.signal === 'future');
      const clauseMood: Mood = conditional ? 'conditional' : future ? 'planned' : 'stated';
      if (interrupted && part.opener === ',') topic = interrupted;
      if (part.opener === ',' || lists.length > 0) interrupted = undefined;
      if (/^(?:so|;|but)(?: |$)/.test(part.opener)) unclaimed = question;
      const before: boolean = unclaimed;
      if (own.some((hit) => hit.cue.signal === 'unclaimed')) unclaimed = true;
      clauses.push({
        start: first.start,
        end: last.end,
        sentence,
        tokens,
        hits: own,
        lists,
        mood: clauseMood,
        topic: stretch.nested ? (stretch.topic?.(clauses) ?? topic) : topic,
        nested: stretch.nested,
        opener: part.opener,
        unclaimed: before || unclaimed,
      });
      if (stretch.nested) continue;
      if (part.opener === 'unlike' && topic && lists.length > 0) interrupted = topic;
      topic = lists.at(-1) ?? topic;
    }
  }
  return clauses;
}

function moved(hit: CueHit, by: number): CueHit {
  return { ...hit, from: hit.from - by, to: hit.to - by, shorter: hit.shorter && moved(hit.shorter, by) };
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
function withSelected(
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

/** The tokens that stand outside of brackets. */
export function withoutBrackets(tokens: readonly Token[]): readonly Token[] {
  return takeBrackets(tokens)[0]?.tokens ?? [];
}

interface Stretch {
  tokens: Token[];
  nested: boolean;
  topic?: (clauses: readonly Clause[]) => SkillList | undefined;
}

/** The sentence without what stands in brackets, then each bracket. */
function takeBrackets(tokens: readonly Token[]): Stretch[] {
  const main: Token[] = [];
  const nested: Stretch[] = [];
  let depth = 0;
  let inner: Token[] = [];
  for (const token of tokens) {
    if (token.text === '(' || token.text === '[') {
      depth += 1;
      if (depth === 1) continue;
    }
    if (depth > 0 && (token.text === ')' || token.text === ']')) {
      depth -= 1;
      if (depth === 0) {
        nested.push(bracket(inner));
        inner = [];
        continue;
      }
    }
    if (depth > 0) inner.push(token);
    else main.push(token);
  }
  if (inner.length > 0) nested.push(bracket(inner));
  return [{ tokens: main, nested: false }, ...nested];
}

function bracket(tokens: Token[]): Stretch {
  const start = tokens[0]?.start ?? 0;
  return { tokens, nested: true, topic: (clauses) => lastListBefore(clauses, start) };
}

/** The list whose last member stands right before an offset. */
function lastListBefore(clauses: readonly Clause[], offset: number): SkillList | undefined {
  let best: SkillList | undefined;
  for (const clause of clauses)
    for (const list of clause.lists)
      for (const mention of list.mentions) {
        if (
          mention.end <= offset &&
          mention.end > offset - 60 &&
          (best?.mentions[0]?.end ?? -1) < mention.end
        )
          best = { from: mention.at, to: mention.at + 1, mentions: [mention] };
      }
  return best;
}

interface Part {
  from: number;
  to: number;
  opener: string;
}

function cut(tokens: readonly Token[], hits: readonly CueHit[]): Part[] {
  const parts: Part[] = [];
  let from = 0;
  let opener = '';
  const breaks = new Map(hits.filter((hit) => hit.cue.signal === 'break').map((hit) => [hit.from, hit]));
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    const hit = breaks.get(i);
    const sign =
      token.kind === 'sign' && /^[;:–—→|•]$/.test(token.text) && !(token.glued && tokens[i + 1]?.glued);
    const dash = token.text === '-' && !token.glued && !tokens[i + 1]?.glued;
    const closes = token.text === ',' && closesOpening(tokens, from, i, opener, parts.length);
    const so =
      token.norm === 'so' &&
      tokens[i - 1]?.text === ',' &&
      !/^(?:be|do|have|that|far|much|many|as|long|,)$/.test(tokens[i + 1]?.norm ?? ',');
    const joins = joinsClauses(tokens, from, i) || givesReason(tokens, i);
    if (!hit && !sign && !dash && !closes && !so && !joins) continue;
    if (i > from) parts.push({ from, to: i, opener });
    opener = hit
      ? tokens
          .slice(hit.from, hit.to)
          .map((one) => one.norm)
          .join(' ')
      : token.text;
    const pronoun = hit && /^(?:which|who|\w+ of (?:which|whom))$/.test(opener);
    // "and she", "yet it": the pronoun is the subject of the new clause.
    from =
      hit && hit.to - hit.from > 1 && /^(?:and|so|yet) /.test(opener) ? hit.from + 1 : pronoun ? i : i + 1;
    if (hit && from === i) {
      // The relative pronoun opens its own clause, so it must not be found again.
      i = hit.to - 1;
    } else if (hit) i = Math.max(i, from - 1);
  }
  if (tokens.length > from) parts.push({ from, to: tokens.length, opener });
  return parts;
}

/** ", for it is ...": a reason, with a subject of its own. */
const givesReason = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.text === ',' &&
  tokens[i + 1]?.norm === 'for' &&
  /^(?:it|she|he|they|you|there|that|this)$/.test(tokens[i + 2]?.norm ?? '');

const finite =
  /^(?:be|have|do|will|would|can|could|must|should|may|might|need|remain|lack|stand|meet|require|fall)$/;

/** "..., the other four have yet to be started". */
const opensRest = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.norm === 'the' &&
  /^(?:other|others|rest|remainder|remaining)$/.test(tokens[at + 1]?.norm ?? '') &&
  tokens.slice(at + 2, at + 6).some((token) => finite.test(token.norm));

/** "A is met, and B and C are missing", "A is met and B is not": each half has its own subject and verb. */
function joinsClauses(tokens: readonly Token[], from: number, i: number): boolean {
  const comma = tokens[i]?.text === ',';
  const word = comma ? tokens[i + 1] : tokens[i];
  if (comma && opensRest(tokens, i + 1) && tokens.slice(from, i).some((token) => finite.test(token.norm)))
    return true;
  if (!word || !/^(?:and|or)$/.test(word.norm)) return false;
  // Without a comma "A and B" may be one list.
  if (!comma && (tokens[i - 1]?.kind === 'term' || tokens[i - 1]?.text === ',')) return false;
  const start = comma ? i + 2 : i + 1;
  const first = tokens[start];
  if (!first || finite.test(first.norm) || first.norm === 'not') return false;
  if (!tokens.slice(from, i).some((token) => finite.test(token.norm))) return false;
  let named = false;
  for (let at = start; at < tokens.length && at < start + 12; at += 1) {
    const token = tokens[at] as Token;
    if (token.term?.meanings.some((meaning) => meaning.kind === 'skill')) named = true;
    else if (finite.test(token.norm)) return named && tokens[at - 1]?.kind === 'term';
    else if (!/^(?:and|or|,|the|her|his|your|both|neither|nor|in|of|too|also|&)$/.test(token.norm))
      return false;
  }
  return false;
}

const opensAside =
  /^(?:while|although|though|whereas|unlike|because|despite|in spite of|even though|even if|given that)$/;

/** Whether the comma at `i` ends the clause that the sentence opens with ("While X is strong, Y ..."). */
function closesOpening(
  tokens: readonly Token[],
  from: number,
  i: number,
  opener: string,
  before: number,
): boolean {
  const subordinate =
    before === 0 &&
    (opensAside.test(opener) ||
      isInvertedCondition(tokens.slice(from, from + 1)) ||
      (/^(?:once|when|if|after|until|as|by)$/.test(tokens[from]?.norm ?? '') &&
        tokens[from + 1]?.norm !== 'it' &&
        tokens[from + 1]?.norm !== 'for' &&
        tokens[from + 1]?.norm !== 'to'));
  if (!subordinate && !(opener === 'unlike')) return false;
  const last = tokens[i - 1];
  const next = tokens[i + 1];
  if (!next) return false;
  const listed = last?.kind === 'term' && (next.kind === 'term' || /^(?:and|or|nor)$/.test(next.norm));
  return (!listed || opener === 'unlike') && i - from >= 1;
}

/** "Were I asked", "Had she learned it": a condition without its "if". */
const isInvertedCondition = (tokens: readonly Token[]): boolean =>
  /^(?:Were|Had|Should)$/.test(tokens[0]?.text ?? '');

/** "X would be met if ...": what a condition anywhere in the sentence makes unreal. */
function isHypothetical(sentence: Sentence, tokens: readonly Token[]): boolean {
  if (!tokens.some((token) => /^(?:would|could|might)$/.test(token.norm))) return false;
  return sentence.tokens.some((token) => /^(?:if|unless|otherwise|were)$/i.test(token.text));
}

/** "After phase one, ..." sets a condition; "before anything else" at the end of a clause sets none. */
function opensClause(tokens: readonly Token[], at: number): boolean {
  return at <= 1 || /^(?:,|and|or|but)$/.test(tokens[at - 1]?.norm ?? '');
}

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

function joins(tokens: readonly Token[], from: number, to: number, hits: readonly CueHit[]): boolean {
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

/** The tokens without "on the other hand" and its like, and without the commas around them. */
function withoutDiscourse(tokens: readonly Token[]): Token[] {
  const hits = discourse.find(tokens);
  if (hits.length === 0) return [...tokens];
  const dropped = new Set<number>();
  for (const hit of hits) {
    for (let i = hit.from; i < hit.to; i += 1) dropped.add(i);
    const after = tokens[hit.to];
    const before = tokens[hit.from - 1];
    if (before?.text === ',' && (after?.text === ',' || !after || after.text === '.'))
      dropped.add(hit.from - 1);
    if (after?.text === ',' && (before?.text === ',' || !before)) dropped.add(hit.to);
  }
  return tokens.filter((_, i) => !dropped.has(i));
}
