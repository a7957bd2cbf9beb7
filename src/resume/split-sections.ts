import { flatten } from './clean-text.ts';
import type { TextDocument, TextLine } from './text-document.ts';
import { HEADING_MODIFIERS, HEADINGS, MIXED_HEADINGS, type SectionKind } from './words/headings.ts';
import { HUMAN_LANGUAGES } from './words/human-languages.ts';

/** Lines under one heading; those before the first heading are of no kind. */
export interface DocumentSection {
  kinds: readonly SectionKind[];
  heading: TextLine | undefined;
  /** The heading stands on the line of its content. */
  inline?: boolean;
  lines: TextLine[];
}

const KINDS = new Map(
  (Object.entries(HEADINGS) as [SectionKind, readonly string[]][]).flatMap(([kind, names]) =>
    names.map((name) => [name, kind] as const),
  ),
);
const MODIFIER = new RegExp(`^(?:${HEADING_MODIFIERS}) `, 'u');
const LONGEST_HEADING = 60;
/** Kinds whose content may follow on the line of the heading: `Skills: Python, SQL`. */
const INLINE: ReadonlySet<SectionKind> = new Set([
  'skills',
  'languages',
  'certificates',
  'summary',
  'interests',
  'contact',
  'references',
  'awards',
]);

/** Splits a document at its headings. A heading stands alone on its line, or before a colon with the content behind it. */
export function splitSections({ lines }: TextDocument): DocumentSection[] {
  const sections: DocumentSection[] = [{ kinds: [], heading: undefined, lines: [] }];
  const marked = lines.some((line) => line.heading !== undefined && kindsOf(line.text).length > 0);
  const level = marked ? commonLevel(lines) : undefined;
  for (const line of lines) {
    if (line.margin) continue;
    const current = sections.at(-1) as DocumentSection;
    const kinds = line.bullet ? [] : headingKinds(line, current, level);
    if (kinds.length > 0) {
      sections.push({ kinds, heading: line, lines: [] });
      continue;
    }
    if (level !== undefined && line.heading !== undefined && line.heading <= level && sections.length > 1) {
      sections.push({ kinds: ['other'], heading: line, lines: [] });
      continue;
    }
    if (line.title) {
      sections.push({ kinds: [], heading: undefined, lines: [line] });
      continue;
    }
    // What follows a heading on its own line ends with the paragraph.
    if (current.inline && line.gap) sections.push({ kinds: [], heading: undefined, lines: [] });
    const inline = line.bullet ? undefined : inlineHeading(line, current);
    if (inline)
      sections.push({
        kinds: [inline.kind],
        heading: line,
        inline: true,
        lines: [{ ...line, text: inline.rest }],
      });
    else sections.at(-1)?.lines.push(line);
  }
  return sections;
}

/** The level at which the marked headings of known sections stand. */
function commonLevel(lines: readonly TextLine[]): number {
  const levels = lines.flatMap(({ heading, text }) =>
    heading !== undefined && kindsOf(text).length > 0 ? [heading] : [],
  );
  return Math.min(...levels);
}

function headingKinds(
  line: TextLine,
  current: DocumentSection,
  level: number | undefined,
): readonly SectionKind[] {
  const kinds = kindsOf(line.text);
  if (kinds.length === 0) return [];
  if (line.heading !== undefined) return level === undefined || line.heading <= level ? kinds : [];
  const looksLikeOne = isSetApart(line.text) || line.gap === true;
  // "Tools", "Languages" or "Projects" under another heading may be a label or a title of its own.
  if (level !== undefined) return [];
  return looksLikeOne || current.kinds.length === 0 ? kinds : [];
}

/** In capitals, or in a title's case with every word. */
function isSetApart(text: string): boolean {
  const letters = text.replace(/[^\p{L}\s]/gu, '').trim();
  return (
    letters === letters.toUpperCase() ||
    letters
      .split(/\s+/u)
      .every((word) => /^\p{Lu}/u.test(word) || /^(?:and|of|in|the|me|und|to)$/u.test(word))
  );
}

/** The kinds of section that a text is the heading of; several for `Education & Certifications`. */
export function kindsOf(text: string): readonly SectionKind[] {
  if (text.length > LONGEST_HEADING * 2) return [];
  const plain = plainHeading(text);
  if (plain.length > LONGEST_HEADING || plain === '') return [];
  const whole = kindOf(plain);
  if (whole) return [whole];
  const mixed = MIXED_HEADINGS[plain.replace(MODIFIER, '')];
  if (mixed) return mixed;
  const parts = plain
    .split(/ and | \/ | /u.test(plain) ? / and | \/ /u : / and /u)
    .map((part) => kindOf(part.trim()));
  if (parts.length < 2 || parts.some((kind) => kind === undefined)) return [];
  return [...new Set(parts as SectionKind[])];
}

function kindOf(plain: string): SectionKind | undefined {
  let rest = plain;
  for (;;) {
    const kind = KINDS.get(rest);
    if (kind) return kind;
    const shorter = rest.replace(MODIFIER, '');
    if (shorter === rest) return undefined;
    rest = shorter;
  }
}

function plainHeading(text: string): string {
  let plain = flatten(text);
  // S K I L L S
  if (/^(?:\p{L} ){3,}\p{L}$/u.test(plain)) plain = plain.replace(/ /g, '');
  return plain
    .toLowerCase()
    .replace(/^(?:\d{1,2}|[ivx]{1,4})[.)]\s+/u, '')
    .replace(/\((?:continued|cont\.?|selected|in progress)\)|, continued$/u, '')
    .replace(/['’]/gu, '')
    .replace(/\s*[&+]\s*|\s*,\s*/gu, ' and ')
    .replace(/ and and /gu, ' and ')
    .replace(/[^\p{L}\p{N}/ -]/gu, ' ')
    .replace(/(?<!\p{L})-|-(?!\p{L})/gu, ' ')
    .replace(/\s*\/\s*/gu, ' / ')
    .replace(/\s+/gu, ' ')
    .trim();
}

const OF_AN_ENTRY =
  /^(?:tech|technolog|tool|stack|software|environment|framework|database|platform|key |skills used|courses?\b|coursework|summary|highlights|awards?|honou?rs)/iu;

/** `Skills: Python, SQL` at the top level. Within work and projects such a line belongs to its entry. */
function inlineHeading(
  line: TextLine,
  current: DocumentSection,
): { kind: SectionKind; rest: string } | undefined {
  const colon = line.text.indexOf(':');
  if (colon < 3 || colon > LONGEST_HEADING) return undefined;
  const rest = line.text.slice(colon + 1).trim();
  const [kind, ...more] = kindsOf(line.text.slice(0, colon));
  if (kind === undefined || more.length > 0 || rest === '' || !INLINE.has(kind)) return undefined;
  const [within] = current.kinds;
  const entries =
    within === 'work' || within === 'volunteer' || within === 'projects' || within === 'education';
  // "Technologies: ..." below a job or project tells of that one.
  if (entries && (!line.gap || OF_AN_ENTRY.test(line.text))) return undefined;
  if (within === 'skills' && kind === 'skills') return undefined;
  if (kind === 'languages' && !speaksOfLanguages(rest))
    return within === 'skills' ? undefined : { kind: 'skills', rest };
  return { kind, rest };
}

/** Whether a list begins with a language that people speak. */
export function speaksOfLanguages(text: string): boolean {
  return text.split(/[,;|•·\t]/u).some((item) => {
    const words = item
      .toLowerCase()
      .replace(/[^\p{L} ]/gu, ' ')
      .trim()
      .split(/\s+/u);
    return [3, 2, 1].some((length) => HUMAN_LANGUAGES.has(words.slice(0, length).join(' ')));
  });
}
