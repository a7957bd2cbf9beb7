import type { Token } from '../tokens/token.ts';
import { NEGATORS, SKIPPED } from '../words/function-words.ts';
import { lemmaOf } from '../words/lemmas.ts';
import type { Cue, CueHit, CueSpec, SignalSpec } from './cue.ts';

interface Node {
  next: Map<string, Node>;
  cue?: Cue;
}

interface Found {
  cue: Cue;
  end: number;
  negated: boolean;
  /** The next shorter phrase that starts at the same place. */
  shorter?: Found | undefined;
}

/** Finds cue phrases in tokens, leftmost first, the longest of those that start at one place. Adverbs and "not" may stand inside. */
export class CueTrie {
  readonly #root: Node = { next: new Map() };

  constructor(specs: readonly (CueSpec | SignalSpec)[]) {
    for (const spec of specs) {
      const cue: Cue =
        'effect' in spec
          ? { effect: spec.effect, at: spec.at, anyMood: spec.anyMood ?? false }
          : { signal: spec.signal, at: [], anyMood: false };
      for (const phrase of spec.phrases) for (const words of expand(phrase)) this.#add(words, cue);
    }
  }

  find(tokens: readonly Token[], from = 0, to = tokens.length): CueHit[] {
    const hits: CueHit[] = [];
    let i = from;
    while (i < to) {
      const hit = this.#longest(this.#root, tokens, i, to);
      if (hit) {
        hits.push(toHit(hit, i));
        i = hit.end;
      } else i += 1;
    }
    return hits;
  }

  #add(words: readonly string[], cue: Cue): void {
    let node = this.#root;
    for (const word of words) {
      let next = node.next.get(word);
      if (!next) {
        next = { next: new Map() };
        node.next.set(word, next);
      }
      node = next;
    }
    // One phrase under two headings attaches in the ways of both.
    if (node.cue && node.cue.effect === cue.effect)
      node.cue = { ...node.cue, at: [...new Set([...node.cue.at, ...cue.at])] };
    else node.cue ??= cue;
  }

  #longest(
    node: Node,
    tokens: readonly Token[],
    i: number,
    to: number,
    negated = false,
    skips = 0,
  ): Found | undefined {
    let best: Found | undefined = node.cue ? { cue: node.cue, end: i, negated } : undefined;
    const token = i < to ? tokens[i] : undefined;
    if (!token || node.next.size === 0) return best;
    const named = token.kind === 'term' ? '%' : token.norm;
    if (token.text === '-' && token.glued && node !== this.#root) {
      const beyond = this.#longest(node, tokens, i + 1, to, negated, skips);
      return beyond && beyond.end > i + 1 ? beyond : best;
    }
    best = this.#longer(best, node.next.get(named), tokens, i, to, negated, skips);
    // "Unknown to the candidate" is unknown to a person named.
    if (named === 'the' && /^(?:candidate|applicant)$/.test(tokens[i + 1]?.norm ?? '') && i + 1 < to)
      best = this.#longer(best, node.next.get('%'), tokens, i + 1, to, negated, skips);
    if (named === 'been') best = this.#longer(best, node.next.get('be'), tokens, i, to, negated, skips);
    if (token.kind === 'figure') best = this.#longer(best, node.next.get('#'), tokens, i, to, negated, skips);
    else if (token.kind === 'word' || isPlainName(token))
      best = this.#longer(best, node.next.get('_'), tokens, i, to, negated, skips);
    if (node !== this.#root && skips < 3 && SKIPPED.has(token.norm)) {
      const longer = this.#longest(node, tokens, i + 1, to, negated !== NEGATORS.has(token.norm), skips + 1);
      if (longer && longer.end > i + 1 && (!best || longer.end > best.end)) best = over(longer, best);
    }
    return best;
  }

  #longer(
    best: Found | undefined,
    next: Node | undefined,
    tokens: readonly Token[],
    i: number,
    to: number,
    negated: boolean,
    skips: number,
  ): Found | undefined {
    const found = next && this.#longest(next, tokens, i + 1, to, negated, skips);
    return found && (!best || found.end > best.end) ? over(found, best) : best;
  }
}

/** A longer phrase, with the shorter ones beneath it. */
function over(longer: Found, shorter: Found | undefined): Found {
  if (!shorter) return longer;
  return { ...longer, shorter: longer.shorter ? over(longer.shorter, shorter) : shorter };
}

const toHit = ({ cue, end, negated, shorter }: Found, from: number): CueHit => ({
  cue,
  from,
  to: end,
  negated,
  shorter: shorter && toHit(shorter, from),
});

const isPlainName = (token: Token): boolean =>
  token.term?.meanings.some(({ kind }) => /^(?:candidate|position|degree|gate)$/.test(kind)) ?? false;

/** All word sequences that a phrase stands for. */
export function expand(phrase: string): string[][] {
  let sequences: string[][] = [[]];
  for (const part of phrase.replace(/ - /g, ' ').split(' ')) {
    const optional = part.endsWith('?') && part.length > 1;
    // Hyphens stand in the text as signs of their own and are passed over there.
    const choices = (optional ? part.slice(0, -1) : part)
      .split('|')
      .map((choice) => choice.split(/(?<=\w)-(?=\w)/).map(baseOf));
    const longer = sequences.flatMap((sequence) => choices.map((choice) => [...sequence, ...choice]));
    sequences = optional ? [...sequences, ...longer] : longer;
  }
  return sequences;
}

function baseOf(word: string): string {
  return word === '_' || word === '#' || word === '%' ? word : lemmaOf(word.toLowerCase());
}
