import { defineRule } from '../define-rule.ts';
import { teaches } from '../facts/teaches.ts';

export const needlessTraining = defineRule({
  id: 'needless-training',
  severity: 'warning',
  category: 'polarity',
  description: 'Training is planned for a skill that is already met.',
  good: [{ text: 'She will be trained in AWS.' }],
  bad: [{ text: 'In the first weeks she would be trained on Python.', at: 'Python' }],
  check({ reading, facts, report }) {
    if (!facts.sheet) return;
    for (const claim of reading.claims) {
      const skill = facts.skills.get(claim.skill);
      if (claim.says !== 'train' || skill?.status !== 'met') continue;
      if (facts.phases.some((phase) => teaches(phase, skill))) continue;
      report({
        start: claim.start,
        end: claim.end,
        subject: skill.name,
        actual: `training for ${skill.name}`,
        expected: 'none: the skill is met',
        facts: skill.facts,
      });
    }
  },
});
