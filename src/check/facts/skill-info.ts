import type { Level, Status, Tier } from '../../../schemas/scale.ts';

/** What is known of a skill, asked for or not. */
export interface SkillInfo {
  id: string;
  name: string;
  /** `extra`: held and not asked for; `unknown`: in no input. */
  status: Status | 'extra' | 'unknown';
  tier: Tier | null;
  levelHeld: Level | null;
  levelAsked: Level | null;
  /** Share of postings, 0 to 1. */
  share: number | null;
  kind: string;
  /** Fact ids for findings. */
  facts: readonly string[];
}

export const isHeld = (skill: SkillInfo): boolean =>
  skill.status === 'met' || skill.status === 'partial' || skill.status === 'extra';
