import { type Catalog, parseLevel } from '../../skills/index.ts';
import { flatten } from '../clean-text.ts';
import { CLAIMS, NOT_HELD, NOT_HELD_AFTER } from '../words/skills.ts';

/** An entry of a skills list, read. */
export interface SkillItem {
  name: string;
  /** The words for the level, as the scale reads them. */
  level?: string;
  /** How long it has been used, as it is said. */
  duration?: string;
  keywords: string[];
}

const DURATION =
  /(?:\b(?:over|more than|about|approx\.?|ca\.?|at least)\s+)?\b\d+(?:[.,]\d)?\s*\+?\s*(?:years?|yrs?|months?|mos?|mths?|jahre?n?|monate?n?)\b(?:\s+(?:of\s+)?(?:professional\s+|practical\s+|hands-on\s+)?(?:experience|use|practice))?(?:\s+(?:with|in|of|using))?/iu;
const SIGNS = /^[\s,;:|()[\]–—-]+|[\s,;:|([–—-]+$/gu;
const BEHIND =
  /\s*(?:\(([^()]*)\)|\s[-–—]\s*(.+)|:\s*(.+)|\t(.+)|\s((?:[★⭐●⬤■▮]+\s?[☆✩○◯□▯]*)|\d+\s?\/\s?\d+|\d{1,3}\s?%)|,\s*([^,]+))\s*$/u;
const FILLER = /^(?:skills?|knowledge|experience|programming|proficiency|user|level)$/iu;

/**
 * Reads one entry: "Python - 24 months", "advanced SQL", "basic knowledge of Go", "Excel (expert)", "AWS (EC2, S3)".
 * @returns undefined where no name is left
 */
export function readSkillItem(text: string, catalog: Catalog): SkillItem | undefined {
  let rest = text
    .replace(/\s*\t\s*/g, '\t')
    .replace(/^[\s•·*–—-]+/u, '')
    .replace(/[.;,\s]+$/u, (end) => (/\.$/.test(end) && /\b[A-Z]\.$/.test(text) ? end : ''));
  const item: Omit<SkillItem, 'name'> = { keywords: [] };
  if (catalog.find(flatten(rest))) return { ...item, name: flatten(rest) };
  const duration = DURATION.exec(rest);
  if (duration) {
    item.duration = flatten(duration[0]).replace(/\s+(?:of|with|in|using)$/iu, '');
    rest = rest
      .replace(duration[0], ' ')
      .replace(/\(\s*\)/g, ' ')
      .replace(SIGNS, '');
  }
  for (let round = 0; round < 3 && !catalog.find(flatten(rest)); round += 1) {
    const behind = BEHIND.exec(rest);
    const said = behind
      ?.slice(1)
      .find((part) => part !== undefined)
      ?.trim();
    if (!behind || said === undefined || behind.index === 0) break;
    if (parseLevel(said) !== null) item.level ??= flatten(said);
    else if (behind[1] !== undefined) {
      // A list in brackets is held with it; one word may be the name's own short form.
      const inside = said
        .split(/\s*[,;/]\s*/u)
        .filter((word) => word !== '' && !/^(?:e\.?g\.?|incl?\.?|etc\.?|and more)$/iu.test(word));
      item.keywords.push(
        ...inside
          .map((word) => word.replace(/^(?:e\.g\.|incl(?:uding|\.)|such as)\s*/iu, ''))
          .filter((word) => inside.length > 1 || catalog.find(word) !== undefined),
      );
    } else break;
    rest = rest.slice(0, behind.index).replace(SIGNS, '');
  }
  const front = catalog.find(flatten(rest)) ? undefined : readFront(flatten(rest), catalog);
  if (front?.level !== undefined) item.level ??= front.level;
  const name = (front?.name ?? flatten(rest)).replace(SIGNS, '').trim();
  return /[\p{L}\p{N}]/u.test(name) && !FILLER.test(name) ? { ...item, name } : undefined;
}

/** "advanced SQL", "basic knowledge of Go", "fluent in Go", "strong Python skills": level words before the name. */
function readFront(text: string, catalog: Catalog): { name: string; level?: string } | undefined {
  const words = text.split(' ');
  for (let from = Math.min(words.length - 1, 6); from > 0; from -= 1) {
    const before = words.slice(0, from).join(' ');
    const bare = before
      .replace(
        /\s+(?:of|in|with|at|using|the|knowledge|skills?|experience|understanding|command|proficiency|user)\b/giu,
        '',
      )
      .replace(/^(?:a|an|the)\s+/iu, '')
      .replace(/:$/u, '');
    const behind = words
      .slice(from)
      .join(' ')
      .replace(/\s+(?:skills?|knowledge|experience|programming|user)$/iu, '');
    const level = parseLevel(before) ?? parseLevel(bare);
    if (level !== null && behind !== '') {
      const whole = words.slice(from).join(' ');
      return {
        name: catalog.find(whole) ? whole : behind,
        level: (parseLevel(bare) === null ? before : bare).replace(/:$/u, ''),
      };
    }
    if (CLAIMS.test(`${before} `)) return { name: behind };
  }
  const plain = text.replace(/\s+(?:skills?|experience)$/iu, '');
  return plain !== text && catalog.find(plain) ? { name: plain } : undefined;
}

/**
 * The words that say that what a text names is not held; undefined where nothing does, or where they name nothing
 * ("eager to learn").
 */
export function saysNotHeld(text: string): string | undefined {
  const before = NOT_HELD.exec(text);
  if (before && /\p{L}/u.test(text.slice(before.index + before[0].length))) return before[0].trim();
  return NOT_HELD_AFTER.exec(text)?.[0];
}
