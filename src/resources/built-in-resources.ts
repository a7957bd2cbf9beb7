import type { Resource } from '../../schemas/index.ts';
import catalog from './catalog.json' with { type: 'json' };

/** The learning resources that ship with gapwright. */
export function builtInResources(): readonly Resource[] {
  return catalog as unknown as Resource[];
}
