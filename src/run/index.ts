export { openRunFolder, type RunFolder, type RunFolderOptions } from './open-run-folder.ts';
export type { RunFileSystem } from './run-file-system.ts';
export type { Holder } from './run-lock.ts';
