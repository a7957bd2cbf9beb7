import type { Path } from './place.ts';

/** Keys to leave out of the object at a path. */
export interface Omission {
  path: Path;
  keys: readonly string[];
}

/** Gives the data without those keys. What does not change is shared with the original, which stays as it is. */
export function omitKeys(data: unknown, omissions: readonly Omission[], depth = 0): unknown {
  if (omissions.length === 0 || typeof data !== 'object' || data === null) return data;
  const here = new Set(omissions.filter(({ path }) => path.length === depth).flatMap(({ keys }) => keys));
  const below = Map.groupBy(
    omissions.filter(({ path }) => path.length > depth),
    ({ path }) => String(path[depth]),
  );
  const inner = (key: string, value: unknown) => omitKeys(value, below.get(key) ?? [], depth + 1);
  if (Array.isArray(data)) return data.map((value, index) => inner(String(index), value));
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => (here.has(key) ? [] : [[key, inner(key, value)]])),
  );
}

/** Objects with a key of their own called `constructor`, which some code of the schema library takes for the class. */
export function findConstructorKeys(data: unknown, path: Path = []): Omission[] {
  if (typeof data !== 'object' || data === null) return [];
  const own: Omission[] =
    !Array.isArray(data) && Object.hasOwn(data, 'constructor') ? [{ path, keys: ['constructor'] }] : [];
  const inner = Object.entries(data).filter(([key]) => key !== 'constructor');
  return own.concat(
    ...inner.map(([key, value]) =>
      findConstructorKeys(value, [...path, Array.isArray(data) ? Number(key) : key]),
    ),
  );
}
