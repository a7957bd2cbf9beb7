import { readLabel } from '../claims/read-label.ts';
import type { ReadCell, ReadRow } from '../claims/read-table.ts';
import { defineRule } from '../define-rule.ts';
import { describeStatus } from '../facts/judge-claim.ts';
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
      }
  },
});

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
  if (kinds.includes('status')) {
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
  if (kinds.includes('share') && skill.share !== null) {
    const figure = cell.tokens.find((token) => token.figure?.unit === 'percent')?.figure;
    if (figure && !agrees(figure, skill.share * 100)) wrong(text, `${Math.round(skill.share * 100)}%`);
  }
}
