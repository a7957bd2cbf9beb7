import type { Flag, PageData } from '../page-data.ts';

/** Indexes of the cases that have one of the flags (or any, where none is asked for) and every word of the search. */
export function matchCases(
  { cases, cells, texts, variants }: PageData,
  { search, flags }: { search: string; flags: ReadonlySet<Flag> },
): number[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = cases.flatMap((one, index) =>
    flags.size === 0 || one.flags.some((flag) => flags.has(flag)) ? [index] : [],
  );
  if (words.length === 0) return found;
  const more = new Map<number, string[]>();
  for (const cell of cells) {
    const list = more.get(cell.case) ?? [];
    more.set(cell.case, list);
    const text = cell.text === undefined ? undefined : texts[cell.text];
    list.push(variants[cell.variant] ?? '', cell.failed ?? '', ...(cell.broken ?? []));
    if (text)
      list.push(
        text.final.text,
        ...text.final.findings.flatMap(({ rule, message }) => [rule, message]),
        text.first?.text ?? '',
      );
  }
  return found.filter((index) => {
    const one = cases[index];
    if (!one) return false;
    const own = `${one.id} ${one.family} ${one.tags.join(' ')}`.toLowerCase();
    const rest = words.filter((word) => !own.includes(word));
    if (rest.length === 0) return true;
    const all = (more.get(index) ?? []).join('\n').toLowerCase();
    return rest.every((word) => all.includes(word));
  });
}
