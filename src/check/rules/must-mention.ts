import { termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import type { Token } from '../tokens/token.ts';

/** A report has this many parts at least; a single section owes no completeness. */
const PARTS = 4;

export const mustMention = defineRule({
  id: 'must-mention',
  severity: 'warning',
  category: 'attribute',
  description: 'One of the three most pressing gaps is nowhere named in the report.',
  good: [
    {
      text: '## Summary\n\nAWS, Kubernetes and Docker.\n\n## Profile\n\nx\n\n## Market\n\nx\n\n## Gaps\n\nTerraform',
    },
  ],
  bad: [
    {
      text: '## Summary\n\nAll is well.\n\n## Profile\n\nx\n\n## Market\n\nx\n\n## Gaps\n\nNothing.',
      at: '## Summary',
    },
  ],
  check({ reading, sheet, report }) {
    const headings = reading.blocks.filter((block) => block.block.kind === 'heading');
    const first = headings[0];
    if (!sheet || !first || headings.length < PARTS) return;
    const named = new Set<string>();
    const note = (tokens: readonly Token[]) => {
      for (const token of tokens) {
        const id = termAt(token, 'skill');
        if (id) named.add(id);
      }
    };
    for (const block of reading.blocks) note(block.tokens);
    for (const table of reading.tables)
      for (const row of table.rows) for (const cell of row.cells) note(cell.tokens);
    for (const skill of sheet.skills) {
      if (skill.rank === null || skill.rank > 3 || named.has(skill.id)) continue;
      report({
        start: first.block.start,
        end: first.block.end,
        subject: skill.name,
        actual: `no word on ${skill.name}`,
        expected: `${skill.name}, gap number ${skill.rank}`,
        facts: [`skill.${skill.id}.rank`].filter((id) => sheet.facts.some((fact) => fact.id === id)),
      });
    }
  },
});
