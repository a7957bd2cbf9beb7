import type { Token } from './token.ts';

export type TermKind =
  | 'skill'
  | 'resource'
  | 'provider'
  | 'phase'
  | 'employer'
  | 'institution'
  | 'certificate'
  | 'position'
  | 'degree'
  | 'gate'
  | 'role'
  | 'candidate';

/** What a term may mean. One spelling can mean several things ("Web Components": a skill and a course). */
export interface Meaning {
  kind: TermKind;
  /** Key in the index of facts. */
  id: string;
  name: string;
}

export interface Term {
  meanings: readonly Meaning[];
}

/** What names a thing of the sheet, so that a skill of the catalog that is spelled alike is not meant. */
const NAMING: ReadonlySet<TermKind> = new Set([
  'employer',
  'institution',
  'certificate',
  'position',
  'degree',
  'gate',
  'role',
]);

interface Entry extends Meaning {
  spelling: string;
  caseSensitive: boolean;
  /** A common word too: it needs its exact spelling and, at the start of a sentence, something after it that fits. */
  ambiguous: boolean;
}

interface Node {
  next: Map<string, Node>;
  entries: Entry[];
}

/** Finds the known terms in a list of tokens; the longest one wins. */
export class TermMatcher {
  readonly #root: Node = { next: new Map(), entries: [] };
  readonly #base: TermMatcher | undefined;
  readonly #hidden: ReadonlySet<string>;

  /** `base` is searched too, as it is, but for the meanings with a hidden id: thousands of terms are made ready once. */
  constructor(base?: TermMatcher, hidden: ReadonlySet<string> = new Set()) {
    this.#base = base;
    this.#hidden = hidden;
  }

  add(meaning: Meaning, spelling: string, how: { caseSensitive?: boolean; ambiguous?: boolean } = {}): void {
    const words = keysOf(spelling);
    if (words.length === 0) return;
    const short = spelling.length <= 2;
    const ambiguous = how.ambiguous ?? false;
    const entry = { ...meaning, spelling, ambiguous, caseSensitive: how.caseSensitive || ambiguous || short };
    let node = this.#root;
    for (const word of words) {
      let next = node.next.get(word);
      if (!next) {
        next = { next: new Map(), entries: [] };
        node.next.set(word, next);
      }
      node = next;
    }
    if (
      !node.entries.some(
        (other) => other.id === entry.id && other.kind === entry.kind && other.spelling === spelling,
      )
    )
      node.entries.push(entry);
  }

  /** Replaces the tokens of each known term by one token of kind `term`. */
  merge(tokens: readonly Token[], mask: string): Token[] {
    const merged: Token[] = [];
    const words = tokens.map((token) => token.text.toLowerCase());
    let i = 0;
    while (i < tokens.length) {
      const hit = this.#longestAt(tokens, words, i, mask);
      const first = tokens[i] as Token;
      if (hit) {
        const last = tokens[hit.end - 1] as Token;
        const text = mask.slice(first.start, last.end);
        merged.push({
          start: first.start,
          end: last.end,
          text,
          norm: text.toLowerCase(),
          kind: 'term',
          term: { meanings: hit.meanings },
          glued: first.glued,
        });
        i = hit.end;
      } else {
        merged.push(first);
        i += 1;
      }
    }
    return merged;
  }

  #longestAt(
    tokens: readonly Token[],
    words: readonly string[],
    from: number,
    mask: string,
  ): { end: number; meanings: Meaning[] } | undefined {
    let node: Node | undefined = this.#root;
    let under: Node | undefined = this.#base ? this.#base.#root : undefined;
    let best: { end: number; meanings: Meaning[] } | undefined;
    let spaced = false;
    for (let i = from; i < tokens.length && i < from + 24; i += 1) {
      const token = tokens[i] as Token;
      if (token.text === '-' && i > from) {
        spaced ||= !token.glued;
        continue;
      }
      const word = words[i] as string;
      node = node?.next.get(word);
      under = under?.next.get(word);
      if (!node && !under) break;
      // A hyphen between spaces parts two things, but in names that are written so ("Security - Specialty").
      const written = (entries: readonly Entry[] = []) =>
        spaced ? entries.filter(({ spelling }) => spelling.includes(' - ')) : entries;
      const own = written(node?.entries);
      const below = written(under?.entries);
      if (own.length + below.length === 0) continue;
      const fitting = own.filter((entry) => fits(entry, tokens, from, i + 1, mask));
      if (!fitting.some(({ kind }) => NAMING.has(kind)))
        fitting.push(
          ...below.filter((entry) => !this.#hidden.has(entry.id) && fits(entry, tokens, from, i + 1, mask)),
        );
      if (fitting.length > 0) best = { end: i + 1, meanings: fitting };
    }
    return best;
  }
}

function keysOf(spelling: string): string[] {
  const words =
    spelling.toLowerCase().match(/\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}_]+(?:[’'](?=[\p{L}])[\p{L}]+)*|[^\s]/gu) ??
    [];
  return words
    .filter((word) => word !== '-')
    .flatMap((word) => (/[’']s$/.test(word) ? [word.slice(0, -2), word.slice(-2)] : [word]));
}

function fits(entry: Entry, tokens: readonly Token[], from: number, to: number, mask: string): boolean {
  const first = tokens[from] as Token;
  const last = tokens[to - 1] as Token;
  const text = mask.slice(first.start, last.end);
  if (entry.caseSensitive && text !== entry.spelling && text !== entry.spelling.toUpperCase()) return false;
  if (entry.kind === 'candidate' || entry.kind === 'employer') if (!/^\p{Lu}/u.test(text)) return false;
  const before = mask[first.start - 1] ?? ' ';
  const after = mask[last.end] ?? ' ';
  const afterThat = mask[last.end + 1] ?? ' ';
  if (/[+#]/.test(after)) return false;
  if (/[\p{L}\p{N}.#]/u.test(before) && first.glued) return false;
  if (
    text.length <= 2 &&
    (/[&'’.]/.test(before) || (/[&.'’]/.test(after) && /[\p{L}\p{N}]/u.test(afterThat)))
  )
    return false;
  if (/[-‑]/.test(before) && /[\p{L}\p{N}]/u.test(mask[first.start - 2] ?? ' ') && to - from === 1)
    return false;
  if (!entry.ambiguous) return true;
  if (/[-‑]/.test(after) && /\p{L}/u.test(afterThat)) return false;
  if (!startsSentence(tokens, from, mask)) return !isPartOfName(tokens, from, to);
  return readsAsName(tokens[to]);
}

function startsSentence(tokens: readonly Token[], from: number, mask: string): boolean {
  const before = tokens[from - 1];
  const first = tokens[from] as Token;
  return !before || /[.!?]/.test(before.text) || /\n/.test(mask.slice(before.end, first.start));
}

/** "Go Daddy", "Excel Rooms": a capital word right after a common word makes a name of its own. */
function isPartOfName(tokens: readonly Token[], from: number, to: number): boolean {
  const after = tokens[to];
  const before = tokens[from - 1];
  const capital = (token: Token | undefined) => token?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(token.text);
  return to - from === 1 && capital(after) && capital(before);
}

const plainVerb =
  /^(?:is|are|was|were|has|have|will|would|should|must|can|may|might|does|and|or|at|as|in|on|skills?|experience|knowledge|level|\p{Ll}+ly)$/iu;

function readsAsName(after: Token | undefined): boolean {
  if (!after) return true;
  if (after.kind !== 'word') return /[,:;()–—|/&.!?-]/.test(after.text) || after.kind === 'number';
  return (
    plainVerb.test(after.text) ||
    after.text === "'s" ||
    after.text === '’s' ||
    (/[a-z]s$/.test(after.text) && after.text.length > 3)
  );
}
