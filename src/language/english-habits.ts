import type { NumberHabits } from './language.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
/** Signs of the commonest currencies. */
const SIGNS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£' };

/** English values as Intl writes them (a test holds them to it), without the 25 ms that its first use takes. */
export const ENGLISH_HABITS: NumberHabits = {
  number: (value) => {
    if (!(Math.abs(value) < 1e15))
      return new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 }).format(value);
    return groupThousands(String(Math.round(value * 10) / 10));
  },
  percent: (value) => `${value}%`,
  money: (amount, currency, digits) => {
    const sign = SIGNS[currency];
    return sign !== undefined && amount >= 0 && Number(amount.toFixed(digits)) === amount
      ? `${sign}${groupThousands(amount.toFixed(digits))}`
      : undefined;
  },
  date: (year, month, day) => [day, MONTHS[month - 1], year].filter((part) => part !== undefined).join(' '),
  list: (items, word) =>
    items.length < 3
      ? items.join(` ${word} `)
      : `${items.slice(0, -1).join(', ')}, ${word} ${items.at(-1) ?? ''}`,
};

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+(?:\.|$))/g, ',');
}
