import { describe, expect, it } from 'vitest';
import { agrees } from '../../src/check/figures/agrees.ts';
import type { Figure } from '../../src/check/tokens/figure.ts';
import { readFigures } from '../../src/check/tokens/read-figures.ts';
import { tokenize } from '../../src/check/tokens/tokenize.ts';

function figuresIn(text: string): Figure[] {
  return readFigures(tokenize(text, 0, text.length), text).flatMap((token) =>
    token.figure ? [token.figure] : [],
  );
}

describe('figures', () => {
  it.each<[string, Partial<Figure>]>([
    ['$151k', { value: 151_000, unit: 'money', currency: 'USD' }],
    ['151.000 EUR', { value: 151_000, unit: 'money', currency: 'EUR' }],
    ['between 151 and 262 thousand', { value: 151_000, high: 262_000 }],
    ['€46,000 to €68,000 a year', { value: 46_000, high: 68_000, per: 'year', currency: 'EUR' }],
    ['six weeks', { value: 6, unit: 'week' }],
    ['a 12-month forecast', { value: 12, unit: 'month' }],
    ['two and a half years', { value: 2.5, unit: 'year' }],
    ['about two thirds', { value: 200 / 3, unit: 'percent', closeness: 'about' }],
    ['one employer in five', { value: 20, unit: 'percent' }],
    ['nine postings out of ten', { value: 90, unit: 'percent' }],
    ['just under half of all', { value: 50, unit: 'percent', closeness: 'under' }],
    ['more than 40%', { value: 40, unit: 'percent', closeness: 'more' }],
    ['twenty-two weeks', { value: 22, unit: 'week' }],
    ['12 hours a week', { value: 12, unit: 'hour', per: 'week' }],
    ['1,284 postings', { value: 1284, unit: 'count' }],
    ['October 2026', { value: 202_610, unit: 'date' }],
    ['2026-10', { value: 202_610, unit: 'date' }],
    ['the second phase', { value: 2, unit: 'ordinal' }],
    ['twice', { value: 2, unit: 'factor' }],
  ])('%s', (text, figure) => {
    expect(figuresIn(text)[0]).toMatchObject(figure);
  });

  it.each(['a week', 'no one', 'constructor', 'the half-way house', 'one of them'])(
    'reads no quantity in %j',
    (text) => {
      expect(figuresIn(text).filter((figure) => figure.unit !== 'count')).toEqual([]);
    },
  );
});

describe('agrees', () => {
  it.each<[string, number, boolean]>([
    ['62%', 62, true],
    ['62%', 63, false],
    ['a third', 33, true],
    ['almost three quarters', 66, false],
    ['nearly two thirds', 63.6, true],
    ['about $25', 24.95, true],
    ['more than 40%', 44, true],
    ['less than half', 53, false],
    ['22 weeks', 22, true],
    ['a touch over 170 hours', 192, false],
  ])('%s for %d: %s', (text, value, yes) => {
    expect(agrees(figuresIn(text)[0] as Figure, value)).toBe(yes);
  });
});
