import { setTimeout as wait } from 'node:timers/promises';
import { UsageError } from '../errors.ts';
import { checkKey } from './check-key.ts';
import { explainStoreError } from './explain-store-error.ts';
import type { ReportStore } from './report-store.ts';

export interface S3StoreOptions {
  bucket: string;
  /** Stands before every key, with its slash. */
  prefix?: string;
  /** Another server than Amazon's; the bucket is then in the path. */
  endpoint?: string;
  region?: string;
}

/** Times that a write is tried while the server says that another one of the same key is under way. */
const CONFLICTS = 10;

/**
 * Keeps each key as an object of an S3-compatible server, which has to know `If-None-Match: *`. Credentials come from
 * where the AWS SDK finds them.
 * @throws {UsageError} where the optional package is not there, with the command that installs it
 */
export async function openS3Store(options: S3StoreOptions): Promise<ReportStore> {
  const s3 = await import('@aws-sdk/client-s3').catch((cause: unknown) => {
    throw new UsageError(
      'cannot keep reports in S3: found no usable package @aws-sdk/client-s3, expected it beside gapwright. Install it with: npm install @aws-sdk/client-s3',
      { cause },
    );
  });
  const { bucket: Bucket, prefix: before = '', endpoint, region } = options;
  const address = `s3://${Bucket}/${before}`;
  const client = new s3.S3Client({
    // Other servers do not all know the checksums that Amazon's takes.
    ...(endpoint !== undefined && {
      endpoint,
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED' as const,
      responseChecksumValidation: 'WHEN_REQUIRED' as const,
    }),
    ...(region !== undefined && { region }),
  });
  const at = (key: string) => ({ Bucket, Key: before + checkKey(key) });
  /** Undefined where the server answers with this status. */
  const unless = async <T>(status: number, answer: Promise<T>): Promise<T | undefined> => {
    try {
      return await answer;
    } catch (error) {
      if (statusOf(error) === status) return undefined;
      throw explainStoreError(address, error);
    }
  };
  return {
    address,
    async put(key, bytes) {
      const object = { ...at(key), Body: bytes, IfNoneMatch: '*' };
      for (let attempt = 1; ; attempt += 1) {
        try {
          await client.send(new s3.PutObjectCommand(object));
          return true;
        } catch (error) {
          if (statusOf(error) === 412) return false;
          // Two writers at once: whose object stands is known once the other's write has ended.
          if (statusOf(error) !== 409 || attempt === CONFLICTS) throw explainStoreError(address, error);
          await wait(attempt * 50);
        }
      }
    },
    async get(key) {
      const found = await unless(404, client.send(new s3.GetObjectCommand(at(key))));
      return found?.Body?.transformToByteArray();
    },
    async has(key) {
      return (await unless(404, client.send(new s3.HeadObjectCommand(at(key))))) !== undefined;
    },
    async *list(prefix = '') {
      try {
        for await (const page of s3.paginateListObjectsV2({ client }, { Bucket, Prefix: before + prefix }))
          for (const { Key } of page.Contents ?? []) if (Key !== undefined) yield Key.slice(before.length);
      } catch (error) {
        throw explainStoreError(address, error);
      }
    },
    async remove(key) {
      await unless(404, client.send(new s3.DeleteObjectCommand(at(key))));
    },
  };
}

const statusOf = (error: unknown) =>
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
