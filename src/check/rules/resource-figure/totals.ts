import type { ChosenResource } from '../../../../schemas/fact-sheet.ts';
import type { ReadSentence } from '../../claims/read-report.ts';
import { readResourceRefs } from '../../claims/resource-refs.ts';
import { joined } from '../../claims/words-of.ts';
import { agrees } from '../../figures/agrees.ts';
import type { Figure } from '../../tokens/figure.ts';
import type { Token } from '../../tokens/token.ts';
import type { CheckContext } from '../../types.ts';

const priceOf = (one: ChosenResource): number[] => (one.price ? [one.price.amount] : []);
const sumOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

/** What may stand between the number of things and their price. */
const towards =
  /^(?:that|which|cost|money|charge|paid|item|one|title|course|resource|book|come|to|amount|total|make|add|up|together|be|and|you|she|he|have|will|spend|spent|for|of|a|sum|must|pay|just|exactly|in|all|,)$/;
const sums =
  /(?:^| )(?:come to|amount to|add up to|total|cost|make|spend|spent|together|sum|set \S+ back)(?: |$)/;

/** "Those three come to €537", "add those four and you have spent $783", "the three that cost money come to $434". */
export function checkCountedSum(context: CheckContext, sentence: ReadSentence): void {
  const { tokens } = sentence;
  tokens.forEach((token, at) => {
    const { figure } = token;
    if (figure?.unit !== 'money' || figure.high !== null || figure.per !== null) return;
    const from = tokens.findLastIndex((one, i) => i < at && one.figure !== undefined);
    const number = tokens[from]?.figure;
    if (number?.unit !== 'count' || number.closeness !== 'exact' || number.value < 2 || number.value > 12)
      return;
    if (!/^(?:those|these|the|all|your|her|his)$/.test(tokens[from - 1]?.norm ?? '')) return;
    const between = tokens.slice(from + 1, at);
    if (!between.every((one) => towards.test(one.norm)) || !sums.test(joined(between))) return;
    const expected = expectedSums(context, sentence, number.value, joined(between));
    if (!expected || expected.some((sum) => agrees(figure, sum))) return;
    report(context, token, 'total price', `${token.text} for ${number.value}`, String(expected[0]));
  });
}

/** The sums that so many resources may come to: of those just named, of the class named, else of any so many. */
function expectedSums(
  context: CheckContext,
  sentence: ReadSentence,
  count: number,
  words: string,
): number[] | undefined {
  const all = [...context.facts.resources.values()];
  const priced = all.filter((one) => one.price !== null);
  if (priced.length < count) return undefined;
  const { sentences } = sentence.read;
  const before = sentences[sentences.indexOf(sentence) - 1];
  const refs = before ? readResourceRefs(before.tokens, context.facts, before.section) : [];
  const named = [...new Set(refs.map((ref) => ref.resource))].filter((one) => one.price !== null);
  const money = before?.tokens.filter((one) => one.figure?.unit === 'money').length ?? 0;
  const any = choose(
    priced.map((one) => one.price?.amount ?? 0),
    count,
  );
  const ofClass = [priced.filter((one) => one.cost === 'paid'), priced].filter(
    (list) => list.length === count,
  );
  if (/(?:^| )(?:paid|cost money|charge)(?: |$)/.test(words) && ofClass.length > 0)
    return ofClass.map((list) => sumOf(list.flatMap(priceOf)));
  if (named.length === count && money === count) return [sumOf(named.flatMap(priceOf))];
  return any;
}

/** The sums of every choice of `count` values. */
function choose(values: readonly number[], count: number): number[] | undefined {
  if (values.length > 14) return undefined;
  const byCount: number[][] = [[0], ...Array.from({ length: count }, () => [] as number[])];
  for (const value of values)
    for (let taken = count; taken > 0; taken -= 1)
      byCount[taken]?.push(...(byCount[taken - 1] ?? []).map((sum) => sum + value));
  return byCount[count];
}

const labelWords =
  /^(?:paid|free|freemium|total|totals|together|sum|overall|cost|price|all|altogether|hour|time|budget|outlay|in|for|the|of|resource|course|title|item|and|money|spend|learning|study|grand|:|\*)$/;
const totalWords = /^(?:total|totals|together|sum|overall|altogether|outlay)$/;
/** "Paid", not the "pay" that it comes from. */
const wordOf = (token: Token): string =>
  /^(?:paid|free|freemium)$/i.test(token.text) ? token.text.toLowerCase() : token.norm;
const classes = ['free', 'freemium', 'paid'] as const;

/** "Free together: 7 titles, 87 h", "Paid total: NZ$655", "Hours total: 97": a label that says what is added up. */
export function checkLabelledTotal(context: CheckContext, sentence: ReadSentence): void {
  const { tokens } = sentence;
  const colon = tokens.findIndex((token) => token.text === ':');
  const label = tokens.slice(0, colon);
  if (colon < 1 || !label.every((token) => labelWords.test(wordOf(token)))) return;
  if (!label.some((token) => totalWords.test(wordOf(token)))) return;
  const named = classes.filter((one) => label.some((token) => wordOf(token) === one));
  if (named.length > 1) return;
  const { chosen, others } = context.facts.sheet?.resources ?? { chosen: [], others: [] };
  const lists = [chosen, [...chosen, ...others]].map((list) =>
    named.length === 0 ? list : list.filter((one) => one.cost === named[0]),
  );
  const figures = tokens.slice(colon + 1).flatMap((token) => (token.figure ? [token] : []));
  const ofHours = label.some((token) => token.norm === 'hour' || token.norm === 'time');
  const plan = context.facts.sheet?.roadmap.totalHours;
  for (const token of figures) {
    const figure = token.figure as Figure;
    if (figure.high !== null || figure.per !== null || figure.closeness !== 'exact') return;
    const next = tokens[tokens.indexOf(token) + 1]?.norm ?? '';
    const values =
      figure.unit === 'hour' || (figure.unit === 'count' && ofHours)
        ? lists.map((list) => sumOf(list.flatMap((one) => one.hours ?? [])))
        : figure.unit === 'money'
          ? pricesOf(context, lists, named[0])
          : figure.unit === 'count' && /^(?:title|resource|course|item|book)$/.test(next)
            ? lists.map((list) => list.length)
            : undefined;
    if (!values) return;
    // Without a class the hours may be those of the plan.
    if (named.length === 0 && plan !== undefined && figure.unit !== 'money' && agrees(figure, plan)) continue;
    if (values.some((value) => agrees(figure, value))) continue;
    const unit =
      figure.unit === 'money'
        ? 'total price'
        : figure.unit === 'count' && !ofHours
          ? 'resource count'
          : 'total hours';
    report(context, token, unit, token.text, [...new Set(values)].join(' or '));
  }
}

/** Sums of prices: of the paid ones, with and without those that are paid in part. */
function pricesOf(
  { facts }: CheckContext,
  lists: readonly (readonly ChosenResource[])[],
  named: string | undefined,
): number[] | undefined {
  if (named === 'free') return undefined;
  const all = [...facts.resources.values()];
  // Where no class is named, what is paid in part may count or not.
  const wider = named === undefined ? [all, all.filter((one) => one.cost === 'paid')] : [];
  return [...lists, ...wider].map((list) => sumOf(list.flatMap(priceOf)));
}

function report(
  context: CheckContext,
  token: Token,
  subject: string,
  actual: string,
  expected: string,
): void {
  context.report({ start: token.start, end: token.end, subject, actual, expected, facts: [] });
}
