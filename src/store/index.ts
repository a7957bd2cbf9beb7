export { openFolderStore } from './folder-store.ts';
export { openMemoryStore } from './memory-store.ts';
export { openStore } from './open-store.ts';
export type { ReportStore } from './report-store.ts';
