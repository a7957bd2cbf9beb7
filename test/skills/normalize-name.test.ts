import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeName } from '../../src/skills/index.ts';

describe('normalizeName', () => {
  it.each([
    ['  Machine   Learning ', 'machine learning'],
    ['machine-learning', 'machine learning'],
    ['Machine_Learning', 'machine learning'],
    ['Machine–Learning', 'machine learning'],
    ['Machine\u00a0Learning\t', 'machine learning'],
    ['Kuber\u00adnetes\u200b', 'kubernetes'],
    ['ＡＷＳ', 'aws'],
    ['ﬁnance', 'finance'],
    ['Crew’s', "crew's"],
    ['CAFE\u0301', 'café'],
    ['e\u200d\u0301', 'é'],
    ['C++', 'c++'],
    ['C#', 'c#'],
    ['.NET', '.net'],
    ['CI/CD', 'ci/cd'],
    ['技能', '技能'],
    ['🎯', '🎯'],
    ['---', ''],
  ])('brings "%s" to "%s"', (name, normal) => expect(normalizeName(name)).toBe(normal));

  it('keeps names apart that differ in a sign', () => {
    const names = ['C', 'C++', 'C#', '.NET', 'NET', 'R', 'R&D', 'F#'];
    expect(new Set(names.map(normalizeName)).size).toBe(names.length);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(normalizeName(normalizeName(name))).toBe(normalizeName(name));
      }),
    );
  });

  it('reads plain names as it reads all others', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (name) => {
        // The mark is nothing to the comparison, but keeps the name from being plain.
        expect(normalizeName(`${name}\u200b`)).toBe(normalizeName(name));
      }),
    );
  });
});
