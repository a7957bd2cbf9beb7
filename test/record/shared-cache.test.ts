import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { Recording } from '../../src/record/index.ts';

const script = fileURLToPath(new URL('cache-process.ts', import.meta.url));
const run = promisify(execFile);

it('is shared by processes that run at the same time', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'gapwright-cache-'));
  try {
    const outputs = await Promise.all(
      ['a', 'b', 'c'].map((name) => run(process.execPath, [script, dir, name])),
    );
    const results = outputs.map(({ stdout }) => JSON.parse(stdout) as { calls: number; texts: string[] });
    for (const { texts } of results) {
      for (let item = 0; item < 40; item++) {
        expect(texts[2 * item]).toMatch(new RegExp(`^item ${item} [abc]$`));
        expect(Number(texts[2 * item + 1])).toBeGreaterThan(100_000);
      }
    }
    const names = await readdir(dir);
    // One file for each item, every one whole, and nothing temporary left.
    expect(names).toHaveLength(40);
    for (const name of names) Recording.parse(JSON.parse(await readFile(join(dir, name), 'utf8')));
    const last = await run(process.execPath, [script, dir, 'd']);
    expect(JSON.parse(last.stdout)).toMatchObject({ calls: 0 });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}, 60_000);
