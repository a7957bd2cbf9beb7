import type { Prices } from '../model/index.ts';
import { ASSUMED_SPREAD, smallestVisible } from '../statistics/index.ts';
import { FEWEST_FAMILIES } from './compare-scores.ts';
import { FactsCache } from './facts-cache.ts';
import { idOf, type RunPlan } from './plan-run.ts';

/** What a run would ask and cost, and what it could see. */
export interface RunEstimate {
  cells: number;
  /** One call for each section of each report, and with every round of repair. Null for a task of one's own. */
  calls: { least: number; most: number } | null;
  /** By model, of the first calls alone. */
  models: readonly {
    model: string;
    inputTokens: number | null;
    outputTokens: number | null;
    /** Null where the price is not known. */
    cost: number | null;
    currency: string;
  }[];
  /**
   * Smallest loss of a share (0 to 1) that a comparison of two variants would see with 80 % power, for this many cases,
   * and for 1, 3, 5 and 10 repeats. Cases count as independent: where they come in families, less is seen. Null where
   * the families are too few for any verdict.
   */
  smallestVisible: number | null;
  byRepeats: readonly { repeats: number; smallestVisible: number | null }[];
  families: number;
}

/** Letters to a token: what English prose and JSON come to with current tokenizers, rounded to the dear side. */
export const LETTERS_PER_TOKEN = 4;

/** A regression is called at a one-sided level of 5 %, which is the two-sided one of 10 %. */
const ONE_SIDED = { alpha: 0.1 };

export interface EstimateOptions {
  prices?: Prices | undefined;
}

/**
 * Estimates a run without asking anything. Input is counted by the messages that would be sent, at four letters to a
 * token; output by what the offline writer says in the same sections, as the JSON that a model writes. Repairs, which
 * nobody can foresee, are only in the greatest number of calls.
 */
export async function estimateRun(plan: RunPlan, { prices }: EstimateOptions = {}): Promise<RunEstimate> {
  const { cases, repeats, maxRepairs } = plan.plan;
  const perModel = plan.cases.length * plan.variants.length * repeats;
  const live = plan.models.map(idOf).filter((id) => id !== 'offline');
  const sections = plan.task.usesReport ? (await import('../sections/index.ts')).SECTIONS.length : 0;
  const tokens = plan.task.usesReport && live.length > 0 ? await countTokens(plan) : undefined;
  const { computeCost, builtInPrices } = await import('../model/index.ts');
  const table = prices ?? builtInPrices;
  const families = new Set(cases.map(({ family }) => family)).size;
  const visible = (count: number) =>
    families < FEWEST_FAMILIES
      ? null
      : smallestVisible(ASSUMED_SPREAD, { cases: cases.length, repeats: count }, ONE_SIDED);
  const least = perModel * live.length * sections;
  return {
    cells: perModel * plan.models.length,
    calls: plan.task.usesReport ? { least, most: least * (1 + maxRepairs) } : null,
    models: live.map((model) => {
      const usage = {
        inputTokens: tokens ? tokens.input * repeats : null,
        outputTokens: tokens ? tokens.output * repeats : null,
      };
      return { model, ...usage, cost: computeCost(usage, model, table), currency: table.currency };
    }),
    smallestVisible: visible(repeats),
    byRepeats: [1, 3, 5, 10].map((count) => ({ repeats: count, smallestVisible: visible(count) })),
    families,
  };
}

/** Tokens of the first calls of every case and variant, once. */
async function countTokens(plan: RunPlan): Promise<{ input: number; output: number }> {
  const [{ renderMessages }, { DEFAULT_STYLE, SECTIONS }] = await Promise.all([
    import('../draft/index.ts'),
    import('../sections/index.ts'),
  ]);
  const facts = new FactsCache();
  let [input, output] = [0, 0];
  for (const one of plan.cases) {
    const sheet = await facts.of(one);
    for (const { prompts, variant } of plan.variants) {
      if (!prompts) continue;
      const style = { ...DEFAULT_STYLE, ...variant.style };
      for (const section of SECTIONS) {
        for (const { content } of renderMessages(section.id, sheet, prompts, { style }))
          input += content.length;
        output += JSON.stringify(section.offline(sheet, style)).length;
      }
    }
  }
  return {
    input: Math.ceil(input / LETTERS_PER_TOKEN),
    output: Math.ceil(output / LETTERS_PER_TOKEN),
  };
}
