import { z } from 'zod';
import { FullDate } from '../../schemas/common.ts';
import type { Report } from '../../schemas/index.ts';
import { GapwrightError, UsageError } from '../errors.ts';
import { parseInput } from '../input/index.ts';
import type { ModelSettings } from '../model/index.ts';

/** What promptfoo makes a provider with, as far as it is used here. */
export interface ProviderOptions {
  id?: string;
  config?: Readonly<Record<string, unknown>>;
}

/** What promptfoo hands to a provider with each prompt. */
export interface ProviderContext {
  vars?: Readonly<Record<string, unknown>>;
}

/** What promptfoo takes from a provider. */
export interface ProviderResponse {
  output?: string;
  error?: string;
  tokenUsage?: { total?: number; prompt?: number; completion?: number; numRequests?: number };
  cost?: number;
  metadata?: Record<string, unknown>;
}

const Config = z.strictObject({
  /** `offline` (default), or an id such as `openai:gpt-5-mini`. */
  model: z.string().optional(),
  apiKey: z.string().optional(),
  baseUrl: z.string().optional(),
  timeoutSeconds: z.number().positive().optional(),
  promptStyle: z.enum(['slots', 'cited', 'plain']).optional(),
  /** A folder of prompt files. */
  prompts: z.string().optional(),
  format: z.enum(['md', 'json', 'html']).optional(),
  maxRepairs: z.int().nonnegative().optional(),
  /** Date of the report where the test's `vars` name none. */
  date: FullDate.optional(),
});
type Config = z.infer<typeof Config>;

/**
 * gapwright as a provider of promptfoo: writes the report of the case in the test's `vars` (`resume`, `role`, and
 * `plan`, `resources`, `date` if need be, each by path or as it is). The prompt's own text is not used: gapwright has
 * prompts of its own.
 *
 * A wrong input, a failed model, or a report that is withheld is an `error` of the response, as promptfoo expects.
 */
export class GapwrightProvider {
  readonly #id: string;
  readonly #config: Config;

  /** @throws {InputError} where the config is wrong */
  constructor({ id, config = {} }: ProviderOptions = {}) {
    // What promptfoo itself puts there (basePath, prefix) is none of ours.
    this.#config = parseInput(Config, config, { file: "the provider's config" }).value;
    this.#id = id ?? `gapwright:${this.#config.model ?? 'offline'}`;
  }

  id(): string {
    return this.#id;
  }

  async callApi(_prompt: string, { vars = {} }: ProviderContext = {}): Promise<ProviderResponse> {
    try {
      return await this.#write(vars);
    } catch (error) {
      if (error instanceof GapwrightError) return { error: error.message };
      throw error;
    }
  }

  async #write(vars: Readonly<Record<string, unknown>>): Promise<ProviderResponse> {
    const [{ readCase }, { writeReport }, { findRenderer }, { loadPromptSet }] = await Promise.all([
      import('../input/index.ts'),
      import('../write-report.ts'),
      import('../render/index.ts'),
      import('../draft/index.ts'),
    ]);
    const { model: id = 'offline', promptStyle, prompts, maxRepairs, format = 'md', date } = this.#config;
    const given = (name: string) => fromJson(vars[name]);
    const { case: theCase, warnings } = await readCase({
      resume: given('resume'),
      role: given('role'),
      ...(vars.plan !== undefined && { plan: given('plan') }),
      ...(vars.resources !== undefined && { resources: given('resources') }),
      date: typeof vars.date === 'string' ? vars.date : date,
    });
    const renderer = findRenderer(format);
    if (renderer.binary) {
      throw new UsageError(
        `cannot hand ${format} to promptfoo: found a format of bytes, expected one of text: md, html, json`,
      );
    }
    const report = await writeReport(theCase, {
      model: id === 'offline' ? undefined : await this.#open(id),
      prompts: await loadPromptSet({ ...(promptStyle && { style: promptStyle }), overlay: prompts }),
      ...(maxRepairs !== undefined && { maxRepairs }),
      strict: true,
    }).report;
    return {
      output: renderer.render(report),
      ...(await usageOf(report, id)),
      metadata: {
        ...report.writer.sentences,
        findings: report.check.findings.length,
        warnings: warnings.map(({ message }) => message),
      },
    };
  }

  async #open(id: string) {
    const { openModel } = await import('../model/index.ts');
    const { apiKey, baseUrl, timeoutSeconds } = this.#config;
    const settings: ModelSettings = {
      ...(apiKey !== undefined && { apiKey }),
      ...(baseUrl !== undefined && { baseUrl }),
      ...(timeoutSeconds !== undefined && { timeoutMs: timeoutSeconds * 1000 }),
    };
    return openModel(id, settings);
  }
}

async function usageOf({ writer: { usage } }: Report, id: string): Promise<Partial<ProviderResponse>> {
  const { calls, inputTokens, outputTokens } = usage;
  if (inputTokens === null || outputTokens === null) return { tokenUsage: { numRequests: calls } };
  const { computeCost } = await import('../model/index.ts');
  const cost = id === 'offline' ? 0 : computeCost(usage, id);
  return {
    tokenUsage: {
      total: inputTokens + outputTokens,
      prompt: inputTokens,
      completion: outputTokens,
      numRequests: calls,
    },
    ...(cost !== null && { cost }),
  };
}

/** A variable that is `file://resume.json` comes as the text of the file. */
function fromJson(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
