import { z } from 'zod';

/** The one scale of proficiency, in rising order. */
export const LEVELS = ['beginner', 'intermediate', 'advanced', 'expert'] as const;
export const Level = z.enum(LEVELS);
export type Level = z.infer<typeof Level>;

/** How strongly the market asks for a skill, strongest first. */
export const TIERS = ['core', 'preferred', 'emerging'] as const;
export const Tier = z.enum(TIERS);
export type Tier = z.infer<typeof Tier>;

/** Where a skill of the role stands: a strength (`met`), or a gap (`partial`, `missing`). */
export const STATUSES = ['met', 'partial', 'missing'] as const;
export const Status = z.enum(STATUSES);
export type Status = z.infer<typeof Status>;
