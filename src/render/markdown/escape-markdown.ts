import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';

export interface EscapeOptions {
  /** Whether the text starts a block of its own, so that `# x` or `1. x` would become one. True unless told. */
  block?: boolean;
  /** Characters that end the place where the text stands (`|` in a cell) and are escaped wherever they occur. */
  always?: RegExp;
}

type Event = ReturnType<typeof postprocess>[number];
type Token = Event[1];

const syntax = { extensions: [gfm()] };

/** What the parser may find without reading the text as anything but itself. */
const HARMLESS = new Set<string>([
  'content',
  'paragraph',
  'data',
  // A bare address keeps its text, and no escape keeps a reader from linking it.
  'literalAutolink',
  'literalAutolinkHttp',
  'literalAutolinkWww',
  'literalAutolinkEmail',
]);

const PUNCTUATION = /[!-/:-@[-`{-~]/g;

/** A text beyond these limits is an attack, not prose: it gets every escape at once instead of a slow reading. */
const ROUNDS = 12;
const OPENINGS = /[*_~`[<&\\]/g;
const MOST_OPENINGS = 400;

/**
 * Gives the places (UTF-16 offsets, rising) of the characters that need a backslash before them so that CommonMark
 * with GFM reads `text` back as it is. It asks the parser itself: what is read as markup is escaped at its opening
 * character, until nothing is. So `C++`, `snake_case` and `2 < 3` stay as they are. `text` is one clean line.
 */
export function findEscapes(text: string, options: EscapeOptions = {}): number[] {
  const { block = true, always } = options;
  const openings = positions(text, OPENINGS).length;
  if (openings > MOST_OPENINGS) return positions(text, PUNCTUATION);
  let escapes = always ? positions(text, always) : [];
  // Most cells and many paragraphs hold nothing that could open anything: no need to ask.
  if (openings + escapes.length === 0 && (!block || /^\p{L}/u.test(text))) return escapes;
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = findMarkup(applyEscapes(text, escapes), escapes, block);
    if (found.length === 0) return escapes;
    const next = [...new Set([...escapes, ...found])].sort((a, b) => a - b);
    if (next.length === escapes.length) break;
    escapes = next;
  }
  return positions(text, PUNCTUATION);
}

/** Gives `text` with a backslash before each of the places. */
export function applyEscapes(text: string, escapes: readonly number[]): string {
  let result = '';
  let from = 0;
  for (const at of escapes) {
    result += `${text.slice(from, at)}\\`;
    from = at;
  }
  return result + text.slice(from);
}

/** Gives one clean line of text as Markdown that reads back as that text. */
export function escapeMarkdown(text: string, options: EscapeOptions = {}): string {
  return applyEscapes(text, findEscapes(text, options));
}

function positions(text: string, pattern: RegExp): number[] {
  return Array.from(text.matchAll(pattern), (match) => match.index);
}

/** Gives where in the unescaped text the outermost constructs of `markdown` open. */
function findMarkup(markdown: string, escapes: readonly number[], block: boolean): number[] {
  const ours = new Set(escapes.map((at, before) => at + before));
  const events = read(markdown, block);
  const found: number[] = [];
  let past = 0;
  for (const [index, [kind, token]] of events.entries()) {
    if (kind !== 'enter' || token.start.offset < past) continue;
    if (token.type === 'characterEscape' && ours.has(token.start.offset)) {
      past = token.end.offset;
      continue;
    }
    const at = isBrokenAddress(token, ours)
      ? token.start.offset + markdown.slice(token.start.offset).search(/(?<=^www)\.|[:@]/i)
      : findOpening(token, events, index);
    if (at === undefined) continue;
    found.push(toSource(at, escapes));
    past = token.end.offset;
  }
  return found;
}

function read(markdown: string, block: boolean): Event[] {
  const parser = parse(syntax);
  const tokenizer = block ? parser.document() : parser.text();
  return postprocess(tokenizer.write(preprocess()(markdown, undefined, true)));
}

/** An address takes a backslash as part of itself, so one that holds ours must not be read as an address. */
function isBrokenAddress(token: Token, ours: ReadonlySet<number>): boolean {
  const type: string = token.type;
  if (type !== 'literalAutolink') return false;
  for (const at of ours) if (at >= token.start.offset && at < token.end.offset) return true;
  return false;
}

function findOpening(token: Token, events: Event[], index: number): number | undefined {
  const { type, start } = token;
  if (HARMLESS.has(type)) return undefined;
  // In `1. x` and `![x](y)` it is not the first character that can be escaped, or that is best escaped.
  if (type === 'listOrdered') {
    const marker = events.slice(index).find(([, inner]) => inner.type === 'listItemMarker');
    return marker?.[1].start.offset ?? start.offset;
  }
  return type === 'image' ? start.offset + 1 : start.offset;
}

/** Gives the place in the unescaped text of a place in the escaped one. */
function toSource(offset: number, escapes: readonly number[]): number {
  let before = 0;
  for (const at of escapes) {
    if (at + before >= offset) break;
    before += 1;
  }
  return offset - before;
}
