import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import * as nodeFiles from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AbortedError, OutputError } from '../../src/errors.ts';
import { type FileSystem, type OutputFile, writeOutput } from '../../src/output/write-output.ts';

let root: string;
let dir: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gapwright-output-'));
  dir = join(root, 'out');
});
afterEach(() => rmSync(root, { recursive: true }));

const files: OutputFile[] = [
  { name: 'report.md', content: '# Ä report\n' },
  { name: 'report.html', content: '<!doctype html>' },
  { name: 'chart.bin', content: new Uint8Array([0, 255, 7]) },
];

async function messageOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error('expected an error'),
    (fault: unknown) => fault,
  );
  if (!(error instanceof OutputError)) throw error;
  return error.message.replaceAll(root, '').replaceAll(/^cannot write (?:to )?/g, '');
}

describe('writeOutput', () => {
  it('makes the folder, writes every file and leaves nothing else', async () => {
    const paths = await writeOutput(join(dir, 'deep'), files);
    expect(paths).toEqual(files.map(({ name }) => join(dir, 'deep', name)));
    expect(readdirSync(join(dir, 'deep')).sort()).toEqual(['chart.bin', 'report.html', 'report.md']);
    expect(readFileSync(paths[0] ?? '', 'utf8')).toBe('# Ä report\n');
    expect([...readFileSync(paths[2] ?? '')]).toEqual([0, 255, 7]);
  });

  it('writes into an empty folder, also through a link', async () => {
    mkdirSync(dir);
    symlinkSync(dir, join(root, 'link'));
    await writeOutput(join(root, 'link'), files);
    expect(readdirSync(dir)).toHaveLength(3);
  });

  it('refuses a folder with something in it, and leaves it as it is', async () => {
    mkdirSync(dir);
    writeFileSync(join(dir, 'notes.txt'), 'mine');
    expect(await messageOf(writeOutput(dir, files))).toBe(
      '/out: found 1 entry in the folder, expected an empty one (--force writes anyway)',
    );
    expect(readdirSync(dir)).toEqual(['notes.txt']);
  });

  it('with force writes over files of the same names and leaves the others', async () => {
    mkdirSync(dir);
    writeFileSync(join(dir, 'notes.txt'), 'mine');
    writeFileSync(join(dir, 'report.md'), 'old and much longer than what comes in its place');
    await writeOutput(dir, files, { force: true });
    expect(readdirSync(dir).sort()).toEqual(['chart.bin', 'notes.txt', 'report.html', 'report.md']);
    expect(readFileSync(join(dir, 'report.md'), 'utf8')).toBe('# Ä report\n');
  });

  it('with force replaces a link, not the file that it leads to', async () => {
    mkdirSync(dir);
    writeFileSync(join(root, 'precious'), 'mine');
    symlinkSync(join(root, 'precious'), join(dir, 'report.md'));
    await writeOutput(dir, files, { force: true });
    expect(readFileSync(join(root, 'precious'), 'utf8')).toBe('mine');
    expect(readFileSync(join(dir, 'report.md'), 'utf8')).toBe('# Ä report\n');
  });

  it('can refuse only what stands in the way by name', async () => {
    mkdirSync(dir);
    writeFileSync(join(dir, 'notes.txt'), 'mine');
    await writeOutput(dir, files, { refuse: 'same-names' });
    expect(readdirSync(dir)).toHaveLength(4);
    expect(await messageOf(writeOutput(dir, files, { refuse: 'same-names' }))).toBe(
      '/out/report.md: found a file of that name, expected none (--force writes over it)',
    );
    await writeOutput(dir, files, { refuse: 'same-names', force: true });
  });

  it.each([false, true])('refuses a file in place of the folder (force: %s)', async (force) => {
    writeFileSync(dir, 'mine');
    const another = 'expected a folder, so name another folder (--out). Nothing was written.';
    expect(await messageOf(writeOutput(dir, files, { force }))).toBe(
      `/out: found a file of that name, ${another}`,
    );
    expect(await messageOf(writeOutput(join(dir, 'in'), files, { force }))).toBe(
      `/out/in: found a file in the path, ${another}`,
    );
    expect(readFileSync(dir, 'utf8')).toBe('mine');
  });

  it('refuses a folder in place of a file before it writes any', async () => {
    mkdirSync(join(dir, 'chart.bin'), { recursive: true });
    expect(await messageOf(writeOutput(dir, files, { force: true }))).toBe(
      '/out/chart.bin: found a folder of that name, expected a file or nothing',
    );
    expect(readdirSync(dir)).toEqual(['chart.bin']);
  });

  const bad = [
    '',
    '.',
    '..',
    '../a.md',
    '/etc/a.md',
    'a/b.md',
    'a\\b.md',
    'C:a.md',
    'a\0.md',
    ' a.md',
    'a.md ',
  ];
  it.each(bad)('refuses the file name %j', async (name) => {
    expect(await messageOf(writeOutput(dir, [{ name, content: '' }], { force: true }))).toBe(
      `/out: found the file name ${JSON.stringify(name)}, expected a name without a folder`,
    );
    expect(existsSync(dir)).toBe(false);
  });

  it('refuses two names that are one to some file systems', async () => {
    const twice = [
      { name: 'a.md', content: '' },
      { name: 'A.md', content: '' },
    ];
    expect(await messageOf(writeOutput(dir, twice))).toBe(
      '/out: found the file name "A.md" twice, expected different names',
    );
  });

  it('writes in its folder whatever the name is, or refuses', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 12 }), async (name) => {
        const target = join(root, 'any');
        const written = await writeOutput(target, [{ name, content: 'x' }]).catch((error: unknown) => error);
        if (Array.isArray(written)) expect(readdirSync(target)).toEqual([name]);
        else expect(written).toBeInstanceOf(OutputError);
        expect(readdirSync(root)).toEqual(existsSync(target) ? ['any'] : []);
        rmSync(target, { recursive: true, force: true });
      }),
      { numRuns: 50 },
    );
  });

  it.skipIf(process.getuid?.() === 0 && !canActAsNobody())(
    'without permission says so (skipped where the tests run as root for good)',
    async () => {
      mkdirSync(dir);
      chmodSync(root, 0o755);
      chmodSync(dir, 0o555);
      const message = await asNobody(() => messageOf(writeOutput(dir, files)));
      expect(message).toBe(
        '/out: found no permission, expected a folder that you may write to, so name another folder (--out). Nothing was written.',
      );
      expect(readdirSync(dir)).toEqual([]);
    },
  );

  it('stopped before it begins leaves nothing', async () => {
    const fault = writeOutput(dir, files, { signal: AbortSignal.abort() });
    await expect(fault).rejects.toThrow(AbortedError);
    await expect(fault).rejects.toThrow(`cannot write to ${dir}: stopped by the caller, nothing was written`);
    expect(existsSync(dir)).toBe(false);
  });

  it('stopped in the middle leaves nothing', async () => {
    const controller = new AbortController();
    const fileSystem = failing('write', 2, () => controller.abort());
    await expect(writeOutput(dir, files, { signal: controller.signal, fileSystem })).rejects.toThrow(
      AbortedError,
    );
    expect(readdirSync(root)).toEqual([]);
  });
});

describe('a full disk', () => {
  const message =
    '/out: found a full disk, expected room for the files: make some, or name another folder (--out). Nothing was written.';
  const noSpace = () => {
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  };
  it.each([
    ['write', 1],
    ['write', 3],
    ['sync', 2],
    ['rename', 1],
    ['rename', 3],
  ] as const)('at %s number %i leaves nothing', async (step, count) => {
    expect(await messageOf(writeOutput(dir, files, { fileSystem: failing(step, count, noSpace) }))).toBe(
      message,
    );
    expect(readdirSync(root)).toEqual([]);
  });

  it('leaves the files that were there', async () => {
    mkdirSync(dir);
    for (const { name } of files) writeFileSync(join(dir, name), 'old');
    const fileSystem = failing('sync', 3, noSpace);
    expect(await messageOf(writeOutput(dir, files, { force: true, fileSystem }))).toBe(message);
    expect(readdirSync(dir)).toHaveLength(3);
    for (const { name } of files) expect(readFileSync(join(dir, name), 'utf8')).toBe('old');
  });

  it('after the first replacement names what is new', async () => {
    mkdirSync(dir);
    for (const { name } of files) writeFileSync(join(dir, name), 'old');
    const fileSystem = failing('rename', 2, noSpace);
    expect(await messageOf(writeOutput(dir, files, { force: true, fileSystem }))).toBe(
      message.replace('Nothing was written.', 'Replaced before that: report.md.'),
    );
    expect(readdirSync(dir)).toHaveLength(3);
  });

  it('other faults of the system are told in its words', async () => {
    const fileSystem = failing('write', 1, () => {
      throw Object.assign(new Error('EIO: i/o error, write'), { code: 'EIO' });
    });
    expect(await messageOf(writeOutput(dir, files, { fileSystem }))).toBe(
      '/out: found a system error (EIO: i/o error, write), expected another folder (--out). Nothing was written.',
    );
  });

  it('for real leaves nothing (skipped where no small disk can be mounted)', async ({ skip }) => {
    const disk = join(root, 'disk');
    mkdirSync(disk);
    if (!mountSmallDisk(disk)) skip('no small disk can be mounted here');
    try {
      await writeOutput(join(disk, 'out'), files);
      const large = [...files, { name: 'large.html', content: 'x'.repeat(1_000_000) }];
      const fault = writeOutput(join(disk, 'out'), large, { force: true });
      await expect(fault).rejects.toThrow(OutputError);
      await expect(fault).rejects.toThrow(/found a full disk/);
      expect(readdirSync(join(disk, 'out')).sort()).toEqual(['chart.bin', 'report.html', 'report.md']);
      await expect(writeOutput(join(disk, 'new'), large)).rejects.toThrow(/found a full disk/);
      expect(readdirSync(disk)).toEqual(['out']);
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});

/** The real file system, but for one step that does something else the nth time. */
function failing(step: 'write' | 'sync' | 'rename', nth: number, action: () => void): FileSystem {
  let count = 0;
  const maybe = (current: string) => {
    if (current === step && ++count === nth) action();
  };
  return {
    ...nodeFiles,
    rename: async (from, to) => {
      maybe('rename');
      await nodeFiles.rename(from, to);
    },
    open: async (path, flags, mode) => {
      const file = await nodeFiles.open(path, flags, mode);
      return new Proxy(file, {
        get(target, name) {
          const value: unknown = Reflect.get(target, name, target);
          if (typeof value !== 'function') return value;
          return async (...args: unknown[]) => {
            if (name === 'writeFile') {
              // A full disk takes some of the bytes.
              await target.write('half');
              maybe('write');
            }
            if (name === 'sync') maybe('sync');
            return Reflect.apply(value, target, args);
          };
        },
      });
    },
  };
}

function mountSmallDisk(path: string): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function canActAsNobody(): boolean {
  try {
    process.seteuid?.(65534);
    process.seteuid?.(0);
    return true;
  } catch {
    return false;
  }
}

/** Root may write everywhere, so the test gives that up for the time being. */
async function asNobody<T>(action: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return action();
  process.seteuid?.(65534);
  try {
    return await action();
  } finally {
    process.seteuid?.(0);
  }
}
