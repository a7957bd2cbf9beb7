import { readLabel } from '../claims/read-label.ts';
import type { ReadCell, ReadRow } from '../claims/read-table.ts';
import { defineRule } from '../define-rule.ts';
import { conflictOf, describeStatus, nameOf } from '../facts/judge-claim.ts';
import { levelIn } from '../facts/same-level.ts';
import { isHeld, type SkillInfo } from '../facts/skill-info.ts';
import { agrees } from '../figures/agrees.ts';
import type { CheckContext } from '../types.ts';

export const tableCell = defineRule({
  id: 'table-cell',
  severity: 'error',
  category: 'attribute',
  description: 'A cell of a table gives a tier, level, status or share that is not that of its row.',
  good: [
    {
      text: '| Skill | Tier | Asked | Held | Share | Status |\n|---|---|---|---|---|---|\n| Python | core | Advanced | Advanced | 91% | met |\n| AWS | core | Intermediate | – | 62% | missing |',
    },
  ],
  bad: [
    { text: '| Skill | Tier |\n|---|---|\n| Docker | core |', at: '| Docker | core |' },
    { text: '| Skill | Status |\n|---|---|\n| AWS | met |', at: 'AWS' },
    { text: '| Skill | Share |\n|---|---|\n| AWS | 26% |', at: '26%' },
  ],
  check(context) {
    const { reading, facts } = context;
    if (!facts.sheet) return;
    for (const table of reading.tables)
      for (const row of table.rows) {
        const skill = row.skill === undefined ? undefined : facts.skills.get(row.skill);
        if (skill) for (const cell of row.cells.slice(1)) checkCell(context, row, cell, skill);
        else checkRowOf(context, row);
      }
  },
});

/** "| Met | A, B |". */
function checkStatusRow({ report, facts }: Pick<CheckContext, 'report' | 'facts'>, row: ReadRow): void {
  const first = row.cells[0];
  const says = first ? readLabel(first.tokens).effects : [];
  const one = says[0];
  if (!first || !one || says.length > 1) return;
  for (const cell of row.cells.slice(1)) {
    if (!isPlainList(cell)) continue;
    for (const token of cell.tokens) {
      const skill = facts.skills.get(
        token.term?.meanings.find((meaning) => meaning.kind === 'skill')?.id ?? '',
      );
      if (!skill || !conflictOf(one, skill)) continue;
      report({
        start: first.start,
        end: cell.end,
        subject: skill.name,
        actual: `${nameOf(one)} for ${skill.name}`,
        expected: describeStatus(skill),
        facts: skill.facts,
      });
    }
  }
}

/** "| Emerging | A, B |": the first cell says what the skills of the row are. */
function checkRowOf({ report, facts }: CheckContext, row: ReadRow): void {
  const first = row.cells[0];
  if (!first || first.tokens.length > 4) return;
  const tiers = readLabel(first.tokens).effects.filter(
    (one) => one === 'core' || one === 'preferred' || one === 'emerging',
  );
  const tier = tiers[0];
  if (!tier) checkStatusRow({ report, facts }, row);
  if (!tier || tiers.length > 1) return;
  for (const cell of row.cells.slice(1)) {
    const skills = cell.tokens
      .map((token) => facts.skills.get(token.term?.meanings.find((one) => one.kind === 'skill')?.id ?? ''))
      .filter((one) => one !== undefined && one.status !== 'unknown') as SkillInfo[];
    // A sentence in the cell may name other skills for other reasons.
    if (skills.length === 0 || !isPlainList(cell)) continue;
    const wrong = skills.filter((one) => one.tier !== tier);
    if (wrong.length === 0) continue;
    const whole = wrong.length === skills.length && wrong.length > 2;
    for (const skill of whole ? wrong.slice(0, 1) : wrong)
      report({
        start: first.start,
        end: cell.end,
        subject: whole ? `${tier} skills` : skill.name,
        actual: `${whole ? cell.text : skill.name} as ${tier}`,
        expected: skill.tier ?? 'no tier: the role does not ask for it',
        facts: skill.facts,
      });
  }
}

const isPlainList = (cell: ReadCell): boolean =>
  cell.tokens.every(
    (token) =>
      token.term ||
      token.kind === 'figure' ||
      token.kind === 'sign' ||
      /^(?:and|none|level)$/.test(token.norm) ||
      levelIn(token.text),
  );

function checkCell({ report }: CheckContext, row: ReadRow, cell: ReadCell, skill: SkillInfo): void {
  const wrong = (actual: string, expected: string) =>
    report({
      start: row.start,
      end: cell.end,
      subject: skill.name,
      actual: `${cell.header} "${actual}" for ${skill.name}`,
      expected,
      facts: skill.facts,
    });
  const { kinds, text } = cell;
  if (kinds.includes('tier')) {
    const tier = /\b(core|preferred|emerging)\b/i.exec(text)?.[1]?.toLowerCase();
    if (tier && tier !== skill.tier) wrong(text, skill.tier ?? 'no tier: the role does not ask for it');
  }
  if (kinds.includes('asked') && skill.status !== 'unknown') {
    if (/^(?:yes|✓|✔|✅)$/i.test(text) && skill.tier === null) wrong(text, 'not asked for');
    if (/^(?:no|✗|✘|❌)$/i.test(text) && skill.tier !== null) wrong(text, `asked for, tier ${skill.tier}`);
  }
  if (kinds.includes('asked')) {
    const level = levelIn(text);
    if (level && level !== skill.levelAsked) wrong(text, skill.levelAsked ?? 'no level asked for');
  }
  if (kinds.includes('held')) {
    const level = levelIn(text);
    if (
      level !== undefined &&
      (level === null
        ? skill.levelHeld !== null
        : level !== skill.levelHeld && (isHeld(skill) ? skill.levelHeld !== null : true))
    )
      wrong(text, skill.levelHeld ?? 'not held');
    else if (/^(?:yes|✓|✔|✅)$/i.test(text) && skill.status === 'missing') wrong(text, 'not held');
    else if (/^(?:no|✗|✘|❌)$/i.test(text) && isHeld(skill) && level === undefined) wrong(text, 'held');
  }
  if (kinds.includes('status') || isVerdict(kinds)) {
    const effects = readLabel(cell.tokens).effects;
    const says = effects.find((effect) =>
      ['gap', 'lack', 'enough', 'strong', 'partial', 'held'].includes(effect),
    );
    const status = skill.status;
    const fits = (
      {
        gap: ['missing', 'partial'],
        lack: ['missing'],
        enough: ['met', 'extra'],
        strong: ['met', 'extra'],
        partial: ['partial'],
        held: ['met', 'partial', 'extra'],
      } as Partial<Record<string, readonly string[]>>
    )[says ?? ''];
    if (fits && status !== 'unknown' && !fits.includes(status)) wrong(text, describeStatus(skill));
  }
  if (kinds.includes('level') && !kinds.includes('held') && !kinds.includes('asked')) {
    const level = levelIn(text);
    if (
      level &&
      skill.levelHeld !== null &&
      skill.levelAsked !== null &&
      level !== skill.levelHeld &&
      level !== skill.levelAsked
    )
      wrong(text, `held: ${skill.levelHeld}, asked for: ${skill.levelAsked}`);
  }
  if (kinds.includes('share') && skill.share !== null) {
    const figure = cell.tokens.find((token) => token.figure?.unit === 'percent')?.figure;
    if (figure && !agrees(figure, skill.share * 100)) wrong(text, `${Math.round(skill.share * 100)}%`);
  }
}

/** A column of no known kind: a cell that reads as a verdict is one. */
const isVerdict = (kinds: readonly string[]): boolean => kinds.length === 0;
