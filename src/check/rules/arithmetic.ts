import type { ReadSentence } from '../claims/read-report.ts';
import { defineRule } from '../define-rule.ts';
import { agrees } from '../figures/agrees.ts';
import type { Figure } from '../tokens/figure.ts';
import type { Token } from '../tokens/token.ts';
import type { CheckContext } from '../types.ts';
import { listedSums } from './arithmetic/listed-sum.ts';
import { sharesOfWhole, splitWhole } from './arithmetic/split-whole.ts';
import { weeksTimesRate } from './arithmetic/weeks-times-rate.ts';

const equals = /^(?:make|be|=|equal|give|come|total|yield|amount)$/;
const glue = /^(?:to|a|an|total|of|up|in|all|exactly|together)$/;

/** A figure at the start of a reckoning may bear any of these units, and a later one may leave it out. */
const summed = new Set(['week', 'hour', 'day', 'month', 'year', 'money', 'count']);

export const arithmetic = defineRule({
  id: 'arithmetic',
  severity: 'error',
  category: 'sum',
  description: 'A sum or a product that the text writes out does not come to what it says.',
  selfCheck: true,
  good: [
    { text: 'Six plus four weeks make 10 weeks.' },
    { text: '9 + 6 + 5 = 20 weeks.' },
    { text: 'Twenty weeks times six hours make 120 hours.' },
    { text: 'Four core skills, two preferred and one emerging, seven in all.' },
    { text: 'Of your eight hours a week, keep three for reading and five for the bench.' },
    { text: 'Six hours a week for ten weeks, which makes 60 hours; two courses fill 35 hours of them.' },
  ],
  bad: [
    { text: 'Six plus four weeks make 11 weeks.', at: '11 weeks' },
    { text: '12 plus 8 plus 6 weeks makes 28.', at: '28' },
    { text: '20 weeks times six hours give 140 hours.', at: '140 hours' },
    { text: 'Seven, five and three make sixteen weeks.', at: 'sixteen weeks' },
    { text: 'Four core skills, two preferred and one emerging, eight in all.', at: 'eight' },
    {
      text: 'Of your five hours a week, keep two for reading and four for the bench.',
      at: 'two for reading and four',
    },
    {
      text: 'A third of the weekly time should go to reading, half to simulation and a third to questions.',
      at: 'A third',
    },
    {
      text: 'Six weeks of pumps, nine of drips and three of what is to come, twenty weeks in all.',
      at: 'twenty weeks',
    },
    { text: 'The phases are 8 and 7 weeks, so together it is 16 weeks.', at: '16 weeks' },
    { text: 'I would set aside six hours a week for ten weeks, which makes 70 hours.', at: '70 hours' },
    {
      text: 'The plan takes ten weeks at six hours a week. That is 66 hours of your evenings.',
      at: '66 hours',
    },
  ],
  check(context) {
    const { reading, report } = context;
    reading.sentences.forEach((sentence, i) => {
      const before = reading.sentences[i - 1];
      checkListed(context, sentence);
      checkSplit(context, sentence);
      checkProduct(context, sentence, before?.block === sentence.block ? before : undefined);
    });
    for (const { tokens } of reading.sentences) {
      for (let i = 0; i < tokens.length; i += 1) {
        const chain = chainFrom(tokens, i);
        if (!chain) continue;
        i = chain.at;
        const { figures, product, token } = chain;
        const said = token.figure as Figure;
        const values = figures.map((figure) => figure.value);
        const value = product
          ? values.reduce((result, one) => result * one, 1)
          : values.reduce((result, one) => result + one, 0);
        if (agrees(said, value)) continue;
        report({
          start: (tokens[chain.from] as Token).start,
          end: token.end,
          subject: subjectOf(said),
          actual: token.text,
          expected: `${Math.round(value * 100) / 100} (${values.join(product ? ' × ' : ' + ')})`,
        });
      }
    }
  },
});

/** "Eight core skills, six preferred and two emerging, seventeen in all". */
function checkListed({ report }: CheckContext, { tokens }: ReadSentence): void {
  for (const { parts, at } of listedSums(tokens)) {
    const token = tokens[at] as Token;
    const said = token.figure as Figure;
    const values = parts.map((part) => tokens[part]?.figure?.value ?? 0);
    const sum = values.reduce((result, one) => result + one, 0);
    if (agrees(said, sum)) continue;
    report({
      start: (tokens[parts[0] as number] as Token).start,
      end: token.end,
      subject: subjectOf(said),
      actual: token.text,
      expected: `${Math.round(sum * 100) / 100} (${values.join(' + ')})`,
    });
  }
}

/** "Of your five hours a week, keep two for reading and four for the bench". */
function checkSplit({ report }: CheckContext, { tokens }: ReadSentence): void {
  const shares = sharesOfWhole(tokens);
  const split = splitWhole(tokens);
  if (shares) {
    const sum = shares.reduce((result, part) => result + (tokens[part]?.figure?.value ?? 0), 0);
    if (sum <= 103) return;
    report({
      start: (tokens[shares[0] as number] as Token).start,
      end: (tokens[shares.at(-1) as number] as Token).end,
      subject: 'sum',
      actual: shares.map((part) => tokens[part]?.text).join(' + '),
      expected: 'at most the whole',
    });
  }
  if (!split) return;
  const whole = tokens[split.whole] as Token;
  const values = split.parts.map((part) => tokens[part]?.figure?.value ?? 0);
  const sum = values.reduce((result, one) => result + one, 0);
  if (sum <= (whole.figure?.value ?? 0)) return;
  report({
    start: (tokens[split.parts[0] as number] as Token).start,
    end: (tokens[split.parts.at(-1) as number] as Token).end,
    subject: 'sum',
    actual: `${values.join(' + ')} = ${sum}`,
    expected: `at most ${whole.text}`,
  });
}

/** "Six hours a week for nineteen weeks, which makes 141 hours". */
function checkProduct(
  { report, facts }: CheckContext,
  sentence: ReadSentence,
  before: ReadSentence | undefined,
): void {
  const roadmap = facts.sheet?.roadmap;
  const assumed =
    roadmap && roadmap.phases.length > 0
      ? { rate: roadmap.hoursPerWeek, whole: roadmap.totalWeeks }
      : undefined;
  const product = weeksTimesRate(sentence.tokens, before?.tokens ?? [], assumed);
  if (!product) return;
  const { weeks, rate, at } = product;
  if (agrees(at.figure as Figure, weeks * rate)) return;
  report({
    start: at.start,
    end: at.end,
    subject: 'total hours',
    actual: at.text,
    expected: `${weeks * rate} (${weeks} × ${rate})`,
  });
}

const subjectOf = (said: Figure): string =>
  said.unit === 'count' ? 'sum' : `total ${said.unit === 'money' ? 'price' : `${said.unit}s`}`;

interface Chain {
  figures: readonly Figure[];
  product: boolean;
  from: number;
  /** Where the result stands. */
  at: number;
  token: Token;
}

const isPlain = (token: Token | undefined): token is Token & { figure: Figure } =>
  token?.figure !== undefined &&
  token.figure.high === null &&
  token.figure.closeness === 'exact' &&
  summed.has(token.figure.unit);

/** "A plus B plus C make D" from here on. */
function chainFrom(tokens: readonly Token[], from: number): Chain | undefined {
  const first = tokens[from];
  if (!isPlain(first)) return undefined;
  const figures: Figure[] = [first.figure];
  let operator = '';
  let at = from;
  for (;;) {
    const sign = tokens[at + 1]?.norm ?? '';
    const next = tokens[at + 2];
    const kind = /^(?:plus|\+)$/.test(sign) ? '+' : /^(?:time|times|×|x)$/.test(sign) ? '×' : '';
    if (kind === '' || !isPlain(next)) break;
    if (operator !== '' && operator !== kind) return undefined;
    operator = kind;
    figures.push(next.figure);
    at += 2;
  }
  if (operator === '' || /^(?:plus|\+|minus|-|–|time|times|×|x|of)$/.test(tokens[from - 1]?.norm ?? ''))
    return undefined;
  const product = operator === '×';
  if (product && figures.length > 2) return undefined;
  if (!product && new Set(figures.map((one) => one.unit).filter((unit) => unit !== 'count')).size > 1)
    return undefined;
  if (!equals.test(tokens[at + 1]?.norm ?? '')) return undefined;
  let end = at + 2;
  while (glue.test(tokens[end]?.norm ?? '')) end += 1;
  const token = tokens[end];
  if (token?.figure === undefined || token.figure.high !== null || !summed.has(token.figure.unit))
    return undefined;
  const unit = figures.find((one) => one.unit !== 'count')?.unit;
  if (!product && unit !== undefined && token.figure.unit !== 'count' && token.figure.unit !== unit)
    return undefined;
  return { figures, product, from, at: end, token };
}
