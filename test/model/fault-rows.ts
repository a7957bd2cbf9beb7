import type { ModelFault } from '../../src/errors.ts';
import { type ScriptedCall, type ScriptedReply, startScriptedServer } from '../support/scripted-server.ts';
import { selfSigned } from '../support/self-signed.ts';

/** A fault of an endpoint: how it is made, and what becomes of it. The table in docs/reliability.md is made of these. */
export interface FaultRow {
  name: string;
  /** What the scripted server does every time. */
  reply?: ScriptedReply;
  /** In the place of a reply: an endpoint that is off in another way. */
  serve?: () => Promise<Endpoint>;
  /** Whether the reply is asked for as a stream. */
  streams?: boolean;
  fault: ModelFault;
  retryable: boolean;
  /** What is done again, where that is not the usual. */
  again?: string;
  status?: number;
  /** A part of the message, and of the text that is kept. */
  says: string;
  text?: string;
}

export interface Endpoint {
  url: string;
  calls: readonly ScriptedCall[];
  close(): Promise<void>;
}

/** The key that must appear in no error. */
export const key = 'sk-proj-Ab3dEf6hIj9lMn2pQr5t';

/** The endpoint of a row. */
export function serveRow({ reply = {}, serve }: FaultRow): Promise<Endpoint> {
  return serve === undefined ? startScriptedServer(() => reply) : serve();
}

/** Gives the address of a server that is gone. */
async function nobody(): Promise<Endpoint> {
  const server = await startScriptedServer(() => ({}));
  await server.close();
  return { url: server.url, calls: [], close: async () => {} };
}

async function untrusted(): Promise<Endpoint> {
  return startScriptedServer(() => ({}), { tls: selfSigned });
}

async function notSpeakingTls(): Promise<Endpoint> {
  const server = await startScriptedServer(() => ({}));
  return { ...server, url: server.url.replace('http:', 'https:') };
}

const somewhere = (url: string) => async (): Promise<Endpoint> => ({ url, calls: [], close: async () => {} });

/** Host names whose look-up the tests answer themselves, with this code. */
export const hosts = { 'no-such-host.test': 'ENOTFOUND', 'name-server-away.test': 'EAI_AGAIN' } as const;

export const faultRows: readonly FaultRow[] = [
  {
    name: '429',
    reply: { status: 429, error: { message: 'Slow down.', code: 'rate_limit_exceeded' } },
    fault: 'rate-limit',
    retryable: true,
    status: 429,
    says: 'found HTTP 429 Slow down (rate_limit_exceeded, req_2), expected room under the rate limit',
  },
  {
    name: '429 with Retry-After in seconds',
    reply: { status: 429, headers: { 'retry-after': '1' }, error: { message: 'Slow down.' } },
    fault: 'rate-limit',
    retryable: true,
    again: 'as the others, but after the seconds asked for',
    status: 429,
    says: 'asks to wait 1 s',
  },
  {
    name: '429 with Retry-After as a date',
    reply: {
      status: 429,
      headers: { date: 'Tue, 24 Nov 2026 12:00:00 GMT', 'retry-after': 'Tue, 24 Nov 2026 12:00:01 GMT' },
      error: { message: 'Slow down.' },
    },
    fault: 'rate-limit',
    retryable: true,
    again: "as the others, but at the time asked for, by the server's own clock",
    status: 429,
    says: 'asks to wait 1 s',
  },
  {
    name: '429 with a Retry-After of more than a minute',
    reply: { status: 429, headers: { 'retry-after': '7200' }, error: { message: 'Slow down.' } },
    fault: 'rate-limit',
    retryable: true,
    again: 'no: nobody waits that long',
    status: 429,
    says: 'asks to wait 7200 s',
  },
  {
    name: '429 insufficient_quota',
    reply: {
      status: 429,
      error: { message: 'You exceeded your current quota.', code: 'insufficient_quota' },
    },
    fault: 'quota',
    retryable: false,
    status: 429,
    says: 'expected credit on the account. Add credit at the provider',
  },
  {
    name: '401, a wrong key',
    reply: {
      status: 401,
      error: { message: `Incorrect API key provided: ${key}.`, code: 'invalid_api_key' },
    },
    fault: 'auth',
    retryable: false,
    status: 401,
    says: 'Incorrect API key provided: [hidden]',
  },
  {
    name: '403',
    reply: { status: 403, error: { message: 'Country not supported' } },
    fault: 'auth',
    retryable: false,
    status: 403,
    says: 'expected a key that may use this model',
  },
  {
    name: '404, no such model',
    reply: { status: 404, error: { message: 'The model `gpt-9` does not exist', code: 'model_not_found' } },
    fault: 'not-found',
    retryable: false,
    status: 404,
    says: 'expected a model that this endpoint serves',
  },
  {
    name: '400 for the messages',
    reply: { status: 400, error: { message: 'Invalid message.', param: 'messages' } },
    fault: 'bad-request',
    retryable: false,
    status: 400,
    says: 'found HTTP 400 Invalid message',
  },
  {
    name: '400 for a prompt that is too long',
    reply: {
      status: 400,
      error: { message: 'Too long.', code: 'context_length_exceeded', param: 'messages' },
    },
    fault: 'bad-request',
    retryable: false,
    status: 400,
    says: 'has room for the prompt',
  },
  {
    name: '408',
    reply: { status: 408, error: { message: 'Timed out.' } },
    fault: 'timeout',
    retryable: true,
    status: 408,
    says: 'HTTP 408',
  },
  {
    name: '409',
    reply: { status: 409, error: { message: 'Conflict.' } },
    fault: 'server',
    retryable: true,
    status: 409,
    says: 'HTTP 409',
  },
  {
    name: '500',
    reply: { status: 500, error: { message: 'The server had an error.' } },
    fault: 'server',
    retryable: true,
    status: 500,
    says: 'expected a working server. Try again later.',
  },
  {
    name: '502 with a web page',
    reply: { status: 502, body: '<html><body><h1>Bad Gateway</h1></body></html>' },
    fault: 'server',
    retryable: true,
    status: 502,
    says: 'found HTTP 502 Bad Gateway (req_2)',
  },
  {
    name: '503 without a body',
    reply: { status: 503, body: '' },
    fault: 'server',
    retryable: true,
    status: 503,
    says: 'HTTP 503',
  },
  {
    name: '501',
    reply: { status: 501, error: { message: 'No.' } },
    fault: 'server',
    retryable: false,
    status: 501,
    says: 'HTTP 501',
  },
  {
    name: 'an error with status 200',
    reply: { status: 200, body: '{"error":{"message":"Upstream failed","code":502}}' },
    fault: 'server',
    retryable: true,
    status: 502,
    says: 'found Upstream failed (HTTP 502, req_2)',
  },
  {
    name: 'connection reset before an answer',
    reply: { fault: 'reset' },
    fault: 'network',
    retryable: true,
    says: 'ECONNRESET',
  },
  {
    name: 'connection reset in mid-body',
    reply: { fault: 'reset-mid-body' },
    fault: 'network',
    retryable: true,
    says: 'expected a connection',
  },
  {
    name: 'a server that never answers',
    reply: { fault: 'hang' },
    fault: 'timeout',
    retryable: true,
    says: 'expected a reply in time',
  },
  {
    name: 'a byte now and then, for ever',
    reply: { fault: 'dribble' },
    fault: 'timeout',
    retryable: true,
    says: 'in time',
  },
  {
    name: 'half of the body as if it were all',
    reply: { fault: 'truncated' },
    fault: 'invalid-reply',
    retryable: true,
    status: 200,
    says: 'found a body that is no JSON ({"id":"chatcmpl-2"',
    text: '{"id":"chatcmpl-2"',
  },
  {
    name: 'JSON that is no chat completion',
    reply: { body: '{"hello":"world"}' },
    fault: 'invalid-reply',
    retryable: false,
    status: 200,
    says: 'found JSON that is no chat completion ({"hello":"world"})',
    text: '{"hello":"world"}',
  },
  {
    name: 'a web page with status 200',
    reply: { body: '<!doctype html><title>Sign in</title>' },
    fault: 'invalid-reply',
    retryable: false,
    status: 200,
    says: 'found a web page (<!doctype html><title>Sign in</title>)',
    text: '<!doctype html>',
  },
  {
    name: 'an empty body',
    reply: { body: '' },
    fault: 'empty',
    retryable: true,
    status: 200,
    says: 'an empty body',
  },
  {
    name: 'a reply of blanks',
    reply: { content: ' ' },
    fault: 'empty',
    retryable: true,
    says: 'a reply without text',
  },
  {
    name: 'a reply without text',
    reply: { content: null },
    fault: 'empty',
    retryable: true,
    says: 'a reply without text',
  },
  {
    name: 'a refusal',
    reply: { refusal: 'I cannot help with that.' },
    fault: 'refusal',
    retryable: false,
    says: 'found a refusal ("I cannot help with that.")',
    text: 'I cannot help with that.',
  },
  {
    name: 'finish reason content_filter',
    reply: { content: '{"para', finishReason: 'content_filter' },
    fault: 'content-filter',
    retryable: false,
    says: 'finish reason "content_filter"',
    text: '{"para',
  },
  {
    name: 'finish reason length',
    reply: { content: '{"paragraphs":["Sant', finishReason: 'length' },
    fault: 'length',
    retryable: false,
    says: 'found 20 characters that ended with finish reason "length"',
    text: '{"paragraphs":["Sant',
  },
  {
    name: 'connection refused',
    serve: nobody,
    fault: 'network',
    retryable: true,
    says: 'ECONNREFUSED',
  },
  {
    name: 'no such host',
    serve: somewhere('http://no-such-host.test/v1'),
    fault: 'network',
    retryable: false,
    says: 'ENOTFOUND',
  },
  {
    name: 'name server out of reach',
    serve: somewhere('http://name-server-away.test/v1'),
    fault: 'network',
    retryable: true,
    says: 'EAI_AGAIN',
  },
  {
    name: 'TLS: a certificate that nobody vouches for',
    serve: untrusted,
    fault: 'network',
    retryable: false,
    says: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  },
  {
    name: 'TLS: a server that does not speak it',
    serve: notSpeakingTls,
    fault: 'network',
    retryable: false,
    says: 'expected a connection',
  },
  {
    name: 'JSON that the endpoint itself finds invalid',
    reply: { status: 400, error: { message: 'Failed to generate JSON.', code: 'json_validate_failed' } },
    fault: 'invalid-reply',
    retryable: true,
    status: 400,
    says: 'json_validate_failed',
  },
  {
    name: 'a stream that breaks off',
    reply: { content: '{"paragraphs":["Santiago knows Python."]}', fault: 'truncated' },
    streams: true,
    fault: 'network',
    retryable: true,
    says: 'found a stream that broke off after',
    text: '{"paragraphs"',
  },
  {
    name: 'a stream whose connection is reset',
    reply: { content: '{"paragraphs":["Santiago knows Python."]}', fault: 'reset-mid-body' },
    streams: true,
    fault: 'network',
    retryable: true,
    says: 'expected a connection',
  },
];
