import type { ReadSentence } from '../claims/read-report.ts';
import type { ReadTable } from '../claims/read-table.ts';
import { has, joined, termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import { agrees } from '../figures/agrees.ts';
import type { Figure } from '../tokens/figure.ts';
import type { Token } from '../tokens/token.ts';
import type { CheckContext } from '../types.ts';
import { table } from '../words/table.ts';

const payWords =
  /^(?:pay|salary|salarie|salaries|earn|earning|remuneration|wage|compensation|income|band|pays|paid|package)$/;
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
    { text: '## Market\n\nThe top of the pay range is $40,000 above the bottom.', at: '$40,000' },
    { text: '## Market\n\nThe pay range has its centre at $130,000.', at: '$130,000' },
    { text: '| Measure | USD |\n|---|---|\n| Minimum | 90,000 |\n| Maximum | 150,000 |', at: '90,000' },
    { text: '## Market\n\nThe salary is €100k to €150k.', at: '€100k' },
  ],
  check({ reading, facts, report }) {
    const { role } = facts.sheet ?? {};
    const fact = role?.salary;
    if (!fact) return;
    checkTables(reading.tables, fact, report);
    let before = false;
    for (const sentence of reading.sentences) {
      const { tokens } = sentence;
      const aboutPay =
        speaksOfPay(tokens) ||
        speaksOfPay(sentence.read.label) ||
        (sentence.section === 'market' && (has(tokens, /^(?:range|spread)$/) || namesRange(tokens, fact)));
      const continues: boolean =
        before && sentence.section === 'market' && sentence.read.sentences[0] !== sentence;
      before = aboutPay || (continues && tokens.some((token) => token.figure?.unit === 'money'));
      if (sentence.section === 'resources' || !(aboutPay || continues)) continue;
      if (tokens.some((token) => termAt(token, 'resource')) || isOfLearning(sentence)) continue;
      tokens.forEach((token, at) => {
        const figure = token.figure;
        if (!figure || !(figure.unit === 'money' || isBareMoney(tokens, at, aboutPay, fact.max))) return;
        if (ofAnother(tokens, at) || isOwnPay(tokens.slice(0, at))) return;
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

/** The end of the range, or its middle, that a row of a table is about. */
const rowOf = (name: string, { min, max }: Fact): { subject: string; value: number } | undefined =>
  /^(?:salary |pay )?(?:minimum|min|lower end|low|bottom|lower limit)(?: salary| pay)?$/i.test(name)
    ? { subject: 'salary.min', value: min }
    : /^(?:salary |pay )?(?:maximum|max|upper end|high|top|upper limit)(?: salary| pay)?$/i.test(name)
      ? { subject: 'salary.max', value: max }
      : /^(?:middle|midpoint|centre|center)$/i.test(name)
        ? { subject: 'salary.middle', value: (min + max) / 2 }
        : undefined;

/** "| Minimum | 44,500 |": the ends of the range, each in a row of its own; both must be there. */
function checkTables(tables: readonly ReadTable[], fact: Fact, report: CheckContext['report']): void {
  for (const { rows } of tables) {
    const ends = rows.flatMap((row) => {
      const [name, value] = row.cells;
      const end = name && rowOf(name.text.replace(/[*_]/g, ''), fact);
      const figure = value?.tokens.length === 1 ? value.tokens[0]?.figure : undefined;
      const isMoney = figure && (figure.unit === 'money' || figure.unit === 'count') && figure.high === null;
      return name && value && end && isMoney ? [{ ...end, figure, name, cell: value }] : [];
    });
    if (ends.length < 2 || !ends.some(({ figure, value }) => agrees(figure, value))) continue;
    for (const { subject, value, figure, name, cell } of ends)
      if (!agrees(figure, value))
        report({
          start: name.start,
          end: cell.end,
          subject,
          actual: cell.text,
          expected: String(value),
          facts: ['role.salary'],
        });
  }
}

/** "Both paid items", "the paid ones": what is paid for is no pay. */
const speaksOfPay = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, i) =>
      payWords.test(token.norm) &&
      !(
        /^paid$/i.test(token.text) &&
        (/^(?:item|one|course|title|resource|option|book|exam|material|total|for|together)$/.test(
          tokens[i + 1]?.norm ?? '',
        ) ||
          /^(?:the|all|both|a|two|three|four|five)$/.test(tokens[i - 1]?.norm ?? ''))
      ),
  );

/** "You'd be looking at £38k to £52k": the two ends in one figure can be nothing else. */
const namesRange = (tokens: readonly Token[], { min, max }: Fact): boolean =>
  tokens.some(({ figure }) => figure?.unit === 'money' && figure.value === min && figure.high === max);

/** "Her current pay of £38,000": what the candidate earns is no figure of the market. */
const isOwnPay = (before: readonly Token[]): boolean =>
  /(?:^| )(?:her|his|your|she|he|you) (?:own |current |present |last |old |today 's )*(?:pay|salary|wage|income|earn|make)(?: |$)/.test(
    joined(before),
  );

/** Nouns that a sum of pay may be the "of" of: "a spread of $50,000". */
const payNouns =
  /^(?:pay|salary|wage|band|range|spread|difference|gap|middle|midpoint|centre|center|average|mean|median|end|minimum|maximum|low|high|sum|amount|figure|total|income|package|remuneration|compensation|floor|ceiling|top|bottom|limit|start|rate|width|distance|margin|span|level|value|earnings)$/;

/** "Budget for paid courses: A$680": what learning costs is no pay. */
const learningWords =
  /^(?:course|courses|budget|resource|tuition|fee|fees|book|exam|certificate|certification|training)$/;

function isOfLearning({ tokens, read }: ReadSentence): boolean {
  const words = [...read.label, ...tokens];
  return has(words, learningWords) && !has(words, /^(?:salary|salarie|salaries|wage|remuneration|earn)$/);
}

/** "A rent of €850", "her fee of £40": a sum with a noun of its own. */
function ofAnother(tokens: readonly Token[], at: number): boolean {
  const noun = tokens[at - 2];
  return tokens[at - 1]?.norm === 'of' && noun?.kind === 'word' && !payNouns.test(noun.norm);
}

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

/** How many of the one period people reckon in the other: paid weeks, hours of a week. */
const reckoned: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  hour: {
    day: [7, 7.5, 8, 12],
    week: [35, 36, 37, 37.5, 38, 38.5, 39, 40, 42],
    month: [150, 152, 160, 162, 165, 168, 173],
    year: [1650, 1720, 1800, 1872, 1920, 1950, 2000, 2080],
  },
  day: { week: [5], month: [20, 21, 22], year: [220, 230, 250, 260] },
  week: { month: [4, 4.33], year: [48, 50, 52] },
  month: { year: [12, 13, 14] },
};

/** A sum for another period than the facts name, where the text speaks of one ("twelve such months come to"). */
function converted(figure: Figure, tokens: readonly Token[], { min, max, period }: Fact): boolean {
  const spoken = new Set(
    tokens.flatMap((token) =>
      token.figure?.per
        ? [token.figure.per]
        : token.figure && token.figure.unit !== 'money'
          ? [token.figure.unit]
          : [periodWords[token.norm] ?? token.norm],
    ),
  );
  const others = Object.keys(perYear).filter(
    (other) => other !== period && (spoken.has(other) || figure.per === other || spoken.has(period)),
  );
  if (figure.per === period) return false;
  return others.some((other) => {
    const up = reckoned[period]?.[other]?.map((one) => one) ?? [];
    const down = reckoned[other]?.[period]?.map((one) => 1 / one) ?? [];
    return [...up, ...down].some((factor) => {
      const fits = (stated: number, value: number) => Math.abs(stated - value * factor) <= stated * 0.02;
      return figure.high === null
        ? [min, max, (min + max) / 2, max - min].some((value) => fits(figure.value, value))
        : fits(figure.value, min) && fits(figure.high, max);
    });
  });
}

const periodWords: Readonly<Record<string, string>> = table({
  yearly: 'year',
  annual: 'year',
  annually: 'year',
  annum: 'year',
  monthly: 'month',
  weekly: 'week',
  hourly: 'hour',
  daily: 'day',
});

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
  if (converted(figure, tokens, fact)) return undefined;
  if (figure.high !== null) {
    if (!fits(figure.value, min)) return { subject: 'salary.min', expected: all };
    return fits(figure.high, max) ? undefined : { subject: 'salary.max', expected: all };
  }
  // "$118k at the bottom, $164k at the top": the word behind says which end it is.
  const end = joined(tokens.slice(at + 1, at + 4));
  const around = /^(?:at|as|for|on) the (?:top|bottom|upper|lower|high|low)(?:$| )/.test(end)
    ? end
    : joined(tokens.slice(Math.max(0, at - 4), at));
  const wide = joined(tokens.slice(Math.max(0, at - 2), at));
  if (
    /^(?:spread|span|difference|gap|width|distance) of$/.test(wide) ||
    /^(?:wide|apart)$/.test(tokens[at + 1]?.norm ?? '') ||
    /^(?:above|below|over|under|more than|less than) the (?:bottom|top|minimum|maximum|lower|upper|floor|ceiling|other)/.test(
      joined(tokens.slice(at + 1, at + 5)),
    )
  )
    return agrees(figure, (max - min) * factor)
      ? undefined
      : { subject: 'salary.spread', expected: String(max - min) };
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
  if (
    has(tokens.slice(at + 1, at + 9), /^(?:middle|midpoint|halfway|midway)$/) &&
    !tokens.slice(at + 1, at + 9).some((one) => one.figure)
  )
    return { subject: 'salary.middle', expected: String((min + max) / 2) };
  if (
    /(?:^| )(?:middle|midpoint|centre|center|mean|halfway)(?: of \S+ \S+)?(?: ,)? (?:be|at|lie at)(?: at)?$/.test(
      joined(tokens.slice(Math.max(0, at - 7), at)),
    )
  )
    return { subject: 'salary.middle', expected: String((min + max) / 2) };
  const low = lowWords.test(around);
  const high = highWords.test(around) || figure.closeness === 'at-most';
  if (low && !high) return exact(min) ? undefined : { subject: 'salary.min', expected: String(min) };
  if (high && !low) return exact(max) ? undefined : { subject: 'salary.max', expected: String(max) };
  return exact(min) || exact(max) ? undefined : { subject: 'salary', expected: all };
}
