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
import { phaseOf, plans, totalSlot, type Unit } from './plan/length-slots.ts';
import { checkListLengths } from './plan/list-lengths.ts';
import { checkPhaseShare } from './plan/phase-share.ts';
import { checkPlanTables } from './plan/plan-tables.ts';
import { checkRowOfLengths } from './plan/row-of-lengths.ts';
import { checkWeekNumber } from './plan/week-numbers.ts';
import { checkSkillWeek, checkSpanLabel } from './plan/week-spans.ts';

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
      text: '## Roadmap\n\nYou give six weeks to AWS and Docker, two weeks to Kubernetes alone; by week eight Terraform is under way.',
    },
    {
      text: '## Roadmap\n\nAt five hours a week the plan would take 16 weeks; a buffer of two weeks does no harm.',
    },
  ],
  bad: [
    { text: '## Roadmap\n\nIn total the roadmap takes 12 weeks.', at: '12 weeks' },
    { text: '## Roadmap\n\n- Phase 1, Cloud Basics (4 weeks): AWS, Docker', at: '4 weeks' },
    { text: '## Roadmap\n\nThe 10 weeks come to 90 hours.', at: '90 hours' },
    { text: '## Summary\n\nIt takes 10 weeks, with 90 hours of study.', at: '90 hours' },
    { text: '## Roadmap\n\nThe plan assumes six hours a week.', at: 'six hours a week' },
    { text: '## Roadmap\n\nYou give five weeks to AWS and Docker.', at: 'five weeks' },
    {
      text: '## Roadmap\n\nFor six weeks she learns AWS and Docker, and for three Kubernetes and Terraform.',
      at: 'three',
    },
    { text: '## Roadmap\n\nWeeks 5–10: Cluster Delivery', at: 'Weeks 5–10' },
    {
      text: '## Roadmap\n\n| Weeks | Topics |\n|---|---|\n| 1–6 | AWS, Docker |\n| 6–10 | Kubernetes, Terraform |',
      at: '6–10',
    },
    { text: '## Roadmap\n\nTerraform is taken up in week 5.', at: 'week 5' },
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
  checkPhaseShare(context, roadmap, sentence);
  if (sentence.section === 'roadmap')
    checkRowOfLengths(context, roadmap, tokens, readPhaseRefs(tokens, context.facts, sentence.section));
  if (
    !tokens.some(
      (token) =>
        /^(?:week|hour|day)$/.test(token.norm) || /^(?:week|day|hour)$/.test(token.figure?.unit ?? ''),
    )
  )
    return;
  const refs = refsFor(sentence, context.facts);
  const lengths = checkListLengths(context, sentence);
  if (checkSpanLabel(context, sentence)) return;
  const inRoadmap = sentence.section === 'roadmap';
  const offered = tokens.some((token) => termAt(token, 'resource') || termAt(token, 'provider'));
  tokens.forEach((token, at) => {
    // "In the twenty-first week".
    if (token.figure?.unit === 'ordinal' && tokens[at + 1]?.norm === 'week' && refs.length === 0)
      checkSkillWeek(context, sentence, at);
    const figure = withUnitOfWhole(tokens, at);
    const ofWeek = figure?.unit === 'count' && tokens[at - 1]?.norm === 'week';
    if (!figure || !(ofWeek || /^(?:week|hour|day)$/.test(figure.unit)) || circumstanceOf(sentence, at))
      return;
    // "By the close of phase two fifteen weeks will have elapsed": up to there, not of that phase.
    if (has(tokens.slice(at + 1, at + 5), /^(?:elapse|elapsed|pass|passed|gone|behind|over|up)$/)) return;
    if (lengths.has(token)) return;
    if (ofWeek) {
      if (refs.length === 0 && figure.high === null) checkSkillWeek(context, sentence, at);
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
  // "Three evenings of one hour each week": a part of them.
  const at = tokens.indexOf(token);
  if (tokens[at - 1]?.norm === 'of' || tokens[at - 1]?.norm === 'and') return;
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
  // "Phase 2: Ship Containers. Duration: 10 weeks."
  const { sentences } = sentence.read;
  const title = sentences[0];
  if (
    title &&
    title !== sentence &&
    title.tokens.length <= 8 &&
    sentence.tokens.some((token) => token.text === ':')
  ) {
    const refs = readPhaseRefs(title.tokens, facts, sentence.section);
    if (refs.length > 0) return refs.map((ref) => ({ ...ref, from: -1, to: -1 }));
  }
  for (const label of sentence.read.scopeLabels) {
    if (label.scope.kind !== 'item') continue;
    const refs = readPhaseRefs(label.tokens, facts, sentence.section);
    if (refs.length > 0) return refs.map((ref) => ({ ...ref, from: -1, to: -1 }));
  }
  return [];
}

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
  const whole = /(?:^| )of (?:the|its|these)$/.test(joined(sentence.tokens.slice(Math.max(0, at - 2), at)));
  if (whole) {
    checkWhole(context, roadmap, sentence, at, figure, unit, refs);
    return;
  }
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

/** "54 of the 120 hours", "half of the twenty weeks": the whole is one of the plan, and the part one of a phase. */
function checkWhole(
  context: CheckContext,
  roadmap: Roadmap,
  sentence: ReadSentence,
  at: number,
  figure: Figure,
  unit: Unit,
  refs: readonly PhaseRef[],
): void {
  const { sheet } = context.facts;
  const { tokens } = sentence;
  const token = tokens[at] as Token;
  const total = totalOf(roadmap, unit);
  if (!sheet) return;
  if (!isOneOf(figure, planValues(sheet, unit))) {
    if (!/^(?:of)$/.test(tokens[at + 1]?.norm ?? ''))
      reportPlanFigure(context, token, `total ${unit}s`, token.text, total, `${unit}s`);
    return;
  }
  const part = tokens[at - 3]?.figure;
  const ref = part?.unit === 'percent' ? phaseOf(sentence, at - 3, 'day', refs) : undefined;
  if (!part || !ref?.phase || !agrees(figure, total)) return;
  const share = (100 * lengthOf(ref.phase, unit)) / total;
  if (agrees(part, share)) return;
  const first = tokens[at - 3] as Token;
  const place = { start: first.start, end: token.end };
  reportPlanFigure(
    context,
    place,
    `phase ${ref.index} ${unit}s`,
    first.text,
    lengthOf(ref.phase, unit),
    `${unit}s`,
  );
}
