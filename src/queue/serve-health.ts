import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from '../errors.ts';
import type { WorkerMetrics } from './open-metrics.ts';
import type { QueueWorker } from './open-worker.ts';

export interface HealthServer {
  /** As it can be asked: `http://127.0.0.1:9464`. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves `/healthz` (the process lives), `/readyz` (it takes jobs) and `/metrics`. No request changes anything.
 * @throws {UsageError} where the port cannot be had
 */
export async function serveHealth(
  worker: Pick<QueueWorker, 'isReady'>,
  metrics: Pick<WorkerMetrics, 'contentType' | 'print'>,
  { port, host = '127.0.0.1' }: { port: number; host?: string },
): Promise<HealthServer> {
  const pages: Readonly<Record<string, () => Promise<[status: number, type: string, text: string]>>> = {
    '/healthz': async () => [200, 'text/plain', 'ok\n'],
    '/readyz': async () =>
      worker.isReady() ? [200, 'text/plain', 'ready\n'] : [503, 'text/plain', 'not ready\n'],
    '/metrics': async () => [200, metrics.contentType, await metrics.print()],
  };
  const server = createServer(async (request, response) => {
    const page = pages[(request.url ?? '/').split('?')[0] ?? '/'];
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const [status, type, text]: [number, string, string] = !page
      ? [404, 'text/plain', 'expected /healthz, /readyz or /metrics\n']
      : !isRead
        ? [405, 'text/plain', 'expected GET\n']
        : await page().catch(() => [500, 'text/plain', 'failed\n']);
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(request.method === 'HEAD' ? undefined : text);
  });
  await listen(server, port, host);
  const { address, port: bound, family } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new UsageError(
          `cannot offer metrics at ${host}:${port}: found ${cause.code ?? cause.message}, expected a free port of this machine: name another (--metrics-port, --metrics-host)`,
          { cause },
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
}
