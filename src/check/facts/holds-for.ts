import type { SkillClaim } from '../claims/claim.ts';
import type { FactIndex } from './index-facts.ts';
import type { SkillInfo } from './skill-info.ts';
import { teaches } from './teaches.ts';

/** Whether what is said is true of a skill; undefined where the facts have no say. */
export function holdsFor(says: SkillClaim['says'], skill: SkillInfo, facts: FactIndex): boolean | undefined {
  switch (says) {
    case 'held':
      return skill.status !== 'missing';
    case 'lack':
      return skill.status === 'missing';
    case 'gap':
      return skill.status !== 'met';
    case 'enough':
    case 'strong':
      return skill.status === 'met';
    case 'partial':
      return skill.status === 'partial';
    case 'train':
    case 'planned':
    case 'untrained': {
      const planned = facts.phases.some((phase) => teaches(phase, skill));
      return says === 'untrained' ? !planned : planned;
    }
    default:
      return undefined;
  }
}
