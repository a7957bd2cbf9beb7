import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { completionBody, completionEvents, responseBody } from './completion-body.ts';

/** One request for a completion, as the server got it. */
export interface ScriptedCall {
  /** 0 for the first one. */
  index: number;
  path: string;
  headers: IncomingHttpHeaders;
  /** The body's bytes as text, for greps. */
  raw: string;
  body: CompletionRequest;
  /** With the query. */
  url: string;
  /** The name of the JSON schema that the reply is to fit, however it was sent. */
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
  tools?: { type: string; function: { name: string; parameters: unknown } }[];
  tool_choice?: unknown;
  stream?: boolean;
  [key: string]: unknown;
}

/** What the server does with one request. Without any field it is a good completion with the content `{}`. */
export interface ScriptedReply {
  /** The assistant's text; an object is sent as its JSON. */
  content?: string | object | null;
  refusal?: string;
  finishReason?: string;
  /** Null leaves the counts out. */
  usage?: {
    prompt_tokens: number;
    completion_tokens: number;
    prompt_tokens_details?: { cached_tokens: number };
  } | null;
  /** Answers in a text although a tool call is asked for. */
  ignoresTools?: boolean;
  /** Between the pieces of a streamed reply. */
  pieceMs?: number;
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
   * body (of a stream: half of its pieces) as if it were all. `hang`: no byte ever. `dribble`: a byte at a time, for
   * ever.
   */
  fault?: 'reset' | 'reset-mid-body' | 'truncated' | 'hang' | 'dribble';
}

export type Script = (call: ScriptedCall) => ScriptedReply | Promise<ScriptedReply>;

export interface ScriptedServer {
  /** The base URL for an OpenAI client, ending in `/v1` or the base path. */
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
  /** Where the API lies; Azure has it elsewhere. */
  basePath?: string;
  /** Key and certificate, for a server that speaks TLS. */
  tls?: { key: string; cert: string };
  /** Says what a request is about. By default from a schema's name such as `repair` or `repair_roadmap`, and the prompt's heading. */
  identify?: (body: CompletionRequest) => { section?: string; purpose?: string };
  /** Answers paths of its own and says so; `complete` has the script answer a request's body. */
  extend?: (
    exchange: { request: IncomingMessage; response: ServerResponse; path: string },
    complete: (raw: string, path: string) => Promise<{ status: number; body: unknown }>,
  ) => Promise<boolean>;
  /** Keeps no calls, for runs of many thousands. */
  forgetful?: boolean;
}

/** Starts an OpenAI-compatible server on a free port of 127.0.0.1, whose replies the script decides. */
export async function startScriptedServer(
  script: Script,
  {
    models = ['scripted-model'],
    basePath = '/v1',
    tls,
    identify = identifyBySchema,
    extend,
    forgetful = false,
  }: ScriptedServerOptions = {},
): Promise<ScriptedServer> {
  const calls: ScriptedCall[] = [];
  const requests: string[] = [];
  let count = 0;
  const timers = new Set<NodeJS.Timeout>();
  const enter = (raw: string, path: string, headers: IncomingHttpHeaders, url: string): ScriptedCall => {
    const body = JSON.parse(raw) as CompletionRequest;
    const call: ScriptedCall = {
      index: count,
      path,
      headers,
      raw,
      body,
      url,
      schemaName: schemaNameOf(body),
      section: undefined,
      purpose: undefined,
      ...identify(body),
    };
    count += 1;
    if (!forgetful) calls.push(call);
    return call;
  };
  const complete = async (raw: string, path: string) => {
    const call = enter(raw, path, {}, path);
    const reply = await script(call);
    if (reply.error !== undefined) return { status: reply.status ?? 400, body: { error: reply.error } };
    const body = path.endsWith('/responses') ? responseBody(reply, call) : completionBody(reply, call);
    return { status: reply.status ?? 200, body };
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (!forgetful) requests.push(`${request.method} ${path}`);
    try {
      if (await extend?.({ request, response, path: path.slice(basePath.length) }, complete)) return;
    } catch (error) {
      sendJson(response, 418, { error: { message: `the script failed: ${String(error)}`, type: 'script' } });
      return;
    }
    if (request.method === 'GET' && path === `${basePath}/models`) {
      const data = models.map((id) => ({ id, object: 'model', created: 0, owned_by: 'scripted' }));
      sendJson(response, 200, { object: 'list', data });
      return;
    }
    const isResponses = path === `${basePath}/responses`;
    if (request.method !== 'POST' || !(path === `${basePath}/chat/completions` || isResponses)) {
      sendJson(response, 404, { error: { message: `no such path: ${path}`, type: 'invalid_request_error' } });
      return;
    }
    const raw = await readText(request);
    const call = enter(raw, path, request.headers, request.url ?? '');
    try {
      await perform(await script(call), call, response, isResponses, timers);
    } catch (error) {
      // A script that throws (a failed expectation) must not look like a fault of the client.
      sendJson(response, 418, { error: { message: `the script failed: ${String(error)}`, type: 'script' } });
    }
  };
  const server = tls === undefined ? createServer(answer) : createSecureServer(tls, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}${basePath}`,
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
      const timer = setTimeout(() => {
        timers.delete(timer);
        resolve();
      }, latencyMs);
      timers.add(timer);
    });
  }
  if (fault === 'hang') return;
  if (fault === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (call.body.stream && !isResponses && reply.body === undefined && status === 200) {
    await stream(reply, call, response);
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

async function stream(reply: ScriptedReply, call: ScriptedCall, response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'x-request-id': `req_${call.index}` });
  const events = completionEvents(reply, call);
  const isHalf = reply.fault === 'truncated' || reply.fault === 'reset-mid-body';
  for (const event of isHalf ? events.slice(0, events.length / 2) : events) {
    // Also in between: whatever is written at once may arrive at once.
    await new Promise((resolve) => setTimeout(resolve, reply.pieceMs ?? 0));
    response.write(event);
  }
  if (reply.fault === 'reset-mid-body') response.socket?.resetAndDestroy();
  else response.end();
}

/** From the schema itself, the tool that carries it, or the words that stand for both. */
function schemaNameOf(body: CompletionRequest): string | undefined {
  return (
    body.response_format?.json_schema?.name ??
    (body.text as { format?: { name?: string } } | undefined)?.format?.name ??
    body.tools?.[0]?.function.name ??
    /JSON Schema \(([\w-]+)\):/.exec(body.messages?.at(-1)?.content ?? '')?.[1]
  );
}

/** By a schema's name, else by the heading that the prompts give a section. */
function identifyBySchema(body: CompletionRequest): { section?: string; purpose?: string } {
  const name = schemaNameOf(body);
  const [, purpose, section] = /^(section|repair|probe)(?:[_-](.+))?$/.exec(name ?? '') ?? [];
  const heading = /^Section: (.+)$/m.exec(textOf(body))?.[1];
  const about = section ?? heading?.toLowerCase().replace(/[^a-z0-9]+/g, '_');
  if (purpose !== undefined) return { purpose, ...(about !== undefined && { section: about }) };
  return name === undefined ? {} : { section: name };
}

/** The prompt, as a chat completion or the Responses API has it. */
export function textOf({ messages, input }: CompletionRequest): string {
  const parts = (messages ?? input ?? []) as { content: string | { text: string }[] }[];
  return parts
    .map(({ content }) =>
      typeof content === 'string' ? content : content.map(({ text }) => text).join('\n'),
    )
    .join('\n');
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
