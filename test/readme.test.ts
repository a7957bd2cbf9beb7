import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { SECTIONS } from '../src/sections/index.ts';
import { examplePaths } from './support/read-example.ts';
import { runCommand } from './support/run-command.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'gapwright-readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The block behind a marker comment. */
function block(marker: string): string {
  const match = new RegExp(`<!-- ${marker} -->\\n\`\`\`\\w*\\n([\\s\\S]*?)\`\`\``).exec(readme);
  if (!match?.[1]) throw new Error(`README has no block behind <!-- ${marker} -->`);
  return match[1];
}

describe('README', () => {
  it('shows a library snippet that runs and prints what it says', async () => {
    const index = pathToFileURL(join(root, 'src/index.ts')).href;
    const file = join(folder, 'snippet.mjs');
    writeFileSync(file, block('snippet').replace("'gapwright'", `'${index}'`));
    const { stdout } = await promisify(execFile)(process.execPath, [file], { cwd: root });
    expect(stdout).toBe(block('snippet output'));
  });

  it('quotes the report as it is', async () => {
    const [, command = '', quote = ''] = /<!-- output: (.+?) -->\n> (.+)\n/.exec(readme) ?? [];
    const argv = command.split(' ').map((word) => (word.startsWith('examples/') ? join(root, word) : word));
    expect((await runCommand(argv)).stdout).toContain(quote);
  });

  it('quotes the check as it is', async () => {
    const [, text = ''] = /<!-- check: (.+?) -->/.exec(readme) ?? [];
    const { resume = '', role = '' } = examplePaths('nurse');
    const { stdout } = await runCommand(
      ['check', '-', '--resume', resume, '--role', role, '--date', '2026-11-24'],
      { stdin: text },
    );
    for (const line of block(`check: ${text}`).trim().split('\n')) expect(stdout).toContain(line);
  });

  it('names files that exist', () => {
    for (const [, path = ''] of readme.matchAll(/\]\((docs\/[^)]+)\)/g))
      expect(() => readFileSync(join(root, path.replace(/\/$/, '/skill-polarity.md'))), path).not.toThrow();
  });

  it('has a prompt for each section', () => {
    for (const { id } of SECTIONS)
      expect(readFileSync(join(root, `prompts/${id}.md`), 'utf8')).toContain(`id: ${id}`);
  });
});
