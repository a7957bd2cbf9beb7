import type { Level } from '../../../schemas/index.ts';
import { type Catalog, type Mention, parseLevel } from '../../skills/index.ts';
import { findMentions } from './find-mentions.ts';
import { isDenied } from './is-denied.ts';
import type { Posting } from './posting.ts';
import { readYears } from './read-years.ts';
import { PREFERRED, REQUIRED } from './section-words.ts';
import { splitParts } from './split-parts.ts';
import { splitSentences } from './split-sentences.ts';

/** How strongly a posting asks, strongest first. */
export const STRENGTHS = ['required', 'named', 'preferred'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** A skill that a posting asks for, or several any one of which will do. */
export interface Ask {
  /** Names of the catalog, in the order of the alphabet; a field of its own may name others. */
  names: readonly string[];
  strength: Strength;
  level: Level | null;
  years: number | undefined;
}

/** What a posting asks for. */
export interface Asks {
  asks: Ask[];
  /** Years of experience in general. */
  years: number | undefined;
}

/** Between members of one list. */
const JOINED = /^[\s,/]*(?:and\/or|and|or|&|as well as)?[\s,/]*$/iu;
const CHOICE = /\b(?:one of|any of|either|at least one|one or more)\b[^.;]{0,40}$/iu;
const EXAMPLES = /(?:\be\.g\.?|\bsuch as|\bfor example|\bfor instance|\blike)[\s,:(]*$/iu;
const LEVEL =
  /\b(expert|advanced|strong|solid|proficient|proficiency|fluent|basic|working knowledge|intermediate|familiar|familiarity|extensive)\b(?=[^.;:()]{0,50}$)/giu;

/**
 * Reads what a posting asks for: each skill of the catalog that its text names, with its strength by the part and the
 * sentence that it stands in. What is denied ("no Java required") or said of the employer is not asked for. Skills
 * joined by "or", or by "one of", are one ask of several names.
 */
export function readAsks(posting: Posting, catalog: Catalog): Asks {
  const { text } = posting;
  const parts = splitParts(text);
  const mentions = findMentions(text, catalog);
  const asks: Ask[] = posting.skills.map(({ name, level }) => ({
    names: [catalog.find(name)?.name ?? name],
    strength: 'required',
    level: parseLevel(level),
    years: undefined,
  }));
  const general: number[] = [];
  let next = 0;
  for (const span of splitSentences(text)) {
    const kind = parts.find((part) => part.start <= span.start + 1 && span.start < part.end)?.kind ?? 'named';
    const inside: Mention[] = [];
    while (next < mentions.length && (mentions[next] as Mention).start < span.end) {
      const mention = mentions[next] as Mention;
      if (mention.start >= span.start) inside.push(mention);
      next += 1;
    }
    if (kind === 'aside') continue;
    const sentence = text.slice(span.start, span.end);
    const years = readYears(sentence);
    if (years && (inside.length === 0 || years.general)) general.push(years.years);
    for (const run of runsOf(inside, text)) {
      const [first, last] = [run[0] as Mention, run.at(-1) as Mention];
      const before = text.slice(span.start, first.start);
      const after = text.slice(last.end, span.end);
      if (isDenied(before, after)) continue;
      // In brackets a level is that of the name right before them, not of a list.
      const level = (run.length === 1 ? levelBehind(after) : null) ?? levelBefore(before);
      const ownYears =
        years && !years.general && years.end <= first.start - span.start ? years.years : undefined;
      for (const group of groupsOf(run, text, before))
        asks.push({
          names: [...new Set(group.map(({ entry }) => entry.name))].sort(),
          strength: strengthOf(sentence, (group[0] as Mention).start - span.start, kind),
          level,
          years: ownYears,
        });
    }
  }
  return { asks, years: general.length === 0 ? undefined : Math.max(...general) };
}

/** Mentions that stand together as a list. */
function runsOf(mentions: readonly Mention[], text: string): Mention[][] {
  const runs: Mention[][] = [];
  for (const mention of mentions) {
    const last = runs.at(-1)?.at(-1);
    if (last && JOINED.test(text.slice(last.end, mention.start))) runs.at(-1)?.push(mention);
    else runs.push([mention]);
  }
  return runs;
}

/**
 * The alternatives within a list. "Python and AWS or GCP" is Python, and one of AWS and GCP; "Python, Java or Go" is
 * one of three. A slash alone says nothing: HTML/CSS means both.
 */
function groupsOf(run: readonly Mention[], text: string, before: string): Mention[][] {
  if (run.length === 1) return [[...run]];
  const gaps = run
    .slice(1)
    .map((mention, at) => text.slice((run[at] as Mention).end, mention.start).toLowerCase());
  const open = /\b(?:and|&|as well as)\b|&/;
  const isAnd = (gap: string) => open.test(gap) && !gap.includes('or');
  if (CHOICE.test(before) || (EXAMPLES.test(before) && !gaps.some(isAnd))) return [[...run]];
  const segments: { members: Mention[]; or: boolean }[] = [{ members: [run[0] as Mention], or: false }];
  for (const [at, gap] of gaps.entries()) {
    const mention = run[at + 1] as Mention;
    const last = segments.at(-1);
    if (isAnd(gap) || !last) segments.push({ members: [mention], or: false });
    else {
      last.members.push(mention);
      if (/\bor\b/.test(gap)) last.or = true;
    }
  }
  return segments.flatMap(({ members, or }) => (or ? [members] : members.map((member) => [member])));
}

/** By the words of the sentence where it has any, else by its part. Of two the nearest behind the skill counts. */
function strengthOf(
  sentence: string,
  at: number,
  kind: Exclude<ReturnType<typeof splitParts>[number]['kind'], 'aside'>,
): Strength {
  const cues = [
    ...[...sentence.matchAll(PREFERRED)].map(({ index }) => ({ index, strength: 'preferred' as const })),
    ...[...sentence.matchAll(REQUIRED)].map(({ index }) => ({ index, strength: 'required' as const })),
  ].sort((a, b) => a.index - b.index);
  const cue = cues.find(({ index }) => index > at) ?? cues.at(-1);
  // Beneath "Preferred qualifications" a "must" is part of the wording, not of the tier.
  if (kind === 'preferred') return 'preferred';
  return cue?.strength ?? kind;
}

function levelBefore(before: string): Level | null {
  const word = [...before.slice(-80).matchAll(LEVEL)].at(-1)?.[1];
  return word === undefined ? null : parseLevel(word.replace(/ knowledge$/i, ''));
}

/** "AutoCAD (intermediate)", "AutoCAD at intermediate level": what stands right behind the name. */
function levelBehind(after: string): Level | null {
  const word =
    /^\s*[([]\s*([a-z]+)(?:\s+(?:level|user|knowledge|skills?))?\s*[)\]]/iu.exec(after)?.[1] ??
    /^\s+(?:at|to)\s+(?:an?\s+)?([a-z]+)\s+level\b/iu.exec(after)?.[1];
  return word === undefined ? null : parseLevel(word);
}
