import type { ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type Script, type ScriptedServer, startScriptedServer } from './scripted-server.ts';

/** What a client can ask of files and batches. */
export type BatchStep = 'upload' | 'files' | 'content' | 'delete' | 'create' | 'list' | 'retrieve';

/** What the server does in the place of its answer. */
export type BatchFault =
  | 'reset'
  /** Half of the answer, then the connection breaks. */
  | 'half'
  | 'hang'
  | { status: number; message?: string; code?: string; headers?: Record<string, string> };

export interface ScriptedBatch {
  id: string;
  /** 0 for the first one. */
  index: number;
  endpoint: string;
  metadata: Record<string, string>;
  input: string;
  lines: readonly { custom_id: string; method: string; url: string; body: unknown; raw: string }[];
  /** Statuses that are still to come; the first is in force. */
  course: string[];
  created_at: number;
  errors?: { code?: string; message: string; line?: number }[];
  output?: string;
  error?: string;
}

/** What becomes of a request: `missing` stands in neither file. */
export type LineFate = 'answer' | 'expired' | 'missing' | { status: number; message: string };

export interface BatchScript {
  /** Statuses of a batch, one for each time that it is looked at. */
  course?: (batch: ScriptedBatch) => string[];
  fate?: (line: { custom_id: string; index: number }, batch: ScriptedBatch) => LineFate;
  errors?: (batch: ScriptedBatch) => ScriptedBatch['errors'];
  /** Called before a step is done; `count` from 1 for each kind of step. */
  before?: (step: BatchStep, count: number) => BatchFault | undefined;
  /** Called once it is done, and before the answer. */
  after?: (step: BatchStep, count: number) => BatchFault | undefined;
}

export interface ScriptedBatches extends ScriptedServer {
  files: Map<string, { filename: string; content: Buffer; purpose: string }>;
  batches: ScriptedBatch[];
  /** Everything that was uploaded, in order, also what was deleted. */
  uploads: string[];
}

/** An OpenAI-compatible server with files and batches, whose time is counted in looks at a batch. */
export async function startScriptedBatches(
  script: Script,
  {
    course = () => ['validating', 'in_progress', 'finalizing', 'completed'],
    fate = () => 'answer',
    errors = () => undefined,
    before = () => undefined,
    after = () => undefined,
  }: BatchScript = {},
): Promise<ScriptedBatches> {
  const files: ScriptedBatches['files'] = new Map();
  const batches: ScriptedBatch[] = [];
  const uploads: string[] = [];
  const counts = new Map<string, number>();
  let [fileCount, clock] = [0, Math.floor(Date.now() / 1000)];

  const keep = (filename: string, content: Buffer, purpose: string) => {
    fileCount += 1;
    const id = `file-${fileCount}`;
    files.set(id, { filename, content, purpose });
    return id;
  };
  const fileObject = (id: string) => {
    const file = files.get(id);
    return (
      file && {
        id,
        object: 'file',
        bytes: file.content.length,
        created_at: clock,
        filename: file.filename,
        purpose: file.purpose,
        status: 'processed',
      }
    );
  };
  const batchObject = (batch: ScriptedBatch) => ({
    id: batch.id,
    object: 'batch',
    endpoint: batch.endpoint,
    input_file_id: batch.input,
    completion_window: '24h',
    status: batch.course[0],
    created_at: batch.created_at,
    output_file_id: batch.output ?? null,
    error_file_id: batch.error ?? null,
    metadata: batch.metadata,
    errors: batch.errors ? { object: 'list', data: batch.errors } : null,
    request_counts: {
      total: batch.lines.length,
      completed: batch.output ? batch.lines.length : 0,
      failed: 0,
    },
  });

  const server = await startScriptedServer(script, {
    async extend({ request, response, path }, complete) {
      const found = stepOf(request.method ?? '', path);
      if (found === undefined) return false;
      const { step, id } = found;
      const count = (counts.get(step) ?? 0) + 1;
      counts.set(step, count);
      const fault = before(step, count);
      if (fault !== undefined) return commit(fault, response, '');
      const finish = async (batch: ScriptedBatch) => {
        const [good, bad]: [object[], object[]] = [[], []];
        for (const [index, line] of batch.lines.entries()) {
          const what = fate({ custom_id: line.custom_id, index }, batch);
          const head = { id: `batch_req_${index}`, custom_id: line.custom_id };
          if (what === 'missing') continue;
          if (what === 'expired')
            bad.push({ ...head, response: null, error: { code: 'batch_expired', message: 'not in time' } });
          else if (what === 'answer') {
            const { status, body } = await complete(JSON.stringify(line.body), line.url);
            const answer = {
              ...head,
              response: { status_code: status, request_id: `req-${index}`, body },
              error: null,
            };
            (status < 300 ? good : bad).push(answer);
          } else
            bad.push({
              ...head,
              response: {
                status_code: what.status,
                request_id: 'r',
                body: { error: { message: what.message } },
              },
              error: null,
            });
        }
        // The real one gives them in no order.
        const lines = (all: object[]) =>
          Buffer.from(
            all
              .reverse()
              .map((one) => `${JSON.stringify(one)}\n`)
              .join(''),
          );
        if (good.length > 0) batch.output = keep('output.jsonl', lines(good), 'batch_output');
        if (bad.length > 0) batch.error = keep('error.jsonl', lines(bad), 'batch_output');
      };

      let answer: unknown;
      switch (step) {
        case 'upload': {
          const form = await new Response(new Uint8Array(await buffer(request)), {
            headers: { 'content-type': request.headers['content-type'] ?? '' },
          }).formData();
          const file = form.get('file') as File;
          const content = Buffer.from(await file.arrayBuffer());
          uploads.push(content.toString());
          answer = fileObject(keep(file.name, content, String(form.get('purpose'))));
          break;
        }
        case 'files':
          answer = { object: 'list', data: [...files.keys()].map(fileObject).reverse(), has_more: false };
          break;
        case 'content': {
          const file = files.get(id);
          if (!file) return commit({ status: 404, message: `No such File object: ${id}` }, response, '');
          const late = after(step, count);
          if (late !== undefined) return commit(late, response, file.content.toString());
          response.writeHead(200, { 'content-type': 'application/octet-stream' });
          response.end(file.content);
          return true;
        }
        case 'delete':
          if (!files.delete(id))
            return commit({ status: 404, message: `No such File object: ${id}` }, response, '');
          answer = { id, object: 'file', deleted: true };
          break;
        case 'create': {
          const body = JSON.parse((await buffer(request)).toString());
          const file = files.get(body.input_file_id);
          if (!file) return commit({ status: 400, message: 'No such File object' }, response, '');
          clock += 1;
          const batch: ScriptedBatch = {
            id: `batch_${batches.length + 1}`,
            index: batches.length,
            endpoint: body.endpoint,
            metadata: body.metadata ?? {},
            input: body.input_file_id,
            lines: file.content
              .toString()
              .trimEnd()
              .split('\n')
              .map((raw) => ({ ...JSON.parse(raw), raw })),
            course: [],
            created_at: clock,
          };
          batch.course = course(batch);
          batches.push(batch);
          answer = batchObject(batch);
          break;
        }
        case 'list': {
          const newest = [...batches].reverse();
          const from =
            1 +
            newest.findIndex(
              (one) => one.id === new URL(request.url ?? '', 'http://x').searchParams.get('after'),
            );
          // Pages of two, so that pages are turned.
          const page = newest.slice(from, from + 2);
          answer = { object: 'list', data: page.map(batchObject), has_more: from + 2 < newest.length };
          break;
        }
        case 'retrieve': {
          const batch = batches.find((one) => one.id === id);
          if (!batch) return commit({ status: 404, message: `No such batch: ${id}` }, response, '');
          if (batch.course.length > 1) {
            batch.course.shift();
            if (batch.course.length === 1) {
              const wrong = errors(batch);
              if (wrong) batch.errors = wrong;
              if (batch.course[0] !== 'failed') await finish(batch);
            }
          }
          answer = batchObject(batch);
          break;
        }
      }
      const text = JSON.stringify(answer);
      const late = after(step, count);
      if (late !== undefined) return commit(late, response, text);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(text);
      return true;
    },
  });
  return { ...server, files, batches, uploads };
}

function stepOf(method: string, path: string): { step: BatchStep; id: string } | undefined {
  const [, kind, id = '', rest] = /^\/(files|batches)(?:\/([^/]+))?(\/content)?$/.exec(path) ?? [];
  if (kind === undefined) return undefined;
  const name = `${method} ${kind}${id === '' ? '' : '/id'}${rest ?? ''}`;
  const steps: Record<string, BatchStep> = {
    'POST files': 'upload',
    'GET files': 'files',
    'GET files/id/content': 'content',
    'DELETE files/id': 'delete',
    'POST batches': 'create',
    'GET batches': 'list',
    'GET batches/id': 'retrieve',
  };
  const step = steps[name];
  return step && { step, id };
}

function commit(fault: BatchFault, response: ServerResponse, text: string): true {
  if (fault === 'hang') return true;
  if (fault === 'reset') response.socket?.resetAndDestroy();
  else if (fault === 'half') {
    response.writeHead(200, { 'content-length': Buffer.byteLength(text) });
    response.write(text.slice(0, text.length / 2), () => response.socket?.resetAndDestroy());
  } else {
    response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers });
    response.end(
      JSON.stringify({ error: { message: fault.message ?? 'no', code: fault.code ?? null, type: 'x' } }),
    );
  }
  return true;
}
