import { describe, expect, it } from 'vitest';
import { computeMonths, toMonthSpan } from '../../src/facts/compute-months.ts';

const today = '2026-11-24';
const months = (...stretches: [from: string, to?: string][]) =>
  computeMonths(stretches.map(([from, to]) => toMonthSpan({ from, to }, today)));

describe('months of work', () => {
  it.each([
    ['a year from month to month', months(['2023-11', '2024-11']), 12],
    ['a whole year by days', months(['2024-01-01', '2024-12-31']), 12],
    ['a whole year by days that starts within a month', months(['2023-11-24', '2024-11-23']), 12],
    ['a whole month by days', months(['2024-02-01', '2024-02-29']), 1],
    ['a few days', months(['2024-02-03', '2024-02-05']), 1],
    ['one month', months(['2024-02', '2024-02']), 1],
    ['to today where the end is missing', months(['2025-11']), 12],
    ['to today where the end lies after it', months(['2025-11', '2028-01']), 12],
    ['years without months', months(['2019', '2021']), 24],
    ['a year without months, up to today', months(['2025']), 22],
    ['a single year without months, which is no proof of more', months(['2019', '2019']), 1],
    ['nothing less than a month where the end is before the start', months(['2020-05', '2020-01']), 1],
    ['two stretches apart', months(['2020-01', '2020-07'], ['2021-01', '2021-04']), 9],
    ['an overlap once', months(['2020-01', '2020-07'], ['2020-04', '2020-10']), 9],
    ['what lies within another not at all', months(['2020-01', '2022-01'], ['2020-04', '2020-06']), 24],
    ['the same twice once', months(['2020-01', '2020-07'], ['2020-01', '2020-07']), 6],
    ['stretches that touch', months(['2020-01-01', '2020-06-30'], ['2020-07-01', '2020-12-31']), 12],
    [
      'three in a row, in any order',
      months(['2022-01', '2023-01'], ['2020-01', '2021-01'], ['2021-01', '2022-01']),
      36,
    ],
    ['nothing', months(), 0],
  ])('count %s', (_, found, expected) => expect(found).toBe(expected));
});
