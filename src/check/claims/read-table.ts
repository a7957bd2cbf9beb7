import type { Phase } from '../../../schemas/fact-sheet.ts';
import type { Document, Range, Table } from '../read/document.ts';
import type { Token } from '../tokens/token.ts';
import { type ColumnKind, columnKinds } from '../words/table-headers.ts';

/** A cell with its tokens and what its column holds. */
export interface ReadCell extends Range {
  kinds: readonly ColumnKind[];
  header: string;
  text: string;
  tokens: readonly Token[];
}

/** A row that speaks of one skill, phase or resource (its first term), or of none. */
export interface ReadRow extends Range {
  cells: readonly ReadCell[];
  skill: string | undefined;
  resource: string | undefined;
  phase: string | undefined;
}

export interface ReadTable {
  rows: readonly ReadRow[];
}

/** Reads a table by the words of its header. */
export function readTable(
  table: Table,
  tokensOf: (range: Range) => Token[],
  document: Document,
  phases: readonly Phase[] = [],
): ReadTable {
  const headers = table.header.map((cell) => textOf(document, cell));
  const has = (kind: ColumnKind) => headers.some((header) => columnKinds(header).includes(kind));
  // A phase and a resource may bear one title: the other columns tell which the table is about.
  const ofResources = has('provider') || has('cost') || has('price');
  const ofPhases =
    !ofResources && (has('span') || headers.some((header) => /^(?:phase|stage)$/i.test(header)));
  const rows = table.rows.map((row): ReadRow => {
    const cells = row.cells.map((cell, column): ReadCell => {
      const header = headers[column] ?? '';
      return {
        ...cell,
        header,
        kinds: columnKinds(header),
        text: textOf(document, cell),
        tokens: tokensOf(cell),
      };
    });
    // A first column of numbers counts the rows.
    const counts = /^#?\d+\.?$/.test(cells[0]?.text ?? '') && cells.length > 1;
    const first = cells[counts ? 1 : 0]?.tokens ?? [];
    const idOf = (kind: 'skill' | 'resource' | 'phase') =>
      first.flatMap((token) => token.term?.meanings ?? []).find((meaning) => meaning.kind === kind)?.id;
    const titled = cells.find((cell) => cell.kinds.includes('phase') && !/^\d+$/.test(cell.text));
    return {
      cells,
      skill: idOf('skill'),
      resource: ofPhases ? undefined : idOf('resource'),
      phase: ofResources
        ? undefined
        : (idOf('phase') ?? phases.find((one) => titled?.text === one.title)?.index.toString()),
      start: cells[0]?.start ?? 0,
      end: cells.at(-1)?.end ?? 0,
    };
  });
  return { rows };
}

function textOf(document: Document, range: Range): string {
  return document.mask.slice(range.start, range.end).trim();
}
