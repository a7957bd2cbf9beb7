import type { Report } from '../../../schemas/report.ts';
import type { Resume } from '../../../schemas/resume.ts';
import type { Role } from '../../../schemas/role.ts';
import type { Style } from '../../sections/style.ts';
import type { Edit } from '../apply-edits.ts';
import type { ErrorBody } from '../explain-error.ts';
import type { FactsPreview } from '../preview-facts.ts';
import type { ReadResumeBody, ReadRoleBody } from '../read-upload.ts';
import { LAST_EVENTS, type StudioEvent } from '../studio-event.ts';
import type { StudioStart } from '../studio-start.ts';
import { readEvents } from './read-events.ts';

/** What the server refused, or that it does not answer. */
export class ApiError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** What a report is asked for with. */
export interface ReportOrder {
  resume: Resume;
  role: Role;
  writer: 'model' | 'offline';
  pronoun: Style['pronoun'];
  reader: Style['reader'];
  hoursPerWeek: number;
}

/** What a role is made of. */
export interface PostingsOrder {
  title: string;
  postings: readonly { name: string; text: string }[];
  /** What a bare $ stands for. */
  currency?: string;
}

export interface StudioApi {
  start(): Promise<StudioStart>;
  readResume(file: Blob, name: string): Promise<ReadResumeBody>;
  readRole(file: Blob, name: string): Promise<ReadRoleBody>;
  buildRole(order: PostingsOrder): Promise<ReadRoleBody>;
  preview(resume: Resume, role?: Role): Promise<FactsPreview>;
  begin(order: ReportOrder): Promise<{ id: string; warnings: readonly string[] }>;
  /** Tells each event once, through breaks of the connection, until the last one. */
  follow(id: string, onEvent: (event: StudioEvent) => void): Promise<void>;
  report(id: string): Promise<Report>;
  cancel(id: string): Promise<void>;
  drop(id: string): Promise<void>;
  file(id: string, format: string, edits: readonly Edit[]): Promise<Blob>;
}

/** Speaks with the server that gave the page. All methods throw an ApiError. */
export function openApi(token: string): StudioApi {
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    let response: Response;
    try {
      const headers = { authorization: `Bearer ${token}`, ...init.headers };
      response = await fetch(`/api/${path}`, { ...init, headers });
    } catch {
      throw new ApiError(
        'gone',
        'The studio does not answer any more. Start gapwright serve again, and open the address that it prints.',
      );
    }
    if (response.ok) return response;
    const body = (await response.json().catch(() => undefined)) as ErrorBody | undefined;
    throw new ApiError(
      body?.error.code ?? 'fault',
      body?.error.message ?? `The studio said ${response.status}.`,
    );
  };
  const json = async <T>(path: string, init?: RequestInit): Promise<T> => (await ask(path, init)).json();
  const post = <T>(path: string, body: unknown): Promise<T> =>
    json<T>(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  const upload = <T>(path: string, file: Blob, name: string): Promise<T> =>
    json<T>(path, {
      method: 'POST',
      body: file,
      headers: {
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(name.toWellFormed()),
      },
    });
  return {
    start: () => json('start'),
    readResume: (file, name) => upload('resume', file, name),
    readRole: (file, name) => upload('role', file, name),
    buildRole: (order) => post('role-of-postings', order),
    preview: (resume, role) => post('facts', { resume, role }),
    begin: (order) => post('reports', order),
    async follow(id, onEvent) {
      let last = -1;
      for (let breaks = 0; ; breaks += 1) {
        try {
          const response = await ask(`reports/${id}/events`, { headers: { 'last-event-id': String(last) } });
          for await (const { id: at, data } of readEvents(response)) {
            const event = JSON.parse(data) as StudioEvent;
            last = Number(at);
            breaks = 0;
            onEvent(event);
            if (LAST_EVENTS.includes(event.type)) return;
          }
        } catch (error) {
          const lost = error instanceof ApiError && error.code !== 'gone';
          if (lost || breaks >= MOST_BREAKS) throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, 300 * (breaks + 1)));
      }
    },
    report: (id) => json(`reports/${id}`),
    cancel: async (id) => {
      await post(`reports/${id}/cancel`, {});
    },
    drop: async (id) => {
      await ask(`reports/${id}`, { method: 'DELETE' });
    },
    file: async (id, format, edits) =>
      (
        await ask(`reports/${id}/files/${encodeURIComponent(format)}`, {
          method: 'POST',
          body: JSON.stringify({ edits }),
          headers: { 'content-type': 'application/json' },
        })
      ).blob(),
  };
}

/** Breaks of the connection in a row after which nobody waits any longer. */
const MOST_BREAKS = 4;
