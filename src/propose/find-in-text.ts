import { cleanText, type TextLine } from '../resume/index.ts';

/** Finds texts in a document, however its lines, spaces, ligatures and case fall. */
export interface TextFinder {
  /** The line where the text begins; undefined where it does not stand in the document word by word. */
  find(text: string): TextLine | undefined;
}

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

export function createTextFinder(lines: readonly TextLine[]): TextFinder {
  let whole = ' ';
  const starts: { at: number; line: TextLine }[] = [];
  for (const line of lines) {
    starts.push({ at: whole.length, line });
    const folded = fold(line.text);
    // A word that a hyphen divides at the end of a line is one word.
    whole += /\p{L}-$/u.test(folded) ? folded.slice(0, -1) : `${folded} `;
  }
  return {
    find(text) {
      const wanted = fold(text);
      if (wanted === '') return undefined;
      for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
        const startsInside =
          WORD_CHARACTER.test(wanted[0] ?? '') && WORD_CHARACTER.test(whole[at - 1] ?? ' ');
        const endsInside =
          WORD_CHARACTER.test(wanted.at(-1) ?? '') && WORD_CHARACTER.test(whole[at + wanted.length] ?? ' ');
        if (startsInside || endsInside) continue;
        return starts.findLast((start) => start.at <= at)?.line ?? starts[0]?.line;
      }
      return undefined;
    },
  };
}

function fold(text: string): string {
  return cleanText(text).normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
