import type { Tier } from '../../../schemas/scale.ts';
import { defineRule } from '../define-rule.ts';
import { nameOf } from '../facts/judge-claim.ts';
import { CONCRETE_KINDS } from '../words/skill-kinds.ts';
import { readIndispensable } from './tier/indispensable.ts';
import { readRankedInTier } from './tier/set-openings.ts';

export const tier = defineRule({
  id: 'tier',
  severity: 'error',
  category: 'tier',
  description:
    'A skill is put in a tier that is not its own, or said to be asked for (or not) against the role.',
  good: [
    { text: 'Python is core, Docker is preferred and MLOps is emerging.' },
    { text: 'The role does not ask for React.' },
  ],
  bad: [
    { text: 'Docker is one of the core skills.', at: 'Docker' },
    { text: '### Preferred skills\n\n- Python\n- Docker', at: 'Python' },
    { text: 'The role expects React.', at: 'React' },
    { text: 'The role does not ask for Python.', at: 'Python' },
    { text: 'Without Docker, named in 46%, an application will not be considered.', at: 'Docker' },
    { text: 'Of the preferred skills, Docker leads, and MLOps closes the group.', at: 'MLOps' },
  ],
  check({ reading, facts, report }) {
    if (!facts.sheet) return;
    const say = (id: string, said: Tier, start: number, end: number) => {
      const skill = facts.skills.get(id);
      if (!skill || skill.status === 'unknown' || skill.tier === said) return;
      report({
        start,
        end,
        subject: skill.name,
        actual: `${nameOf(said)} for ${skill.name}`,
        expected: skill.tier === null ? 'not asked for' : `tier ${skill.tier}`,
        facts: skill.facts,
      });
    };
    for (const sentence of reading.sentences) {
      for (const { skill, tier: said, start, end } of readRankedInTier(sentence))
        say(skill, said, start, end);
      for (const { skills, start, end } of readIndispensable(sentence))
        for (const skill of skills) say(skill, 'core', start, end);
    }
    for (const claim of reading.claims) {
      const skill = facts.skills.get(claim.skill);
      if (!skill) continue;
      // A field of knowledge that nobody lists may just be what the text is about.
      if (skill.status === 'unknown' && !CONCRETE_KINDS.has(skill.kind)) continue;
      const asked = skill.tier !== null;
      let wrong = false;
      if (claim.says === 'asked') wrong = !asked && !facts.gated.has(skill.id);
      else if (claim.says === 'unasked') wrong = asked;
      // Where an emerging skill is called optional, nothing is wrong.
      else if (claim.says === 'preferred' && skill.tier === 'emerging' && claim.from === 'sentence')
        wrong = !/optional/i.test(reading.document.mask.slice(claim.cue.start, claim.cue.end));
      else if (claim.says === 'core' || claim.says === 'preferred' || claim.says === 'emerging')
        wrong = skill.tier !== claim.says;
      else if (claim.says === 'not-core' || claim.says === 'not-preferred' || claim.says === 'not-emerging')
        wrong = `not-${skill.tier}` === claim.says;
      if (
        !wrong ||
        (skill.status === 'unknown' &&
          claim.from === 'sentence' &&
          claim.says !== 'asked' &&
          claim.clause?.sentence.block.kind === 'paragraph')
      )
        continue;
      report({
        start: claim.start,
        end: claim.end,
        subject: skill.name,
        actual: `${nameOf(claim.says)} for ${skill.name}`,
        expected: asked ? `tier ${skill.tier}` : 'not asked for',
        facts: skill.facts,
        related: claim.from === 'heading' ? [claim.cue] : [],
      });
    }
  },
});
