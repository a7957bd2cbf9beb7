import type { Token } from '../tokens/token.ts';

/** Whether any of the tokens has one of these base forms. */
export function has(tokens: readonly Token[], words: RegExp): boolean {
  return tokens.some((token) => token.kind !== 'sign' && words.test(token.norm));
}

/** The id of the term of that kind at a token. */
export function termAt(token: Token | undefined, kind: string): string | undefined {
  return token?.term?.meanings.find((meaning) => meaning.kind === kind)?.id;
}

/** Base forms set apart by blanks, for patterns over several words. */
export function joined(tokens: readonly Token[]): string {
  return tokens.map((token) => token.norm).join(' ');
}
