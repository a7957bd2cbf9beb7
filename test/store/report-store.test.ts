import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { OutputError, UsageError } from '../../src/errors.ts';
import { openFolderStore, openMemoryStore, openStore, type ReportStore } from '../../src/store/index.ts';
import { collect } from './collect.ts';
import { type FakeS3, startFakeS3 } from './fake-s3.ts';

const root = mkdtempSync(join(tmpdir(), 'store-'));
let s3: FakeS3;
let count = 0;
const folder = () => join(root, String(++count));

beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  s3 = await startFakeS3();
});
afterAll(() => {
  vi.unstubAllEnvs();
  s3.close();
  rmSync(root, { recursive: true });
});

const s3Address = () => `s3://bucket/run-${++count}?endpoint=${s3.url}&region=eu-west-1`;

const STORES: readonly [string, () => ReportStore | Promise<ReportStore>][] = [
  ['memory', openMemoryStore],
  ['folder', () => openStore(folder())],
  ['S3', () => openStore(s3Address())],
];
const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (found: Uint8Array | undefined) => Buffer.from(found ?? []).toString();

describe.each(STORES)('a store of reports: %s', (_, open) => {
  it('keeps what it is given first, and says so', async () => {
    const store = await open();
    expect(await store.has('a/b.md')).toBe(false);
    expect(await store.get('a/b.md')).toBeUndefined();
    expect(await store.put('a/b.md', bytes('one'))).toBe(true);
    expect(await store.put('a/b.md', bytes('two'))).toBe(false);
    expect(textOf(await store.get('a/b.md'))).toBe('one');
    expect(await store.has('a/b.md')).toBe(true);
  });

  it('has one winner among many writers', async () => {
    const store = await open();
    const texts = Array.from({ length: 20 }, (_, at) => `text ${at}`);
    const won = await Promise.all(texts.map((text) => store.put('x', bytes(text))));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(textOf(await store.get('x'))).toBe(texts[won.indexOf(true)]);
  });

  it('lists keys by their beginning, in order', async () => {
    const store = await open();
    expect(await collect(store.list())).toEqual([]);
    for (const key of ['b/2', 'a/1', 'b/1', 'a/3']) await store.put(key, bytes(key));
    expect(await collect(store.list())).toEqual(['a/1', 'a/3', 'b/1', 'b/2']);
    expect(await collect(store.list('b/'))).toEqual(['b/1', 'b/2']);
  });

  it('gives a key free by removing what it holds, and nothing else', async () => {
    const store = await open();
    for (const key of ['a/1', 'a/2']) await store.put(key, bytes('old'));
    await store.remove('a/1');
    await store.remove('a/1');
    expect(await collect(store.list())).toEqual(['a/2']);
    expect(await store.put('a/1', bytes('new'))).toBe(true);
    expect(textOf(await store.get('a/1'))).toBe('new');
  });

  it.each(['', '/a', '../a', 'a/../b', 'a//b', '.a', 'a\\b', 'a/'])('refuses the key %j', async (key) => {
    const store = await open();
    await expect(store.put(key, bytes(''))).rejects.toThrow('expected names of letters');
    await expect(store.get(key)).rejects.toThrow('expected names of letters');
    await expect(store.remove(key)).rejects.toThrow('expected names of letters');
  });
});

describe('a folder', () => {
  it('holds no temporary file, and is for its owner alone', async () => {
    const dir = folder();
    const store = openFolderStore(dir);
    await store.put('a', bytes('1'));
    await store.put('a', bytes('2'));
    expect(readdirSync(dir)).toEqual(['a']);
    expect(statSync(dir).mode & 0o077).toBe(0);
    expect(statSync(join(dir, 'a')).mode & 0o077).toBe(0);
  });

  it('says where it cannot be used', async () => {
    const file = folder();
    writeFileSync(file, 'no folder');
    const error = await openFolderStore(file)
      .put('a', bytes('1'))
      .catch((one: unknown) => one);
    expect(error).toBeInstanceOf(OutputError);
    expect(String(error)).toMatch(/cannot use the store .*: found (ENOTDIR|EEXIST)/);
    chmodSync(file, 0o600);
  });
});

describe('S3', () => {
  it('keeps keys beneath the prefix of the address', async () => {
    const store = await openStore(`s3://bucket/deep/er/?endpoint=${s3.url}&region=eu-west-1`);
    await store.put('a/1', bytes('one'));
    expect([...s3.objects.keys()]).toContain('deep/er/a/1');
    expect(store.address).toBe('s3://bucket/deep/er/');
  });

  it('tries a write again while another one of the same key is under way', async () => {
    const store = await openStore(s3Address());
    s3.refuse(409, 409);
    expect(await store.put('a', bytes('one'))).toBe(true);
    expect(textOf(await store.get('a'))).toBe('one');
  });

  it('says what the server said', async () => {
    const store = await openStore(s3Address());
    s3.refuse(403);
    await expect(store.put('a', bytes('one'))).rejects.toThrow(/cannot use the store s3:.*Refused403/);
  });
});

it.each([
  's3:///prefix',
  's3://key:secret@bucket/x',
  's3://bucket?acl=public',
  'gs://bucket/x',
  'https://bucket.example/x',
])('refuses the address %s, and repeats no secret', async (address) => {
  const error = await openStore(address).catch((one: unknown) => one);
  expect(error).toBeInstanceOf(UsageError);
  expect(String(error)).toContain('expected a folder or s3://bucket/prefix');
  expect(String(error)).not.toContain('secret');
});
