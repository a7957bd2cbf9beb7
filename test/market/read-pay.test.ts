import { describe, expect, it } from 'vitest';
import { computePay, quantile } from '../../src/market/postings/compute-pay.ts';
import type { PostedPay, Posting } from '../../src/market/postings/posting.ts';
import { readPay } from '../../src/market/postings/read-pay.ts';

describe('readPay', () => {
  it.each<[string, PostedPay]>([
    ['Salary: €70k-€90k per year', { min: 70_000, max: 90_000, currency: 'EUR', period: 'year' }],
    ['€35 per hour.', { min: 35, max: 35, currency: 'EUR', period: 'hour' }],
    ['$120,000 - $150,000 per year', { min: 120_000, max: 150_000, currency: undefined, period: 'year' }],
    ['US$4,500 a month', { min: 4500, max: 4500, currency: 'USD', period: 'month' }],
    ['GBP 45k-60k p.a.', { min: 45_000, max: 60_000, currency: 'GBP', period: 'year' }],
    ['60.000 - 70.000 EUR per annum', { min: 60_000, max: 70_000, currency: 'EUR', period: 'year' }],
    ['£18.50 hourly', { min: 18.5, max: 18.5, currency: 'GBP', period: 'hour' }],
    ['CHF 110’000 to 130’000 yearly', { min: 110_000, max: 130_000, currency: 'CHF', period: 'year' }],
  ])('reads %s', (text, pay) => {
    expect(readPay(text)).toEqual(pay);
  });

  it.each([
    'We raised $20 million last year',
    'a 401(k) plan',
    '5+ years of experience',
    'founded in 2010, 300 employees',
    'EUR 3 per year in stamps',
    'save our clients $1,000,000,000 per year',
  ])('leaves alone: %s', (text) => {
    expect(readPay(text)).toBeUndefined();
  });
});

const posting = (pay: PostedPay | undefined): Posting => ({
  place: 'p',
  title: undefined,
  date: undefined,
  text: '',
  skills: [],
  pay,
});
const year = (amount: number, currency: string | undefined = 'USD') =>
  posting({ min: amount, max: amount, currency, period: 'year' });

describe('computePay', () => {
  it('agrees with numpy.quantile (linear): 1..10 and a skewed list', () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect([0.1, 0.25, 0.5, 0.75, 0.9].map((share) => quantile(ten, share))).toEqual([
      1.9, 3.25, 5.5, 7.75, 9.1,
    ]);
    expect([0.25, 0.5, 0.75].map((share) => quantile([10, 20, 40, 80], share))).toEqual([17.5, 30, 50]);
  });

  it('never mixes periods or currencies, and takes the middle of a range', () => {
    const { pay } = computePay(
      [
        year(100),
        posting({ min: 100, max: 300, currency: 'USD', period: 'year' }),
        posting({ min: 20, max: 20, currency: 'USD', period: 'hour' }),
        year(90, 'EUR'),
      ],
      { source: 'postings' },
    );
    expect(pay.map(({ currency, period, n, median }) => [currency, period, n, median])).toEqual([
      ['USD', 'year', 2, 150],
      ['EUR', 'year', 1, 90],
      ['USD', 'hour', 1, 20],
    ]);
  });

  it('gives quartiles from four figures on and the outer percentiles from ten', () => {
    const of = (count: number) =>
      computePay(
        Array.from({ length: count }, (_, at) => year(at + 1)),
        { source: 'postings' },
      ).pay[0];
    expect(of(3)).toMatchObject({ p10: null, p25: null, median: 2, p75: null, p90: null });
    expect(of(4)).toMatchObject({ p10: null, p25: 1.75, median: 2.5, p75: 3.25, p90: null });
    expect(of(10)).toMatchObject({ p10: 1.9, p90: 9.1 });
  });

  it('leaves out what names no currency or period, and says so', () => {
    const { pay, notes } = computePay(
      [
        posting({ min: 9, max: 9, currency: undefined, period: 'year' }),
        posting({ min: 9, max: 9, currency: 'USD', period: undefined }),
      ],
      { source: 'postings' },
    );
    expect(pay).toEqual([]);
    expect(notes).toEqual([
      '1 figure of pay left out: no currency is clear (--currency says what $ stands for).',
      '1 figure of pay left out: no period is named (--period says which).',
    ]);
  });

  it('converts only at a rate given, and names it', () => {
    const { pay, notes } = computePay([year(100, 'EUR'), year(200)], {
      source: 'postings',
      rates: [{ from: 'EUR', to: 'USD', rate: 1.1 }],
    });
    expect(pay).toHaveLength(1);
    expect(pay[0]).toMatchObject({ currency: 'USD', n: 2, median: 155 });
    expect(notes).toEqual(['1 figure of pay converted from EUR to USD at the rate given, 1.1.']);
  });
});
