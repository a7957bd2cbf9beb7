import type { Phase } from '../../../schemas/fact-sheet.ts';
import type { SkillInfo } from './skill-info.ts';

/** Whether a phase teaches a skill; a member of an any-of group is taught under the group's id and its own name. */
export function teaches(phase: Phase, skill: Pick<SkillInfo, 'id' | 'name'>): boolean {
  const name = bare(skill.name);
  return phase.skills.some((taught) => taught.id === skill.id || bare(taught.name) === name);
}

/** A name as prose shows it: in any case, and "Foo!" like "Foo" at the end of a sentence. */
const bare = (name: string): string => name.toLowerCase().replace(/[!?.,;:\s]+$/u, '');
