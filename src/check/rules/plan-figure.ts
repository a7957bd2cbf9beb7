import type { Phase, Roadmap } from '../../../schemas/fact-sheet.ts';
import { type PhaseRef, readPhaseRefs } from '../claims/phase-refs.ts';
import type { ReadSentence } from '../claims/read-report.ts';
import type { ReadCell, ReadTable } from '../claims/read-table.ts';
import { has, joined, termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import type { FactIndex } from '../facts/index-facts.ts';
import { agrees } from '../figures/agrees.ts';
import { isSumOfSome } from '../figures/sums.ts';
import type { Figure } from '../tokens/figure.ts';
import type { Token } from '../tokens/token.ts';
import type { CheckContext } from '../types.ts';

const planWords =
  /^(?:plan|roadmap|programme|program|phase|total|whole|altogether|overall|sum|effort|study|timeline|schedule|take|last|upskilling|path|distance|entire|stage)$/;
const totalWords = /^(?:total|whole|altogether|overall|entire|together|all)$/;

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
    for (const table of reading.tables) checkTotals(context, table);
    for (const table of reading.tables)
      for (const row of table.rows) {
        const phase =
          row.phase === undefined ? undefined : facts.phases.find((one) => String(one.index) === row.phase);
        if (!phase) continue;
        for (const cell of row.cells.slice(1)) {
          const figure = cell.tokens.find((token) => token.figure)?.figure;
          if (!figure || figure.high !== null) continue;
          if (
            cell.kinds.includes('weeks') &&
            (figure.unit === 'count' || figure.unit === 'week') &&
            !agrees(figure, phase.weeks)
          )
            wrong(context, cell, `weeks of phase ${phase.index}`, cell.text, phase.weeks, 'weeks');
          if (
            cell.kinds.includes('hours') &&
            (figure.unit === 'count' || figure.unit === 'hour') &&
            !agrees(figure, phase.hours)
          )
            wrong(context, cell, `hours of phase ${phase.index}`, cell.text, phase.hours, 'hours');
        }
      }
  },
});

/** A last row called "Total": each figure is the sum of its column, or that of the plan. */
function checkTotals(context: CheckContext, { rows }: ReadTable): void {
  const total = rows.at(-1);
  const name = total?.cells[0]?.text.replace(/[*_]/g, '') ?? '';
  if (!total || rows.length < 3 || !/^(?:total|sum|overall|in total|all phases|together)$/i.test(name))
    return;
  total.cells.forEach((cell, column) => {
    const said = figureIn(cell);
    if (column === 0 || !said || (cell.tokens.length > 2 && cell.kinds.length === 0)) return;
    const parts = rows.slice(0, -1).map((row) => figureIn(row.cells[column]));
    if (parts.some((part) => !part || part.high !== null || part.unit !== said.unit)) return;
    const sum = parts.reduce((result, part) => result + (part?.value ?? 0), 0);
    if (said.unit === 'percent' || said.unit === 'date' || said.unit === 'ordinal' || agrees(said, sum))
      return;
    const kind = cell.kinds.includes('hours') ? 'hours' : cell.kinds.includes('weeks') ? 'weeks' : '';
    const roadmap = context.facts.sheet?.roadmap;
    if (roadmap && kind !== '' && agrees(said, kind === 'hours' ? roadmap.totalHours : roadmap.totalWeeks))
      return;
    wrong(
      context,
      { start: total.start, end: cell.end },
      `total ${kind || cell.header}`,
      cell.text,
      sum,
      kind,
    );
  });
}

/** The one figure of a cell. */
function figureIn(cell: ReadCell | undefined): Figure | undefined {
  const figures = (cell?.tokens ?? []).flatMap((token) => (token.figure ? [token.figure] : []));
  return figures.length === 1 ? figures[0] : undefined;
}

function wrong(
  context: CheckContext,
  at: { start: number; end: number },
  subject: string,
  actual: string,
  expected: number,
  unit: string,
): void {
  context.report({
    start: at.start,
    end: at.end,
    subject,
    actual,
    expected: `${expected} ${unit}`,
    facts: ['roadmap.weeks', 'roadmap.hours'].filter((id) =>
      context.sheet?.facts.some((fact) => fact.id === id),
    ),
  });
}

function checkSentence(context: CheckContext, roadmap: Roadmap, sentence: ReadSentence): void {
  const { tokens } = sentence;
  const inRoadmap = sentence.section === 'roadmap';
  if (
    !tokens.some((token) => /^(?:week|hour)$/.test(token.norm)) &&
    !tokens.some((token) => token.figure && /^(?:week|day|hour)$/.test(token.figure.unit)) &&
    !tokens.some((token) => token.norm === 'week')
  )
    return;
  const refs = refsFor(sentence, context.facts);
  const offered = tokens.some((token) => termAt(token, 'resource') || termAt(token, 'provider'));
  const aboutPlan = inRoadmap || has(tokens, planWords) || sentence.block.kind === 'item';
  tokens.forEach((token, at) => {
    const figure = withUnitOfWhole(tokens, at);
    if (!figure) return;
    if (token.text === tokens[at]?.text && tokens[at - 1]?.norm === 'week' && figure.unit === 'count') {
      checkWeekNumber(context, roadmap, tokens, at);
      return;
    }
    // "If she found ten hours a week", "three evenings of one hour": a wish, a part of a week.
    if (isSupposed(sentence, token) || isSession(tokens, at, figure)) return;
    if (figure.unit === 'hour' && figure.per === 'week') {
      if (!agrees({ ...figure, per: null }, roadmap.hoursPerWeek) && aboutPlan && !offered)
        wrong(context, token, 'hours per week', token.text, roadmap.hoursPerWeek, 'hours a week');
      return;
    }
    if (figure.per !== null || (offered && !inRoadmap) || sentence.section === 'resources') return;
    const isPlan = figure.unit === 'week' || ((figure.unit === 'hour' || figure.unit === 'day') && aboutPlan);
    if (!isPlan || (figure.unit === 'week' && !aboutPlan && sentence.section !== 'summary')) return;
    if (figure.unit === 'day' && figure.value < 14) return;
    checkLength(context, roadmap, sentence, at, figure, refs);
  });
}

const supposing = /^(?:if|unless|could|would|might|suppose|whether|were|instead|rather|than)$/;

/** Whether a word of supposing stands before the figure in its sentence or clause. */
function isSupposed(sentence: ReadSentence, token: Token): boolean {
  const clause = sentence.clauses.find((one) => one.tokens.includes(token));
  return (
    has(
      sentence.tokens.filter((one) => one.start < token.start),
      /^(?:if|unless|suppose|instead)$/,
    ) || has((clause?.tokens ?? []).filter((one) => one.start < token.start).slice(-7), supposing)
  );
}

const sessions =
  /^(?:evening|session|sitting|morning|afternoon|saturday|sunday|weekend|monday|tuesday|wednesday|thursday|friday|night|slot|block|lesson|shift|meeting|visit|day|workday|weekday|daily)$/;

/** A length of one sitting rather than of the plan: shorter than a week of it, with a time of day beside it. */
function isSession(tokens: readonly Token[], at: number, figure: Figure): boolean {
  if (figure.unit !== 'hour' || figure.value > 12) return false;
  const near = tokens.slice(Math.max(0, at - 4), at + 6);
  return near.some(
    (token) => token !== tokens[at] && (sessions.test(token.norm) || token.figure?.unit === 'day'),
  );
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

const lengthOf = (unit: Figure['unit'], phase: Phase, weeksOnly = false): number =>
  unit === 'week' || weeksOnly ? phase.weeks : unit === 'day' ? phase.weeks * 7 : phase.hours;

function checkLength(
  context: CheckContext,
  roadmap: Roadmap,
  sentence: ReadSentence,
  at: number,
  figure: Figure,
  refs: readonly PhaseRef[],
): void {
  const token = sentence.tokens[at] as Token;
  const { unit } = figure;
  const name = unit === 'week' ? 'weeks' : unit === 'day' ? 'days' : 'hours';
  const total =
    unit === 'week' ? roadmap.totalWeeks : unit === 'day' ? roadmap.totalWeeks * 7 : roadmap.totalHours;
  const lengths = roadmap.phases.map((phase) => lengthOf(unit, phase));
  if (agrees(figure, total) && (refs.length === 0 || !isDirect(sentence, at, refs))) return;
  // "Half of the twenty weeks" names the whole.
  const whole = /(?:^| )of (?:the|these|its)$/.test(joined(sentence.tokens.slice(Math.max(0, at - 2), at)));
  if (whole && agrees(figure, total)) return;
  const ref = isDirect(sentence, at, refs);
  if (ref?.phase) {
    if (!agrees(figure, lengthOf(unit, ref.phase))) {
      const cumulative = lengths.slice(0, ref.index).reduce((sum, one) => sum + one, 0);
      if (
        /\b(?:after|first|reach|close|end|by)\b/.test(
          joined(sentence.tokens.slice(Math.max(0, at - 4), at)),
        ) &&
        agrees(figure, cumulative)
      )
        return;
      wrong(context, token, `phase ${ref.index} ${name}`, token.text, lengthOf(unit, ref.phase), name);
    }
    return;
  }
  if (unit === 'hour' && agrees(figure, roadmap.hoursPerWeek)) return;
  const some = sentence.tokens.some(
    (one) => one.figure?.unit === 'ordinal' || /^(?:both|these|last|remaining|rest)$/.test(one.norm),
  );
  const summed = has(sentence.tokens, totalWords) && refs.length === 0 && !some;
  if (!summed && isSumOfSome(figure.value, lengths, (sum) => agrees(figure, sum))) return;
  if (
    !summed &&
    unit !== 'week' &&
    roadmap.phases.some((phase) =>
      phase.skills.some((skill) => skill.hours !== null && agrees(figure, skill.hours)),
    )
  )
    return;
  if (
    !summed &&
    context.facts.sheet?.skills.some(
      (skill) => unit === 'hour' && skill.hours !== null && agrees(figure, skill.hours),
    )
  )
    return;
  if (
    unit === 'hour' &&
    [...context.facts.resources.values()].some(
      (resource) => resource.hours !== null && agrees(figure, resource.hours),
    )
  )
    return;
  wrong(context, token, `total ${name}`, token.text, total, name);
}

/** The phase that a length belongs to: the one named nearest before it, or right after it. */
function isDirect(sentence: ReadSentence, at: number, refs: readonly PhaseRef[]): PhaseRef | undefined {
  const { tokens } = sentence;
  const unit = withUnitOfWhole(tokens, at)?.unit;
  const before = refs.findLast((ref) => ref.to <= at);
  if (before) {
    const between = before.from < 0 ? [] : tokens.slice(before.to, at);
    if (between.some((token) => token.figure?.unit === unit || /^[.;]$/.test(token.text))) return undefined;
    if (before.from >= 0 && between.some((token) => totalWords.test(token.norm))) return undefined;
    return between.length <= 8 ? before : undefined;
  }
  const after = refs.find((ref) => ref.from > at);
  const gap = after ? tokens.slice(at + 1, after.from) : [];
  return after && gap.length <= 2 && gap.every((token) => /^(?:of|on|for|the|a)$/.test(token.norm))
    ? after
    : undefined;
}

/** "week eleven", "weeks 11 to 18": the first or the last week of a phase, or the ends of one. */
function checkWeekNumber(
  context: CheckContext,
  roadmap: Roadmap,
  tokens: readonly Token[],
  at: number,
): void {
  const token = tokens[at] as Token;
  const figure = token.figure as Figure;
  const place = { start: (tokens[at - 1] as Token).start, end: token.end };
  const { phases } = roadmap;
  if (figure.high !== null) {
    if (
      !phases.some(
        (phase) => phase.startWeek === figure.value && phases.some((other) => other.endWeek === figure.high),
      )
    )
      wrong(
        context,
        place,
        'weeks',
        token.text,
        phases.find((phase) => phase.startWeek === figure.value)?.endWeek ?? roadmap.totalWeeks,
        'as the last week',
      );
    return;
  }
  const before = joined(tokens.slice(Math.max(0, at - 5), at));
  const closes = /\b(?:close|end|after|complete|over|finish|by)\b/.test(before);
  const opens = /\b(?:from|start|begin|before|of)\b/.test(before) && !closes;
  const fits = (phase: Phase) =>
    closes
      ? phase.endWeek === figure.value || (/\bby week/.test(before) && phase.startWeek === figure.value)
      : phase.startWeek === figure.value || phase.endWeek === figure.value;
  if (!phases.some(fits) && (closes || opens))
    wrong(
      context,
      place,
      closes ? 'end of phase' : 'start of phase',
      `week ${figure.value}`,
      phases.find((phase) => phase.endWeek >= figure.value)?.endWeek ?? roadmap.totalWeeks,
      'as the last week of a phase',
    );
}
