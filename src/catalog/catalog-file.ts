import { z } from 'zod';
import { Resources } from '../../schemas/resource.ts';
import { HoursTable } from '../facts/index.ts';
import { SkillEntry } from '../skills/index.ts';

/**
 * A skill of a user's catalog. Of one that is known already only what is to be added or changed; a new one needs its
 * kind, which sets the estimate of hours.
 */
export const CatalogSkill = SkillEntry.partial({ kind: true, domain: true });
export type CatalogSkill = z.infer<typeof CatalogSkill>;

/** A file of a user's catalog: skills, resources, and hours by kind of skill, each as far as wanted. */
export const CatalogFile = z.strictObject({
  $schema: z.string().optional(),
  skills: z.array(CatalogSkill).optional(),
  resources: Resources.optional(),
  hours: HoursTable.optional(),
});
export type CatalogFile = z.infer<typeof CatalogFile>;
