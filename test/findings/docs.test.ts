import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
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
  return stdout.replaceAll(`a${folder}/`, 'a/').replaceAll(`b${folder}/`, 'b/').replaceAll(`${folder}/`, '');
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
  it.each(runs.map(({ marker, value }) => [marker, value] as const))(
    'shows what %s prints',
    async (command, shown) => {
      expect(await print(command)).toBe(shown);
    },
  );

  it('shows at least one command for each part', () => {
    expect(runs.length).toBeGreaterThanOrEqual(6);
    for (const { value } of runs) expect(value).not.toBe('');
  });

  it('shows a library snippet that runs and finds and mends the same', async () => {
    const [, snippet = ''] = /<!-- snippet -->\n```js\n([\s\S]*?)```/.exec(docs) ?? [];
    const file = join(folder, 'snippet.mjs');
    writeFileSync(
      file,
      snippet.replace("'gapwright'", `'${new URL('../../src/index.ts', import.meta.url).href}'`),
    );
    const { stdout } = await promisify(execFile)(process.execPath, [file], { cwd: folder });
    const diff = await print('check report.md --facts facts.json --fix');
    expect(stdout).toContain('report.md:3:1 error');
    expect(stdout).toContain('report.md:7:1 warning');
    expect(stdout).toContain(diff);
  }, 20_000);
});
