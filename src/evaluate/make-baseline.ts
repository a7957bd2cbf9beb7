import type { EvalPlan, EvalRow } from '../../schemas/index.ts';
import { InputError, UsageError } from '../errors.ts';
import type { Baseline } from './baseline.ts';

type SuiteBaseline = Baseline['suites'][string];

/**
 * The scores of a run's first variant, case by case and repeat by repeat, for later runs to be compared with.
 * @throws {UsageError} where a cell failed or was not run: a baseline with holes would hide what is lost later
 */
export function makeBaseline(rows: Iterable<EvalRow>, plan: EvalPlan): SuiteBaseline {
  const [variant] = plan.variants;
  if (!variant || plan.partial)
    throw new UsageError(
      `cannot write a baseline of ${plan.suite}: found a run of some of its cases, expected all of them (without --case, --tag and --last-failed)`,
    );
  const models: SuiteBaseline['models'] = {};
  for (const model of plan.models) {
    const scores: SuiteBaseline['models'][string]['scores'] = {};
    for (const { id } of plan.scorers) {
      const byCase: Record<string, (number | null)[]> = {};
      for (const one of plan.cases) byCase[one.id] = new Array<number | null>(plan.repeats).fill(null);
      scores[id] = byCase;
    }
    models[model] = { prompts: variant.prompts, scores };
  }
  let found = 0;
  for (const row of rows) {
    const scores = models[row.model]?.scores;
    if (row.variant !== variant.name || row.status !== 'ok' || !scores) continue;
    found += 1;
    for (const [id, { value }] of Object.entries(row.scores)) {
      const values = scores[id]?.[row.case];
      if (values && row.repeat < values.length) values[row.repeat] = value;
    }
  }
  const expected = plan.cases.length * plan.models.length * plan.repeats;
  if (found < expected)
    throw new UsageError(
      `cannot write a baseline of ${plan.suite}: found ${found} good cells of ${expected}, expected all; run it again first`,
    );
  return { variant: variant.name, repeats: plan.repeats, models };
}

/** Reads `baseline.json`; undefined where there is none. @throws {InputError} */
export async function readBaseline(path: string): Promise<Baseline | undefined> {
  const [{ existsSync }, { readDocument, parseInput }, { Baseline }] = await Promise.all([
    import('node:fs'),
    import('../input/index.ts'),
    import('./baseline.ts'),
  ]);
  if (!existsSync(path)) return undefined;
  const { data, file, locate } = await readDocument(path);
  const { value, warnings } = parseInput(Baseline, data, { file, locate });
  const [first] = warnings;
  // Scores under an unknown name would be scores that nobody compares with.
  if (first) throw new InputError(path, `cannot use the baseline: ${first.message}`);
  return value;
}

/** The baseline with one suite replaced, as text for its file: sorted, so that a diff shows what changed. */
export function renderBaseline(before: Baseline | undefined, suite: string, entry: SuiteBaseline): string {
  const suites = { ...before?.suites, [suite]: entry };
  const value: Baseline = { schema: 'gapwright/eval-baseline@1', suites };
  const text = JSON.stringify(sortKeys(value), undefined, 2);
  // The repeats of a case on one line.
  return `${text.replace(/\[\s+((?:-?[\d.e+-]+|null)(?:,\s+(?:-?[\d.e+-]+|null))*)\s+\]/g, (_, list: string) => `[${list.replace(/,\s+/g, ', ')}]`)}\n`;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sortKeys(item)]),
  );
}
