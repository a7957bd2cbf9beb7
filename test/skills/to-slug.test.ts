import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSlugger, toSlug, toSlugs } from '../../src/skills/index.ts';

describe('toSlug', () => {
  it.each([
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ['F#', 'f-sharp'],
    ['.NET', 'dot-net'],
    ['ASP.NET', 'asp-net'],
    ['Node.js', 'node-js'],
    ['CI/CD', 'ci-cd'],
    ['C/C++', 'c-c-plus-plus'],
    ['R', 'r'],
    ['Go', 'go'],
    ['R&D', 'r-and-d'],
    ['Machine Learning', 'machine-learning'],
    ['Advanced Cardiovascular Life Support (ACLS)', 'advanced-cardiovascular-life-support-acls'],
    ['Résumé writing', 'résumé-writing'],
    ['ＡＷＳ', 'aws'],
    ['技能评估', '技能评估'],
    ['日本語 N2', '日本語-n2'],
    ['हिन्दी', 'हिन्दी'],
    ['🎯', 'unnamed'],
    ['🎯 Focus', 'focus'],
    ['...', 'unnamed'],
    ['', 'unnamed'],
  ])('names "%s" %s', (name, slug) => expect(toSlug(name)).toBe(slug));
});

describe('toSlugs', () => {
  it('tells equal slugs apart in the order given', () => {
    expect(toSlugs(['Foo', 'foo!', 'Foo?'])).toEqual(['foo', 'foo-2', 'foo-3']);
    expect(toSlugs(['🎯', '💡'])).toEqual(['unnamed', 'unnamed-2']);
  });

  it('does not take what another name is entitled to by its own letters', () => {
    expect(toSlugs(['Foo', 'foo!', 'Foo 2'])).toEqual(['foo', 'foo-2', 'foo-2-2']);
    expect(toSlugs(['Foo 2', 'Foo', 'foo!'])).toEqual(['foo-2', 'foo', 'foo-3']);
  });

  it('gives every name a slug of its own', () => {
    const name = fc.oneof(fc.constantFrom('a', 'a!', 'a 2', 'a 2 2', 'a-2', '!', '🎯'), fc.string());
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), (names) => {
        const slugs = toSlugs(names);
        expect(new Set(slugs).size).toBe(names.length);
        for (const slug of slugs) expect(slug).toMatch(/^[^\s.]+$/u);
      }),
    );
  });

  it('takes ten thousand equal names in its stride', () => {
    const next = createSlugger();
    const slugs = Array.from({ length: 10_000 }, () => next('🎯'));
    expect(slugs.at(-1)).toBe('unnamed-10000');
  });
});
