import { z } from 'zod';
import { readCompletion } from '../model/read-completion.ts';
import type { Answer } from './batch-store.ts';

/** A line of a file of replies or of errors. */
const Line = z.object({
  custom_id: z.string(),
  response: z
    .object({ status_code: z.number(), request_id: z.string().nullish(), body: z.unknown() })
    .nullish(),
  error: z.object({ code: z.string().nullish() }).nullish(),
});

/** What a line says of a request. */
export type LineOutcome =
  /** A reply, or a refusal of the request that comes again however often it is sent. */
  | ({ kind: 'answer' } & Answer)
  /** The provider's time was over before the request's turn came. */
  | { kind: 'expired'; key: string }
  /** What may be better another time. */
  | { kind: 'failed'; key: string; status: number | undefined }
  | { kind: 'unreadable' };

/** Refusals that are about the request: the same chain as in an ordinary call finds another way to ask. */
const ABOUT_THE_REQUEST: readonly number[] = [400, 422];

/** Reads one line; what is no line of ours is `unreadable`, never an error. */
export function readAnswer(text: string): LineOutcome {
  const line = Line.safeParse(parseJson(text)).data;
  if (line === undefined) return { kind: 'unreadable' };
  const { custom_id: key, response, error } = line;
  const status = response?.status_code;
  if (status === undefined || response === undefined || response === null)
    return error?.code === 'batch_expired' ? { kind: 'expired', key } : { kind: 'failed', key, status };
  const isGood = status >= 200 && status < 300;
  if (!isGood && !ABOUT_THE_REQUEST.includes(status)) return { kind: 'failed', key, status };
  const body = typeof response.body === 'string' ? response.body : JSON.stringify(response.body ?? null);
  const requestId = response.request_id ?? undefined;
  return { kind: 'answer', key, status, body, requestId, usage: usageOf(status, body) };
}

/** What the provider counted; the reply itself is judged by the chain, later. */
function usageOf(status: number, body: string): Answer['usage'] {
  try {
    return readCompletion({ status, body, header: () => undefined }, {}).usage;
  } catch {
    return { inputTokens: null, outputTokens: null };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
