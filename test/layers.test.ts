import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

/** What each layer may import, besides itself. `schemas`, `errors` and `version` are free to all. */
const MAY_SEE: Readonly<Record<string, readonly string[]>> = {
  schemas: [],
  errors: [],
  version: [],
  'json-schema-of': [],
  settings: [],
  config: ['settings'],
  skills: [],
  resources: [],
  // Words of reports as data.
  language: [],
  facts: ['skills', 'language'],
  // Text to a resume: pure.
  resume: ['skills'],
  input: ['resume'],
  output: [],
  // Both write values as the facts do.
  check: ['skills', 'facts/format', 'language'],
  render: ['facts/format', 'language'],
  // A user's look of reports, read from files.
  theme: ['input', 'render'],
  sections: ['facts', 'language'],
  model: [],
  draft: ['sections', 'check', 'model', 'render', 'language'],
  // Fields that a model proposes, held against the document.
  propose: ['model', 'resume', 'skills', 'facts', 'draft'],
  findings: ['check'],
  fix: ['check', 'facts/format'],
  testing: [
    'check',
    'facts',
    'input',
    'resources',
    'findings',
    'draft',
    'model',
    'render',
    'write-report',
    'evaluate',
  ],
  record: ['model'],
  run: ['draft', 'sections'],
  telemetry: ['draft', 'model'],
  // Pure numbers: no clock, no chance but a seed.
  statistics: [],
  // Sources of the market -> role profiles.
  market: ['input', 'skills', 'statistics'],
  // A user's skills and resources over the built-in ones.
  catalog: ['input', 'skills', 'facts', 'resources'],
  evaluate: [
    'findings',
    'statistics',
    'facts',
    'resources',
    'sections',
    'draft',
    'check',
    'model',
    'render',
    'input',
    'record',
    'run',
    'write-report',
  ],
  'write-report': [
    'facts',
    'resources',
    'sections',
    'draft',
    'check',
    'model',
    'render',
    'telemetry',
    'language',
  ],
  progress: ['facts', 'sections', 'render'],
  // A page on this machine, and the server behind it.
  studio: [
    'resume',
    'input',
    'market',
    'skills',
    'facts',
    'sections',
    'draft',
    'check',
    'model',
    'render',
    'write-report',
  ],
  batch: ['facts', 'sections', 'input', 'output', 'render'],
  // A batch whose model answers within a day.
  'provider-batch': ['batch', 'model', 'record', 'sections'],
  // Bytes under keys, written once.
  store: [],
  // A batch over several processes.
  queue: [
    'store',
    'batch',
    'catalog',
    'facts',
    'resources',
    'sections',
    'draft',
    'model',
    'input',
    'render',
    'write-report',
  ],
  index: [
    'store',
    'queue',
    'language',
    'studio',
    'theme',
    'provider-batch',
    'catalog',
    'batch',
    'progress',
    'resume',
    'propose',
    'facts',
    'resources',
    'skills',
    'sections',
    'draft',
    'check',
    'model',
    'render',
    'input',
    'write-report',
    'json-schema-of',
    'findings',
    'fix',
    'record',
    'run',
    'telemetry',
    'statistics',
    'market',
    'evaluate',
  ],
  cli: [
    'store',
    'queue',
    'language',
    'studio',
    'theme',
    'catalog',
    'resume',
    'propose',
    'batch',
    'provider-batch',
    'progress',
    'market',
    'skills',
    'evaluate',
    'statistics',
    'config',
    'facts',
    'resources',
    'sections',
    'draft',
    'check',
    'model',
    'render',
    'input',
    'output',
    'write-report',
    'json-schema-of',
    'index',
    'findings',
    'fix',
    'record',
    'run',
    'telemetry',
  ],
};
const FREE = ['schemas', 'errors', 'version'];

function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}

/** The layer of a file: its folder under src, or its own name where it lies in src. */
function layerOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  if (first === 'schemas') return 'schemas';
  return second.endsWith('.ts') ? second.replace(/\.ts$/, '') : second;
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) =>
    relative(root, resolve(root, dirname(file), match[1] ?? '')),
  );
}

const files = [...listFiles('src'), ...listFiles('schemas')];

describe('layers point one way', () => {
  it('knows the layer of every file', () => {
    expect(files.length).toBeGreaterThan(50);
    expect([...new Set(files.map(layerOf))].filter((layer) => !(layer in MAY_SEE))).toEqual([]);
  });

  it('lets no file import from a layer above its own', () => {
    const wrong = files.flatMap((file) => {
      const layer = layerOf(file);
      const seen = MAY_SEE[layer] ?? [];
      return importsOf(file)
        .filter((target) => target.endsWith('.ts'))
        .filter((target) => {
          const other = layerOf(target);
          if (other === layer || FREE.includes(other) || seen.includes(other)) return false;
          return !seen.some((allowed) => target === `src/${allowed}.ts`);
        })
        .map((target) => `${file} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps Node out of what runs in a browser', () => {
    const wrong = files
      .filter((file) => ['check', 'facts', 'skills', 'sections', 'schemas'].includes(layerOf(file)))
      .filter((file) => /from 'node:|\bprocess\.|\bBuffer\b/.test(readFileSync(join(root, file), 'utf8')));
    expect(wrong).toEqual([]);
  });

  it('lets only cli.ts end the process', () => {
    const wrong = files.filter(
      (file) =>
        file !== 'src/cli.ts' && /process\.(?:exit\b|exitCode)/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });
});
