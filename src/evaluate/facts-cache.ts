import type { FactSheet } from '../../schemas/index.ts';
import type { EvalCase } from './trial.ts';

/** Most fact sheets in memory. Cells come case by case, so that this is more than are used at a time. */
const KEPT = 64;

/** Facts of cases, each computed once as long as its cells come one after the other. */
export class FactsCache {
  readonly #sheets = new Map<EvalCase, Promise<FactSheet>>();

  of(one: EvalCase): Promise<FactSheet> {
    const known = this.#sheets.get(one);
    if (known) return known;
    const sheet = computeFactsOf(one);
    this.#sheets.set(one, sheet);
    const [oldest] = this.#sheets.keys();
    if (oldest && this.#sheets.size > KEPT) this.#sheets.delete(oldest);
    return sheet;
  }
}

async function computeFactsOf({ case: theCase }: EvalCase): Promise<FactSheet> {
  const [{ computeFacts }, { builtInResources }] = await Promise.all([
    import('../facts/index.ts'),
    import('../resources/built-in-resources.ts'),
  ]);
  return computeFacts(theCase, { resources: builtInResources() });
}
