import { z } from 'zod';

export const SKILL_KINDS = [
  'programming-language',
  'framework',
  'library',
  'platform',
  'database',
  'tool',
  'software',
  'knowledge',
  'method',
  'clinical',
  'craft',
  'soft-skill',
  'standard',
  'credential',
] as const;

export const SKILL_DOMAINS = [
  'it',
  'data',
  'security',
  'nursing',
  'finance',
  'trades',
  'marketing',
  'design',
  'management',
  'general',
] as const;

/** One skill of the catalog. */
export const SkillEntry = z.strictObject({
  /** Canonical display name. */
  name: z.string().min(1),
  kind: z.enum(SKILL_KINDS),
  domain: z.enum(SKILL_DOMAINS),
  /** Spellings that mean exactly this skill wherever they stand. */
  aliases: z.array(z.string().min(1)).default([]),
  /** Spellings that mean it only as an entry of a skills list ("js", "node"). */
  fieldAliases: z.array(z.string().min(1)).optional(),
  /** The name is a common word, a letter, or has other meanings: in prose it counts with exact case and context only. */
  ambiguous: z.boolean().optional(),
  /** Words near the name that show that the skill is meant. */
  context: z.array(z.string()).optional(),
  /** Only the exact case is this skill (ReAct, SAFe). */
  caseSensitive: z.boolean().optional(),
  parents: z.array(z.string()).optional(),
  /** Skills that give a head start when held, with the credit: a share of the way, 0.5 at most. */
  related: z.array(z.tuple([z.string(), z.number().positive().max(0.5)])).optional(),
  /** What has to be known first. */
  prerequisites: z.array(z.string()).optional(),
});
export type SkillEntry = z.infer<typeof SkillEntry>;
