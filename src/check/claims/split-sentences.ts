import type { Block } from '../read/document.ts';
import type { Token } from '../tokens/token.ts';
import type { Sentence } from './clause.ts';

const abbreviations = new Set([
  'vs',
  'etc',
  'approx',
  'mr',
  'ms',
  'mrs',
  'dr',
  'st',
  'inc',
  'prof',
  'no',
  'cf',
  'al',
  'e',
  'g',
  'i',
  'incl',
  'excl',
  'resp',
  'dept',
  'sr',
  'jr',
]);

/** Parts the tokens of a block into sentences. Full stops of abbreviations and initials part nothing. */
export function splitSentences(tokens: readonly Token[], block: Block, firstIndex: number): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    if (!endsSentence(tokens, i)) continue;
    let to = i + 1;
    while (to < tokens.length && /^["'”’)\]]$/.test(tokens[to]?.text ?? '') && tokens[to]?.glued) to += 1;
    push(from, to);
    from = to;
    i = to - 1;
  }
  push(from, tokens.length);
  return sentences;

  function push(start: number, end: number): void {
    const part = tokens.slice(start, end);
    const first = part[0];
    const last = part.at(-1);
    if (!first || !last || part.every((token) => token.kind === 'sign')) return;
    sentences.push({
      start: first.start,
      end: last.end,
      tokens: part,
      block,
      index: firstIndex + sentences.length,
    });
  }
}

function endsSentence(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  const next = tokens[i + 1];
  // "at Acme Inc. In all, ...": the name has taken the full stop with it.
  if (token.kind === 'term' && token.text.endsWith('.'))
    return next?.kind === 'word' && !next.glued && /^\p{Lu}\p{Ll}*$/u.test(next.text);
  if (!/^[.!?…]$/.test(token.text)) return false;
  if (!next) return true;
  if (next.glued && !/^["'”’)\]]$/.test(next.text)) return false;
  const before = tokens[i - 1];
  if (token.text !== '.' || !before || before.kind === 'term' || before.kind === 'figure') return true;
  if (before.glued && tokens[i - 2]?.text === '.')
    return /^\p{Lu}/u.test(next.text) && !/^[eg]$/i.test(before.text);
  if (/^\p{Lu}$/u.test(before.text)) return false;
  return (
    !abbreviations.has(before.text.toLowerCase()) || (before.norm === 'etc' && /^\p{Lu}/u.test(next.text))
  );
}
