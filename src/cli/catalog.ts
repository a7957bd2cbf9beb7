import { catalogCheck } from './catalog/check.ts';
import { catalogImport } from './catalog/import.ts';
import type { CliGroup } from './command.ts';

/** `gapwright catalog`: catalogs of one's own. */
export const catalogCommands: CliGroup = {
  name: 'catalog',
  summary: 'check a catalog of your own, import one from CSV',
  commands: [catalogCheck, catalogImport],
};
