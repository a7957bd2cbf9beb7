import type { EvalRow } from '../../schemas/index.ts';

/** What a scorer said of one cell. */
export type Cell =
  | { kind: 'value'; value: number }
  | { kind: 'missing' | 'inapplicable' | 'error'; why: string };

/** The rows of a run, found by cell. */
export class ScoreTable {
  readonly #rows = new Map<string, EvalRow>();

  /** Takes the rows in any order. A row that succeeded takes the place of one that failed; else the first stays. */
  constructor(rows: Iterable<EvalRow>) {
    for (const row of rows) {
      const id = cellId(row);
      const known = this.#rows.get(id);
      if (!known || (known.status === 'error' && row.status === 'ok')) this.#rows.set(id, row);
    }
  }

  row(cell: CellName): EvalRow | undefined {
    return this.#rows.get(cellId(cell));
  }

  score(cell: CellName, scorer: string): Cell {
    const row = this.row(cell);
    if (!row) return { kind: 'error', why: 'the cell was not run' };
    if (row.status === 'error') return { kind: 'error', why: row.error?.message ?? 'the cell failed' };
    const score = row.scores[scorer];
    if (!score) return { kind: 'error', why: 'the scorer was not run' };
    if (score.error !== undefined) return { kind: 'error', why: score.error };
    if (score.value !== null) return { kind: 'value', value: score.value };
    return { kind: score.inapplicable ? 'inapplicable' : 'missing', why: score.missing ?? 'no value' };
  }
}

export interface CellName {
  case: string;
  variant: string;
  model: string;
  repeat: number;
}

const cellId = (cell: CellName) => JSON.stringify([cell.case, cell.variant, cell.model, cell.repeat]);

/** The cells of one case, variant and model: one for each repeat. */
export const cellsOf = (cell: Omit<CellName, 'repeat'>, repeats: number): CellName[] =>
  Array.from({ length: repeats }, (_, repeat) => ({ ...cell, repeat }));
