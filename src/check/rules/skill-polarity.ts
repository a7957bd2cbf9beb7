import { defineRule } from '../define-rule.ts';
import { conflictOf, describeStatus, nameOf } from '../facts/judge-claim.ts';

export const skillPolarity = defineRule({
  id: 'skill-polarity',
  severity: 'error',
  category: 'polarity',
  description: 'A skill is called held, missing, sufficient or insufficient where the facts say otherwise.',
  good: [
    { text: 'Python is a strength and no gap. AWS is missing.' },
    { text: 'Docker is held at Beginner level and has to be deepened.' },
    { text: 'Once she has completed the second phase, she will know Kubernetes.' },
    { text: 'Neither AWS nor Kubernetes is held.' },
    { text: 'Far from lacking Python, she uses it daily.' },
  ],
  bad: [
    { text: 'She does not have Python.', at: 'Python' },
    { text: 'Her strengths are Python, Git and Kubernetes.', at: 'Kubernetes' },
    { text: 'Docker is missing altogether.', at: 'Docker' },
    { text: 'Docker is fully met.', at: 'Docker' },
    { text: '### Key gaps\n\n- **Python:** to be learned', at: 'Python' },
    { text: 'Git requires no further work; the same holds for AWS.', at: 'AWS' },
  ],
  check({ reading, facts, report }) {
    for (const claim of reading.claims) {
      const skill = facts.skills.get(claim.skill);
      if (!skill || !facts.sheet) continue;
      // "CISSP is met" speaks of the gate; the level of the skill is another matter.
      if (claim.says === 'enough' && skill.status === 'partial' && facts.gated.has(skill.id)) continue;
      const conflict = conflictOf(claim.says, skill);
      if (!conflict) continue;
      report({
        start: claim.start,
        end: claim.end,
        subject: skill.name,
        actual: `${nameOf(claim.says)} for ${skill.name}`,
        expected: describeStatus(skill),
        facts: skill.facts,
        related: claim.from === 'heading' ? [claim.cue] : [],
      });
    }
  },
});
