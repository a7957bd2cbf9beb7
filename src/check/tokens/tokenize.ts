import { lemmaOf } from '../words/lemmas.ts';
import type { Token } from './token.ts';

const unit =
  /(\d+(?:[.,]\d+)*)|([\p{L}\p{M}\p{N}_]+(?:[’'](?=[\p{L}])[\p{L}]+)*)|([^\s\u200b-\u200f\u202a-\u202e\u2060\ufeff])/gu;
const contraction = /^(.+?)(n[’']t|[’'](?:s|re|ve|ll|d|m|S))$/i;

/** Cuts `mask` between two offsets into words, numbers and signs. "doesn't" becomes `do` and `not`. */
export function tokenize(mask: string, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  let last = -1;
  unit.lastIndex = start;
  for (let match = unit.exec(mask); match && match.index < end; match = unit.exec(mask)) {
    const at = match.index;
    const text = match[0].slice(0, end - at);
    const glued = last === at;
    if (match[1] !== undefined) push(tokens, 'number', at, text, text, glued);
    else if (match[2] !== undefined) pushWord(tokens, at, text, glued);
    else push(tokens, 'sign', at, text, text === '’' ? "'" : text, glued);
    last = at + text.length;
  }
  return tokens;
}

function pushWord(tokens: Token[], at: number, text: string, glued: boolean): void {
  const parts = text.includes("'") || text.includes('’') ? contraction.exec(text) : null;
  if (!parts?.[1] || !parts[2]) {
    push(tokens, 'word', at, text, lemmaOf(text.toLowerCase()), glued);
    return;
  }
  const [, stem, tail] = parts;
  push(tokens, 'word', at, stem, lemmaOf(stemOf(stem.toLowerCase())), glued);
  push(tokens, 'word', at + stem.length, tail, tailOf(tail.toLowerCase().replace('’', "'")), true);
}

function push(
  tokens: Token[],
  kind: Token['kind'],
  start: number,
  text: string,
  norm: string,
  glued: boolean,
): void {
  tokens.push({ start, end: start + text.length, text, norm, kind, glued });
}

/** "ca" of "can't" and "wo" of "won't". */
function stemOf(stem: string): string {
  return stem === 'ca' ? 'can' : stem === 'wo' ? 'will' : stem === 'sha' ? 'shall' : stem;
}

function tailOf(tail: string): string {
  if (tail.startsWith('n')) return 'not';
  return { "'re": 'be', "'ve": 'have', "'ll": 'will', "'m": 'be', "'d": 'would' }[tail] ?? tail;
}
