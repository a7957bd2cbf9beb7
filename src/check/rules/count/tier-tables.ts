import type { Coverage } from '../../../../schemas/fact-sheet.ts';
import type { ReadTable } from '../../claims/read-table.ts';
import { agrees } from '../../figures/agrees.ts';
import type { CheckContext } from '../../types.ts';

type Group = 'core' | 'preferred' | 'emerging' | 'all';

/** What a heading of a row or a column counts. "Held" may take in what is held below its level. */
const statuses: readonly (readonly [RegExp, (part: Coverage) => readonly number[]])[] = [
  [
    /^(?:skills?|skills asked(?: for)?|asked(?: for)?|asked skills|total|number(?: of skills)?|count|required|requirements?|in the profile|skills in profile|size)$/,
    (part) => [part.asked],
  ],
  [/^(?:met|fully met|met in full|fulfilled|satisfied|covered|full|complete)$/, (part) => [part.met]],
  [/^(?:held|present|there)$/, (part) => [part.met, part.met + part.partial]],
  [/^(?:partial|partly|partly met|partially met|in part|below level|half)$/, (part) => [part.partial]],
  [
    /^(?:missing|absent|lacking|not held|not there|none|not met)$/,
    (part) => [part.missing, part.missing + part.partial],
  ],
  [/^(?:gaps?|open|to close)$/, (part) => [part.missing, part.missing + part.partial]],
];

const bare = (text: string): string => text.replace(/[*_]/g, '').trim().toLowerCase();

const groupOf = (text: string): Group | undefined => {
  const match =
    /^(core|preferred|emerging|all|total|overall|together|sum)(?: tier| skills| requirements)?$/.exec(
      bare(text),
    )?.[1];
  if (match === undefined) return undefined;
  return match === 'core' || match === 'preferred' || match === 'emerging' ? match : 'all';
};

const statusOf = (text: string) => statuses.find(([pattern]) => pattern.test(bare(text)))?.[1];

/** "| Tier | Met | Missing |" with a row for each tier, or the other way round: how many skills of a tier are what. */
export function checkTierTables(context: CheckContext, tables: readonly ReadTable[]): void {
  const coverage = context.facts.sheet?.coverage;
  if (!coverage) return;
  for (const { rows } of tables) {
    const names = rows.map((row) => groupOf(row.cells[0]?.text ?? ''));
    const heads = rows[0]?.cells.map((cell) => groupOf(cell.header)) ?? [];
    const upright = names.filter((one) => one && one !== 'all').length > 1;
    const across = heads.filter((one) => one && one !== 'all').length > 1;
    if (upright === across) continue;
    rows.forEach((row, i) => {
      const own = upright ? names[i] : undefined;
      const counted = across ? statusOf(row.cells[0]?.text ?? '') : undefined;
      row.cells.forEach((cell, column) => {
        if (column === 0) return;
        const group = upright ? own : heads[column];
        const values = upright ? statusOf(cell.header) : counted;
        const [token] = cell.tokens;
        const figure = cell.tokens.length === 1 ? token?.figure : undefined;
        if (!group || !values || figure?.unit !== 'count' || figure.high !== null) return;
        const expected = values(coverage[group]);
        if (expected.some((value) => agrees(figure, value))) return;
        context.report({
          start: row.start,
          end: cell.end,
          subject: `${group === 'all' ? '' : `${group} `}skill count`,
          actual: `${upright ? cell.header : (row.cells[0]?.text ?? '')}: ${cell.text}`,
          expected: [...new Set(expected)].join(' or '),
          facts: [`count.${group}.asked`],
        });
      });
    });
  }
}
