import type { AskedSkill, Coverage } from '../../schemas/index.ts';

/**
 * How much of what is asked is there. Value = (met + partial / 2) / asked, from 0 to 1, rounded to four decimals;
 * null where nothing is asked. A skill held below the level counts half, whatever the distance.
 */
export function computeCoverage(skills: readonly Pick<AskedSkill, 'status'>[]): Coverage {
  const count = (status: AskedSkill['status']) => skills.filter((skill) => skill.status === status).length;
  const [asked, met, partial, missing] = [skills.length, count('met'), count('partial'), count('missing')];
  return {
    asked,
    met,
    partial,
    missing,
    value: asked === 0 ? null : Math.round(((met + partial / 2) / asked) * 10_000) / 10_000,
  };
}
