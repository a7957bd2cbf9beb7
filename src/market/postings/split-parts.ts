import { HEADINGS, type PartKind } from './section-words.ts';

/** A stretch of a posting: `start` and `end` are offsets into its text. */
export interface Part {
  kind: PartKind;
  start: number;
  end: number;
}

/** Longer lines are sentences, whatever words they hold. */
const LONGEST_HEADING = 70;

/**
 * Splits the text of a posting by its own headings into what is required, preferred, only named, and what is about
 * the employer. Before the first heading everything is only named; a heading that says none of these leaves things as
 * they are, unless they were about the employer.
 */
export function splitParts(text: string): Part[] {
  const parts: Part[] = [];
  let kind: PartKind = 'named';
  let ends = false;
  for (const line of linesOf(text)) {
    const heading = readHeading(line.text);
    if (heading) {
      const said = kindOf(heading.title);
      kind = said ?? (kind === 'aside' ? 'named' : kind);
      // "Requirements: five years of ..." speaks for its paragraph alone.
      ends = heading.rest;
    } else if (ends && line.text.trim() === '') {
      kind = 'named';
      ends = false;
    }
    parts.push({ kind, start: line.start, end: line.end });
  }
  return merge(parts);
}

function kindOf(title: string): PartKind | undefined {
  return HEADINGS.find(([, pattern]) => pattern.test(title))?.[0];
}

/** A heading, and whether the line goes on behind it. */
function readHeading(line: string): { title: string; rest: boolean } | undefined {
  const text = line.trim();
  const marked = /^#{1,6}\s+(.+?)\s*#*$/.exec(text)?.[1] ?? /^\*\*([^*]+)\*\*:?$/.exec(text)?.[1];
  if (marked !== undefined) return { title: marked, rest: false };
  if (/^(?:[-*•·▪◦]|\d+[.)])\s/.test(text)) return undefined;
  const led = /^\**([^:.;]{3,45}):\**\s*(.*)$/.exec(text);
  if (led?.[1] !== undefined && (led[2] === '' || kindOf(led[1]) !== undefined))
    return { title: led[1], rest: led[2] !== '' };
  if (
    text.length > LONGEST_HEADING ||
    text === '' ||
    /[.!?]$|[,;]|\b(?:is|are) (?:an?|the|not|required|preferred|needed|optional)\b/i.test(text)
  )
    return undefined;
  const words = text.split(/\s+/).length;
  const said = kindOf(text);
  const shouted = text === text.toUpperCase() && /\p{Lu}{4}/u.test(text);
  return said !== undefined && (words <= 6 || shouted) && !/\d/.test(text) && startsHeading(text)
    ? { title: text, rest: false }
    : undefined;
}

/** Headings say what comes: "What you bring", "Preferred qualifications"; "Experience with Go" is a line of a list. */
function startsHeading(text: string): boolean {
  return (
    !/\b(?:with|in|of|using|and)\s+\S+$/i.test(text) || /^(?:what|who|why|nice|good|about)\b/i.test(text)
  );
}

function* linesOf(text: string): Generator<{ text: string; start: number; end: number }> {
  let start = 0;
  while (start <= text.length) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    yield { text: text.slice(start, end), start, end };
    start = end + 1;
  }
}

function merge(parts: readonly Part[]): Part[] {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (last?.kind === part.kind) last.end = part.end;
    else merged.push({ ...part });
  }
  return merged;
}
