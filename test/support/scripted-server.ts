import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { completionBody, responseBody } from './completion-body.ts';

/** One request for a completion, as the server got it. */
export interface ScriptedCall {
  /** 0 for the first one. */
  index: number;
  path: string;
  headers: IncomingHttpHeaders;
  /** The body's bytes as text, for greps. */
  raw: string;
  body: CompletionRequest;
  /** The name of the JSON schema that the reply is to fit. */
  schemaName: string | undefined;
  section: string | undefined;
  purpose: string | undefined;
}

export interface CompletionRequest {
  model: string;
  messages: { role: string; content: string }[];
  temperature?: number;
  max_tokens?: number;
  max_completion_tokens?: number;
  response_format?: { type: string; json_schema?: { name: string; strict?: boolean; schema: unknown } };
  [key: string]: unknown;
}

/** What the server does with one request. Without any field it is a good completion with the content `{}`. */
export interface ScriptedReply {
  /** The assistant's text; an object is sent as its JSON. */
  content?: string | object | null;
  refusal?: string;
  finishReason?: string;
  /** Null leaves the counts out. */
  usage?: { prompt_tokens: number; completion_tokens: number } | null;
  /** Before the first byte. */
  latencyMs?: number;
  status?: number;
  headers?: Record<string, string>;
  /** An error body in OpenAI's form. */
  error?: { message: string; type?: string; code?: string | number | null; param?: string | null };
  /** The body as it stands, in place of a completion. */
  body?: string;
  contentType?: string;
  /**
   * `reset`: the connection breaks before a byte. `reset-mid-body`: after half of the body. `truncated`: half of the
   * body as if it were all. `hang`: no byte ever. `dribble`: a byte at a time, for ever.
   */
  fault?: 'reset' | 'reset-mid-body' | 'truncated' | 'hang' | 'dribble';
}

export type Script = (call: ScriptedCall) => ScriptedReply | Promise<ScriptedReply>;

export interface ScriptedServer {
  /** The base URL for an OpenAI client, ending in `/v1`. */
  url: string;
  /** Requests for completions, in the order in which they came. */
  calls: readonly ScriptedCall[];
  /** Every request with its method and path, also those that are no calls for a completion. */
  requests: readonly string[];
  close(): Promise<void>;
}

export interface ScriptedServerOptions {
  /** The models that `GET /v1/models` lists. */
  models?: readonly string[];
  /** Says what a request is about. By default from a schema's name such as `repair_roadmap`. */
  identify?: (body: CompletionRequest) => { section?: string; purpose?: string };
}

/** Starts an OpenAI-compatible server on a free port of 127.0.0.1, whose replies the script decides. */
export async function startScriptedServer(
  script: Script,
  { models = ['scripted-model'], identify = identifyBySchema }: ScriptedServerOptions = {},
): Promise<ScriptedServer> {
  const calls: ScriptedCall[] = [];
  const requests: string[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    requests.push(`${request.method} ${path}`);
    if (request.method === 'GET' && path === '/v1/models') {
      const data = models.map((id) => ({ id, object: 'model', created: 0, owned_by: 'scripted' }));
      sendJson(response, 200, { object: 'list', data });
      return;
    }
    const isResponses = path === '/v1/responses';
    if (request.method !== 'POST' || !(path === '/v1/chat/completions' || isResponses)) {
      sendJson(response, 404, { error: { message: `no such path: ${path}`, type: 'invalid_request_error' } });
      return;
    }
    const raw = await readText(request);
    const body = JSON.parse(raw) as CompletionRequest;
    const call: ScriptedCall = {
      index: calls.length,
      path,
      headers: request.headers,
      raw,
      body,
      schemaName: body.response_format?.json_schema?.name,
      section: undefined,
      purpose: undefined,
      ...identify(body),
    };
    calls.push(call);
    try {
      await perform(await script(call), call, response, isResponses, timers);
    } catch (error) {
      // A script that throws (a failed expectation) must not look like a fault of the client.
      sendJson(response, 418, { error: { message: `the script failed: ${String(error)}`, type: 'script' } });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    calls,
    requests,
    close: () =>
      new Promise((resolve, reject) => {
        for (const timer of timers) clearTimeout(timer);
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

async function perform(
  reply: ScriptedReply,
  call: ScriptedCall,
  response: ServerResponse,
  isResponses: boolean,
  timers: Set<NodeJS.Timeout>,
): Promise<void> {
  const { fault, latencyMs = 0, status = reply.error === undefined ? 200 : 400 } = reply;
  if (latencyMs > 0) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, latencyMs);
      timers.add(timer);
    });
  }
  if (fault === 'hang') return;
  if (fault === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const json = isResponses ? responseBody(reply, call) : completionBody(reply, call);
  const body = reply.body ?? JSON.stringify(reply.error === undefined ? json : { error: reply.error });
  response.writeHead(status, {
    'content-type': reply.contentType ?? (body.startsWith('<') ? 'text/html' : 'application/json'),
    'x-request-id': `req_${call.index}`,
    ...(fault === 'reset-mid-body' ? { 'content-length': Buffer.byteLength(body) } : {}),
    ...reply.headers,
  });
  const half = body.slice(0, Math.floor(body.length / 2));
  if (fault === 'reset-mid-body') {
    response.write(half, () => response.socket?.resetAndDestroy());
  } else if (fault === 'dribble') {
    const timer = setInterval(() => response.write(' '), 10);
    timers.add(timer);
    response.on('close', () => clearInterval(timer));
  } else {
    response.end(fault === 'truncated' ? half : body);
  }
}

function identifyBySchema(body: CompletionRequest): { section?: string; purpose?: string } {
  const name = body.response_format?.json_schema?.name;
  const [, purpose, section] = /^(section|repair|probe)[_-](.+)$/.exec(name ?? '') ?? [];
  if (purpose !== undefined && section !== undefined) return { purpose, section };
  return name === undefined ? {} : { section: name };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}
