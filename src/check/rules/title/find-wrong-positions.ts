import type { FactSheet } from '../../../../schemas/fact-sheet.ts';
import type { ReadSentence } from '../../claims/read-report.ts';
import { joined, termAt } from '../../claims/words-of.ts';
import type { Range } from '../../read/document.ts';
import type { Token } from '../../tokens/token.ts';

export interface WrongPosition extends Range {
  said: string;
  /** The positions that the resume has at that employer. */
  held: readonly string[];
  /** The facts that say so. */
  facts: readonly string[];
}

/** "Worked at EMPLOYER as a NAME", "as a NAME at EMPLOYER", where the resume has another position there. */
export function findWrongPositions(
  { tokens, section }: ReadSentence,
  { candidate }: FactSheet,
): WrongPosition[] {
  if (section === 'market' || section === 'roadmap' || section === 'resources') return [];
  return tokens.flatMap((token, at) => {
    const id = termAt(token, 'employer');
    const employer = candidate.work.find(({ index }) => String(index) === id)?.employer;
    if (!employer) return [];
    const held = candidate.work.filter((job) => job.employer === employer).map(({ position }) => position);
    if (held.some((position) => position === null)) return [];
    const name = nameAfter(tokens, at) ?? nameBefore(tokens, at);
    const known = new Set(wordsOf(held.join(' ')));
    const words = wordsOf((name ?? []).map((one) => one.text).join(' '));
    const [first] = name ?? [];
    const last = name?.at(-1);
    if (!first || !last || words.length === 0 || words.every((word) => known.has(word))) return [];
    return [
      {
        start: first.start,
        end: last.end,
        said: (name ?? []).map((one) => one.text).join(' '),
        held: held.filter((position) => position !== null),
        facts: candidate.work.flatMap((job, i) =>
          job.employer === employer ? [`work.${i + 1}.position`] : [],
        ),
      },
    ];
  });
}

/** Words that tell positions apart; short ones may be abbreviations. */
const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}[\p{L}\p{M}]+/gu) ?? []).filter((word) => word.length > 3);

const isCapital = (token: Token | undefined): boolean => /^\p{Lu}\p{L}/u.test(token?.text ?? '');

function nameAfter(tokens: readonly Token[], at: number): Token[] | undefined {
  if (!/^as (?:a|an)$/.test(joined(tokens.slice(at + 1, at + 3)))) return undefined;
  let to = at + 3;
  while (isCapital(tokens[to]) && to < at + 9) to += 1;
  // "As a Team lead", "as a Nurse and tutor": a name that goes on in small letters is not known in full.
  const next = tokens[to];
  const ends =
    !next || /^(?:[,.;:)(]|and|since|from|in|for|until|where|who|with|he|she|you)$/.test(next.norm);
  return to > at + 3 && ends && !/^\p{Ll}/u.test(next?.norm === 'and' ? (tokens[to + 1]?.text ?? '') : '')
    ? tokens.slice(at + 3, to)
    : undefined;
}

function nameBefore(tokens: readonly Token[], at: number): Token[] | undefined {
  if (!/^(?:at|for|with)$/.test(tokens[at - 1]?.norm ?? '')) return undefined;
  let from = at - 1;
  while (isCapital(tokens[from - 1]) && from > at - 7) from -= 1;
  const isOpened = /^(?:work|worked|be|have work|serve|served|employ|employed) as (?:a|an)$/.test(
    joined(tokens.slice(Math.max(0, from - 3), from)),
  );
  return from < at - 1 && isOpened ? tokens.slice(from, at - 1) : undefined;
}
