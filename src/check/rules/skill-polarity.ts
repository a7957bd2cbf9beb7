import type { SkillClaim } from '../claims/claim.ts';
import type { Reading } from '../claims/read-report.ts';
import { defineRule } from '../define-rule.ts';
import { conflictOf, describeStatus, nameOf } from '../facts/judge-claim.ts';
import { LEVEL_WORDS } from '../words/function-words.ts';

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
    { text: 'Her Docker skills, while solid at the beginner level, need to reach the intermediate level.' },
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
      const conflict = conflictOf(claim.says, skill);
      if (!conflict || (claim.says === 'strong' && skill.status === 'partial' && isSoftened(claim, reading)))
        continue;
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

/** "Strong, though a level short": praise that its own sentence takes back in part is no claim to have enough. */
function isSoftened(claim: SkillClaim, reading: Reading): boolean {
  const sentence = claim.clause && reading.sentences[claim.clause.sentence.index];
  if (!sentence) return false;
  return (
    sentence.claims.some(
      (other) => other.skill === claim.skill && (other.says === 'gap' || other.says === 'partial'),
    ) || sentence.tokens.some((token) => token.norm in LEVEL_WORDS)
  );
}
