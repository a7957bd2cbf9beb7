import type { SkillClaim } from '../claims/claim.ts';
import type { SkillInfo } from './skill-info.ts';

/** Which statuses a claim of possession contradicts. */
const against: Partial<Record<SkillClaim['says'], readonly SkillInfo['status'][]>> = {
  held: ['missing'],
  lack: ['met', 'partial', 'extra'],
  gap: ['met', 'extra'],
  enough: ['missing', 'partial'],
  strong: ['missing', 'partial'],
  partial: ['met', 'missing', 'extra'],
};

/** Whether what is said of a skill contradicts its status. */
export function conflictOf(says: SkillClaim['says'], skill: SkillInfo): boolean {
  return against[says]?.includes(skill.status) ?? false;
}

const names: Partial<Record<SkillClaim['says'], string>> = {
  held: '"held"',
  lack: '"not held"',
  gap: '"a gap"',
  enough: '"sufficient"',
  strong: '"a strength"',
  partial: '"held below the level asked for"',
};

/** How a claim is called in messages. */
export function nameOf(says: SkillClaim['says']): string {
  return names[says] ?? `"${says}"`;
}

/** What is true of a skill, in words. */
export function describeStatus(skill: SkillInfo): string {
  const asked = skill.levelAsked ? `, ${skill.levelAsked} asked for` : '';
  const held = skill.levelHeld ? `held at ${skill.levelHeld} level` : 'held';
  if (skill.status === 'met') return `met (${held}${asked})`;
  if (skill.status === 'partial') return `partial (${held}${asked})`;
  if (skill.status === 'missing') return `missing (not held${asked})`;
  if (skill.status === 'extra') return `${held} and not asked for`;
  return 'nothing known of it';
}
