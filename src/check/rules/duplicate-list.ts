import type { Clause, SkillList } from '../claims/clause.ts';
import { defineRule } from '../define-rule.ts';
import { checkTitled } from './duplicate-list/titled-lists.ts';

export const duplicateList = defineRule({
  id: 'duplicate-list',
  severity: 'error',
  category: 'duplicate',
  description: 'One list of skills is passed off as two different things.',
  selfCheck: true,
  good: [
    {
      text: '## Core gaps\n\n- Terraform\n- DevOps\n- Azure\n\n## Where the plan answers them\n\n- Azure\n- Terraform\n- DevOps',
    },
    {
      text: 'She lacks preferred skills such as Terraform, DevOps, Azure and Docker. Later she will learn Rust, Java, Kubernetes and Git.',
    },
  ],
  bad: [
    {
      text: '## Urgent gaps\n\n- Terraform\n- DevOps\n- Azure\n\n## Further gaps\n\n- Azure\n- Terraform\n- DevOps',
      at: 'Azure\n- Terraform\n- DevOps',
    },
    {
      text: 'She has a gap in preferred qualifications such as Terraform, DevOps, Azure and Docker. Furthermore, there is a lack of experience in technologies like Terraform, DevOps, Azure and Docker.',
      at: 'technologies like Terraform, DevOps, Azure and Docker',
    },
  ],
  check(context) {
    const { reading, sheet, report } = context;
    checkTitled(context);
    if (sheet) return;
    const lists: {
      clause: Clause;
      list: SkillList;
      key: string;
      label: string;
      tiers: string;
      sentence: number;
    }[] = [];
    for (const sentence of reading.sentences)
      for (const clause of sentence.clauses)
        for (const list of clause.lists) {
          if (list.mentions.length < 4) continue;
          const key = [...new Set(list.mentions.map((mention) => mention.skill))].sort().join('|');
          const effects = clause.hits
            .filter((hit) => hit.to <= list.from)
            .map((hit) => hit.cue.effect ?? '')
            .filter(Boolean);
          const tiers = effects
            .filter((effect) => effect === 'core' || effect === 'preferred' || effect === 'emerging')
            .join(' ');
          lists.push({
            clause,
            list,
            key,
            tiers,
            label: tiers || effects[0] || 'one',
            sentence: sentence.index,
          });
        }
    lists.forEach((one, i) => {
      const other = lists
        .slice(0, i)
        .findLast((before) => before.key === one.key && one.sentence - before.sentence <= 1);
      if (!other || other.tiers === one.tiers) return;
      const first = one.list.mentions[0];
      const last = one.list.mentions.at(-1);
      if (!first || !last) return;
      report({
        start: one.clause.start,
        end: last.end,
        subject: `${other.label} list`,
        actual: `the same list as "${other.label}" under another name`,
        expected: 'a list of its own',
        related: [{ start: other.clause.start, end: other.list.mentions.at(-1)?.end ?? other.clause.end }],
      });
    });
  },
});
