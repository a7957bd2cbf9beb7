import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openFolderStore, openMemoryStore, type ReportStore } from '../../src/store/index.ts';
import { collect } from './collect.ts';

const root = mkdtempSync(join(tmpdir(), 'store-'));
afterAll(() => rmSync(root, { recursive: true }));
let count = 0;
const folder = () => join(root, String(++count));

const STORES: readonly [string, () => ReportStore][] = [
  ['memory', openMemoryStore],
  ['folder', () => openFolderStore(folder())],
];
const bytes = (text: string) => new TextEncoder().encode(text);

describe.each(STORES)('a store of reports: %s', (_, open) => {
  it('keeps what it is given first, and says so', async () => {
    const store = open();
    expect(await store.has('a/b.md')).toBe(false);
    expect(await store.get('a/b.md')).toBeUndefined();
    expect(await store.put('a/b.md', bytes('one'))).toBe(true);
    expect(await store.put('a/b.md', bytes('two'))).toBe(false);
    expect(Buffer.from((await store.get('a/b.md')) ?? []).toString()).toBe('one');
    expect(await store.has('a/b.md')).toBe(true);
  });

  it('has one winner among many writers', async () => {
    const store = open();
    const texts = Array.from({ length: 20 }, (_, at) => `text ${at}`);
    const won = await Promise.all(texts.map((text) => store.put('x', bytes(text))));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(Buffer.from((await store.get('x')) ?? []).toString()).toBe(texts[won.indexOf(true)]);
  });

  it('lists keys by their beginning, in order', async () => {
    const store = open();
    expect(await collect(store.list())).toEqual([]);
    for (const key of ['b/2', 'a/1', 'b/1']) await store.put(key, bytes(key));
    expect(await collect(store.list())).toEqual(['a/1', 'b/1', 'b/2']);
    expect(await collect(store.list('b/'))).toEqual(['b/1', 'b/2']);
  });

  it.each(['', '/a', '../a', 'a/../b', 'a//b', '.a', 'a\\b', 'a/'])('refuses the key %j', async (key) => {
    await expect(open().put(key, bytes(''))).rejects.toThrow('expected names of letters');
  });
});

it('leaves no temporary file in a folder', async () => {
  const dir = folder();
  const store = openFolderStore(dir);
  await store.put('a', bytes('1'));
  await store.put('a', bytes('2'));
  expect(readdirSync(dir)).toEqual(['a']);
});
