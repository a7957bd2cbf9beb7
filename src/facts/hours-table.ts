import { z } from 'zod';
import defaults from './hours-per-step.json' with { type: 'json' };

/**
 * Study hours for each step of level (to beginner, intermediate, advanced, expert) by kind of skill. Estimates: the
 * report calls them so. `unknown` serves kinds that the table does not list.
 */
export const HoursTable = z.record(z.string(), z.tuple([hours(), hours(), hours(), hours()]));
export type HoursTable = z.infer<typeof HoursTable>;

function hours() {
  return z.number().nonnegative().max(10_000);
}

export const DEFAULT_HOURS: HoursTable = defaults as unknown as HoursTable;

/** Hours from level number `held` (0 none to 4 expert) up to `asked`. */
export function computeStudyHours(kind: string, held: number, asked: number, table: HoursTable): number {
  const steps = table[kind] ?? table.unknown ?? (DEFAULT_HOURS.unknown as HoursTable[string]);
  return steps.slice(held, asked).reduce((sum, step) => sum + step, 0);
}
