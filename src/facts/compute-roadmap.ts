import type { AskedSkill, Phase, Roadmap, Tier } from '../../schemas/index.ts';
import { ENGLISH, type Words } from '../language/index.ts';
import type { Catalog } from '../skills/index.ts';
import { orderGaps } from './order-gaps.ts';

export interface RoadmapOptions {
  hoursPerWeek: number;
  /** Weeks at most; gaps that do not fit are named, not squeezed in. */
  weeks?: number | undefined;
  /** The language of the phases' titles. */
  words?: Words;
}

/** Phases longer than this are hard to keep in view, so a new one begins. */
const PHASE_WEEKS = 12;
const PHASE_SKILLS = 4;

interface Draft {
  tier: Tier;
  skills: { id: string; name: string; hours: number }[];
  hours: number;
  weeks: number;
}

/**
 * The way to close the gaps in consecutive phases of whole weeks: a phase lasts ceil(hours / hours per week), the
 * total is the sum. A phase holds skills of one tier, four at most; what a skill of a higher tier builds on counts
 * with that tier. With `weeks`, skills are taken in order as long as they fit; a skill whose prerequisite did not fit
 * is left too.
 */
export function computeRoadmap(
  gaps: readonly AskedSkill[],
  catalog: Catalog,
  options: RoadmapOptions,
): Roadmap {
  const { hoursPerWeek, weeks: horizon, words = ENGLISH } = options;
  const left: Roadmap['left'] = [];
  const dropped = new Set<AskedSkill>();
  const drafts: Draft[] = [];
  let total = 0;
  const drop = (gap: AskedSkill, reason: 'horizon' | 'prerequisite') => {
    dropped.add(gap);
    left.push({ id: gap.id, name: gap.name, reason });
  };

  const studied = gaps.filter((gap) => gap.hours !== null);
  for (const { gap, tier, needs } of orderGaps(studied, catalog)) {
    if (needs.some((other) => dropped.has(other))) {
      drop(gap, 'prerequisite');
      continue;
    }
    const skill = { id: gap.id, name: gap.name, hours: gap.hours ?? 0 };
    const last = drafts.at(-1);
    const joined = last && roundHours(last.hours + skill.hours);
    const joins =
      last?.tier === tier &&
      last.skills.length < PHASE_SKILLS &&
      weeksOf(joined ?? 0, hoursPerWeek) <= PHASE_WEEKS;
    const hours = joins ? (joined ?? 0) : skill.hours;
    const weeks = weeksOf(hours, hoursPerWeek);
    const longer = weeks - (joins ? last.weeks : 0);
    if (horizon !== undefined && total + longer > horizon) {
      drop(gap, 'horizon');
      continue;
    }
    total += longer;
    if (joins) {
      last.skills.push(skill);
      Object.assign(last, { hours, weeks });
    } else drafts.push({ tier, skills: [skill], hours, weeks });
  }
  for (const gap of gaps)
    if (gap.hours === null) left.push({ id: gap.id, name: gap.name, reason: 'credential' });

  const phases = layOut(
    drafts.map(({ skills, hours, weeks }) => ({
      title: words.list(skills.map((skill) => skill.name)),
      weeks,
      hours,
      skills,
      activities: [],
    })),
  );
  return {
    origin: 'computed',
    hoursPerWeek,
    phases,
    totalWeeks: total,
    totalHours: sumHours(phases),
    horizonWeeks: horizon ?? null,
    left,
  };
}

/** Whole weeks, at least one; what only the arithmetic of the machine adds does not make another week. */
function weeksOf(hours: number, hoursPerWeek: number): number {
  return Math.max(1, Math.ceil(Number((hours / hoursPerWeek).toFixed(6))));
}

/** Numbers the phases and lays their weeks end to end, from week 1. */
export function layOut(phases: readonly Omit<Phase, 'index' | 'startWeek' | 'endWeek'>[]): Phase[] {
  let week = 1;
  return phases.map((phase, at) => {
    const startWeek = week;
    week += phase.weeks;
    return { index: at + 1, startWeek, endWeek: week - 1, ...phase };
  });
}

/** Hours to the hundredth: sums of decimals carry dirt behind it. */
export function roundHours(hours: number): number {
  return Math.round(hours * 100) / 100;
}

export function sumHours(parts: readonly { hours: number | null }[]): number {
  return roundHours(parts.reduce((sum, part) => sum + (part.hours ?? 0), 0));
}
