import type { Role, RoleSkill } from '../../../schemas/role.ts';
import { freshKey, type Row } from './resume-draft.ts';

/** A role on the desk. */
export interface RoleDraft {
  role: Role;
  warnings: readonly string[];
  title: string;
  /** Years of work asked for, as typed. */
  years: string;
  skills: readonly Row<RoleSkill>[];
}

/** Lays a role out in rows. */
export function toRoleDraft(role: Role, warnings: readonly string[] = []): RoleDraft {
  return {
    role,
    warnings,
    title: role.title,
    years: role.experience ? String(role.experience.years) : '',
    skills: role.skills.map((skill) => ({ ...skill, key: freshKey() })),
  };
}

/** A role that asks for nothing yet. */
export function emptyRole(): RoleDraft {
  return toRoleDraft({ title: '', skills: [] });
}

/** Gives the role as corrected; rows without a name are left out. */
export function toRole({ role, title, years, skills }: RoleDraft): Role {
  const { experience: _, ...rest } = role;
  const asked = Number(years.trim().replace(',', '.'));
  return {
    ...rest,
    title: title.trim(),
    ...(years.trim() !== '' && Number.isFinite(asked) && { experience: { years: asked } }),
    skills: skills
      .filter(({ name }) => name.trim() !== '')
      .map(({ key: _key, readFrom: _readFrom, level, ...skill }) => ({
        ...skill,
        name: skill.name.trim(),
        ...(level !== undefined && level !== '' && { level }),
      })),
  };
}
