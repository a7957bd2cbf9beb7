import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStudio } from '../../src/studio/index.ts';
import { openStudio, type TestStudio } from './support/open-studio.ts';

let studio: TestStudio;
beforeAll(async () => {
  studio = await openStudio();
}, 60_000);
afterAll(() => studio.close());

const own = () => ({ host: `127.0.0.1:${studio.port}` });
const page = () => ({ ...own(), origin: studio.origin, authorization: `Bearer ${studio.token}` });

/** Every address of the API, and how it is asked. */
const API: readonly [method: string, path: string][] = [
  ['GET', '/api/start'],
  ['POST', '/api/resume'],
  ['POST', '/api/role'],
  ['POST', '/api/role-of-postings'],
  ['POST', '/api/facts'],
  ['POST', '/api/reports'],
  ['GET', '/api/reports/x'],
  ['GET', '/api/reports/x/events'],
  ['POST', '/api/reports/x/cancel'],
  ['DELETE', '/api/reports/x'],
  ['POST', '/api/reports/x/files/md'],
  ['GET', '/api/nowhere'],
];

describe('who is let in', () => {
  it.each([['/'], ['/studio.js'], ['/studio.css'], ['/icon.svg']])(
    'gives %s, which holds no data',
    async (path) => {
      const { status, text } = await studio.raw(path, { headers: own() });
      expect(status).toBe(200);
      expect(text.length).toBeGreaterThan(100);
      expect(text).not.toContain(studio.token);
    },
  );

  it.each([
    ['another name', () => 'evil.example'],
    ['another name with our port', () => `evil.example:${studio.port}`],
    ['a name that only begins like ours', () => `127.0.0.1.evil.example:${studio.port}`],
    ['our name with another port', () => '127.0.0.1:80'],
    ['our name without a port', () => '127.0.0.1'],
    ['the address of all interfaces', () => `0.0.0.0:${studio.port}`],
  ])('refuses a Host of %s, with and without the token', async (_, host) => {
    for (const path of ['/', '/studio.js', '/api/start']) {
      const { status, text } = await studio.raw(path, { headers: { ...page(), host: host() } });
      expect(status, path).toBe(403);
      expect(text).toContain(`expected (127.0.0.1:${studio.port} or localhost:${studio.port})`);
    }
  });

  it('takes localhost for 127.0.0.1', async () => {
    const host = `localhost:${studio.port}`;
    expect((await studio.raw('/', { headers: { host } })).status).toBe(200);
    const headers = { ...page(), host, origin: `http://${host}` };
    expect((await studio.raw('/api/start', { headers })).status).toBe(200);
  });

  it.each([
    ['none', undefined],
    ['a stranger', 'https://evil.example'],
    ['null', 'null'],
    ['our host over TLS', 'https'],
    ['another port of this machine', 'http://127.0.0.1:1'],
  ])('refuses to change anything for an origin of %s', async (name, given) => {
    const origin = given === 'https' ? studio.origin.replace('http:', 'https:') : given;
    for (const [method, path] of API.filter(([method]) => method !== 'GET')) {
      const { origin: _, ...headers } = page();
      const { status } = await studio.raw(path, {
        method,
        headers: { ...headers, ...(origin !== undefined && { origin }) },
        ...(method === 'POST' && { body: '{}' }),
      });
      expect(status, `${name}: ${method} ${path}`).toBe(403);
    }
  });

  it('refuses to be read by another origin', async () => {
    const headers = { ...page(), origin: 'https://evil.example' };
    for (const [method, path] of API.filter(([method]) => method === 'GET'))
      expect((await studio.raw(path, { method, headers })).status, path).toBe(403);
  });

  it.each([
    ['none', () => undefined],
    ['another', () => 'Bearer another'],
    ['the right one cut short', () => `Bearer ${studio.token.slice(0, -1)}`],
    ['the right one and more', () => `Bearer ${studio.token}x`],
    ['the right one as another scheme', () => `Basic ${studio.token}`],
    ['no scheme', () => studio.token],
  ])('asks for the token: %s', async (_, authorization) => {
    const { authorization: __, ...rest } = page();
    const given = authorization();
    const headers = { ...rest, ...(given !== undefined && { authorization: given }) };
    for (const [method, path] of API) {
      const answer = await studio.raw(path, { method, headers, ...(method === 'POST' && { body: '{}' }) });
      expect(answer.status, `${method} ${path}`).toBe(401);
      expect(answer.text).toContain('expected the one of the address that gapwright serve prints');
      expect(answer.text).not.toContain(studio.token);
    }
  });

  it('has another token each time', async () => {
    const other = await startStudio();
    expect(new URL(other.url).hash.length).toBeGreaterThan(40);
    expect(new URL(other.url).hash).not.toBe(`#${studio.token}`);
    await other.close();
  });

  it('lets a browser in by a link that is good once', async () => {
    const first = new URL(studio.openOnce()).pathname;
    const second = new URL(studio.openOnce()).pathname;
    expect((await studio.raw(first, { headers: own() })).status, 'a newer one was given').toBe(410);
    const opened = await studio.raw(second, { headers: own() });
    expect(opened.status).toBe(302);
    expect(opened.headers.location).toBe(`/#${studio.token}`);
    expect((await studio.raw(second, { headers: own() })).status).toBe(410);
    expect((await studio.raw('/open/x', { headers: own() })).status).toBe(410);
  });

  it('listens on loopback alone', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of others)
      await expect(fetch(`http://${address}:${studio.port}/`)).rejects.toThrow('fetch failed');
    expect(new URL(studio.url).hostname).toBe('127.0.0.1');
  });
});

describe('every answer', () => {
  it.each([
    ['the page', '/', 200],
    ['data', '/api/start', 200],
    ['a wrong address', '/nowhere', 404],
    ['a missing report', '/api/reports/x', 404],
  ])('keeps others out of %s by its headers', async (_, path, expected) => {
    const { status, headers } = await studio.raw(path, { headers: page() });
    expect(status).toBe(expected);
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it.each([
    ['/../package.json'],
    ['/..%2fpackage.json'],
    ['/%2e%2e/%2e%2e/package.json'],
    ['/studio.js/../../package.json'],
    ['/examples/nurse/resume.yaml'],
    ['//etc/passwd'],
    ['/api/reports/..%2f..%2fpackage.json'],
    ['/api/reports/%2e%2e/events'],
    ['/api/start/..'],
    ['/open/..%2f..%2fpackage.json'],
  ])('names no file: %s', async (path) => {
    const { status, text } = await studio.raw(path, { headers: page() });
    // `/..` at the end is the page itself, by the rules of addresses.
    expect([404, 410]).toContain(status);
    expect(text).not.toMatch(/"dependencies"|Amara|root:/);
  });

  it.each([['PUT'], ['PATCH'], ['OPTIONS'], ['TRACE']])('knows no %s', async (method) => {
    const { status } = await studio.raw('/api/start', { method, headers: page() });
    expect(status).toBe(404);
  });
});

describe('what is too large', () => {
  it('is refused by its length, before it is read', async () => {
    const headers = { ...page(), 'content-length': '10100000', connection: 'close' };
    const answer = await studio.raw('/api/resume', { method: 'POST', headers, body: 'x' });
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.text).error).toEqual({
      code: 'too-large',
      message: 'cannot take the upload: found 10.1 MB, expected at most 10 MB',
    });
  });

  it('cannot come in without saying how large it is', async () => {
    const headers = { ...page(), 'transfer-encoding': 'chunked' };
    const answer = await studio.raw('/api/resume', { method: 'POST', headers, body: '# Ada' });
    expect(answer.status).toBe(411);
    expect(answer.text).toContain('found no Content-Length, expected one');
    expect((await studio.ask('start')).status).toBe(200);
  });

  it('is taken up to the limit', async () => {
    const name = { 'x-file-name': 'resume.md' };
    const body = `# Ada\n\n## Skills\n\n- Python\n\n${'word '.repeat(20_000)}`;
    expect((await studio.ask('resume', { body, headers: name })).status).toBe(200);
  });
});
