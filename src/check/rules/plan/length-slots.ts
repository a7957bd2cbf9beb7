import type { Roadmap } from '../../../../schemas/fact-sheet.ts';
import type { PhaseRef } from '../../claims/phase-refs.ts';
import type { ReadSentence } from '../../claims/read-report.ts';
import { has, joined, termAt } from '../../claims/words-of.ts';
import { lengthOf, totalOf } from '../../figures/plan-values.ts';
import type { Token } from '../../tokens/token.ts';

export type Unit = 'week' | 'hour' | 'day';

/** What a plan as a whole is called. */
export const plans =
  /^(?:plan|roadmap|programme|program|schedule|timeline|path|upskilling|curriculum|journey)$/;

const totals = /(?:^| )(?:total|altogether|overall|in all|all told)(?: |$)/;

/** Words that may stand between a phase and its length. */
const ofPhase =
  /^(?:take|last|run|need|require|for|over|be|:|\(|,|–|—|-|of|a|an|the|with|at|span|cover|come|to|fill|total|and|also|only|just|on|in|phase|occupy|extend|stretch|full|claim|use|account|get|have|receive|schedule|scheduled|set|plan|planned|estimate|estimated|long|will|then|which|that|itself|alone|whole|entire|skill|duration|length|effort|share|follow|come|second|first|last|third|it|you|she|he|we|i|set|aside|reserve|allot|allow|spend|["“”*])$/;

/** The phase that a length belongs to: the one named before it with nothing unread between, or right after it. */
export function phaseOf(
  sentence: ReadSentence,
  at: number,
  unit: Unit,
  refs: readonly PhaseRef[],
): PhaseRef | undefined {
  const { tokens } = sentence;
  const before = refs.findLast((ref) => ref.to <= at);
  if (before) {
    if (before.from < 0) {
      const single = new Set(refs.map((ref) => ref.index)).size === 1;
      return single && firstOfUnit(tokens, at, unit) ? before : undefined;
    }
    const between = tokens.slice(before.to, at);
    if (
      between.length > 12 ||
      totals.test(joined(tokens.slice(Math.max(0, at - 4), at + 3))) ||
      joinedRefs(refs, before, tokens) ||
      partBefore(tokens, before.from)
    )
      return undefined;
    const read = between.every(
      (token) =>
        ofPhase.test(token.norm) ||
        termAt(token, 'skill') !== undefined ||
        termAt(token, 'phase') !== undefined ||
        (token.figure !== undefined && token.figure.unit !== unit) ||
        /^\p{Lu}/u.test(token.text),
    );
    const part = tokens[at + 1]?.norm === 'of' && !wholeAfter(tokens, at);
    return read && !part ? before : undefined;
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

/** "120 of the 150 hours". */
export const wholeAfter = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at + 2, at + 4).some((token) => token.figure !== undefined);

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
  const other = refs.findLast((one) => one.to <= ref.from && one.index !== ref.index);
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
  /^(?:for|over|to|up|of|or|,|–|—|a|an|the|in|all|total|just|only|as|whole|it|exactly|out|at|:|will|altogether|overall|be|and|with|study|itself|now|thus|learning|complete|entire|week|\(|across|within|phase|its)$/;

/**
 * What a length that belongs to no phase is read as: the whole plan ("the plan takes N weeks", "N weeks in total"), the
 * phases named together, or so many weeks at the plan's pace ("the 10 weeks come to N hours"). Undefined where
 * something beside it is not read.
 */
export function totalSlot(
  sentence: ReadSentence,
  at: number,
  unit: Unit,
  roadmap: Roadmap,
  refs: readonly PhaseRef[],
): { value: number; strict: boolean } | undefined {
  const { tokens } = sentence;
  const total = totalOf(roadmap, unit);
  const opening = joined(tokens.slice(0, at));
  const near = tokens.slice(Math.max(0, at - 5), at + 5);
  const named = refs.filter((ref) => ref.from >= 0);
  const adverb =
    near.some((token) => totalAdverbs.test(token.norm)) || /\b(?:all told|grand total)\b/.test(joined(near));
  const product = unit === 'hour' ? weeksBefore(sentence, at) : undefined;
  if (product !== undefined) {
    const rate = tokens.find((token) => token.figure?.unit === 'hour' && token.figure.per === 'week')?.figure;
    return { value: product * (rate?.value ?? roadmap.hoursPerWeek), strict: true };
  }
  if (unit === 'hour' && besideAllWeeks(tokens, at, roadmap)) return { value: total, strict: true };
  if (named.length > 0) {
    const parts = [...new Set(named.flatMap((ref) => (ref.phase && ref.to <= at ? [ref.phase] : [])))];
    const last = named.findLast((ref) => ref.to <= at);
    const read = last && tokens.slice(last.to, at).every((token) => ofPhase.test(token.norm));
    if (!(adverb || (last && read && joinedRefs(refs, last, tokens))) || parts.length < 2) return undefined;
    if (named.some((ref) => ref.to > at) || named.some((ref) => partBefore(tokens, ref.from)))
      return undefined;
    const value = parts.reduce((sum, one) => sum + lengthOf(one, unit), 0);
    return { value: parts.length === 2 && has(tokens, /^(?:to|through)$/) ? total : value, strict: false };
  }
  if (wholeAfter(tokens, at) && tokens[at + 1]?.norm === 'of') return { value: total, strict: false };
  // "Add them up and you have N weeks".
  if (
    !tokens.slice(0, at).some((token) => token.figure) &&
    /^(?:so |if you )?(?:add|put|take|taken|count|sum) (?:it|they|them|these|those|all|everything|that)(?: all)? (?:up|together)(?: |$)/.test(
      opening,
    )
  )
    return { value: total, strict: true };
  if (unit === 'week' && ofPace(tokens, at, roadmap)) return { value: total, strict: false };
  if (has(near, subset) || (tokens[at + 1]?.norm === 'of' && !ofStudy(tokens, at))) return undefined;
  if (
    /^(?:so )?(?:that|this|it|together they|which) (?:come to|make|add up to|amount to|be)(?: a total of)?$/.test(
      opening,
    )
  )
    return { value: total, strict: false };
  if (phasesBefore(tokens, at, roadmap)) return { value: total, strict: true };
  if (tokens[at + 1] && plans.test(tokens[at + 1]?.norm ?? '')) return { value: total, strict: true };
  if (
    has(sentence.read.label, /^(?:total|overall|duration|length|altogether)$/) &&
    !has(sentence.read.label, /^(?:phase|stage)$/) &&
    firstOfUnit(tokens, at, unit)
  )
    return { value: total, strict: has(sentence.read.label, /^(?:total|overall|altogether)$/) };
  if (adverb && !has(tokens.slice(0, at), /^(?:phase|course|resource|book|skill)$/))
    return { value: total, strict: !tokens.slice(0, at).some((token) => termAt(token, 'skill')) };
  const subject = tokens.findLastIndex((token, i) => i < at && plans.test(token.norm));
  const between = tokens.slice(subject + 1, at);
  if (
    subject >= 0 &&
    between.some((token) => spans.test(token.norm) || token.norm === 'of') &&
    between.every((token) => spans.test(token.norm) || spanGlue.test(token.norm) || token.figure)
  )
    return { value: total, strict: between.every((token) => !token.figure) };
  return undefined;
}

/** "192 hours of dedicated learning": what they are hours of, not a part. */
const ofStudy = (tokens: readonly Token[], at: number): boolean =>
  /^of (?:\S+ )?(?:study|learn|learning|work|effort|train|training|preparation|input|upskilling|instruction)(?: |$)/.test(
    joined(tokens.slice(at + 1, at + 5)),
  );

/** "Eighteen weeks at six hours each": at the pace of the plan. */
const ofPace = (tokens: readonly Token[], at: number, roadmap: Roadmap): boolean =>
  tokens[at + 1]?.norm === 'at' &&
  tokens[at + 2]?.figure?.unit === 'hour' &&
  tokens[at + 2]?.figure?.value === roadmap.hoursPerWeek &&
  (tokens[at + 2]?.figure?.per === 'week' || /^(?:each|apiece|,|\.)$/.test(tokens[at + 3]?.norm ?? ''));

/** "The four phases take N", "all phases together need N". */
function phasesBefore(tokens: readonly Token[], at: number, roadmap: Roadmap): boolean {
  const noun = tokens.findLastIndex((token, i) => i < at && token.text.toLowerCase() === 'phases');
  if (noun < 1) return false;
  const before = tokens.slice(Math.max(0, noun - 3), noun);
  const number = before.at(-1)?.figure;
  const all = number
    ? number.unit === 'count' && number.value === roadmap.phases.length
    : /(?:^| )all(?: the| its)?$/.test(joined(before));
  return (
    all &&
    !has(before, /^(?:first|last|other|next|of)$/) &&
    tokens
      .slice(noun + 1, at)
      .every((token) => spans.test(token.norm) || spanGlue.test(token.norm) || token.norm === 'together')
  );
}

/** "In 20 weeks, with N hours of study": beside the weeks of the whole plan stand its hours. */
const besideAllWeeks = (tokens: readonly Token[], at: number, roadmap: Roadmap): boolean => {
  const weeks = tokens.findLastIndex((token, i) => i < at && token.figure?.unit === 'week');
  return (
    tokens[weeks]?.figure?.value === totalOf(roadmap, 'week') &&
    tokens[weeks]?.figure?.high === null &&
    tokens[at]?.figure?.per === null &&
    /^[,(]? ?(?:with|and|or)(?: a total of| in all| about)?$/.test(joined(tokens.slice(weeks + 1, at))) &&
    /^of (?:study|learn|learning|work|effort|train|training)(?: |$)/.test(
      joined(tokens.slice(at + 1, at + 3)),
    )
  );
};

/** "The 10 weeks come to N hours": the weeks. */
function weeksBefore({ tokens }: ReadSentence, at: number): number | undefined {
  const weeks = tokens.findLastIndex((token, i) => i < at && token.figure?.unit === 'week');
  const figure = tokens[weeks]?.figure;
  const between = joined(tokens.slice(weeks + 1, at));
  return figure &&
    figure.high === null &&
    figure.closeness === 'exact' &&
    /^(?:at (?:that|this) (?:pace|rate) )?(?:come to|make|be|mean|amount to|add up to|give|equal|yield|correspond to)(?: a total of)?$/.test(
      between,
    )
    ? figure.value
    : undefined;
}
