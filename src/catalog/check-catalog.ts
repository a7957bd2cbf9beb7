import { builtInResources } from '../resources/built-in-resources.ts';
import { builtInCatalog } from '../skills/index.ts';
import { BUILT_IN, type CatalogIssue } from './catalog-issue.ts';
import { findFaults, findResourceFaults } from './find-faults.ts';
import { mergeCatalog } from './merge-catalog.ts';
import type { NamedCatalogFile } from './read-catalog-files.ts';

/** What a check of a catalog says, and what it looked at. */
export interface CatalogCheck {
  skills: number;
  resources: number;
  issues: CatalogIssue[];
}

/**
 * Checks files merged over the built-in catalog, or the built-in one alone: circles, spellings with two owners, relations
 * to nothing, resources for unknown skills, dates of costs. `today` is `YYYY-MM-DD`.
 */
export function checkCatalog(files: readonly NamedCatalogFile[], today: string): CatalogCheck {
  if (files.length === 0) {
    const catalog = builtInCatalog();
    const resources = builtInResources();
    return {
      skills: catalog.entries.length,
      resources: resources.length,
      issues: [
        ...findFaults(catalog.entries, () => BUILT_IN),
        ...findResourceFaults(resources, catalog, BUILT_IN, today),
      ],
    };
  }
  const { catalog, resources, issues } = mergeCatalog(files);
  return {
    skills: catalog.entries.length,
    resources: resources.length,
    issues: [
      ...issues,
      ...files.flatMap(({ file, value }) => findResourceFaults(value.resources ?? [], catalog, file, today)),
    ],
  };
}
