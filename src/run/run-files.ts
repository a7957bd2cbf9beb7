import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Call, ReportSection, Usage } from '../../schemas/index.ts';
import type { DraftedSection, RunManifest } from '../draft/index.ts';

/** Names in a run folder. */
export const MANIFEST = 'manifest.json';
export const LOCK = 'lock';
export const SECTIONS_FOLDER = 'sections';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'expected 64 hexadecimal digits' });

const Manifest = z.strictObject({
  facts: Sha256,
  prompts: z.record(z.string(), Sha256),
  model: z.string(),
  reply: z.string(),
  // What a style can say grows with the program; the whole of it is compared.
  style: z.record(z.string(), z.json()) as unknown as z.ZodType<RunManifest['style']>,
  maxRepairs: z.int().nonnegative(),
  /** An id is a file's name here: it cannot lead out of the folder. */
  sections: z.array(
    z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/, { error: 'expected an id of a-z, 0-9 and hyphens' }),
  ),
  version: z.string(),
}) satisfies z.ZodType<Omit<RunManifest, 'endpoint'>>;

/** `manifest.json`: what the sections of the run depend on. */
export const ManifestFile = z.strictObject({
  schema: z.literal('gapwright/run@1'),
  run: Manifest,
  /** The host that the model was asked at; told where it changes, not compared else. */
  endpoint: z.string().optional(),
  /** What the facts were computed from; it explains a change of facts and is not compared else. */
  inputs: z.record(z.string(), z.string()),
});
export type ManifestFile = z.infer<typeof ManifestFile>;

const Drafted = z.strictObject({
  section: ReportSection,
  usage: Usage,
  calls: z.array(Call),
  accepted: z.literal(true),
}) satisfies z.ZodType<DraftedSection>;

/** `sections/<id>.json`: an accepted section. */
export const SectionFile = z.strictObject({
  schema: z.literal('gapwright/run-section@1'),
  /** SHA-256 of the manifest that it was written under. */
  run: Sha256,
  /** SHA-256 of `drafted`, so that a damaged or edited text is not taken for the model's. */
  sha256: Sha256,
  drafted: Drafted,
});
export type SectionFile = z.infer<typeof SectionFile>;

/** SHA-256 of a value as JSON. */
export function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
