import { extname } from 'node:path';
import type { MarketSource, PayDistribution } from '../../../schemas/index.ts';
import { readTable, type TextTable } from '../read-table.ts';

/** Wages of the Bureau of Labor Statistics by SOC code. */
export type Wages = ReadonlyMap<string, readonly PayDistribution[]>;

const ID = 'bls';

/**
 * Reads a table of Occupational Employment and Wage Statistics (the national sheet saved as text with tabs or commas).
 * A figure that BLS does not give (`*`) or gives as "at least" (`#`) is null.
 * @throws InputError where it cannot be read or has not the columns that are needed
 */
export async function readWages(
  path: string,
  { date, signal }: { date?: string | undefined; signal?: AbortSignal } = {},
): Promise<Wages> {
  const delimiter = extname(path).toLowerCase() === '.csv' ? ',' : '\t';
  const table = await readTable(path, { delimiter, signal });
  const code = table.column('OCC_CODE');
  const group = table.has('O_GROUP') ? table.column('O_GROUP') : () => 'detailed';
  const [yearly, hourly] = [readPay(table, 'A', 'year', date), readPay(table, 'H', 'hour', date)];
  const wages = new Map<string, PayDistribution[]>();
  for (const row of table.rows) {
    // Broad groups have codes that end in 0, and some share theirs with the one occupation in them.
    if (group(row) !== 'detailed' && wages.has(code(row))) continue;
    const pay = [yearly(row), hourly(row)].filter((one) => one !== undefined);
    if (pay.length > 0) wages.set(code(row), pay);
  }
  return wages;
}

function readPay(table: TextTable, letter: 'A' | 'H', period: 'year' | 'hour', date: string | undefined) {
  const columns = ['PCT10', 'PCT25', 'MEDIAN', 'PCT75', 'PCT90'].map((name) =>
    table.column(`${letter}_${name}`),
  );
  return (row: readonly string[]): PayDistribution | undefined => {
    const values = columns.map((column) => toAmount(column(row)));
    if (values.every((value) => value === null)) return undefined;
    const [p10 = null, p25 = null, median = null, p75 = null, p90 = null] = values;
    return {
      currency: 'USD',
      period,
      n: null,
      p10,
      p25,
      median,
      p75,
      p90,
      ...(date !== undefined && { date }),
      source: ID,
    };
  };
}

function toAmount(text: string): number | null {
  const value = Number(text.replace(/,/g, ''));
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
}

/** The source of these wages. */
export function describeWageSource(date: string | undefined): MarketSource {
  return {
    id: ID,
    name: 'Occupational Employment and Wage Statistics of the U.S. Bureau of Labor Statistics',
    kind: 'bls',
    ...(date !== undefined && { date }),
    url: 'https://www.bls.gov/oes/',
    licence: 'public domain',
  };
}
