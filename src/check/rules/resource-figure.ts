import type { ChosenResource } from '../../../schemas/fact-sheet.ts';
import type { ReadSentence } from '../claims/read-report.ts';
import { has, joined, termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import { agrees } from '../figures/agrees.ts';
import { circumstanceOf } from '../figures/circumstance.ts';
import { isSumOfSome } from '../figures/sums.ts';
import type { Figure } from '../tokens/figure.ts';
import type { Token } from '../tokens/token.ts';
import type { CheckContext } from '../types.ts';
import { checkExtremes } from './resource-figure/extremes.ts';
import { checkCountedSum, checkLabelledTotal } from './resource-figure/totals.ts';

/** What makes a sum that no title stands beside one of the list. */
const ofList = /^(?:resource|course|material|they|them|these|item|list|reading)$/;

/** "$60 for the course", "£20 on the book": a figure that stands before what it is for. */
const leads = /^(?:for|on|towards)$/;
const differenceWords =
  /^(?:difference|gap|more|less|cheaper|dearer|save|saving|remain|remaining|left|leave|spend|spare|extra|drop|without|out|minus|rest|other|others)$/;
/** What may stand between a resource and its own figure. */
const tight =
  /^(?:\(|\)|,|:|–|—|-|at|for|with|in|by|be|cost|price|take|run|last|come|from|of|a|an|the|and|free|freemium|paid|about|only|just|need|require|to|on|course|book|hour|\||which)$/;

const sumWords =
  /^(?:together|aggregate|altogether|total|sum|combined|all|both|jointly|overall|taken|between)$/;

export const resourceFigure = defineRule({
  id: 'resource-figure',
  severity: 'error',
  category: 'number',
  description: 'The price or the hours of a resource, or a sum of them, differ from the list given.',
  good: [
    {
      text: '## Resources\n\nThe AWS Certified Cloud Practitioner exam by Amazon Web Services costs $100 and takes 20 hours.',
    },
    {
      text: '## Resources\n\nDocker Get Started takes five hours and the Kubernetes Tutorials fifteen hours, 20 hours together.',
    },
    { text: '## Resources\n\nFree together: 2 titles, 20 h. Paid total: $100. Hours total: 40' },
  ],
  bad: [
    { text: '## Resources\n\n- AWS Certified Cloud Practitioner (Amazon Web Services, $120)', at: '$120' },
    { text: '## Resources\n\n- Docker Get Started (Docker, 15 hours)', at: '15 hours' },
    { text: '## Resources\n\nFree together: 2 titles, 25 h. Paid total: $100.', at: '25 h' },
    { text: '## Resources\n\nHours total: 45', at: '45' },
    { text: '## Resources\n\nThe longest item on your list is Docker Get Started.', at: 'longest item' },
    { text: '## Resources\n\nThe Kubernetes Tutorials are the shortest of all.', at: 'shortest' },
  ],
  check(context) {
    const { reading, facts } = context;
    if (!facts.sheet || facts.resources.size === 0) return;
    for (const sentence of reading.sentences) {
      checkSentence(context, sentence);
      if (sentence.section === 'market' || sentence.section === 'profile') continue;
      checkCountedSum(context, sentence);
      checkExtremes(context, sentence);
      if (sentence.section === 'resources') checkLabelledTotal(context, sentence);
    }
  },
});

function checkSentence(context: CheckContext, sentence: ReadSentence): void {
  const { tokens } = sentence;
  const { facts } = context;
  const figures = tokens.flatMap((token, at) =>
    token.figure &&
    (token.figure.unit === 'money' || (token.figure.unit === 'hour' && token.figure.per === null))
      ? [at]
      : [],
  );
  if (figures.length === 0) return;
  checkHourPrice(context, tokens);
  const named = tokens.flatMap((token, at) => {
    const resource = resourceAt(token, context, sentence);
    return resource ? [{ at, resource }] : [];
  });
  if (named.length === 0 && sentence.section !== 'resources' && !amidResources(context, sentence)) return;
  if (sentence.section === 'roadmap' && named.length === 0) return;
  const all = [...facts.resources.values()];
  const meant = [...new Set([...named.map((one) => one.resource), ...byProvider(tokens, all)])];
  for (const at of figures) {
    const token = tokens[at] as Token;
    const figure = token.figure as Figure;
    const money = figure.unit === 'money';
    // A price by the hour is no price of the list.
    if (money && figure.per === 'hour') continue;
    const values = (list: readonly ChosenResource[]) =>
      list.flatMap((one) =>
        money ? (one.price ? [one.price.amount] : []) : one.hours === null ? [] : [one.hours],
      );
    const isSum = has(tokens.slice(Math.max(0, at - 8), at + 5), sumWords);
    const isDifference = has(stretch(tokens, at), differenceWords);
    // What one would pay, if one bought both, is the same sum.
    const circumstance = circumstanceOf(sentence, at);
    if (circumstance !== undefined && circumstance !== 'supposed') continue;
    if (circumstance && !/(?:^| )(?:would|set|both|all|pair|together)(?: |$)/.test(joined(tokens))) continue;
    const own = isSum ? undefined : (byProviderAfter(tokens, at, all) ?? nearest(named, figures, at, tokens));
    const stated = { ...figure, per: null };
    const sumFits = (sum: number) => agrees(stated, sum);
    if (own) {
      const value = money ? own.price?.amount : own.hours;
      if (value === undefined || value === null) {
        if (money && figure.value > 0 && own.cost === 'free') report(context, token, own, money, 'free');
        continue;
      }
      if (agrees(stated, value)) continue;
      // Another resource of the list has this figure, and words that are not read stand between it and this one.
      const elsewhere = values(all.filter((one) => one !== own)).some(sumFits);
      const place = named.findLast((one) => one.resource === own)?.at ?? at;
      const isTight = tokens
        .slice(Math.min(place, at) + 1, Math.max(place, at))
        .every(
          (one) => tight.test(one.norm) || one.figure !== undefined || termAt(one, 'provider') !== undefined,
        );
      if (elsewhere && !isTight) continue;
      if (!isRightForOther(stated, values(named.map((one) => one.resource)), named.length))
        report(context, token, own, money, money ? `${value} ${own.price?.currency}` : `${value} hours`);
      continue;
    }
    const parts = values(all);
    const roadmap = facts.sheet?.roadmap;
    if (isSumOfSome(figure.value, values(meant), sumFits)) continue;
    // A sum of prices may speak of resources that this sentence does not name, or not by their titles.
    if (money && isSumOfSome(figure.value, parts, sumFits)) continue;
    if (isDifference) continue;
    if (parts.some(sumFits) || (!isSum && isSumOfSome(figure.value, parts, sumFits))) continue;
    if (
      isSum &&
      named.length < 2 &&
      (sumFits(parts.reduce((sum, one) => sum + one, 0)) || isSumOfSome(figure.value, parts, sumFits))
    )
      continue;
    if (
      !money &&
      roadmap &&
      (sumFits(roadmap.totalHours) ||
        sumFits(roadmap.totalHours - parts.reduce((sum, one) => sum + one, 0)) ||
        roadmap.phases.some((phase) => sumFits(phase.hours)))
    )
      continue;
    if (!isSum && !(named.length > 0 || has(stretch(tokens, at), ofList))) continue;
    context.report({
      start: token.start,
      end: token.end,
      subject: money ? 'total price' : 'total hours',
      actual: token.text,
      expected: `a sum of ${money ? 'prices' : 'hours'} of the resources`,
      facts: [],
    });
  }
}

/** "$180 and 45 hours, which is three dollars an hour": a price by the hour beside the two that it comes from. */
function checkHourPrice({ report }: CheckContext, tokens: readonly Token[]): void {
  tokens.forEach((token, at) => {
    const { figure } = token;
    if (figure?.unit !== 'money' || figure.per !== 'hour' || figure.high !== null) return;
    const before = tokens.slice(0, at).flatMap((one) => (one.figure?.high === null ? [one.figure] : []));
    const [price, ...prices] = before.filter((one) => one.unit === 'money' && one.per === null);
    const [hours, ...others] = before.filter((one) => one.unit === 'hour' && one.per === null);
    if (!price || !hours || prices.length > 0 || others.length > 0 || hours.value === 0) return;
    if (
      !/(?:^| )(?:which|that|it|so)(?: be| come to| make| mean)?$/.test(
        joined(tokens.slice(Math.max(0, at - 3), at)),
      )
    )
      return;
    const value = price.value / hours.value;
    if (agrees(figure, value) || Math.abs(figure.value - value) <= 0.5) return;
    report({
      start: token.start,
      end: token.end,
      subject: 'price per hour',
      actual: token.text,
      expected: `${Math.round(value * 100) / 100} (${price.value} / ${hours.value})`,
      facts: [],
    });
  });
}

/** A paragraph under any heading that names resources before this sentence, and prices them. */
function amidResources(context: CheckContext, sentence: ReadSentence): boolean {
  const before = sentence.read.sentences.filter((one) => one.start < sentence.start);
  const named = before.flatMap((one) => one.tokens.filter((token) => resourceAt(token, context, one)));
  return (
    named.length > 1 &&
    sentence.section !== 'roadmap' &&
    before.some((one) => one.tokens.some((token) => token.figure?.unit === 'money'))
  );
}

/** The words around a figure, up to the next comma or the next figure on either side. */
function stretch(tokens: readonly Token[], at: number): readonly Token[] {
  const ends = (token: Token | undefined) =>
    !token || token.figure !== undefined || /^[,;:()]$/.test(token.text) || token.norm === 'and';
  let from = at;
  while (at - from < 7 && !ends(tokens[from - 1])) from -= 1;
  let to = at + 1;
  while (to - at < 5 && !ends(tokens[to])) to += 1;
  return tokens.slice(from, to);
}

/** Resources meant by their provider alone ("the Rust Project's own book"). */
function byProvider(tokens: readonly Token[], all: readonly ChosenResource[]): ChosenResource[] {
  return tokens.flatMap((token) => {
    const provider = termAt(token, 'provider');
    const offered = provider === undefined ? [] : all.filter((one) => one.provider === provider);
    return offered.length === 1 ? offered : [];
  });
}

/** "a course of four hours at Microsoft Learn". */
function byProviderAfter(
  tokens: readonly Token[],
  at: number,
  all: readonly ChosenResource[],
): ChosenResource | undefined {
  const link = tokens[at + 1]?.norm ?? '';
  if (!/^(?:at|from|by|on|with)$/.test(link)) return undefined;
  return byProvider(tokens.slice(at + 2, at + 3), all)[0];
}

/** In one sentence with several resources a figure may stand far from its own. */
const isRightForOther = (figure: Figure, values: readonly number[], count: number): boolean =>
  count > 2 && values.some((value) => agrees(figure, value));

function resourceAt(
  token: Token,
  { facts }: CheckContext,
  sentence: ReadSentence,
): ChosenResource | undefined {
  const id = termAt(token, 'resource');
  if (id === undefined) return undefined;
  if (termAt(token, 'skill') && sentence.section !== 'resources') return undefined;
  return facts.resources.get(id);
}

/** The resource that a figure belongs to: named last before it without another figure of its unit between, or next. */
function nearest(
  named: readonly { at: number; resource: ChosenResource }[],
  figures: readonly number[],
  at: number,
  tokens: readonly Token[],
): ChosenResource | undefined {
  const unit = tokens[at]?.figure?.unit;
  const later = named.find((one) => one.at > at);
  if (leads.test(tokens[at + 1]?.norm ?? '')) {
    const between = tokens.slice(at + 2, later?.at ?? at + 2);
    const plain = between.every(
      (token) =>
        token.kind === 'word' || termAt(token, 'provider') !== undefined || /^['’]s?$/.test(token.text),
    );
    return later && between.length <= 6 && plain ? later.resource : undefined;
  }
  const before = named.findLast((one) => one.at < at);
  const blocked =
    before &&
    figures.some((other) => other > before.at && other < at && tokens[other]?.figure?.unit === unit);
  const apart =
    before &&
    tokens
      .slice(before.at + 1, at)
      .some((token, i, between) => token.text === ';' || opensItem(token, between[i - 1]));
  if (before && !blocked && !apart && !listed(named, before.at, tokens)) return before.resource;
  const after = named.find((one) => one.at > at);
  if (
    after &&
    after.at - at <= 6 &&
    !figures.some((other) => other > at && other < after.at) &&
    tokens.slice(at + 1, after.at).some((token) => /^(?:for|on|of)$/.test(token.norm)) &&
    // "€1,608, of which X alone is most": a sum, and a part of it.
    !has(tokens.slice(at + 1, after.at), /^(?:which|whom)$/)
  )
    return after.resource;
  return undefined;
}

/** A capital word after a comma or "and", and no provider: another item begins that no title is known for. */
const opensItem = (token: Token, before: Token | undefined): boolean =>
  before !== undefined &&
  // "... and also the MicroMasters": a name with an article is another thing, too.
  (/^(?:,|and|or|plus)$/.test(before.norm) ||
    (/^(?:the|another)$/.test(before.norm) && token.text.length > 3)) &&
  /^\p{Lu}/u.test(token.text) &&
  token.kind !== 'figure' &&
  termAt(token, 'provider') === undefined;

/** "A and B cost $30": which of the two is open. */
function listed(named: readonly { at: number }[], at: number, tokens: readonly Token[]): boolean {
  const before = named.findLast((one) => one.at < at);
  if (!before) return false;
  const between = tokens.slice(before.at + 1, at);
  return between.length <= 3 && between.every((token) => /^(?:and|or|,|the|&)$/.test(token.norm));
}

function report(
  context: CheckContext,
  token: Token,
  resource: ChosenResource,
  money: boolean,
  expected: string,
): void {
  const id = `resource.${resource.id}.${money ? 'price' : 'hours'}`;
  context.report({
    start: token.start,
    end: token.end,
    subject: `${resource.title} ${money ? 'price' : 'hours'}`,
    actual: `${token.text} for ${resource.title}`,
    expected,
    facts: context.sheet?.facts.some((fact) => fact.id === id) ? [id] : [`resource.${resource.id}`],
  });
}
