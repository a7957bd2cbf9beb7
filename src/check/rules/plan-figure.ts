import type { Roadmap } from '../../../schemas/fact-sheet.ts';
import { type PhaseRef, readPhaseRefs } from '../claims/phase-refs.ts';
import type { ReadSentence } from '../claims/read-report.ts';
import { has, joined, termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import type { FactIndex } from '../facts/index-facts.ts';
import { agrees } from '../figures/agrees.ts';
import { circumstanceOf } from '../figures/circumstance.ts';
import { isOneOf, lengthOf, planValues, totalOf } from '../figures/plan-values.ts';
import { reportPlanFigure } from '../figures/report-plan-figure.ts';
import type { Figure } from '../tokens/figure.ts';
import type { Token } from '../tokens/token.ts';
import type { CheckContext } from '../types.ts';
import { checkPlanTables } from './plan/plan-tables.ts';
import { checkWeekNumber } from './plan/week-numbers.ts';

export const planFigure = defineRule({
  id: 'plan-figure',
  severity: 'error',
  category: 'sum',
  description:
    'Weeks, hours or days of the plan, of a phase or a week by number differ from the plan or do not add up.',
  good: [
    {
      text: '## Roadmap\n\nThe plan takes 10 weeks at eight hours a week, 80 hours in all. The first phase lasts six weeks, the second four.',
    },
    { text: '## Roadmap\n\n- Phase 1, Cloud Basics (6 weeks, 48 hours): AWS, Docker' },
    {
      text: '## Roadmap\n\nAt five hours a week the plan would take 16 weeks; a buffer of two weeks does no harm.',
    },
  ],
  bad: [
    { text: '## Roadmap\n\nIn total the roadmap takes 12 weeks.', at: '12 weeks' },
    { text: '## Roadmap\n\n- Phase 1, Cloud Basics (4 weeks): AWS, Docker', at: '4 weeks' },
    { text: '## Roadmap\n\nThe 10 weeks come to 90 hours.', at: '90 hours' },
    { text: '## Roadmap\n\nThe plan assumes six hours a week.', at: 'six hours a week' },
    { text: '## Roadmap\n\nBy the close of week eight the first phase is over.', at: 'week eight' },
  ],
  check(context) {
    const { reading, facts } = context;
    const roadmap = facts.sheet?.roadmap;
    if (!roadmap || roadmap.phases.length === 0) return;
    for (const sentence of reading.sentences)
      if (sentence.section !== 'market' && sentence.section !== 'profile')
        checkSentence(context, roadmap, sentence);
    checkPlanTables(context);
  },
});

function checkSentence(context: CheckContext, roadmap: Roadmap, sentence: ReadSentence): void {
  const { tokens } = sentence;
  if (!tokens.some((token) => token.figure || /^(?:week|hour)$/.test(token.norm))) return;
  const refs = refsFor(sentence, context.facts);
  const inRoadmap = sentence.section === 'roadmap';
  const offered = tokens.some((token) => termAt(token, 'resource') || termAt(token, 'provider'));
  tokens.forEach((token, at) => {
    const figure = withUnitOfWhole(tokens, at);
    if (!figure || circumstanceOf(sentence, at)) return;
    if (figure.unit === 'count' && tokens[at - 1]?.norm === 'week') {
      checkWeekNumber(context, roadmap, tokens, at, refs);
      return;
    }
    if (figure.unit === 'hour' && figure.per === 'week') {
      checkRate(context, roadmap, sentence, token, figure, offered);
      return;
    }
    if (figure.per !== null || (offered && !inRoadmap) || sentence.section === 'resources') return;
    if (figure.unit === 'week' || figure.unit === 'hour' || (figure.unit === 'day' && figure.value >= 14))
      checkLength(context, roadmap, sentence, at, figure, figure.unit, refs);
  });
}

const plans = /^(?:plan|roadmap|programme|program|schedule|timeline|path|upskilling|curriculum|journey)$/;
const studies =
  /^(?:study|learn|invest|spend|assume|budget|reserve|set|work|effort|pace|load|workload|plan|allow|put)$/;

/** "Seven hours a week": what the plan assumes, where a word of planning or studying stands beside it. */
function checkRate(
  context: CheckContext,
  roadmap: Roadmap,
  sentence: ReadSentence,
  token: Token,
  figure: Figure,
  offered: boolean,
): void {
  const { tokens } = sentence;
  const about =
    tokens.some(
      (one) => plans.test(one.norm) || studies.test(one.norm) || /^(?:phase|week)$/.test(one.norm),
    ) ||
    (sentence.section === 'roadmap' && tokens.some((one) => one !== token && one.figure?.unit === 'week')) ||
    (sentence.section === 'roadmap' && sentence.block.kind === 'item') ||
    sentence.read.label.length > 0;
  if (!about || offered || agrees({ ...figure, per: null }, roadmap.hoursPerWeek)) return;
  reportPlanFigure(context, token, 'hours per week', token.text, roadmap.hoursPerWeek, 'hours a week');
}

/** "120 of the 150 hours": the part has the unit of the whole. */
function withUnitOfWhole(tokens: readonly Token[], at: number): Figure | undefined {
  const figure = tokens[at]?.figure;
  const label = tokens[at - 2]?.norm ?? '';
  if (
    figure?.unit === 'count' &&
    /^(?::|be|–|=)$/.test(tokens[at - 1]?.norm ?? '') &&
    /^(?:hour|week|day)$/.test(label) &&
    tokens[at - 3]?.norm !== 'per' &&
    tokens[at - 3]?.norm !== 'a'
  )
    return { ...figure, unit: label as 'hour' };
  if (figure?.unit !== 'count' || tokens[at + 1]?.norm !== 'of') return figure;
  const whole = (/^(?:the|its|all|these)$/.test(tokens[at + 2]?.norm ?? '') ? tokens[at + 3] : tokens[at + 2])
    ?.figure;
  return whole && /^(?:hour|week|day)$/.test(whole.unit) ? { ...figure, unit: whole.unit } : figure;
}

/** The phases that a sentence is about; in a list item its label or the item above may name it. */
function refsFor(sentence: ReadSentence, facts: FactIndex): PhaseRef[] {
  const own = readPhaseRefs(sentence.tokens, facts, sentence.section);
  if (own.length > 0) return own;
  for (const label of sentence.read.scopeLabels) {
    if (label.scope.kind !== 'item') continue;
    const refs = readPhaseRefs(label.tokens, facts, sentence.section);
    if (refs.length > 0) return refs.map((ref) => ({ ...ref, from: -1, to: -1 }));
  }
  return [];
}

type Unit = 'week' | 'hour' | 'day';

function checkLength(
  context: CheckContext,
  roadmap: Roadmap,
  sentence: ReadSentence,
  at: number,
  figure: Figure,
  unit: Unit,
  refs: readonly PhaseRef[],
): void {
  const { sheet } = context.facts;
  const token = sentence.tokens[at] as Token;
  if (!sheet) return;
  const ref = phaseOf(sentence, at, unit, refs);
  if (ref?.phase) {
    const own = lengthOf(ref.phase, unit);
    // The weeks up to the end of a phase may be counted from the start of the plan.
    const upTo = roadmap.phases.slice(0, ref.index).reduce((sum, one) => sum + lengthOf(one, unit), 0);
    const reaches = /\b(?:after|reach|close|end|by|within|first)\b/.test(
      joined(sentence.tokens.slice(Math.max(0, at - 4), at)),
    );
    if (!agrees(figure, own) && !(reaches && agrees(figure, upTo)))
      reportPlanFigure(context, token, `phase ${ref.index} ${unit}s`, token.text, own, `${unit}s`);
    return;
  }
  const slot = totalSlot(sentence, at, unit, roadmap, refs);
  if (!slot || agrees(figure, slot.value) || (!slot.strict && isOneOf(figure, planValues(sheet, unit))))
    return;
  reportPlanFigure(context, token, `total ${unit}s`, token.text, slot.value, `${unit}s`);
}

/** Words that may stand between a phase and its length. */
const ofPhase =
  /^(?:take|last|run|need|require|for|over|be|:|\(|,|–|—|-|of|a|an|the|with|at|span|cover|come|to|fill|total|and|also|only|just|on|in|phase|occupy|extend|stretch|full|claim|use|account|get|have|receive|schedule|scheduled|set|plan|planned|estimate|estimated|long|will|then|which|that|itself|alone|whole|entire|skill|duration|length|effort|share|follow|come|second|first|last|third|it|["“”*])$/;

/** The phase that a length belongs to: the one named before it with nothing unread between, or right after it. */
function phaseOf(
  sentence: ReadSentence,
  at: number,
  unit: Unit,
  refs: readonly PhaseRef[],
): PhaseRef | undefined {
  const { tokens } = sentence;
  const before = refs.findLast((ref) => ref.to <= at);
  if (before) {
    if (before.from < 0) return refs.length === 1 && firstOfUnit(tokens, at, unit) ? before : undefined;
    const between = tokens.slice(before.to, at);
    if (between.length > 12 || joinedRefs(refs, before, tokens) || partBefore(tokens, before.from))
      return undefined;
    const read = between.every(
      (token) =>
        ofPhase.test(token.norm) ||
        termAt(token, 'skill') !== undefined ||
        termAt(token, 'phase') !== undefined ||
        (token.figure !== undefined && token.figure.unit !== unit) ||
        /^\p{Lu}/u.test(token.text),
    );
    return read && !/^(?:of)$/.test(tokens[at + 1]?.norm ?? '') ? before : undefined;
  }
  const after = refs.find((ref) => ref.from > at);
  const gap = after ? tokens.slice(at + 1, after.from) : [];
  return after &&
    gap.length <= 2 &&
    gap.length > 0 &&
    gap.every((token) => /^(?:on|for|the|a)$/.test(token.norm)) &&
    !joinedRefs(refs, after, tokens)
    ? after
    : undefined;
}

const firstOfUnit = (tokens: readonly Token[], at: number, unit: Unit): boolean =>
  !tokens.slice(0, at).some((token) => token.figure?.unit === unit) && at <= 6;

/** "Half of phase one", "part of the second phase". */
const partBefore = (tokens: readonly Token[], from: number): boolean =>
  tokens
    .slice(Math.max(0, from - 4), from)
    .some(
      (token) =>
        /^(?:half|part|rest|bulk|most|middle|start|beginning|end|remainder|into)$/.test(token.norm) ||
        token.figure?.unit === 'percent',
    );

/** "The first and the second phase take 18 weeks": which of them is open. */
function joinedRefs(refs: readonly PhaseRef[], ref: PhaseRef, tokens: readonly Token[]): boolean {
  const i = refs.indexOf(ref);
  const other = refs[i - 1];
  if (!other || other.from < 0) return false;
  const between = tokens.slice(other.to, ref.from);
  return (
    between.length <= 3 && between.every((token) => /^(?:and|,|the|to|or|through|-|–|with)$/.test(token.norm))
  );
}

const subset =
  /^(?:both|first|last|remaining|rest|other|these|those|half|part|next|final|each|per|between|practice|project)$/;
const totalAdverbs = /^(?:altogether|overall|together|total|all)$/;
const spans =
  /^(?:take|last|run|span|need|require|cover|come|amount|stretch|extend|total|comprise|have|assume|schedule|be|fill|add|sum|make|demand|cost|involve|finish|complete)$/;
const spanGlue =
  /^(?:for|over|to|up|of|a|an|the|in|all|total|just|only|as|whole|it|exactly|out|at|:|will|altogether|overall|be|and|with|study|itself|now|thus|learning|complete|entire|week|\(|across|within|phase|its)$/;

/**
 * What a length that belongs to no phase is read as: the whole plan ("the plan takes N weeks", "N weeks in total"), the
 * phases named together, or so many weeks at the plan's pace ("the 10 weeks come to N hours"). Undefined where
 * something beside it is not read.
 */
function totalSlot(
  sentence: ReadSentence,
  at: number,
  unit: Unit,
  roadmap: Roadmap,
  refs: readonly PhaseRef[],
): { value: number; strict: boolean } | undefined {
  const { tokens } = sentence;
  const total = totalOf(roadmap, unit);
  const clause = sentence.clauses.find((one) => one.tokens.includes(tokens[at] as Token));
  const near = tokens.slice(Math.max(0, at - 5), at + 5);
  const named = refs.filter((ref) => ref.from >= 0);
  const adverb =
    near.some((token) => totalAdverbs.test(token.norm)) || /\b(?:all told|grand total)\b/.test(joined(near));
  const product = unit === 'hour' ? weeksBefore(sentence, at) : undefined;
  if (product !== undefined) return { value: product * roadmap.hoursPerWeek, strict: true };
  if (named.length > 0) {
    const parts = [...new Set(named.flatMap((ref) => (ref.phase && ref.to <= at ? [ref.phase] : [])))];
    if (!adverb || parts.length < 2 || parts.length !== named.length) return undefined;
    const value = parts.reduce((sum, one) => sum + lengthOf(one, unit), 0);
    return { value: parts.length === 2 && has(tokens, /^(?:to|through)$/) ? total : value, strict: false };
  }
  if (has(near, subset) || tokens[at + 1]?.norm === 'of') return undefined;
  const whole = tokens[at - 1]?.norm === 'of' || tokens[at - 2]?.norm === 'of';
  if (tokens[at + 1] && plans.test(tokens[at + 1]?.norm ?? '')) return { value: total, strict: true };
  if (
    has(sentence.read.label, /^(?:total|overall|duration|length|altogether)$/) &&
    !has(sentence.read.label, /^(?:phase|stage)$/) &&
    firstOfUnit(tokens, at, unit)
  )
    return { value: total, strict: true };
  if (adverb && !has(tokens.slice(0, at), /^(?:phase|course|resource|book|skill)$/) && !whole)
    return { value: total, strict: true };
  const words = clause?.tokens ?? tokens;
  const here = words.indexOf(tokens[at] as Token);
  const subject = words.findLastIndex((token, i) => i < here && plans.test(token.norm));
  const between = words.slice(subject + 1, here);
  if (
    subject >= 0 &&
    between.some((token) => spans.test(token.norm)) &&
    between.every((token) => spans.test(token.norm) || spanGlue.test(token.norm) || token.figure)
  )
    return { value: total, strict: between.every((token) => !token.figure) };
  return whole && /^(?:the|its|these)$/.test(tokens[at - 1]?.norm ?? '')
    ? { value: total, strict: false }
    : undefined;
}

/** "The 10 weeks come to N hours": the weeks. */
function weeksBefore({ tokens }: ReadSentence, at: number): number | undefined {
  const weeks = tokens.findLastIndex((token, i) => i < at && token.figure?.unit === 'week');
  const figure = tokens[weeks]?.figure;
  const rate = tokens
    .slice(0, at + 3)
    .filter((token) => token.figure?.unit === 'hour' && token.figure.per === 'week');
  const between = joined(tokens.slice(weeks + 1, at));
  return figure &&
    figure.high === null &&
    figure.closeness === 'exact' &&
    rate.length === 0 &&
    /^(?:come to|make|be|mean|amount to|add up to|give|equal|yield|correspond to)(?: a total of)?$/.test(
      between,
    )
    ? figure.value
    : undefined;
}
