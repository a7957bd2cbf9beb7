import type { Phase } from '../../../schemas/fact-sheet.ts';
import type { SkillInfo } from './skill-info.ts';

/** Whether a phase teaches a skill; a member of an any-of group is taught under the group's id and its own name. */
export function teaches(phase: Phase, skill: Pick<SkillInfo, 'id' | 'name'>): boolean {
  return phase.skills.some(
    (taught) => taught.id === skill.id || taught.name.toLowerCase() === skill.name.toLowerCase(),
  );
}
