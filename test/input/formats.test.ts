import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { maxDepth } from '../../src/input/format.ts';
import { formats } from '../../src/input/formats.ts';

/** The same things written in each format. Whoever lists a new one writes them here. */
const samples: Readonly<Record<string, { good: string; broken: string; twice: string; deep: string }>> = {
  json: {
    good: '{\n  "title": "Nurse",\n  "list": [1, {"a": null}, "Zürich"],\n  "__proto__": {"a": true}\n}\n',
    broken: '{\n  "title": "Nurse",\n',
    twice: '{"title": "a",\n "title": "b"}',
    deep: '['.repeat(maxDepth + 1) + ']'.repeat(maxDepth + 1),
  },
  yaml: {
    good: 'title: Nurse\nlist: [1, {a: ~}, Zürich]\n__proto__: {a: true}\n',
    broken: 'title: Nurse\nlist: [\n',
    twice: 'title: a\ntitle: b\n',
    deep: '['.repeat(maxDepth + 1) + ']'.repeat(maxDepth + 1),
  },
};

describe.each(formats)('format $id', (format) => {
  const sample = samples[format.id];
  if (!sample)
    throw new Error(`cannot test the format ${format.id}: found no samples, expected some in this file`);
  const read = async (text: string) => format.parse(text, 'in');
  const fault = async (text: string) => {
    const error = await read(text).catch((thrown: unknown) => thrown);
    if (!(error instanceof InputError)) throw new Error('expected an InputError', { cause: error });
    return error.issues[0];
  };

  it('has extensions of its own, in lower case and with the dot', () => {
    const others = formats.filter((other) => other !== format).flatMap(({ extensions }) => extensions);
    expect(format.extensions.length).toBeGreaterThan(0);
    for (const extension of format.extensions) {
      expect(extension).toMatch(/^\.[a-z0-9]+$/);
      expect(others).not.toContain(extension);
    }
  });

  it('gives plain data', async () => {
    const { data } = await read(sample.good);
    expect(JSON.stringify(data)).toBe(
      '{"title":"Nurse","list":[1,{"a":null},"Zürich"],"__proto__":{"a":true}}',
    );
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  });

  it('knows where values and keys stand', async () => {
    const { locate } = await read(sample.good);
    const lines = sample.good.split('\n');
    const textAt = (path: PropertyKey[], target?: 'key') => {
      const place = locate(path, target);
      return lines[(place?.line ?? 0) - 1]?.slice((place?.column ?? 0) - 1);
    };
    expect(textAt(['title'])).toMatch(/^"?Nurse/);
    expect(textAt(['title'], 'key')).toMatch(/^"?title/);
    expect(textAt(['list', 0])).toMatch(/^1,/);
    expect(textAt(['list', 1, 'a'])).toMatch(/^(null|~)}/);
    expect(textAt(['list', 2])).toMatch(/^"?Zürich/);
    expect(textAt(['list', 9])).toMatch(/^\[1/);
    expect(textAt(['none', 'at', 'all'])).toBe(textAt([]));
  });

  it('refuses broken text, keys that stand twice and deep nesting, with the place', async () => {
    expect(await fault(sample.broken)).toMatchObject({ line: 3, column: 1 });
    expect(await fault(sample.twice)).toMatchObject({
      path: 'title',
      found: 'the key "title" again',
      line: 2,
    });
    expect(await fault(sample.deep)).toMatchObject({
      found: `more than ${maxDepth} levels of nesting`,
      column: maxDepth + 1,
    });
    await expect(read(sample.deep.slice(1, -1))).resolves.toHaveProperty('data');
  });
});
