import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { OutputError } from '../../src/errors.ts';
import { openRunFolder } from '../../src/run/index.ts';
import { type Death, Died, dyingFileSystem } from './support/dying-file-system.ts';
import { drafted, manifest, SECTION_IDS } from './support/fixture.ts';

const root = mkdtempSync(join(tmpdir(), 'gapwright-crash-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const never = Number.POSITIVE_INFINITY;

/** Begins and keeps the three sections one after the other; gives those whose `put` came back, and what stopped it. */
async function keepAll(dir: string, at: number, death: Death) {
  const world = dyingFileSystem(at, death);
  const put: string[] = [];
  let error: unknown;
  try {
    const folder = await openRunFolder(dir, { fileSystem: world.fileSystem, isAlive: () => false });
    try {
      await folder.begin(manifest());
      for (const id of SECTION_IDS) {
        if ((await folder.get(id)) === undefined) await folder.put(id, drafted(id));
        put.push(id);
      }
    } finally {
      await folder.close();
    }
  } catch (cause) {
    error = cause;
  }
  await world.bury();
  return { put, error, operations: world.operations };
}

/** All names beneath a folder. */
const namesIn = (dir: string) => readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort();
const whole = [
  'manifest.json',
  'sections',
  ...SECTION_IDS.map((id) => join('sections', `${id}.json`)),
].sort();

/** Goes on as a later process and looks at what there is. */
async function goOn(dir: string, put: readonly string[]) {
  const { fileSystem } = dyingFileSystem(never);
  const folder = await openRunFolder(dir, { fileSystem, isAlive: () => false });
  await folder.begin(manifest());
  const kept = [];
  for (const id of SECTION_IDS) {
    const found = await folder.get(id);
    if (found === undefined) continue;
    kept.push(id);
    expect(found).toEqual(drafted(id));
  }
  expect(kept).toEqual(expect.arrayContaining([...put]));
  expect(kept.length - put.length).toBeLessThanOrEqual(1);
  expect(folder.progress()).toEqual({ earlier: kept.length, kept: kept.length, total: 3 });
  for (const id of SECTION_IDS) if (!kept.includes(id)) await folder.put(id, drafted(id));
  await folder.close();
  expect(namesIn(dir)).toEqual(whole);
}

describe.each(['before', 'torn'] as const)('a process that dies (%s) at any step', (death) => {
  it('leaves each section kept whole or not at all, and a later one goes on', async () => {
    const { operations } = await keepAll(join(root, `${death}-whole`), never, death);
    expect(operations.length).toBeGreaterThan(40);
    for (const at of operations.keys()) {
      const dir = join(root, death, `at-${at}`);
      const { put, error } = await keepAll(dir, at, death);
      // The last steps are those of `close`, which makes nothing of a lock that stays.
      if (put.length < 3) expect((error as Error).cause ?? error, `${at}`).toBeInstanceOf(Died);
      await goOn(dir, put);
    }
  });

  it('and so it goes when the one that goes on dies, too', async () => {
    const half = async (dir: string) => {
      const { operations } = await keepAll(dir, never, death);
      return operations.lastIndexOf('rename') - 2;
    };
    const at = await half(join(root, `${death}-count`));
    const first = join(root, `${death}-template`);
    const { put } = await keepAll(first, at, death);
    expect(put.length).toBe(2);
    for (let step = 0; ; step += 1) {
      const dir = join(root, `${death}-again`, `at-${step}`);
      await keepAll(dir, at, death);
      const again = await keepAll(dir, step, death);
      await goOn(dir, again.put.length > 0 ? again.put : put);
      if (again.operations.length <= step) break;
    }
  });
});

describe('a full disk at any step', () => {
  it('is an OutputError with the way out, and loses nothing that was kept', async () => {
    const { operations } = await keepAll(join(root, 'full-whole'), never, 'fails');
    let errors = 0;
    for (const [at, operation] of operations.entries()) {
      const dir = join(root, 'full', `at-${at}`);
      const { put, error } = await keepAll(dir, at, 'fails');
      if (error !== undefined) {
        errors += 1;
        expect((error as Error).message, `${at} ${operation}`).toMatch(
          /^cannot (keep|go on).*found "no space left on device" \(ENOSPC\).*--run DIR/,
        );
        if (operation === 'write') expect(error).toBeInstanceOf(OutputError);
      }
      // Only removing what is not needed any more may fail unseen.
      else expect(operation).toMatch(/^(rm|readFile)$/);
      await goOn(dir, put);
    }
    expect(errors).toBeGreaterThan(30);
  });

  it('leaves no half-written file behind', async () => {
    const dir = join(root, 'tidy');
    const { operations } = await keepAll(join(root, 'tidy-count'), never, 'fails');
    const { put } = await keepAll(dir, operations.lastIndexOf('write'), 'fails');
    expect(put).toEqual(['summary', 'profile']);
    expect(namesIn(dir)).toEqual(whole.filter((name) => !name.includes('roadmap')));
  });
});

describe('the order of steps', () => {
  it('brings the bytes to the disk before the name, and the name before put comes back', async () => {
    const { operations } = await keepAll(join(root, 'order'), never, 'before');
    const last = operations.lastIndexOf('rename');
    expect(operations.slice(last - 4, last + 4)).toEqual([
      'open',
      'write',
      'sync',
      'close',
      'rename',
      'open',
      'sync',
      'close',
    ]);
  });
});
