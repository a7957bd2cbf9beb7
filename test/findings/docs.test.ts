import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import * as gapwright from '../../src/index.ts';
import { DATE, examplePaths } from '../support/read-example.ts';
import { runCommand } from '../support/run-command.ts';

const page = fileURLToPath(new URL('../../docs/checking.md', import.meta.url));
const docs = readFileSync(page, 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'gapwright-docs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Block {
  /** What the comment above the block says. */
  marker: string;
  value: string;
  /** The block with its fences, as it stands in the page. */
  whole: string;
}

const blocks = (kind: string): Block[] =>
  [...docs.matchAll(new RegExp(`<!-- ${kind}: (.+?) -->\\n(\`\`\`\\w*\\n)([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([whole, marker = '', , value = '']) => ({ marker, value, whole }),
  );

const FILES = /^(?:report\.md|alone\.md|facts\.json|gapwright\.config\.yaml)$/;

/** What the page says that a command prints, with the folder of this test left out of the names. */
async function print(command: string): Promise<string> {
  const argv = command.split(' ').map((word) => (FILES.test(word) ? join(folder, word) : word));
  const { stdout } = await runCommand(argv);
  return stdout.replaceAll(`${folder}/`, '').replaceAll(`${folder.slice(1)}/`, '');
}

for (const { marker, value } of blocks('file')) writeFileSync(join(folder, marker), value);
const { resume = '', role = '' } = examplePaths('nurse');
const sheet = await runCommand(['facts', '--resume', resume, '--role', role, '--date', DATE]);
writeFileSync(join(folder, 'facts.json'), sheet.stdout);

const runs = blocks('run');

// With UPDATE=1 the page takes the output of the day; the diff is then to be read.
if (process.env.UPDATE) {
  let updated = docs;
  for (const { marker, value, whole } of runs) {
    const fence = whole.slice(0, whole.length - value.length - 3);
    updated = updated.replace(whole, `${fence}${await print(marker)}\`\`\``);
  }
  writeFileSync(page, updated);
}

describe('docs/checking.md', () => {
  it.each(runs.map(({ marker, value }) => [marker, value] as const))('shows what %s prints', async (command, shown) => {
    expect(await print(command)).toBe(shown);
  });

  it('shows at least one command for each part', () => {
    expect(runs.length).toBeGreaterThanOrEqual(6);
    for (const { value } of runs) expect(value).not.toBe('');
  });

  it('names what the package exports', () => {
    const [, names = ''] = /import \{ (.+?) \} from 'gapwright';/.exec(docs) ?? [];
    for (const name of names.split(', ')) expect(gapwright).toHaveProperty(name);
  });
});
