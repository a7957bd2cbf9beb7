import type { SkillClaim } from '../claims/claim.ts';
import { defineRule } from '../define-rule.ts';
import { nameOf } from '../facts/judge-claim.ts';
import type { CheckContext } from '../types.ts';
import { findScheduleClashes } from './contradiction/find-schedule-clashes.ts';

const clashes: Partial<Record<SkillClaim['says'], readonly SkillClaim['says'][]>> = {
  held: ['lack'],
  strong: ['lack', 'gap', 'train'],
  enough: ['lack', 'gap', 'partial', 'train'],
  lack: ['held', 'strong', 'enough', 'partial'],
  gap: ['strong', 'enough'],
  partial: ['lack', 'enough'],
  core: ['preferred', 'emerging', 'not-core', 'unasked'],
  preferred: ['core', 'emerging', 'not-preferred', 'unasked'],
  emerging: ['core', 'preferred', 'not-emerging', 'unasked'],
  asked: ['unasked'],
  unasked: ['asked', 'core', 'preferred', 'emerging'],
};

export const contradiction = defineRule({
  id: 'contradiction',
  severity: 'error',
  category: 'contradiction',
  description:
    'Two places say things of one skill, of the start of the plan or of the days of study that cannot both be true, and the facts settle neither.',
  selfCheck: true,
  good: [
    { text: 'She is strong in Python. AWS is missing and has to be learned.' },
    { text: 'Start in January. You will not begin before January. Study on weekdays; weekends are free.' },
    { text: 'The core skills are Python and AWS. The preferred skills are Docker and Terraform.' },
  ],
  bad: [
    { text: 'She is proficient in Python.\n\nShe has a gap in Python and AWS.', at: 'gap in Python' },
    {
      text: 'The core skills are AWS and Git.\n\nThe preferred skills are Docker and AWS.',
      at: 'Docker and AWS',
    },
    {
      text: 'She does not have Kubernetes.\n\nHer strengths are Git and Kubernetes.',
      at: 'Git and Kubernetes',
    },
    {
      text: '## Roadmap\n\nThe plan should start in January.\n\n## Resources\n\nAs the start falls in the first week of December, there is time.',
      at: 'start falls in the first week of December',
    },
    {
      text: 'Study six hours a week, on weekday evenings.\n\nFor the hours of study, block out every Sunday.',
      at: 'Sunday',
    },
  ],
  check(context) {
    const { reading, facts } = context;
    const earlier = new Map<string, SkillClaim[]>();
    for (const claim of reading.claims) {
      const skill = facts.skills.get(claim.skill);
      if (skill?.status !== 'unknown') continue;
      // Titles of courses name skills and say nothing of the candidate.
      if (claim.clause && reading.sentences[claim.clause.sentence.index]?.section === 'resources') continue;
      const before = earlier.get(claim.skill) ?? [];
      const other = before.find(
        (one) => clashes[one.says]?.includes(claim.says) && qualifierOf(one) === qualifierOf(claim),
      );
      if (other) reportClash(context, claim, other, skill.name);
      else before.push(claim);
      earlier.set(claim.skill, before);
    }
    const now = context.sheet ? Number(context.sheet.date.slice(5, 7)) : undefined;
    for (const { related, ...clash } of findScheduleClashes(reading, now))
      context.report({ ...clash, related: [related] });
  },
});

/** "Level 7" after a name makes it another thing than "Level 5". */
function qualifierOf({ mention, clause }: SkillClaim): string {
  const at = clause?.tokens.findIndex((token) => token.start === mention.start) ?? -1;
  if (!clause || at < 0) return '';
  const inside = /\d+/.exec(clause.tokens[at]?.text ?? '');
  if (inside) return inside[0];
  const next = clause.tokens.slice(at + 1, at + 3);
  const figure = next.find((token) => token.kind === 'figure');
  return figure &&
    (next[0] === figure || /^(?:level|stage|grade|class|part|version|tier|step)$/.test(next[0]?.norm ?? ''))
    ? figure.text
    : '';
}

function reportClash({ report }: CheckContext, claim: SkillClaim, other: SkillClaim, name: string): void {
  report({
    start: claim.start,
    end: claim.end,
    subject: name,
    actual: `${nameOf(claim.says)} for ${name}`,
    expected: `${nameOf(other.says)}, as said before`,
    related: [{ start: other.start, end: other.end }],
  });
}
