const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\+\+/gu, ' plus plus '],
  [/\+/gu, ' plus '],
  [/#/gu, ' sharp '],
  [/^\.(?=\p{L})/gu, 'dot '],
  [/&/gu, ' and '],
];
const ASCII = /^[\x20-\x7e]*$/;

/** The part of a fact id that names a thing: `C++` gives `c-plus-plus`, `.NET` gives `dot-net`, `CI/CD` gives `ci-cd`. */
export function toSlug(name: string): string {
  const plain = ASCII.test(name);
  let text = (plain ? name : name.normalize('NFKC')).toLowerCase().trim();
  if (/[+#.&]/.test(text)) for (const [sign, word] of SIGNS) text = text.replace(sign, word);
  const slug = text.replace(plain ? /[^a-z0-9]+/g : /[^\p{L}\p{N}\p{M}]+/gu, '-').replace(/^-+|-+$/g, '');
  return slug === '' ? 'unnamed' : slug;
}

/**
 * Gives every name a slug of its own. Equal ones are told apart by `-2`, `-3` in the order given, skipping what is
 * taken already ("Foo", "Foo!", "Foo 2" give `foo`, `foo-2`, `foo-2-2`).
 */
export function toSlugs(names: readonly string[]): string[] {
  const next = createSlugger();
  return names.map(next);
}

/** Makes slugs one by one, each different from all before. */
export function createSlugger(): (name: string) => string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (name) => {
    const base = toSlug(name);
    let count = counts.get(base) ?? 1;
    let slug = base;
    while (taken.has(slug)) {
      count += 1;
      slug = `${base}-${count}`;
    }
    counts.set(base, count);
    taken.add(slug);
    return slug;
  };
}
