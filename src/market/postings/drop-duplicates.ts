/** Words of a shingle. */
const WORDS = 5;
/** Share of shingles from which on two texts are one posting: reworded salary or place, the same job. */
export const SAME_FROM = 0.8;

/**
 * Leaves out texts that say nearly the same as an earlier one: the Jaccard similarity of their sets of five-word
 * shingles is `from` or more. Exact: no pair is missed (each text is compared with those that share one of its rarest
 * shingles, of which two similar texts have at least one in common). Texts without words are all kept.
 * @returns the places of the texts that are kept, and for each other the place of the one it repeats
 */
export function dropDuplicates(
  texts: readonly string[],
  from = SAME_FROM,
): { kept: number[]; repeats: ReadonlyMap<number, number> } {
  const sets = texts.map(shinglesOf);
  const counts = new Map<string, number>();
  for (const set of sets) for (const shingle of set) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  const rare = (a: string, b: string) =>
    (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : a > b ? 1 : 0);
  const byShingle = new Map<string, number[]>();
  const kept: number[] = [];
  const repeats = new Map<number, number>();
  for (const [at, set] of sets.entries()) {
    if (set.size === 0) {
      kept.push(at);
      continue;
    }
    // Two sets this similar share so much that their rarest few cannot all differ.
    const prefix = [...set].sort(rare).slice(0, set.size - Math.ceil(from * set.size) + 1);
    const candidates = new Set(prefix.flatMap((shingle) => byShingle.get(shingle) ?? []));
    const same = [...candidates]
      .sort((a, b) => a - b)
      .find((other) => similarity(set, sets[other] as ReadonlySet<string>) >= from);
    if (same !== undefined) {
      repeats.set(at, same);
      continue;
    }
    kept.push(at);
    for (const shingle of prefix) {
      const list = byShingle.get(shingle);
      if (list) list.push(at);
      else byShingle.set(shingle, [at]);
    }
  }
  return { kept, repeats };
}

function shinglesOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}+#]+/gu) ?? [];
  if (words.length === 0) return new Set();
  if (words.length <= WORDS) return new Set([words.join(' ')]);
  return new Set(
    Array.from({ length: words.length - WORDS + 1 }, (_, at) => words.slice(at, at + WORDS).join(' ')),
  );
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared += 1;
  return shared / (a.size + b.size - shared);
}
