import type { Resource } from '../../schemas/index.ts';
import { DEFAULT_HOURS, type HoursTable } from '../facts/index.ts';
import { builtInResources } from '../resources/built-in-resources.ts';
import { builtInCatalog, type Catalog, indexCatalog } from '../skills/index.ts';
import { BUILT_IN, type CatalogIssue } from './catalog-issue.ts';
import { findFaults } from './find-faults.ts';
import { mergeSkills } from './merge-skills.ts';
import type { NamedCatalogFile } from './read-catalog-files.ts';

/** All that a user's catalog changes, merged over what ships with the program. */
export interface MergedCatalog {
  catalog: Catalog;
  resources: readonly Resource[];
  hoursTable: HoursTable;
  issues: CatalogIssue[];
}

/** Merges files over the built-in catalog. With an issue of severity error it must not be used. */
export function mergeCatalog(files: readonly NamedCatalogFile[]): MergedCatalog {
  const { entries, issues } = mergeSkills(builtInCatalog(), files);
  const owner = new Map(
    files.flatMap(({ file, value }) => (value.skills ?? []).map(({ name }) => [name, file] as const)),
  );
  const faults = findFaults(entries, (name) => owner.get(name) ?? BUILT_IN);
  const { resources, issues: replaced } = mergeResources(files);
  return {
    catalog: indexCatalog(entries),
    resources,
    hoursTable: Object.assign(
      {},
      DEFAULT_HOURS,
      ...files.map(({ value }) => value.hours ?? {}),
    ) as HoursTable,
    issues: [...issues, ...faults, ...replaced],
  };
}

/** The user's resources before the built-in ones; of two with one title and provider the later stands. */
function mergeResources(files: readonly NamedCatalogFile[]): {
  resources: Resource[];
  issues: CatalogIssue[];
} {
  const keyOf = ({ title, provider }: Resource) => `${title.toLowerCase()}|${provider.toLowerCase()}`;
  const issues: CatalogIssue[] = [];
  const byKey = new Map(
    builtInResources().map((resource) => [keyOf(resource), { resource, from: BUILT_IN }]),
  );
  for (const { file, value } of files) {
    for (const resource of value.resources ?? []) {
      const known = byKey.get(keyOf(resource));
      if (known)
        issues.push({
          severity: 'warning',
          code: 'replaced',
          file,
          message: `${resource.title} by ${resource.provider} takes the place of the entry in the ${known.from}`,
        });
      byKey.set(keyOf(resource), { resource, from: file });
    }
  }
  return { resources: [...byKey.values()].map(({ resource }) => resource), issues };
}
