import type { Phase } from '../../../../schemas/fact-sheet.ts';
import type { ReadCell, ReadTable } from '../../claims/read-table.ts';
import { agrees } from '../../figures/agrees.ts';
import { reportPlanFigure } from '../../figures/report-plan-figure.ts';
import type { Figure } from '../../tokens/figure.ts';
import type { CheckContext } from '../../types.ts';
import { checkSpanRow } from './week-spans.ts';

/** Weeks and hours of a phase in its row, and the row of totals. */
export function checkPlanTables(context: CheckContext): void {
  const { reading, facts } = context;
  for (const table of reading.tables) {
    checkTotals(context, table);
    for (const row of table.rows) {
      checkSpanRow(context, row);
      const phase =
        row.phase === undefined
          ? numberedPhase(row.cells[0], facts.phases)
          : facts.phases.find((one) => String(one.index) === row.phase);
      if (!phase) continue;
      for (const cell of row.cells.slice(1)) {
        const figure = figureIn(cell);
        if (!figure || figure.high !== null || figure.per !== null) continue;
        if (
          cell.kinds.includes('weeks') &&
          (figure.unit === 'count' || figure.unit === 'week') &&
          !agrees(figure, phase.weeks)
        )
          reportPlanFigure(context, cell, `weeks of phase ${phase.index}`, cell.text, phase.weeks, 'weeks');
        if (
          cell.kinds.includes('hours') &&
          (figure.unit === 'count' || figure.unit === 'hour') &&
          !agrees(figure, phase.hours)
        )
          reportPlanFigure(context, cell, `hours of phase ${phase.index}`, cell.text, phase.hours, 'hours');
      }
    }
  }
}

/** A last row called "Total": each figure is the sum of its column, or that of the plan. */
function checkTotals(context: CheckContext, { rows }: ReadTable): void {
  const total = rows.at(-1);
  const titled = total?.cells.findIndex((cell) => cell.text.replace(/[*_]/g, '').trim() !== '') ?? 0;
  const name = total?.cells[titled]?.text.replace(/[*_]/g, '').trim() ?? '';
  if (!total || rows.length < 3 || !/^(?:total|sum|overall|in total|all phases|together)$/i.test(name))
    return;
  total.cells.forEach((cell, column) => {
    const said = figureIn(cell);
    if (column <= titled || !said || (cell.tokens.length > 2 && cell.kinds.length === 0)) return;
    const parts = rows.slice(0, -1).map((row) => figureIn(row.cells[column]));
    if (parts.some((part) => !part || part.high !== null || part.unit !== said.unit)) return;
    const sum = parts.reduce((result, part) => result + (part?.value ?? 0), 0);
    if (said.unit === 'percent' || said.unit === 'date' || said.unit === 'ordinal' || agrees(said, sum))
      return;
    const kind = cell.kinds.includes('hours') ? 'hours' : cell.kinds.includes('weeks') ? 'weeks' : '';
    const roadmap = context.facts.sheet?.roadmap;
    if (roadmap && kind !== '' && agrees(said, kind === 'hours' ? roadmap.totalHours : roadmap.totalWeeks))
      return;
    reportPlanFigure(
      context,
      { start: total.start, end: cell.end },
      `total ${kind || cell.header}`,
      cell.text,
      sum,
      kind,
    );
  });
}

/** "| 3 | 36 |" under "Phase": its number alone. */
const numberedPhase = (cell: ReadCell | undefined, phases: readonly Phase[]): Phase | undefined =>
  cell?.kinds.includes('phase') && /^\d+$/.test(cell.text)
    ? phases.find((one) => String(one.index) === cell.text)
    : undefined;

/** The one figure of a cell. */
function figureIn(cell: ReadCell | undefined): Figure | undefined {
  const figures = (cell?.tokens ?? []).flatMap((token) => (token.figure ? [token.figure] : []));
  return figures.length === 1 ? figures[0] : undefined;
}
