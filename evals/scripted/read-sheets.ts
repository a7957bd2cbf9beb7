import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FactSheet } from '../../schemas/index.ts';
import { readEvalCase } from '../../src/evaluate/read-eval-case.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';

/** The folder of the cases that ship. */
export const CASES = fileURLToPath(new URL('../cases/', import.meta.url));

/** Fact sheets of the cases with a tag. */
export async function readSheets(tag: string): Promise<{ id: string; sheet: FactSheet }[]> {
  const found = [];
  for (const name of readdirSync(CASES).sort()) {
    const { case: one } = await readEvalCase(join(CASES, name));
    if (one.tags.includes(tag))
      found.push({ id: one.id, sheet: computeFacts(one.case, { resources: builtInResources() }) });
  }
  return found;
}
