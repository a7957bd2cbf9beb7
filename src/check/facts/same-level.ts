import { LEVELS, type Level } from '../../../schemas/scale.ts';

/** The level that a cell or a word names; null for "none" and a dash; undefined where it names nothing of the kind. */
export function levelIn(text: string): Level | null | undefined {
  const lower = text.trim().toLowerCase();
  const level = LEVELS.find(
    (one) => lower === one || lower.startsWith(`${one} `) || lower === `${one} level`,
  );
  if (level) return level;
  return /^(?:none|no|–|-|—|not held|n\/a|nothing|0|missing|no entry|unknown|not known|)$/.test(lower)
    ? null
    : undefined;
}
