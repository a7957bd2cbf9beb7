import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropDuplicates, SAME_FROM } from '../../src/market/postings/drop-duplicates.ts';

const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => `w${from + at}`).join(' ');

/** All pairs, one by one: slow and plain. */
function compareAll(texts: readonly string[], from: number): number[] {
  const sets = texts.map((text) => {
    const list = text.split(' ').filter((word) => word !== '');
    if (list.length <= 5) return new Set(list.length === 0 ? [] : [list.join(' ')]);
    return new Set(list.slice(4).map((_, at) => list.slice(at, at + 5).join(' ')));
  });
  const kept: number[] = [];
  for (const [at, set] of sets.entries()) {
    const same = kept.some((other) => {
      const shared = [...set].filter((shingle) => sets[other]?.has(shingle)).length;
      const all = set.size + (sets[other]?.size ?? 0) - shared;
      return set.size > 0 && all > 0 && shared / all >= from;
    });
    if (!same) kept.push(at);
  }
  return kept;
}

describe('dropDuplicates', () => {
  it('counts a posting once that differs by a word in a hundred', () => {
    const text = words(0, 100);
    const { kept, repeats } = dropDuplicates([text, text.replace('w50', 'Berlin'), words(500, 100)]);
    expect(kept).toEqual([0, 2]);
    expect([...repeats]).toEqual([[1, 0]]);
  });

  it('keeps two postings of one employer that share half of their text', () => {
    expect(
      dropDuplicates([`${words(0, 50)} ${words(100, 50)}`, `${words(0, 50)} ${words(200, 50)}`]).kept,
    ).toEqual([0, 1]);
  });

  it('keeps all texts without words', () => {
    expect(dropDuplicates(['', ' - ', '']).kept).toEqual([0, 1, 2]);
  });

  it('finds exactly what comparing all pairs finds', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 14 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 12 }), fc.constantFrom(0.5, SAME_FROM, 1), (texts, from) => {
        expect(dropDuplicates(texts, from).kept).toEqual(compareAll(texts, from));
      }),
    );
  });
});
