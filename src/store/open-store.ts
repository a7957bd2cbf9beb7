import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { openFolderStore } from './folder-store.ts';
import type { ReportStore } from './report-store.ts';

/**
 * Opens the store at an address: `s3://bucket/prefix`, with `?endpoint=URL` for another server than Amazon's and
 * `&region=NAME`, or the path of a folder, taken from `cwd`.
 * @throws {UsageError} for an address of another kind, or where the optional package for S3 is not there
 */
export async function openStore(
  address: string,
  { cwd = process.cwd() }: { cwd?: string } = {},
): Promise<ReportStore> {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(address)) return openFolderStore(resolve(cwd, address));
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const bucket = url?.hostname ?? '';
  const prefix = (url?.pathname ?? '').replace(/^\/+|\/+$/g, '');
  const unknown = [...(url?.searchParams.keys() ?? [])].filter((name) => !OPTIONS.includes(name));
  if (url?.protocol !== 's3:' || bucket === '' || url.username !== '' || unknown.length > 0)
    throw new UsageError(
      `cannot use the store ${address.replace(/\/\/[^/@]*@/, '//***@')}: expected a folder or s3://bucket/prefix, with ?endpoint=URL and &region=NAME where needed; credentials come from the environment`,
    );
  const { openS3Store } = await import('./s3-store.ts');
  const [endpoint, region] = OPTIONS.map((name) => url.searchParams.get(name));
  return openS3Store({
    bucket,
    ...(prefix !== '' && { prefix: `${decodeURIComponent(prefix)}/` }),
    ...(endpoint && { endpoint }),
    ...(region && { region }),
  });
}

const OPTIONS = ['endpoint', 'region'];
