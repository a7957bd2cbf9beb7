import { has, joined, termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import { agrees } from '../figures/agrees.ts';
import type { Figure } from '../tokens/figure.ts';
import type { Token } from '../tokens/token.ts';

const payWords =
  /^(?:pay|salary|salaries|earn|earning|remuneration|wage|compensation|income|band|pays|paid|package)$/;
const lowWords = /\b(?:start|begin|from|at least|minimum|lowest|low end|least|bottom|entry|lower)\b/;
const highWords = /\b(?:top|end|up to|maximum|highest|most|ceiling|to|no more than|upper|reach|cap|limit)\b/;
const dollars = new Set(['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'MXN', 'HKD']);
const perYear: Readonly<Record<string, number>> = { year: 1, month: 12, week: 52, day: 220, hour: 1720 };

export const salary = defineRule({
  id: 'salary',
  severity: 'error',
  category: 'number',
  description: 'A salary, its ends, its middle or its spread differs from the facts.',
  good: [
    {
      text: '## Market\n\nPay runs from $100k to $150k a year, a spread of $50,000; the middle is $125,000.',
    },
    { text: '## Market\n\nSalaries lie between 100 and 150 thousand dollars.' },
  ],
  bad: [
    { text: '## Market\n\nThe salary is between $100,000 and $105,000 per year.', at: '$105,000' },
    { text: '## Market\n\nPay starts at $150k.', at: '$150k' },
    { text: '## Market\n\nThe salary is €100k to €150k.', at: '€100k' },
  ],
  check({ reading, facts, report }) {
    const { role } = facts.sheet ?? {};
    const fact = role?.salary;
    if (!fact) return;
    for (const sentence of reading.sentences) {
      const { tokens } = sentence;
      const aboutPay = has(tokens, payWords);
      if (sentence.section === 'resources' || (!aboutPay && sentence.section !== 'market')) continue;
      if (tokens.some((token) => termAt(token, 'resource'))) continue;
      tokens.forEach((token, at) => {
        const figure = token.figure;
        if (!figure || !(figure.unit === 'money' || isBareMoney(tokens, at, aboutPay, fact.max))) return;
        const wrong = judge(figure, tokens, at, fact);
        if (wrong)
          report({
            start: token.start,
            end: token.end,
            subject: wrong.subject,
            actual: token.text,
            expected: wrong.expected,
            facts: ['role.salary'],
          });
      });
    }
  },
});

/** "between 151 and 262 thousand", "from 46,000 to 86,000" without a sign. */
function isBareMoney(tokens: readonly Token[], at: number, aboutPay: boolean, max: number): boolean {
  const figure = tokens[at]?.figure;
  return (
    aboutPay &&
    figure?.unit === 'count' &&
    figure.value >= 1000 &&
    figure.value > max / 50 &&
    !/^(?:posting|advert|job|vacancy)$/.test(tokens[at + 1]?.norm ?? '')
  );
}

interface Fact {
  min: number;
  max: number;
  currency: string;
  period: string;
}

function judge(
  figure: Figure,
  tokens: readonly Token[],
  at: number,
  fact: Fact,
): { subject: string; expected: string } | undefined {
  const { min, max, currency } = fact;
  const all = `${min} to ${max} ${currency}`;
  if (
    figure.currency &&
    figure.currency !== currency &&
    !(figure.currency === 'USD' && dollars.has(currency))
  )
    return { subject: 'salary.currency', expected: `${currency}, ${all}` };
  const factor =
    figure.per && figure.per !== fact.period ? (perYear[fact.period] ?? 1) / (perYear[figure.per] ?? 1) : 1;
  const fits = (stated: number, value: number) =>
    agrees(
      { ...figure, value: stated, high: null, closeness: factor === 1 ? figure.closeness : 'about' },
      value * factor,
    );
  if (figure.high !== null) {
    if (!fits(figure.value, min)) return { subject: 'salary.min', expected: all };
    return fits(figure.high, max) ? undefined : { subject: 'salary.max', expected: all };
  }
  const around = joined(tokens.slice(Math.max(0, at - 4), at));
  const bound: Figure['closeness'] = 'exact';
  const exact = (value: number) =>
    agrees(
      {
        ...figure,
        closeness:
          figure.closeness === 'at-most' ||
          figure.closeness === 'at-least' ||
          figure.closeness === 'more' ||
          figure.closeness === 'less'
            ? bound
            : figure.closeness,
      },
      value * factor,
    );
  if (exact((min + max) / 2) || exact(max - min)) return undefined;
  const low = lowWords.test(around);
  const high = highWords.test(around) || figure.closeness === 'at-most';
  if (low && !high) return exact(min) ? undefined : { subject: 'salary.min', expected: String(min) };
  if (high && !low) return exact(max) ? undefined : { subject: 'salary.max', expected: String(max) };
  return exact(min) || exact(max) ? undefined : { subject: 'salary', expected: all };
}
