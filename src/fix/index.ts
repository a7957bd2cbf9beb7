export { applyFixes } from './apply-fixes.ts';
export { computeFixes } from './compute-fixes.ts';
export type { Change, Fix, FixContext, Fixer } from './fix.ts';
export { fixReport } from './fix-report.ts';
export { FIXERS } from './fixers.ts';
export { renderDiff } from './render-diff.ts';
