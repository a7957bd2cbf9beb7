import { type Catalog, type Mention, parseLevel, scanAmbiguous, scanMentions } from '../../skills/index.ts';
import { flatten } from '../clean-text.ts';
import { CLAIMS, NOT_HELD, NOT_HELD_AFTER } from '../words/skills.ts';

/** What a sentence says of a skill. */
export interface SkillClaim {
  name: string;
  held: boolean;
  level?: string;
  duration?: string;
  /** UTF-16 offsets of the name. */
  start: number;
  end: number;
}

const CLAUSE_END =
  /[.;!?\n]\s|\s(?:but|however|although|though|yet|while|whereas)\s|,\s(?:not?|never|but|without)\s/giu;
const JOIN = /^\s*(?:,|\/|&|and|or|,\s*and|,\s*or|as well as|plus)\s*$/iu;
const DURATION_BEFORE =
  /(\d+(?:[.,]\d)?\s*\+?\s*(?:years?|yrs?|months?))(?:['’])?(?:\s+(?:of|with|in|using|as|experience|professional|work|working|practical|hands-on|industry|commercial|a|an))*\s*$/iu;
const DURATION_BEHIND =
  /^\s*(?:[-–:,]|\()\s*((?:over |about )?\d+(?:[.,]\d)?\s*\+?\s*(?:years?|yrs?|months?))\b(?!\s+(?:of|in|with|using)\b)/iu;
const BEHIND =
  /^\s*(?:\(([^()]{2,30})\)|[-–:]\s*([\p{L} ]{3,25}?)(?=[,;.\n]|$)|\s+(?:skills?|experience|knowledge)\b)/u;

/**
 * What prose says of skills: held where a level, a duration or a word such as "experienced in" goes with the name, or
 * with the list that it stands in; not held where a "no", "not any more" or "want to learn" does. A name that is only
 * mentioned is neither, and is left out.
 */
export function readClaims(text: string, catalog: Catalog): SkillClaim[] {
  const flat = text.replace(/\s/gu, ' ');
  const mentions = withDoubtful(flat, scanMentions(flat, catalog), catalog);
  const claims: SkillClaim[] = [];
  let carried: Omit<SkillClaim, 'name' | 'start' | 'end'> | undefined;
  let last: { end: number } | undefined;
  for (const { entry, start, end } of mentions) {
    const from = clauseStart(flat, start);
    const before = flat.slice(from, start);
    const after = flat.slice(end, clauseEnd(flat, end));
    const joined = last !== undefined && last.end >= from && JOIN.test(flat.slice(last.end, start));
    const own = judge(before, after);
    const verdict = own ?? (joined ? carried : undefined);
    last = { end };
    carried = verdict;
    if (!verdict) continue;
    claims.push({ ...verdict, name: entry.name, start, end });
  }
  return claims;
}

function judge(before: string, after: string): Omit<SkillClaim, 'name' | 'start' | 'end'> | undefined {
  if (NOT_HELD_AFTER.test(after)) return { held: false };
  const behind = BEHIND.exec(after);
  const levelBehind = behind?.slice(1).find((part) => part !== undefined);
  if (levelBehind !== undefined && parseLevel(levelBehind) !== null)
    return { held: true, level: flatten(levelBehind) };
  const lasted = DURATION_BEHIND.exec(after)?.[1];
  if (lasted !== undefined) return { held: true, duration: flatten(lasted) };
  if (NOT_HELD.test(lastPart(before))) return { held: false };
  const duration = DURATION_BEFORE.exec(before)?.[1];
  if (duration !== undefined) return { held: true, duration: flatten(duration) };
  const level = levelBefore(before);
  if (level !== undefined) return { held: true, level };
  if (CLAIMS.test(before)) return { held: true };
  return undefined;
}

/** Ends what can be a name with a claim before it. */
const NAME_ENDS =
  /^(?:$|\s*[,.;:)(/&!?–-]|\s+(?:and|or|but|any ?more|skills?|knowledge|programming|experience|developer|language)\b)/iu;
const LEARNED = /\b(?:learn(?:ing)?|study(?:ing)?|us(?:e|ed|ing)|know|explor(?:e|ing)|with|of|in)\s+$/iu;

/**
 * Names that are common words count in prose only with context. Words of a claim right before them, or of a denial,
 * are such: "basic knowledge of Go", "want to learn Rust".
 */
function withDoubtful(text: string, mentions: readonly Mention[], catalog: Catalog): Mention[] {
  const meant = [...mentions];
  const takenUp = new Set(
    mentions.flatMap((known) => [...Array(known.end - known.start).keys()].map((at) => known.start + at)),
  );
  for (const { entry, start, end } of scanAmbiguous(text, catalog)) {
    if (takenUp.has(start) || !NAME_ENDS.test(text.slice(end, end + LONGEST_CLAUSE))) continue;
    const before = text.slice(clauseStart(text, start), start);
    const last = meant.findLast((known) => known.end <= start && start - known.end < LONGEST_JOIN);
    const isListed = last !== undefined && JOIN.test(text.slice(last.end, start));
    const isClaimed =
      CLAIMS.test(before) || levelBefore(before) !== undefined || DURATION_BEFORE.test(before);
    if (isListed || isClaimed || (NOT_HELD.test(before) && LEARNED.test(before)))
      meant.push({ entry, start, end });
  }
  return meant.sort((a, b) => a.start - b.start);
}

/** Between members of a list. */
const LONGEST_JOIN = 14;

/** What a "no" reaches: the clause, but not beyond a sign that begins something new. */
function lastPart(before: string): string {
  const part = before.slice(Math.max(before.lastIndexOf('('), before.lastIndexOf(':')) + 1);
  // "migrated from Jenkins to Docker" leaves the first.
  return part.replace(/^.*\bfrom\b.*\bto\s+$/iu, '');
}

/** The level that the last words before a name say: "advanced", "basic knowledge of", "fluent in", "strong". */
function levelBefore(before: string): string | undefined {
  const words = flatten(before).split(' ');
  for (let count = Math.min(5, words.length); count > 0; count -= 1) {
    const phrase = words
      .slice(-count)
      .join(' ')
      .replace(/^[("]+/u, '');
    if (/^(?:in|of|at|with|the|an?|to|and)\b/iu.test(phrase)) continue;
    const bare = phrase.replace(
      /\s+(?:knowledge|skills?|experience|understanding|command|proficiency)?\s*(?:of|in|with|at|using)$/iu,
      '',
    );
    if (/[.,;:]/u.test(phrase) || !/^\p{L}/u.test(phrase)) continue;
    if (parseLevel(bare) !== null) return bare;
  }
  return undefined;
}

/** What is further away has nothing to do with a name, and a text may be long. */
const LONGEST_CLAUSE = 300;

function clauseStart(text: string, at: number): number {
  const first = Math.max(0, at - LONGEST_CLAUSE);
  let start = first;
  for (const match of text.slice(first, at).matchAll(CLAUSE_END))
    start = first + match.index + (/^,/.test(match[0]) ? 1 : match[0].length);
  return start;
}

function clauseEnd(text: string, at: number): number {
  const found = text.slice(at, at + LONGEST_CLAUSE).search(CLAUSE_END);
  return at + (found < 0 ? LONGEST_CLAUSE : found);
}
