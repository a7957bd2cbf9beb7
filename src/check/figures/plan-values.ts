import type { FactSheet, Roadmap } from '../../../schemas/fact-sheet.ts';
import type { Figure } from '../tokens/figure.ts';
import { agrees } from './agrees.ts';

/**
 * Every length that a true sentence on a plan may name without saying how it came about: the derivations admitted are
 * the whole, each phase, sums of neighbouring phases (so what is done and what is left), differences between two
 * lengths, halves of one, the estimate for a skill or a resource, what a sum of resources takes and what it leaves.
 */
export function planValues(sheet: FactSheet, unit: 'week' | 'hour' | 'day'): number[] {
  const { roadmap, skills, resources } = sheet;
  const lengths = roadmap.phases.map((phase) => lengthOf(phase, unit));
  const values = new Set<number>([totalOf(roadmap, unit)]);
  for (let from = 0; from < lengths.length; from += 1) {
    let sum = 0;
    for (const length of lengths.slice(from)) {
      sum += length;
      values.add(sum);
    }
  }
  for (const a of lengths) for (const b of lengths) if (a !== b) values.add(Math.abs(a - b)).add(a + b);
  for (const value of [...values]) values.add(value / 2);
  if (unit === 'hour') {
    values.add(roadmap.hoursPerWeek);
    for (const skill of skills) if (skill.hours !== null) values.add(skill.hours);
    for (const phase of roadmap.phases)
      for (const skill of phase.skills) if (skill.hours !== null) values.add(skill.hours);
    const all = [...resources.chosen, ...resources.others].flatMap((one) => one.hours ?? []);
    const sum = all.reduce((result, one) => result + one, 0);
    for (const value of [...all, sum, resources.totalHours])
      values.add(value).add(roadmap.totalHours - value);
  }
  return [...values];
}

export const lengthOf = (phase: { weeks: number; hours: number }, unit: 'week' | 'hour' | 'day'): number =>
  unit === 'week' ? phase.weeks : unit === 'day' ? phase.weeks * 7 : phase.hours;

export const totalOf = (roadmap: Roadmap, unit: 'week' | 'hour' | 'day'): number =>
  unit === 'week' ? roadmap.totalWeeks : unit === 'day' ? roadmap.totalWeeks * 7 : roadmap.totalHours;

/** Whether a figure may be one of the values. */
export const isOneOf = (figure: Figure, values: readonly number[]): boolean =>
  values.some((value) => agrees(figure, value));
