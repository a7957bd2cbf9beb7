import { z } from 'zod';

// The checker needs the words only: marked as pure, the schemas stay out of what is bundled for a browser, and Zod too.

/** The one scale of proficiency, in rising order. */
export const LEVELS = ['beginner', 'intermediate', 'advanced', 'expert'] as const;
export const Level = /* @__PURE__ */ z.enum(LEVELS);
export type Level = z.infer<typeof Level>;

/** How strongly the market asks for a skill, strongest first. */
export const TIERS = ['core', 'preferred', 'emerging'] as const;
export const Tier = /* @__PURE__ */ z.enum(TIERS);
export type Tier = z.infer<typeof Tier>;

/** Where a skill of the role stands: a strength (`met`), or a gap (`partial`, `missing`). */
export const STATUSES = ['met', 'partial', 'missing'] as const;
export const Status = /* @__PURE__ */ z.enum(STATUSES);
export type Status = z.infer<typeof Status>;
