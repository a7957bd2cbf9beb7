import { z } from 'zod';
import { FullDate, Plan, Resources, Role } from '../../schemas/index.ts';
import { digest } from '../batch/index.ts';
import { CatalogFile, mergeCatalog, type NamedCatalogFile } from '../catalog/index.ts';
import { type PromptSet, REPLY_MODES } from '../draft/index.ts';
import { HoursTable } from '../facts/index.ts';
import { Prices } from '../model/index.ts';
import type { Style } from '../sections/index.ts';
import type { WriteReportOptions } from '../write-report.ts';
import { shorten } from './names.ts';

const Prompt = z.strictObject({
  id: z.string(),
  version: z.int(),
  purpose: z.string(),
  slots: z.array(z.string()),
  temperature: z.number().optional(),
  maxTokens: z.int().optional(),
  reply: z.enum(['slots', 'cited', 'plain']).optional(),
  text: z.string(),
  hash: z.string(),
  file: z.string(),
  skippedLines: z.int(),
});

/** What all reports of a batch share, as it goes through the store: everything but the resume. No secret is in it. */
export const ReportSpec = z.strictObject({
  schema: z.literal('gapwright/queue-spec@1'),
  version: z.string(),
  role: Role,
  plan: Plan.optional(),
  resources: Resources.optional(),
  date: FullDate,
  facts: z.strictObject({
    hoursPerWeek: z.number().optional(),
    weeks: z.number().optional(),
    budget: z.strictObject({ amount: z.number(), currency: z.string() }).optional(),
    freeOnly: z.boolean().optional(),
    hoursTable: HoursTable.optional(),
    language: z.string().optional(),
  }),
  /** Files of a catalog of one's own, to be laid over the built-in one. */
  catalog: z.array(z.strictObject({ file: z.string(), value: CatalogFile })).optional(),
  // What a style can say grows with the program.
  style: z.record(z.string(), z.json()) as unknown as z.ZodType<Partial<Style>>,
  /** `offline`, or the id of a model that every worker has to be able to ask. */
  model: z.string(),
  maxRepairs: z.int().nonnegative(),
  shareNames: z.boolean(),
  reply: z.enum(['slots', 'cited', 'plain']),
  prompts: z.array(Prompt),
  prices: Prices,
});
export type ReportSpec = z.infer<typeof ReportSpec>;

/** The same with the prompts as they were loaded. */
export type ReportSpecInput = Omit<ReportSpec, 'schema' | 'reply' | 'prompts' | 'catalog'> & {
  prompts: PromptSet;
  catalog?: readonly NamedCatalogFile[] | undefined;
};

/** Makes the spec of a batch. Where files lay on this machine is left out. */
export function makeReportSpec({ prompts, catalog, ...rest }: ReportSpecInput): ReportSpec {
  return {
    schema: 'gapwright/queue-spec@1',
    ...rest,
    ...(catalog && { catalog: catalog.map(({ file, value }) => ({ file: baseName(file), value })) }),
    reply: prompts.reply.id,
    prompts: [...prompts.prompts.values()].map((prompt) => ({ ...prompt, file: baseName(prompt.file) })),
  };
}

/** The key of a spec: the same for the same content. */
export const specKey = (spec: ReportSpec): string => shorten(digest(spec));

/** What the spec means to `writeReport`. */
export function toReportOptions(spec: ReportSpec): WriteReportOptions & { prompts: PromptSet } {
  const { facts, catalog, style, maxRepairs, shareNames, prices } = spec;
  const merged = catalog && mergeCatalog(catalog);
  return {
    ...(merged && { catalog: merged.catalog, resources: merged.resources, hoursTable: merged.hoursTable }),
    ...withoutUndefined(facts),
    style,
    maxRepairs,
    shareNames,
    prices,
    prompts: {
      name: 'queue',
      reply: REPLY_MODES.find(({ id }) => id === spec.reply) as (typeof REPLY_MODES)[number],
      prompts: new Map(spec.prompts.map((prompt) => [prompt.id, withoutUndefined(prompt)])),
    },
  };
}

const baseName = (path: string) => path.split(/[/\\]/).at(-1) ?? path;

/** Zod's optional keys may hold undefined; ours may not. */
function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
