import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computeFacts } from '../../src/facts/index.ts';
import { openModel } from '../../src/model/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { writeReport } from '../../src/write-report.ts';
import { DATE, examplePaths, readExample } from '../support/read-example.ts';
import { runCommand } from '../support/run-command.ts';
import { type Script, type ScriptedServer, startScriptedServer } from '../support/scripted-server.ts';
import { contradictingWriter } from '../support/scripted-writer.ts';

/** Of no known form, so that nothing but the value itself gives it away. */
const KEY = 'zq7Vplain-looking.key_4711-WXYZ';
const paths = examplePaths('nurse');
const given = ['--resume', paths.resume ?? '', '--role', paths.role ?? '', '--date', DATE];

let folder = '';
let script: Script = () => ({});
let server: ScriptedServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gapwright-keys-'));
  server = await startScriptedServer((call) => script(call));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.close();
});

/** All files beneath a folder, names and bytes. */
function bytesOf(dir: string): string {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map(
      (name) => `${name}\n${statSync(join(dir, name)).isFile() ? readFileSync(join(dir, name), 'utf8') : ''}`,
    )
    .join('\n');
}

/** The key, and any piece of it that would help to guess the rest. */
function expectNoKey(text: string): void {
  const pieces = [
    KEY,
    encodeURIComponent(KEY),
    Buffer.from(KEY).toString('base64'),
    KEY.slice(0, 16),
    KEY.slice(8),
  ];
  expect(pieces.filter((piece) => text.includes(piece))).toEqual([]);
}

const message = `Incorrect API key provided: ${KEY}. You can find your key at https://keys.example?key=${KEY}.`;
const ECHOES: readonly (readonly [string, Script])[] = [
  ['401 in OpenAI form', () => ({ status: 401, error: { message, code: 'invalid_api_key', type: KEY } })],
  ['403 with the key as the code', () => ({ status: 403, error: { message, code: KEY, param: KEY } })],
  ['401 in HTML', () => ({ status: 401, body: `<html><title>Denied</title>Bearer ${KEY}</html>` })],
  [
    '400 with the headers in it',
    () => ({ status: 400, body: JSON.stringify({ error: { message: `authorization: Bearer ${KEY}` } }) }),
  ],
  [
    '500 with the key in a header',
    () => ({ status: 500, headers: { 'x-request-id': KEY, 'retry-after': '0' }, error: { message } }),
  ],
  ['a refusal that quotes it', () => ({ content: null, refusal: `I know your key ${KEY}.` })],
  ['prose that quotes it', () => ({ content: `Your key is ${KEY}, use it well.` })],
  ['a filtered reply', () => ({ content: KEY, finishReason: 'content_filter' })],
];

describe('a key that a server echoes', () => {
  const loud = [['--verbose'], ['--json'], ['--strict', '--verbose'], ['--json', '--stream']] as const;

  it.each(ECHOES)('%s: is in no output, no run folder and no recording', async (name, echo) => {
    script = echo;
    const at = ECHOES.findIndex(([other]) => other === name);
    const dir = join(folder, `echo-${at}`);
    mkdirSync(dir);
    const env = { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: KEY };
    const result = await runCommand(
      [
        ...['report', ...given, '--model', 'openai:m', '--max-repairs', '0'],
        ...['--run', join(dir, 'run'), '--record', join(dir, 'rec'), '--out', join(dir, 'out')],
        ...(loud[at % loud.length] ?? []),
      ],
      { env, cwd: dir },
    );
    expectNoKey(result.stdout + result.stderr + bytesOf(dir));
    expect(result.stderr).not.toBe('');
  });

  it('is in no error of the library, however deep one looks', async () => {
    script = ECHOES[0]?.[1] as Script;
    const model = await openModel('openai:m', { apiKey: KEY, baseUrl: server.url });
    const run = writeReport(await readExample('nurse'), { model, strict: true, retry: false });
    const events: unknown[] = [];
    for await (const event of run.events) events.push(event);
    const error = await run.report.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Error);
    expectNoKey(inspect([error, events], { depth: 12, showHidden: true }));
  });

  it('is in neither answer of gapwright models', async () => {
    script = ECHOES[0]?.[1] as Script;
    const env = { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: KEY };
    for (const flags of [['--test', '--verbose'], ['--list'], []]) {
      const { stdout, stderr } = await runCommand(['models', '--model', 'openai:m', ...flags], { env });
      expectNoKey(stdout + stderr);
    }
  });
});

describe('a key that works', () => {
  it('is sent, and written nowhere: not by a model that repairs, records and resumes', async () => {
    script = contradictingWriter(computeFacts(await readExample('nurse'), { resources: builtInResources() }));
    const dir = join(folder, 'works');
    mkdirSync(dir);
    writeFileSync(join(dir, '.env'), `OPENAI_API_KEY=${KEY}\n`, { mode: 0o600 });
    const from = server.calls.length;
    const more = ['--run', 'run', '--record', 'rec', '--out', 'out', '--format', 'md,html,json', '--json'];
    const result = await runCommand(['report', ...given, '--model', 'openai:m', ...more], {
      env: { OPENAI_BASE_URL: server.url },
      cwd: dir,
    });
    expect(result.code).toBe(0);
    expect(server.calls[from]?.headers.authorization).toBe(`Bearer ${KEY}`);
    rmSync(join(dir, '.env'));
    const bytes = bytesOf(dir);
    expect(bytes.length).toBeGreaterThan(20_000);
    expectNoKey(result.stdout + result.stderr + bytes);
    expectNoKey(
      server.calls
        .slice(from)
        .map((call) => call.raw)
        .join('\n'),
    );
  });

  it('is taken from no flag', async () => {
    const { code, stderr } = await runCommand(['report', ...given, '--api-key', KEY]);
    expect(code).toBe(2);
    expect(stderr).toContain("unknown option '--api-key'");
  });
});

describe.skipIf(process.platform === 'win32')('a .env that others may read', () => {
  const warning = /others may read it \(mode \d+\), expected mode 600/;

  it.each([
    [0o644, true],
    [0o604, true],
    [0o640, true],
    [0o600, false],
    [0o400, false],
  ])('of mode %o is warned of: %s', async (mode, warned) => {
    const cwd = mkdtempSync(join(folder, 'env-'));
    const path = join(cwd, '.env');
    writeFileSync(path, `OPENAI_API_KEY=${KEY}\n`);
    chmodSync(path, mode);
    const { code, stdout, stderr } = await runCommand(['models'], { cwd });
    expect({ code, warned: warning.test(stderr) }).toEqual({ code: 0, warned });
    expectNoKey(stdout + stderr);
    expect((await runCommand(['models', '--quiet'], { cwd })).stderr).toBe('');
  });

  it('is warned of by report too', async () => {
    const cwd = mkdtempSync(join(folder, 'env-'));
    writeFileSync(join(cwd, '.env'), `OPENAI_API_KEY=${KEY}\n`, { mode: 0o644 });
    const { code, stderr } = await runCommand(['report', ...given], { cwd });
    expect(code).toBe(0);
    expect(stderr).toMatch(warning);
  });

  it('is nobody else’s business where it holds no key', async () => {
    const cwd = mkdtempSync(join(folder, 'env-'));
    writeFileSync(join(cwd, '.env'), 'GAPWRIGHT_CONCURRENCY=2\nOPENAI_API_KEY=\n', { mode: 0o644 });
    expect((await runCommand(['models'], { cwd })).stderr).toBe('');
  });
});

describe('--out', () => {
  it('is the only folder that is written to', async () => {
    const cwd = mkdtempSync(join(folder, 'out-'));
    mkdirSync(join(cwd, 'here'));
    const { code } = await runCommand(
      ['report', ...given, '--out', 'here/report', '--format', 'md,html,json'],
      { cwd },
    );
    expect(code).toBe(0);
    expect(readdirSync(cwd, { recursive: true }).sort()).toEqual([
      'here',
      'here/report',
      'here/report/skill-gap-report.html',
      'here/report/skill-gap-report.json',
      'here/report/skill-gap-report.md',
    ]);
  });
});
