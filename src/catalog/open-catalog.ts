import { InputError } from '../errors.ts';
import type { CatalogIssue } from './catalog-issue.ts';
import { type MergedCatalog, mergeCatalog } from './merge-catalog.ts';
import { readCatalogFiles } from './read-catalog-files.ts';

/**
 * Reads the catalog of a folder, merged over the built-in one. The result fits into the options of `computeFacts` and
 * `writeReport`.
 * @returns with warnings, each complete and to be printed as it is: what was replaced, moved or odd
 * @throws InputError where a file is wrong, or the whole is (circles, spellings with two owners, relations to nothing)
 */
export async function openCatalog(
  dir: string,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<Omit<MergedCatalog, 'issues'> & { warnings: string[] }> {
  const { files, warnings } = await readCatalogFiles(dir, options);
  const { issues, ...merged } = mergeCatalog(files);
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw toError(dir, errors);
  return {
    ...merged,
    warnings: [
      ...warnings.map(({ message }) => message),
      ...issues.map(({ file, message }) => `${file}: ${message}`),
    ],
  };
}

function toError(dir: string, errors: readonly CatalogIssue[]): InputError {
  const lines = errors.slice(0, 10).map(({ file, message }) => `${file}: ${message}`);
  const more = errors.length - lines.length;
  if (more > 0) lines.push(`and ${more} more`);
  return new InputError(dir, `cannot use the catalog ${dir}: ${lines.join('\n  ')}`);
}
