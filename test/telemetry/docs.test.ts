import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computeFacts } from '../../src/facts/index.ts';
import { providers } from '../../src/model/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { SECTIONS } from '../../src/sections/index.ts';
import { splitModelId } from '../../src/telemetry/provider-names.ts';
import { DATE, examplePaths, readExample } from '../support/read-example.ts';
import { startScriptedServer } from '../support/scripted-server.ts';
import { contradictingWriter } from '../support/scripted-writer.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const doc = readFileSync(join(root, 'docs/telemetry.md'), 'utf8');
const { resume = '', role = '' } = examplePaths('nurse');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gapwright-telemetry-doc-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('docs/telemetry.md', () => {
  it('has an SDK that shows the spans on stderr', async () => {
    const [, code = ''] = /```js\n(\/\/ otel-stderr\.mjs\n[\s\S]*?)```/.exec(doc) ?? [];
    const script = join(folder, 'otel-stderr.mjs');
    writeFileSync(script, code);
    const sheet = computeFacts(await readExample('nurse'), { resources: builtInResources() });
    const server = await startScriptedServer(contradictingWriter(sheet));
    const args = [
      ...['--import', pathToFileURL(script).href, join(root, 'src/cli.ts')],
      ...['report', '--resume', resume, '--role', role, '--date', DATE],
      ...['--model', 'openai:scripted-model', '--telemetry', '--quiet'],
    ];
    const env = {
      PATH: process.env.PATH,
      OPENAI_BASE_URL: server.url,
      OPENAI_API_KEY: 'sk-0123456789abcdef',
    };
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { env, cwd: folder });
    await server.close();
    expect(stdout).toContain('# Skill Gap Report');
    const spans = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const count = (name: RegExp) => spans.filter((span) => name.test(span.name)).length;
    expect(count(/^chat scripted-model$/)).toBe(2 * SECTIONS.length);
    expect(count(/^gapwright section /)).toBe(SECTIONS.length);
    expect(count(/^gapwright report$/)).toBe(1);
    expect(spans.at(-1)).not.toHaveProperty('parent');
  });

  const source = ['attributes', 'trace-model', 'trace-report']
    .map((file) => readFileSync(join(root, `src/telemetry/${file}.ts`), 'utf8'))
    .join('\n');
  const names = [
    ...new Set([...source.matchAll(/'((?:gen_ai|gapwright|error|http)\.[\w.]+)'/g)].map(([, name]) => name)),
  ];
  it.each(names)('names %s', (name) => {
    // Those of the report stand for the sections' as well.
    expect(doc).toContain(`\`${name}\``);
  });

  it('names nothing that is not there', () => {
    const told = [...doc.matchAll(/`((?:gen_ai|gapwright|error|http)\.[\w.]*\w)`/g)].map(([, name]) => name);
    expect(told.length).toBeGreaterThan(30);
    expect([...new Set(told)].filter((name) => !names.includes(name) && name !== 'gen_ai.system')).toEqual(
      [],
    );
  });

  it.each(providers.map(({ prefix }) => prefix))('names the provider of %s', (prefix) => {
    expect(doc).toContain(`\`${splitModelId(`${prefix}:m`).provider}\``);
  });

  it('names every fault', () => {
    const errors = readFileSync(join(root, 'src/errors.ts'), 'utf8');
    const [, union = ''] = /export type ModelFault =([\s\S]*?);/.exec(errors) ?? [];
    const faults = [...union.matchAll(/'([\w-]+)'/g)].map(([, fault]) => fault);
    expect(faults.length).toBeGreaterThan(10);
    expect(faults.filter((fault) => !doc.includes(`\`${fault}\``))).toEqual([]);
  });
});
