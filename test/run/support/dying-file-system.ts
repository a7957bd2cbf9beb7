import * as nodeFiles from 'node:fs/promises';
import type { RunFileSystem } from '../../../src/run/index.ts';

/**
 * `before`: the process dies just before the operation. `torn`: it dies after it, in a write after half of the bytes.
 * `fails`: the operation alone fails with a full disk, and all goes on.
 */
export type Death = 'before' | 'torn' | 'fails';

export class Died extends Error {}

/** The real file system in which the operation number `at` goes wrong. Nothing is synced: that only takes time. */
export function dyingFileSystem(at: number, death: Death = 'before') {
  const operations: string[] = [];
  const handles = new Set<nodeFiles.FileHandle>();
  let dead = false;

  async function step<T>(
    name: string,
    act: () => Promise<T>,
    tear: () => Promise<unknown> = act,
  ): Promise<T> {
    if (dead) throw new Died();
    operations.push(name);
    if (operations.length - 1 !== at) return act();
    if (death === 'fails')
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', errno: -28 });
    dead = true;
    if (death === 'torn') await tear();
    throw new Died();
  }

  const plain =
    <A extends unknown[], T>(name: string, act: (...args: A) => Promise<T>) =>
    (...args: A): Promise<T> =>
      step(name, () => act(...args));

  const fileSystem = {
    link: plain('link', nodeFiles.link),
    mkdir: plain('mkdir', nodeFiles.mkdir as (...args: unknown[]) => Promise<unknown>),
    readdir: plain('readdir', nodeFiles.readdir as (...args: unknown[]) => Promise<unknown>),
    readFile: plain('readFile', nodeFiles.readFile as (...args: unknown[]) => Promise<unknown>),
    rename: plain('rename', nodeFiles.rename),
    rm: plain('rm', nodeFiles.rm),
    async open(...args: Parameters<typeof nodeFiles.open>) {
      const handle = await step('open', async () => {
        const opened = await nodeFiles.open(...args);
        handles.add(opened);
        return opened;
      });
      return {
        writeFile: (text: string) =>
          step(
            'write',
            () => handle.writeFile(text),
            () => handle.writeFile(text.slice(0, text.length / 2)),
          ),
        sync: () => step('sync', async () => {}),
        close: () =>
          step('close', async () => {
            handles.delete(handle);
            await handle.close();
          }),
      };
    },
  } as unknown as RunFileSystem;

  return {
    fileSystem,
    operations,
    /** What the system does when a process ends. */
    async bury() {
      await Promise.all([...handles].map((handle) => handle.close()));
    },
  };
}
