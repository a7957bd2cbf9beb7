import type { AskedSkill, FactSheet, Progress, SkillChange } from '../../schemas/index.ts';
import { UsageError } from '../errors.ts';
import { describeProgress } from './describe-progress.ts';

/** The order in which changes are told. */
const ORDER: readonly SkillChange[] = [
  'closed',
  'nearer',
  'opened',
  'farther',
  'asked',
  'dropped',
  'unchanged',
];

/**
 * Compares the facts of two reports of one person: what was closed, what is new, how coverage and plan moved.
 * @throws {UsageError} where the second is older than the first
 */
export function computeProgress(before: FactSheet, after: FactSheet): Progress {
  if (after.date < before.date)
    throw new UsageError(
      `cannot compare the reports: found the second of ${after.date} and the first of ${before.date}, expected the older one first`,
    );
  const then = new Map(before.skills.map((skill) => [skill.id, skill]));
  const now = new Map(after.skills.map((skill) => [skill.id, skill]));
  const ids = [...new Set([...now.keys(), ...then.keys()])];
  const skills = ids
    .map((id) => {
      const [old, current] = [then.get(id), now.get(id)];
      return {
        id,
        name: (current ?? old)?.name ?? id,
        change: changeOf(old, current),
        before: old ? stateOf(old) : null,
        after: current ? stateOf(current) : null,
      };
    })
    // Stable: within a change the order of the newer report, most wanted first.
    .sort((a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change));
  const progress = {
    schema: 'gapwright/progress@1' as const,
    from: before.date,
    to: after.date,
    role: {
      before: before.role.title,
      after: after.role.title,
      same: before.role.title === after.role.title,
    },
    skills,
    coverage: {
      core: { before: before.coverage.core, after: after.coverage.core },
      all: { before: before.coverage.all, after: after.coverage.all },
    },
    months: { before: before.candidate.months, after: after.candidate.months },
    plan: {
      hours: { before: before.roadmap.totalHours, after: after.roadmap.totalHours },
      weeks: { before: before.roadmap.totalWeeks, after: after.roadmap.totalWeeks },
    },
  };
  return { ...progress, ...describeProgress(progress) };
}

function changeOf(then: AskedSkill | undefined, now: AskedSkill | undefined): SkillChange {
  if (!then) return 'asked';
  if (!now) return 'dropped';
  if (then.status === 'met') return now.status === 'met' ? 'unchanged' : 'opened';
  if (now.status === 'met') return 'closed';
  if (then.status === 'missing' && now.status === 'partial') return 'nearer';
  if (then.status === 'partial' && now.status === 'missing') return 'farther';
  return now.steps < then.steps ? 'nearer' : now.steps > then.steps ? 'farther' : 'unchanged';
}

function stateOf({ tier, status, levelHeld, levelAsked }: AskedSkill) {
  return { tier, status, levelHeld, levelAsked };
}
