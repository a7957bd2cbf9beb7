import { request as httpRequest } from 'node:http';
import { type StudioOptions, startStudio } from '../../../src/studio/index.ts';
import { readEvents } from '../../../src/studio/page/read-events.ts';
import type { StudioEvent } from '../../../src/studio/studio-event.ts';
import { DATE } from '../../support/read-example.ts';

/** An answer to a request as it was sent, header by header. */
export interface RawAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

export interface TestStudio {
  url: string;
  origin: string;
  port: number;
  token: string;
  openOnce(): string;
  /** Asks as the page does. */
  ask(
    path: string,
    init?: { body?: unknown; method?: string; headers?: Record<string, string> },
  ): Promise<Response>;
  /** Asks with these headers and no others; the path is sent as it is. */
  raw(
    path: string,
    init?: { method?: string; headers?: Record<string, string>; body?: string },
  ): Promise<RawAnswer>;
  /** Begins a report and follows it to its end. */
  write(order: object): Promise<{ id: string; events: StudioEvent[] }>;
  follow(id: string, from?: number): Promise<StudioEvent[]>;
  close(): Promise<void>;
}

/** Starts a studio on a free port. */
export async function openStudio(options: StudioOptions = {}): Promise<TestStudio> {
  const studio = await startStudio({ date: DATE, ...options });
  const { origin, port, hash } = new URL(studio.url);
  const token = hash.slice(1);
  const ask: TestStudio['ask'] = (path, { body, headers, method } = {}) =>
    fetch(`${origin}/api/${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { origin, authorization: `Bearer ${token}`, ...headers },
      ...(body !== undefined && {
        body:
          typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
      }),
    });
  const follow: TestStudio['follow'] = async (id, from = -1) => {
    const events: StudioEvent[] = [];
    const response = await ask(`reports/${id}/events`, { headers: { 'last-event-id': String(from) } });
    for await (const { data } of readEvents(response)) events.push(JSON.parse(data) as StudioEvent);
    return events;
  };
  return {
    url: studio.url,
    origin,
    port: Number(port),
    token,
    openOnce: studio.openOnce,
    ask,
    follow,
    raw: (path, { method = 'GET', headers = {}, body } = {}) =>
      new Promise((resolve, reject) => {
        const request = httpRequest(
          { host: '127.0.0.1', port: Number(port), path, method, setHost: false, headers },
          (response) => {
            let text = '';
            response.setEncoding('utf8');
            response.on('data', (piece: string) => {
              text += piece;
            });
            response.on('end', () =>
              resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
            );
          },
        );
        request.on('error', reject);
        request.end(body);
      }),
    write: async (order) => {
      const response = await ask('reports', { body: order });
      if (response.status !== 201) throw new Error(`no report was begun: ${await response.text()}`);
      const { id } = (await response.json()) as { id: string };
      return { id, events: await follow(id) };
    },
    close: studio.close,
  };
}
