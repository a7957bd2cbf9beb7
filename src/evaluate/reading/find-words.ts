const LETTER = /[\p{L}\p{N}\p{M}]/u;
const AFTER = /[\p{L}\p{N}\p{M}+#]/u;

/** Places of a word or phrase as whole words: "Java" is not in "JavaScript", "C" not in "C++". */
export function findWords(text: string, words: string): number[] {
  const places: number[] = [];
  if (words === '') return places;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    const before = at > 0 ? (text[at - 1] ?? '') : '';
    const after = text[end] ?? '';
    const opens = !LETTER.test(words[0] ?? '') || !LETTER.test(before);
    const closes = !LETTER.test(words[words.length - 1] ?? '') || !AFTER.test(after);
    if (opens && closes) places.push(at);
  }
  return places;
}

export function holdsWords(text: string, words: string): boolean {
  return findWords(text, words).length > 0;
}
