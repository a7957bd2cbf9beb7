import type { FactSheet } from '../../schemas/index.ts';
import { type CheckOptions, checkReport } from '../check/index.ts';
import { applyFixes } from './apply-fixes.ts';
import { computeFixes } from './compute-fixes.ts';
import type { Fix } from './fix.ts';

/** A fix may make room for another, as with two wrong members of one list. */
const MOST_ROUNDS = 10;

/**
 * Mends a text until nothing more can be mended. Pure; the text given stays as it is.
 * @returns the new text, and the fixes in the order made; those of later rounds have places in the text between
 */
export function fixReport(
  text: string,
  facts: FactSheet,
  options: CheckOptions = {},
): { text: string; fixes: Fix[] } {
  const made: Fix[] = [];
  let current = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { findings } = checkReport(current, facts, options);
    const fixes = computeFixes(current, facts, findings, options);
    if (fixes.length === 0) break;
    current = applyFixes(current, fixes);
    made.push(...fixes);
  }
  return { text: current, fixes: made };
}
