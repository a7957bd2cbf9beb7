import type { Phase } from '../../../../schemas/fact-sheet.ts';
import { readPhaseRefs } from '../../claims/phase-refs.ts';
import type { ReadSentence } from '../../claims/read-report.ts';
import type { ReadRow } from '../../claims/read-table.ts';
import { has, joined, termAt } from '../../claims/words-of.ts';
import { reportPlanFigure } from '../../figures/report-plan-figure.ts';
import type { Figure } from '../../tokens/figure.ts';
import type { Token } from '../../tokens/token.ts';
import type { CheckContext } from '../../types.ts';
import { phaseLists, phaseOfSkill } from './phase-of-list.ts';

/** "Weeks 9–15: Testing", "Weeks 1-6: A and B": a span that opens a line, and what it is for. */
export function checkSpanLabel(context: CheckContext, sentence: ReadSentence): boolean {
  const { sentences } = sentence.read;
  const next = sentences[sentences.indexOf(sentence) + 1];
  // "Weeks 15 to 20. Front of House."
  const tokens = sentence.tokens.length <= 3 && next ? [...sentence.tokens, ...next.tokens] : sentence.tokens;
  const [noun, span, sign] = tokens;
  const figure = span?.figure;
  if (!span || noun?.norm !== 'week' || figure?.unit !== 'count' || !sign || !/^[:–—,.(|]$/.test(sign.text))
    return false;
  const refs = readPhaseRefs(tokens, context.facts, sentence.section).filter((ref) => ref.phase);
  const lists = phaseLists({ tokens }, context.facts);
  const opens = refs.find((ref) => ref.from <= 4);
  const first = lists[0];
  const phase =
    opens?.phase ??
    (refs.length === 0 && lists.length === 1 && first && first.from <= 5 && (first.size > 1 || first.isWhole)
      ? first.phase
      : undefined);
  if (!phase) return false;
  report(
    context,
    figure,
    { start: noun.start, end: phaseEnd(tokens, opens?.to ?? first?.to ?? 3) },
    span,
    phase,
  );
  return true;
}

const phaseEnd = (tokens: readonly Token[], to: number): number =>
  tokens[to - 1]?.end ?? tokens.at(-1)?.end ?? 0;

/** "| 13–18 | Motor drives, sensor calibration |": the weeks of a row, and the skills or the title in it. */
export function checkSpanRow(context: CheckContext, row: ReadRow): void {
  const cell = row.cells.find(
    (one) =>
      /^(?:weeks?|when|span|period)\b/i.test(one.header) && one.tokens.some((token) => token.figure?.high),
  );
  const token = cell?.tokens.find((one) => one.figure?.high);
  const figure = token?.figure;
  if (
    !cell ||
    !token ||
    !figure ||
    figure.high === null ||
    cell.tokens.filter((one) => one.figure).length > 1
  )
    return;
  if (figure.unit !== 'count' && figure.unit !== 'week') return;
  const titled =
    row.phase === undefined ? undefined : context.facts.phases.find((one) => String(one.index) === row.phase);
  const ids = row.cells.flatMap((one) => one.tokens.flatMap((part) => termAt(part, 'skill') ?? []));
  const taught = new Set(ids.map((id) => phaseOfSkill(id, context.facts)));
  const phase = titled ?? (taught.size === 1 && ids.length > 1 ? [...taught][0] : undefined);
  if (phase) report(context, figure, { start: row.start, end: row.end }, token, phase);
}

function report(
  context: CheckContext,
  figure: Figure,
  place: { start: number; end: number },
  token: Token,
  phase: Phase,
): void {
  const last = figure.high ?? figure.value;
  const fits =
    figure.high === null
      ? figure.value >= phase.startWeek && figure.value <= phase.endWeek
      : figure.value === phase.startWeek && last === phase.endWeek;
  if (fits) return;
  context.report({
    ...place,
    subject: `weeks of phase ${phase.index}`,
    actual: `weeks ${token.text}`,
    expected: `weeks ${phase.startWeek} to ${phase.endWeek}`,
    facts: [],
  });
}

const takenUp =
  /^(?:start|begin|open|come|follow|introduce|tackle|turn|take|taken|arrive|enter|commence|reach|due|way|run|continue|finish|finished|over|done|complete|completed|close|end)$/;

/** "Negotiation is taken up in week 19", "by week ten coaching should be under way": a week that its phase does not have. */
export function checkSkillWeek(context: CheckContext, sentence: ReadSentence, at: number): void {
  const { tokens } = sentence;
  const figure = tokens[at]?.figure as Figure;
  const clause = sentence.clauses.find((one) => one.tokens.includes(tokens[at] as Token));
  const before = joined(tokens.slice(Math.max(0, at - 4), at));
  const way = /(?:^| )(by|in|from|at|with)(?: the)?(?: start of| beginning of| end of)? week$/.exec(
    before,
  )?.[1];
  const near = clause ? [...clause.tokens] : [];
  if (!clause || !way || clause.mood === 'conditional' || has(near, /^(?:not|before|until|after|if)$/))
    return;
  const lists = phaseLists(sentence, context.facts).filter((list) =>
    near.includes(tokens[list.from] as Token),
  );
  const [list] = lists;
  if (!list || lists.length !== 1 || !has(near, takenUp)) return;
  const { phase } = list;
  if (figure.value >= phase.startWeek && (way === 'by' || figure.value <= phase.endWeek)) return;
  reportPlanFigure(
    context,
    {
      start: Math.min(tokens[at]?.start ?? 0, tokens[list.from]?.start ?? 0),
      end: Math.max(tokens[at]?.end ?? 0, tokens[list.to - 1]?.end ?? 0),
    },
    `week of phase ${phase.index}`,
    `week ${figure.value}`,
    phase.startWeek,
    `as its first week, ${phase.endWeek} as its last`,
  );
}
