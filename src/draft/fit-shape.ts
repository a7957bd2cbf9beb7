import { z } from 'zod';

/** As much of a JSON Schema as replies are asked for by. */
const Shape = z.object({
  type: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
});
type Shape = z.infer<typeof Shape>;

/**
 * Brings a value nearer to a schema where only one reading of it is possible: one thing in the place of a list of
 * them, a list in the place of the object that has nothing but this list, a word of an enum in other letters. What it
 * says stays as it is, and the result is to be validated as before.
 */
export function fitShape(value: unknown, schema: z.ZodType): { value: unknown; mended: string[] } {
  const mended: string[] = [];
  const fitted = fitValue(value, z.toJSONSchema(schema), [], mended);
  return { value: fitted, mended };
}

function fitValue(value: unknown, node: unknown, path: readonly string[], mended: string[]): unknown {
  const shape = Shape.parse(node);
  const at = path.join('.') || 'the reply';
  if (shape.enum !== undefined) return fitWord(value, shape.enum, at, mended);
  if (shape.type === 'array') return fitList(value, shape, path, mended);
  if (shape.type === 'object') return fitObject(value, shape, path, mended);
  if (shape.type === 'integer' && typeof value === 'string' && /^\d{1,6}$/.test(value.trim())) {
    mended.push(`${at}: the number ${value.trim()} was written as a text`);
    return Number(value);
  }
  return value;
}

function fitList(value: unknown, { items }: Shape, path: readonly string[], mended: string[]): unknown {
  let list = value;
  const isOne = isObject(value) || (typeof value === 'string' && Shape.parse(items).type === 'string');
  if (isOne) {
    mended.push(`${path.join('.') || 'the reply'}: one value stood in the place of a list`);
    list = [value];
  }
  if (!Array.isArray(list)) return value;
  return list.map((item, at) => fitValue(item, items, [...path, String(at)], mended));
}

function fitObject(
  value: unknown,
  { properties = {} }: Shape,
  path: readonly string[],
  mended: string[],
): unknown {
  const names = Object.keys(properties);
  const [only = ''] = names;
  if (Array.isArray(value)) {
    if (names.length !== 1 || Shape.parse(properties[only]).type !== 'array') return value;
    mended.push(`${path.join('.') || 'the reply'}: the list stood without its name "${only}"`);
    return { [only]: fitValue(value, properties[only], [...path, only], mended) };
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      Object.hasOwn(properties, name) ? fitValue(item, properties[name], [...path, name], mended) : item,
    ]),
  );
}

function fitWord(value: unknown, words: readonly unknown[], at: string, mended: string[]): unknown {
  if (typeof value !== 'string' || words.includes(value)) return value;
  const known = words.filter((word) => typeof word === 'string');
  const word = findOnly(value, known, plainLetters);
  if (word === undefined) return value;
  mended.push(`${at}: ${JSON.stringify(value)} was read as ${JSON.stringify(word)}`);
  return word;
}

/** The one candidate that has the same key; undefined where none or several have. */
export function findOnly(
  text: string,
  candidates: Iterable<string>,
  keyOf: (text: string) => string,
): string | undefined {
  const key = keyOf(text);
  const found = [...candidates].filter((candidate) => keyOf(candidate) === key);
  return found.length === 1 ? found[0] : undefined;
}

/** Small letters, without quotes and braces around, spaces and underscores as hyphens. */
export function plainLetters(text: string): string {
  return text
    .replace(/^[\s"'`{<[]+|[\s"'`}>\].,]+$/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/gu, '-');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
