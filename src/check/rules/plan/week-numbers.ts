import type { Phase, Roadmap } from '../../../../schemas/fact-sheet.ts';
import type { PhaseRef } from '../../claims/phase-refs.ts';
import { joined } from '../../claims/words-of.ts';
import { reportPlanFigure } from '../../figures/report-plan-figure.ts';
import type { Figure } from '../../tokens/figure.ts';
import type { Token } from '../../tokens/token.ts';
import type { CheckContext } from '../../types.ts';

const ends = /^(?:over|complete|completed|finish|finished|end|close|closed|done|conclude|concluded|behind)$/;
const starts = /^(?:start|begin|open)$/;

/** "week eleven", "weeks 11 to 18": the first or the last week of the phase that the sentence names. */
export function checkWeekNumber(
  context: CheckContext,
  roadmap: Roadmap,
  tokens: readonly Token[],
  at: number,
  refs: readonly PhaseRef[],
): void {
  const token = tokens[at] as Token;
  const figure = token.figure as Figure;
  const place = { start: (tokens[at - 1] as Token).start, end: token.end };
  const { phases } = roadmap;
  if (figure.high !== null) {
    checkSpan(context, roadmap, tokens, at, refs);
    return;
  }
  const before = joined(tokens.slice(Math.max(0, at - 5), at));
  if (
    /\b(?:middle|mid|inside|within|during|halfway|half)\b/.test(
      joined(tokens.slice(Math.max(0, at - 7), at + 4)),
    )
  )
    return;
  const own = new Set(refs.map((ref) => ref.index)).size === 1 ? refs[0]?.phase : undefined;
  const ofPlan = /^(?:plan|roadmap|programme|program|schedule)$/;
  const closing = /\bby the (?:end|close) of week$/.test(before) ? tokens[at - 3] : undefined;
  const boundary =
    closing ??
    tokens.find(
      (one, i) => i !== at && (ends.test(one.norm) || starts.test(one.norm)) && !isOfWeek(tokens, i, at),
    );
  const closes = boundary !== undefined && ends.test(boundary.norm);
  if (!boundary || /^(?:of|before)$/.test(tokens[at + 1]?.norm ?? '')) return;
  if (own) {
    if (closes ? fitsEnd(own, figure.value, before) : fitsStart(own, figure.value, before)) return;
    // The phase before ends where this one starts.
    if (own.startWeek === figure.value || own.endWeek === figure.value) {
      if (/\b(?:after|before)\b/.test(before)) return;
    }
    reportPlanFigure(
      context,
      place,
      closes ? 'end of phase' : 'start of phase',
      `week ${figure.value}`,
      closes ? own.endWeek : own.startWeek,
      closes ? 'as the last week of the phase' : 'as its first week',
    );
    return;
  }
  if (refs.length > 0 || !closes || !tokens.some((one) => ofPlan.test(one.norm))) return;
  if (phases.some((phase) => phase.endWeek === figure.value || phase.startWeek === figure.value)) return;
  reportPlanFigure(
    context,
    place,
    'end of the plan',
    `week ${figure.value}`,
    roadmap.totalWeeks,
    'as the last week',
  );
}

/** "At the end of week 8": the week's end, not the phase's. */
const isOfWeek = (tokens: readonly Token[], i: number, at: number): boolean =>
  i < at && at - i <= 3 && /^(?:of|with)$/.test(tokens[i + 1]?.norm ?? '');

const fitsEnd = (phase: Phase, week: number, before: string): boolean =>
  phase.endWeek === week ||
  (/\b(?:by|before)\b/.test(before) && !/\b(?:end|close)\b/.test(before) && phase.endWeek + 1 === week);

const fitsStart = (phase: Phase, week: number, before: string): boolean =>
  phase.startWeek === week || (/\b(?:after|end|close)\b/.test(before) && phase.startWeek - 1 === week);

/** "weeks 9 to 18": for a phase named beside it, its own; else one that begins and ends with phases. */
function checkSpan(
  context: CheckContext,
  roadmap: Roadmap,
  tokens: readonly Token[],
  at: number,
  refs: readonly PhaseRef[],
): void {
  const token = tokens[at] as Token;
  const figure = token.figure as Figure;
  const { phases } = roadmap;
  const near = refs.filter((ref) => ref.phase && (ref.from < 0 || (ref.to <= at && at - ref.to <= 4)));
  const own = near.length === 1 && refs.length <= 1 ? near[0]?.phase : undefined;
  const fits = own
    ? own.startWeek === figure.value && own.endWeek === figure.high
    : phases.some((phase) => phase.endWeek === figure.high);
  if (fits) return;
  // Weeks within a phase may be named; a span that opens with a phase and breaks off in the next is none of the plan.
  const opened = phases.find((phase) => phase.startWeek === figure.value);
  const straddles = opened !== undefined && figure.high !== null && figure.high > opened.endWeek;
  if (!own && !straddles && figure.high !== null && figure.high <= roadmap.totalWeeks) return;
  const expected = (own ?? opened)?.endWeek ?? roadmap.totalWeeks;
  const place = { start: (tokens[at - 1] as Token).start, end: token.end };
  reportPlanFigure(context, place, 'weeks', token.text, expected, 'as the last week');
}
