export { computeFacts, DEFAULT_HOURS_PER_WEEK, type FactOptions } from './compute-facts.ts';
export { DEFAULT_SHARE, TIER_WEIGHTS } from './compute-priority.ts';
export * from './format.ts';
export { DEFAULT_HOURS, HoursTable } from './hours-table.ts';
export { compareNames } from './identify.ts';
