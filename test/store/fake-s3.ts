import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collect } from './collect.ts';

export interface FakeS3 {
  url: string;
  objects: Map<string, Buffer>;
  /** Answers the next requests with these statuses, as a busy server does. */
  refuse(...statuses: number[]): void;
  close(): void;
}

/** As much of S3 as a store needs, for a bucket called `bucket`: conditional puts, pages of a list. */
export async function startFakeS3(pageSize = 2): Promise<FakeS3> {
  const objects = new Map<string, Buffer>();
  const refusals: number[] = [];
  const list = ({ searchParams }: URL, response: ServerResponse) => {
    const [prefix, after] = [searchParams.get('prefix') ?? '', searchParams.get('continuation-token') ?? ''];
    const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
    const page = keys.slice(0, pageSize);
    const more = keys.length > pageSize;
    const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
    const contents = page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('');
    response.end(`<ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${contents}</ListBucketResult>`);
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://s3');
    const key = decodeURIComponent(url.pathname.replace('/bucket/', ''));
    const body = Buffer.concat(await collect(request as AsyncIterable<Buffer>));
    const found = objects.get(key);
    const refusal = refusals.shift();
    if (refusal !== undefined) {
      response.writeHead(refusal).end(`<Error><Code>Refused${refusal}</Code></Error>`);
    } else if (url.searchParams.has('list-type')) list(url, response);
    else if (request.method === 'PUT') {
      const taken = found !== undefined && request.headers['if-none-match'] === '*';
      if (!taken) objects.set(key, body);
      response.writeHead(taken ? 412 : 200).end();
    } else if (request.method === 'DELETE') {
      objects.delete(key);
      response.writeHead(204).end();
    } else response.writeHead(found ? 200 : 404).end(request.method === 'HEAD' ? undefined : found);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    refuse: (...statuses) => void refusals.push(...statuses),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
