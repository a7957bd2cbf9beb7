import { describe, expect, it } from 'vitest';
import {
  capitalize,
  formatCount,
  formatCounted,
  formatCutList,
  formatDate,
  formatFluency,
  formatList,
  formatMeasure,
  formatMoney,
  formatMonths,
  formatNumber,
  formatShare,
} from '../../src/facts/index.ts';

describe('formats', () => {
  it.each([
    [formatCount(0), 'no'],
    [formatCount(1), 'one'],
    [formatCount(12), 'twelve'],
    [formatCount(13), '13'],
    [formatCount(1234), '1,234'],
    [formatCount(2.5), '2.5'],
    [formatCounted(1, 'year'), 'one year'],
    [formatCounted(0, 'gap'), 'no gaps'],
    [formatCounted(2.5, 'year'), '2.5 years'],
    [formatMeasure(1, 'week'), '1 week'],
    [formatMeasure(264, 'hour'), '264 hours'],
    [formatMeasure(7.5, 'hour'), '7.5 hours'],
    [formatNumber(0), '0'],
    [formatNumber(999), '999'],
    [formatNumber(1000), '1,000'],
    [formatNumber(1234567.89), '1,234,567.9'],
    [formatNumber(-1234.56), '-1,234.6'],
    [formatShare(0), '0%'],
    [formatShare(0.0001), '0.1%'],
    [formatShare(0.004), '0.4%'],
    [formatShare(0.07142), '7%'],
    [formatShare(0.625), '63%'],
    [formatShare(0.9999), '99.9%'],
    [formatShare(1), '100%'],
    [formatMonths(0), 'less than a month'],
    [formatMonths(1), 'one month'],
    [formatMonths(12), 'one year'],
    [formatMonths(14), 'one year and two months'],
    [formatMonths(36), 'three years'],
    [formatMonths(181), '15 years and one month'],
    [formatDate('2026'), '2026'],
    [formatDate('2026-10'), 'October 2026'],
    [formatDate('2026-11-04'), '4 November 2026'],
    [formatList([]), ''],
    [formatList(['A']), 'A'],
    [formatList(['A', 'B'], 'or'), 'A or B'],
    [formatList(['A', 'B', 'C']), 'A, B, and C'],
    [formatCutList(['A', 'B', 'C'], 2), 'A, B, and C'],
    [formatCutList(['A', 'B', 'C', 'D'], 2), 'A, B, and two more'],
    [capitalize('éclair x'), 'Éclair x'],
    [formatFluency('Native speaker'), 'native speaker'],
    [formatFluency('B2'), 'B2'],
    [formatFluency('JLPT N2'), 'JLPT N2'],
    [formatFluency('Goethe-Zertifikat'), 'Goethe-Zertifikat'],
  ])('%s is %s', (text, expected) => expect(text).toBe(expected));

  const currencies = ['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'INR'];
  it.each(currencies)('writes %s as the platform does', (currency) => {
    for (const amount of [0, 1, 49, 999, 1000, 151_000, 1_234_567, 0.1, 9.99, 1234.5, 0.005, 1e15, -3]) {
      const digits = Number.isInteger(amount) ? 0 : 2;
      const settings = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      const format = new Intl.NumberFormat('en-US', { style: 'currency', currency, ...settings });
      expect(formatMoney(amount, currency)).toBe(format.format(amount));
    }
  });
});
