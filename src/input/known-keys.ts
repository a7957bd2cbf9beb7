import { z } from 'zod';
import type { Path } from './place.ts';

interface Shape {
  properties?: Record<string, Shape>;
  items?: Shape;
}

/** Names that older versions of JSON Resume had, and what became of them. */
const formerNames: Readonly<Record<string, string>> = {
  company: 'name',
  picture: 'image',
  website: 'url',
};

/** Knows which keys a schema has where, to tell what an unknown key was meant to be. */
export interface KnownKeys {
  /** Keys of the object at a path. */
  at(path: Path): readonly string[];
  /** What the key of that name is called now, if the object at the path has it. */
  formerly(path: Path, name: string): string | undefined;
  /** The path of an object's key of that name elsewhere (not in a list), nearest to the top. */
  elsewhere(name: string): Path | undefined;
}

/** Reads the keys off a schema. */
export function readKnownKeys(schema: z.ZodType): KnownKeys {
  const root = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Shape;
  const at = (path: Path) => {
    let shape: Shape | undefined = root;
    for (const key of path)
      shape = typeof key === 'number' ? shape?.items : own(shape?.properties, String(key));
    return Object.keys(shape?.properties ?? {});
  };
  const formerly = (path: Path, name: string) => {
    const now = own(formerNames, name);
    return now !== undefined && at(path).includes(now) ? now : undefined;
  };
  const elsewhere = (name: string) => {
    let level: { path: string[]; shape: Shape }[] = [{ path: [], shape: root }];
    while (level.length > 0) {
      const hit = level.find(({ shape }) => own(shape.properties, name));
      if (hit) return [...hit.path, name];
      level = level.flatMap(({ path, shape }) =>
        Object.entries(shape.properties ?? {}).map(([key, inner]) => ({
          path: [...path, key],
          shape: inner,
        })),
      );
    }
    return undefined;
  };
  return { at, formerly, elsewhere };
}

function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
