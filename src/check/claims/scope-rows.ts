import type { Range, Scope } from '../read/document.ts';
import type { ColumnKind } from '../words/table-headers.ts';
import type { SkillClaim } from './claim.ts';
import type { Effect } from './cue.ts';
import type { Label } from './read-label.ts';
import type { ReadTable } from './read-table.ts';

const TIERS: ReadonlySet<Effect> = new Set<Effect>(['core', 'preferred', 'emerging']);
const VERDICTS: ReadonlySet<Effect> = new Set<Effect>(['gap', 'lack', 'strong', 'enough', 'partial']);

/** What the heading above a table says of the skills in its first column, where no column says it itself. */
export function scopeRows({ rows }: ReadTable, scopes: readonly (Label & { scope: Scope })[]): SkillClaim[] {
  const above = scopes.find(({ effects }) => effects.length > 0);
  if (!above || (above.scope.kind === 'heading' && above.scope.depth === 1)) return [];
  const kinds = new Set<ColumnKind>(rows[0]?.cells.slice(1).flatMap((cell) => cell.kinds) ?? []);
  const [says, ...others] = above.effects;
  if (!says || others.length > 0) return [];
  const isSaid = TIERS.has(says)
    ? !kinds.has('tier')
    : VERDICTS.has(says) && !kinds.has('status') && !(kinds.has('held') && kinds.has('asked'));
  if (!isSaid) return [];
  return rows.flatMap((row): SkillClaim[] => {
    const cell = row.cells[0];
    // A cell that holds more than the name of a skill is not read.
    const tokens = (cell?.tokens ?? []).filter((token) => token.kind !== 'sign');
    if (row.skill === undefined || !cell || tokens.length !== 1) return [];
    const mention: Range = { start: cell.start, end: cell.end };
    const { start, end } = row;
    const from = 'heading';
    return [
      {
        says,
        skill: row.skill,
        mention,
        clause: undefined,
        from,
        cue: above.scope,
        start,
        end,
        softened: false,
      },
    ];
  });
}
