import { LEVELS, type Level } from '../../schemas/scale.ts';
import { LEVEL_FILLER, LEVEL_WORDS } from './level-words.ts';
import { normalizeName } from './normalize-name.ts';

const levels = new Map(LEVELS.flatMap((level) => LEVEL_WORDS[level].map((word) => [word, level] as const)));
const longest = Math.max(...[...levels.keys()].map((phrase) => phrase.split(' ').length));
const filler = new Set(LEVEL_FILLER);

/**
 * Reads people's words for a level onto the scale: "Novice", "working knowledge", "4/5", "80%", "★★★☆☆",
 * "Advanced (C1)". A ratio up to 0.4 is beginner, up to 0.6 intermediate, up to 0.85 advanced, above that expert.
 * @returns null where a word is left over, or where two levels are named ("intermediate to advanced"): then it is
 * unknown.
 */
export function parseLevel(text: string | undefined): Level | null {
  if (text === undefined) return null;
  const words = normalizeName(text);
  const ratio = parseRatio(words);
  if (ratio !== null) return levelOfRatio(ratio);
  const whole = levels.get(words);
  if (whole) return whole;
  const bracket = /^(.*)\(([^()]*)\)$/u.exec(words);
  const inner = bracket ? parseRatio((bracket[2] ?? '').trim()) : null;
  const named = readPhrases(inner === null ? words : (bracket?.[1] ?? ''));
  if (inner === null || named === null) return inner === null ? named : null;
  return levelOfRatio(inner) === named ? named : null;
}

/** The one level that all words speak of; how long somebody has done it says nothing about it. */
function readPhrases(text: string): Level | null {
  const words = text
    .replace(/\b\d+ ?\+? ?(?:years?|yrs?|months?)\b/gu, ' ')
    .replace(/[().,:;/|+]/gu, ' ')
    .split(/\s+/u)
    .filter((word) => word !== '');
  let found: Level | null = null;
  for (let at = 0; at < words.length; ) {
    const hit = longestPhrase(words, at);
    // "very" and "proficiency" say nothing alone, but "very good" does.
    if (filler.has(words[at] as string) && (hit?.length ?? 0) < 2) {
      at += 1;
      continue;
    }
    if (!hit || (found !== null && hit.level !== found)) return null;
    found = hit.level;
    at += hit.length;
    if (words[at] === 'or' || words[at] === 'and') at += 1;
  }
  return found;
}

function longestPhrase(words: readonly string[], at: number): { level: Level; length: number } | undefined {
  for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
    const level = levels.get(words.slice(at, at + length).join(' '));
    if (level) return { level, length };
  }
  return undefined;
}

function parseRatio(words: string): number | null {
  const fraction = /^(\d+(?:[.,]\d+)?)\s*(?:\/|out of|of)\s*(\d+)(?:\s*(?:stars?|points?))?$/u.exec(words);
  const percent = /^(\d+(?:[.,]\d+)?)\s*(?:%|percent|per cent)$/u.exec(words);
  const marks = /^([★⭐●⬤■▮]+)([☆✩○◯□▯]*)$/u.exec(words.replace(/\s|\ufe0e|\ufe0f/gu, ''));
  const number = (digits: string | undefined) => Number((digits ?? '').replace(',', '.'));
  let ratio: number | null = null;
  if (fraction) ratio = number(fraction[1]) / number(fraction[2]);
  else if (percent) ratio = number(percent[1]) / 100;
  // Full marks without empty ones do not say out of how many.
  else if (marks?.[2]) ratio = [...(marks[1] ?? '')].length / [...(marks[1] ?? ''), ...marks[2]].length;
  return ratio !== null && ratio > 0 && ratio <= 1 ? ratio : null;
}

function levelOfRatio(ratio: number): Level {
  if (ratio <= 0.4) return 'beginner';
  if (ratio <= 0.6) return 'intermediate';
  return ratio <= 0.85 ? 'advanced' : 'expert';
}

/** Levels as numbers for arithmetic: 0 is not held, 1 beginner to 4 expert. */
export function levelNumber(level: Level | null): number {
  return level === null ? 0 : LEVELS.indexOf(level) + 1;
}
