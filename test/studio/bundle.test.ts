import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { bundlePage } from '../../src/studio/bundle-page.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const doc = readFileSync(join(root, 'docs/studio.md'), 'utf8');

describe('the bundle of the page', () => {
  it('is of the size that docs/studio.md says, and carries no schemas', async () => {
    const { script, style } = await bundlePage();
    const [, megabytes = ''] = /The script is some ([\d.]+) MB/.exec(doc) ?? [];
    expect(Math.abs(Buffer.byteLength(script) / 1e6 - Number(megabytes))).toBeLessThan(0.1);
    expect(script).not.toContain('ZodError');
    expect(style.length).toBeGreaterThan(5000);
    expect(style).not.toMatch(/@import|url\(/);
  });
});

it('runs the snippet of docs/studio.md', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gapwright-studio-'));
  try {
    const block = (marker: string) =>
      new RegExp(`<!-- ${marker} -->\\n\`\`\`\\w*\\n([\\s\\S]*?)\`\`\``).exec(doc)?.[1] ?? '';
    const file = join(folder, 'snippet.mjs');
    const index = pathToFileURL(join(root, 'src/index.ts')).href;
    writeFileSync(file, block('studio snippet').replace("'gapwright'", `'${index}'`));
    const { stdout } = await promisify(execFile)(process.execPath, [file]);
    expect(stdout).toBe(block('studio snippet output'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('is told step by step as the page has them', async () => {
  const page = readFileSync(join(root, 'src/studio/page/steps.tsx'), 'utf8');
  const [, list = ''] = /STEPS = \[([^\]]+)\]/.exec(page) ?? [];
  const steps = [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name);
  expect([...doc.matchAll(/^\d\. \*\*(.+?)\.\*\*/gm)].map(([, name]) => name)).toEqual(steps);
});
