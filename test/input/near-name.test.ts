import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNearName } from '../../src/input/near-name.ts';

describe('findNearName', () => {
  const cases: [word: string, candidates: string[], near: string | undefined][] = [
    ['lvel', ['name', 'level', 'tier'], 'level'],
    ['leevl', ['name', 'level'], 'level'],
    ['Level', ['level'], 'level'],
    ['hours_per_week', ['phases', 'hoursPerWeek'], 'hoursPerWeek'],
    ['start-date', ['startDate', 'endDate'], 'startDate'],
    ['skils', ['skills', 'skill'], 'skills'],
    ['resmue.json', ['role.json', 'resume.json'], 'resume.json'],
    ['colour', ['title', 'market'], undefined],
    ['level', ['level'], undefined],
    ['id', ['url', 'hours'], undefined],
    ['x', ['y'], undefined],
    ['', ['a'], undefined],
    ['level', [], undefined],
  ];
  it.each(cases)('for %j among %j is %j', (word, candidates, near) => {
    expect(findNearName(word, candidates)).toBe(near);
  });

  it('finds a word that lost a letter, among words without a letter in common', () => {
    const word = fc.stringMatching(/^[a-m]{4,12}$/);
    const others = fc.array(fc.stringMatching(/^[n-z]{4,12}$/));
    fc.assert(
      fc.property(word, others, fc.nat(), (meant, rest, at) => {
        const cut = at % meant.length;
        expect(findNearName(meant.slice(0, cut) + meant.slice(cut + 1), [...rest, meant])).toBe(meant);
      }),
    );
  });
});
