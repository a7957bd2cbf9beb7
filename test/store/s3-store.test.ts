import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openS3Store } from '../../src/store/s3-store.ts';
import { collect } from './collect.ts';

const objects = new Map<string, Buffer>();
const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '', 'http://s3');
  const key = decodeURIComponent(url.pathname.replace('/bucket/', ''));
  const body = Buffer.concat(await collect(request as AsyncIterable<Buffer>));
  const found = objects.get(key);
  if (url.searchParams.has('list-type')) {
    const keys = [...objects.keys()].filter((one) => one.startsWith(url.searchParams.get('prefix') ?? ''));
    const contents = keys.sort().map((one) => `<Contents><Key>${one}</Key></Contents>`);
    response.end(`<ListBucketResult>${contents.join('')}</ListBucketResult>`);
  } else if (request.method === 'PUT') {
    const taken = found !== undefined && request.headers['if-none-match'] === '*';
    if (!taken) objects.set(key, body);
    response.writeHead(taken ? 412 : 200).end();
  } else response.writeHead(found ? 200 : 404).end(request.method === 'HEAD' ? undefined : found);
});

beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

it('keeps an object once, beneath its prefix', async () => {
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const store = await openS3Store({ bucket: 'bucket', prefix: 'run/', endpoint, region: 'eu-west-1' });
  expect(await store.has('a/1')).toBe(false);
  expect(await store.get('a/1')).toBeUndefined();
  expect(await store.put('a/1', new TextEncoder().encode('one'))).toBe(true);
  expect(await store.put('a/1', new TextEncoder().encode('two'))).toBe(false);
  expect(Buffer.from((await store.get('a/1')) ?? []).toString()).toContain('one');
  expect([...objects.keys()]).toEqual(['run/a/1']);
  expect(await collect(store.list('a/'))).toEqual(['a/1']);
});
