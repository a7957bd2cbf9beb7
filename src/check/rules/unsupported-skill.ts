import type { SkillClaim } from '../claims/claim.ts';
import { defineRule } from '../define-rule.ts';
import { CONCRETE_KINDS } from '../words/skill-kinds.ts';

export const unsupportedSkill = defineRule({
  id: 'unsupported-skill',
  severity: 'error',
  category: 'unsupported',
  description: 'The candidate is said to have a skill that is nowhere in the facts.',
  good: [
    { text: 'She has used Python and JavaScript.' },
    { text: 'Communication is among her strengths.' },
    { text: 'She does not know TensorFlow.' },
  ],
  bad: [
    { text: 'She used TensorFlow to build a prototype.', at: 'TensorFlow' },
    { text: 'Her strengths are Python and MongoDB.', at: 'MongoDB' },
  ],
  check({ reading, facts, report }) {
    if (!facts.sheet) return;
    const { candidate, role } = facts.sheet;
    // A word of a position or title (Chef) is no skill that is claimed.
    const told = new Set(candidate.told?.words);
    const titles = ` ${[role.title, candidate.label, ...candidate.work.map((job) => job.position)].join(' ')} `;
    for (const claim of reading.claims) {
      const skill = facts.skills.get(claim.skill);
      if (skill?.status !== 'unknown' || !CONCRETE_KINDS.has(skill.kind)) continue;
      if (titles.includes(` ${skill.name} `) || isTold(skill.name, told)) continue;
      if (claim.says !== 'held' && claim.says !== 'strong' && claim.says !== 'enough') continue;
      if (ofOthers(claim)) continue;
      report({
        start: claim.start,
        end: claim.end,
        subject: skill.name,
        actual: `${skill.name} as held`,
        expected: 'only skills of the resume',
        facts: [],
      });
    }
  },
});

/** "Worked with Sage customers": people and things of a product, not the skill of using it. */
function ofOthers({ mention, clause }: SkillClaim): boolean {
  const after = clause?.tokens.find(
    (token) => token.start >= mention.end && token.kind !== 'term' && !/^(?:,|and|or)$/.test(token.norm),
  );
  return /^(?:customer|client|user|people|team|consultant|vendor|reseller|partner|department|colleague|shop|company|employer|patient|conference|community)$/.test(
    after?.norm ?? '',
  );
}

/** Whether the prose of the resume speaks of it: each word of its name stands there. */
const isTold = (name: string, told: ReadonlySet<string>): boolean =>
  (name.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}+#'’-]*/gu) ?? [name]).every((word) =>
    told.has(word),
  );
