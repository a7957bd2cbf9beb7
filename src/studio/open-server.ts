import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { AbortedError, UsageError } from '../errors.ts';
import { readExampleCases } from './example-cases.ts';
import { ReportJobs } from './jobs.ts';
import { loadPage } from './load-page.ts';
import { makeApp } from './make-app.ts';
import type { Studio, StudioOptions } from './studio-options.ts';
import { Ticket } from './ticket.ts';

/** The one address that is listened on: no other machine can reach it. */
const HOST = '127.0.0.1';
const AN_HOUR = 3_600_000;

/**
 * Opens the studio's server.
 * @throws UsageError where the port is taken, or the page cannot be had
 * @throws ModelError where the model cannot be opened
 * @throws AbortedError where the signal has fired before
 */
export async function openServer(options: StudioOptions): Promise<Studio> {
  const { port = 0, keepMs = AN_HOUR, signal } = options;
  const token = randomBytes(32).toString('base64url');
  const [page, examples, opened] = await Promise.all([
    loadPage(),
    readExampleCases(signal ?? new AbortController().signal),
    // What is wrong with its settings is better said now than after a resume has been dropped.
    options.openModel?.(),
  ]);
  if (signal?.aborted) throw new AbortedError('cannot start the studio: stopped by the caller');
  const jobs = new ReportJobs(options, keepMs);
  // The port is known only when the server listens, and no request comes before.
  const place = { port };
  const ticket = new Ticket();
  const model = opened?.id ?? 'offline';
  const app = makeApp({ token, place, page, ticket, jobs, examples, model, options, keepMs });
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(explainListen(cause, port)));
    server.listen(port, HOST, () => resolve());
  });
  place.port = (server.address() as AddressInfo).port;

  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= new Promise<void>((resolve) => {
      signal?.removeEventListener('abort', close);
      jobs.close();
      server.close(() => resolve());
      // Streams of events would keep it open for as long as a page is.
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
    return closing;
  };
  signal?.addEventListener('abort', close);
  const origin = `http://${HOST}:${place.port}`;
  return { url: `${origin}/#${token}`, openOnce: () => `${origin}/open/${ticket.give()}`, close };
}

function explainListen(cause: NodeJS.ErrnoException, port: number): UsageError {
  const found =
    cause.code === 'EADDRINUSE'
      ? 'another program on it'
      : cause.code === 'EACCES'
        ? 'no permission for it'
        : cause.message;
  return new UsageError(
    `cannot serve on port ${port}: found ${found}, expected a free port; say another --port, or none for any that is free`,
    { cause },
  );
}
