import { checkKey } from './check-key.ts';
import type { ReportStore } from './report-store.ts';

/** Keeps everything in memory: for workers within one process. */
export function openMemoryStore(): ReportStore {
  const kept = new Map<string, Uint8Array>();
  return {
    address: 'memory',
    async put(key, bytes) {
      if (kept.has(checkKey(key))) return false;
      kept.set(key, Uint8Array.from(bytes));
      return true;
    },
    async get(key) {
      const found = kept.get(checkKey(key));
      return found && Uint8Array.from(found);
    },
    has: async (key) => kept.has(checkKey(key)),
    async *list(prefix = '') {
      yield* [...kept.keys()].filter((key) => key.startsWith(prefix)).sort();
    },
    async remove(key) {
      kept.delete(checkKey(key));
    },
  };
}
