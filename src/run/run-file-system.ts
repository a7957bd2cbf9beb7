import type * as nodeFiles from 'node:fs/promises';

/** What a run folder needs of the file system. */
export type RunFileSystem = Pick<
  typeof nodeFiles,
  'link' | 'mkdir' | 'open' | 'readdir' | 'readFile' | 'rename' | 'rm'
>;
