import { defineRule } from '../define-rule.ts';
import { teaches } from '../facts/teaches.ts';

export const planned = defineRule({
  id: 'planned',
  severity: 'error',
  category: 'attribute',
  description:
    'A skill is said to be in the plan that is in no phase, or to be left out that a phase teaches.',
  good: [{ text: '## Roadmap\n\nThe plan covers AWS and Kubernetes. MLOps is left out.' }],
  bad: [
    { text: '## Roadmap\n\nThe plan also schedules MLOps.', at: 'MLOps' },
    { text: '## Roadmap\n\nTerraform is not part of the plan.', at: 'Terraform' },
  ],
  check({ reading, facts, report }) {
    if (!facts.sheet || facts.phases.length === 0) return;
    for (const claim of reading.claims) {
      if (claim.says !== 'planned' && claim.says !== 'untrained') continue;
      const skill = facts.skills.get(claim.skill);
      if (!skill || skill.status === 'unknown') continue;
      const phase = facts.phases.find((one) => teaches(one, skill));
      if ((claim.says === 'planned') === (phase !== undefined)) continue;
      report({
        start: claim.start,
        end: claim.end,
        subject: skill.name,
        actual: `${skill.name} as ${claim.says === 'planned' ? 'planned' : 'left out of the plan'}`,
        expected: phase ? `phase ${phase.index} (${phase.title})` : 'in no phase',
        facts: skill.facts,
      });
    }
  },
});
