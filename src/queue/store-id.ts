import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ReportStore } from '../store/index.ts';
import { KEYS, shorten } from './names.ts';
import { getJson, putJson } from './store-json.ts';

const StoreFile = z.strictObject({ schema: z.literal('gapwright/queue-store@1'), id: z.string() });

/** The name that a store has given itself; undefined for one that no report was ever enqueued with. */
export async function readStoreId(store: ReportStore): Promise<string | undefined> {
  return (await getJson(store, KEYS.store, StoreFile))?.id;
}

/** The same, made where there is none. Of several that make one at once the first stands. */
export async function makeStoreId(store: ReportStore): Promise<string> {
  const known = await readStoreId(store);
  if (known !== undefined) return known;
  const id = shorten(randomUUID().replaceAll('-', '')).slice(0, 12);
  await putJson(store, KEYS.store, { schema: 'gapwright/queue-store@1', id });
  return (await readStoreId(store)) ?? id;
}
