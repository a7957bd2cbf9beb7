const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’.,+#-]*[\p{L}\p{N}\p{M}+#])?/gu;

/** The words of a text, as they stand; "C++", "1,284" and "don't" are one word each. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}
