import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { readResume } from '../../../src/input/resumes/read-resume.ts';
import { runPdfWorker } from '../../../src/input/resumes/run-pdf-worker.ts';
import { HOSTILE, pdfBomb } from '../../resume/support/hostile-documents.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gapwright-hostile-'));
});
afterAll(() => rm(dir, { recursive: true }));

/** What reading may add to the memory of the process, in megabytes, garbage included. */
const MOST_MEMORY = 400;

describe('hostile documents end in a clear error', () => {
  it.each(HOSTILE)('$name', async ({ file, make, found }) => {
    const path = join(dir, file);
    await writeFile(path, await make());
    const before = process.memoryUsage.rss();
    const error = await readResume(path).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(InputError);
    const { message, issues } = error as InputError;
    expect(message.replaceAll(`${dir}/`, '')).toMatch(found);
    expect(issues).toHaveLength(1);
    expect((process.memoryUsage.rss() - before) / 1e6).toBeLessThan(MOST_MEMORY);
  });
});

describe('a PDF that never ends', () => {
  it('is stopped by the clock', async () => {
    await expect(runPdfWorker(pdfBomb(40), 'slow.pdf', { seconds: 0.05 })).rejects.toMatchObject({
      code: 'input',
      message: 'cannot read slow.pdf: found a PDF that takes more than 0.05 s to read, expected a plain one',
    });
  });

  it('is stopped by its memory', async () => {
    await expect(runPdfWorker(pdfBomb(300), 'big.pdf', { megabytes: 100 })).rejects.toMatchObject({
      code: 'input',
      message:
        'cannot read big.pdf: found a PDF that takes more than 100 MB of memory to read, expected a plain one',
    });
  });
});
