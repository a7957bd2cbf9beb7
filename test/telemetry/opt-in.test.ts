import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computeFacts } from '../../src/facts/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { openTelemetry } from '../../src/telemetry/index.ts';
import { DATE, examplePaths, readExample } from '../support/read-example.ts';
import { type ScriptedServer, startScriptedServer } from '../support/scripted-server.ts';
import { perfectWriter } from '../support/scripted-writer.ts';
import { registerSdk } from './capture-spans.ts';

const program = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const { resume = '', role = '' } = examplePaths('nurse');

/** Node's own word on every module that is asked for; and the package is not there. */
const WITHOUT_PACKAGE = `
import { registerHooks } from 'node:module';
registerHooks({
  resolve(specifier, context, next) {
    if (!specifier.startsWith('@opentelemetry/')) return next(specifier, context);
    process.stderr.write('asked for ' + specifier + '\\n');
    throw Object.assign(new Error('Cannot find package ' + specifier), { code: 'ERR_MODULE_NOT_FOUND' });
  },
});
`;

let folder = '';
let server: ScriptedServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gapwright-telemetry-'));
  writeFileSync(join(folder, 'without.mjs'), WITHOUT_PACKAGE);
  const sheet = computeFacts(await readExample('nurse'), { resources: builtInResources() });
  server = await startScriptedServer(perfectWriter(sheet));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the program as a process of its own, without the package unless told otherwise. */
function run(more: readonly string[], { hasPackage = false } = {}) {
  const node = hasPackage ? [] : ['--import', pathToFileURL(join(folder, 'without.mjs')).href];
  const args = [...node, program, 'report', '--resume', resume, '--role', role, '--date', DATE, ...more];
  const env = {
    PATH: process.env.PATH,
    OPENAI_BASE_URL: server.url,
    OPENAI_API_KEY: 'sk-secret-0123456789abcdef',
  };
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, args, { env, cwd: folder }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : error.code, stdout, stderr }),
    );
  });
}

describe('without --telemetry', () => {
  it.each([
    ['offline', []],
    ['with a model', ['--model', 'openai:scripted-model']],
  ])('%s: no OpenTelemetry package is looked for', async (_, more) => {
    const { code, stdout, stderr } = await run(more);
    expect(stderr).not.toContain('asked for');
    expect(code).toBe(0);
    expect(stdout).toContain('# Skill Gap Report');
  });
});

describe('with --telemetry', () => {
  it('and without the package, it ends before anything is asked, with the command that installs it', async () => {
    const before = server.calls.length;
    const { code, stdout, stderr } = await run(['--telemetry', '--model', 'openai:scripted-model']);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('asked for @opentelemetry/api\n');
    expect(stderr).toContain(
      'cannot trace: found no usable package @opentelemetry/api, expected it beside gapwright. Install it with: npm install @opentelemetry/api',
    );
    expect(server.calls.length).toBe(before);
  });

  it('and without an SDK, it says that nobody gets the spans, and writes the report', async () => {
    const { code, stdout, stderr } = await run(['--telemetry'], { hasPackage: true });
    expect(stderr).toContain(
      'warning: --telemetry has no effect: found no OpenTelemetry SDK in this process',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('# Skill Gap Report');
  });
});

describe('hasSdk', () => {
  it('follows what is registered', async () => {
    const telemetry = await openTelemetry();
    expect(telemetry.hasSdk).toBe(false);
    const sdk = registerSdk();
    expect(telemetry.hasSdk).toBe(true);
    expect((await openTelemetry()).hasSdk).toBe(true);
    sdk.unregister();
    expect(telemetry.hasSdk).toBe(false);
  });
});
