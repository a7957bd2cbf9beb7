import { ModelError } from '../errors.ts';
import {
  type Model,
  type ModelReply,
  type ModelRequest,
  type ModelSettings,
  openModel,
} from '../model/index.ts';
import { makeModelError } from '../model/to-model-error.ts';
import { describeFailure, describeReply, repeatOutcome } from '../record/index.ts';
import type { BatchStore, Standing, Tokens } from './batch-store.ts';
import { keyOfRequest } from './key-of-request.ts';

export interface StoredModelOptions {
  store: Pick<BatchStore, 'want' | 'answerByCall'>;
  settings: ModelSettings;
  /** Whose report it is: the same in every run, as long as nothing changes that shapes the report. */
  scope: string;
  /** Tokens that a reply is expected to take, by section. */
  expected: ReadonlyMap<string, number>;
  /** Tokens of a request of so many characters. */
  tokensOf(characters: number): number;
  /** Answers what the Batch API did not; without it such requests stay open. */
  call?: ((tokens: Tokens) => Model) | undefined;
}

/**
 * A model for one report whose replies come from the store. What is not there is entered as wanted, with the bytes
 * that the real client would send, and is a ModelError `pending`. It speaks to no network but by `call`.
 *
 * Each section has a client of its own: what one finds out about the endpoint must not change, by chance of order,
 * what another one asks.
 */
export function storedModel(id: string, options: StoredModelOptions): Model {
  const sections = new Map<string, Promise<Model>>();
  return {
    id,
    async generate(request, given) {
      const known = sections.get(request.section) ?? openSection(id, request.section, options);
      sections.set(request.section, known);
      return (await known).generate(request, given);
    },
  };
}

/** Why a request could not be answered from what was on the wire. */
type Missed = { key: string; body: string; tokens: Tokens; standing: Standing };

async function openSection(id: string, section: string, options: StoredModelOptions): Promise<Model> {
  const { store, settings, scope, expected, tokensOf, call } = options;
  /** Good replies so far to each body: the next equal request wants another one. */
  const answered = new Map<string, number>();
  let missed: Missed | undefined;
  const count = (body: string) => answered.set(body, (answered.get(body) ?? 0) + 1);

  const fetchStored: typeof fetch = async (input, init) => {
    const body = String(init?.body);
    const path = /\/(?:chat\/completions|responses)$/.exec(new URL(String(input)).pathname)?.[0];
    if (path === undefined) throw new Error(`no request for a batch: ${String(input)}`);
    const endpoint = `/v1${path}`;
    const key = keyOfRequest(scope, endpoint, body, answered.get(body) ?? 0);
    const tokens = { input: tokensOf(body.length), output: expected.get(section) ?? 0 };
    const standing = store.want({ key, endpoint, body, tokens });
    if (standing.state !== 'wire') {
      missed = { key, body, tokens, standing };
      throw new Error('the reply is not in the store');
    }
    // A refused request stays refused; only a reply is used up.
    if (standing.status < 300) count(body);
    return new Response(standing.body, {
      status: standing.status,
      headers: {
        'content-type': 'application/json',
        ...(standing.requestId !== undefined && { 'x-request-id': standing.requestId }),
      },
    });
  };

  const model = await openModel(id, { ...settings, fetch: fetchStored });
  const answerMissed = async (
    { key, body, tokens, standing }: Missed,
    request: ModelRequest,
    given: { signal?: AbortSignal } | undefined,
  ): Promise<ModelReply> => {
    if (standing.state === 'outcome') {
      count(body);
      return repeatOutcome(standing.outcome, request);
    }
    if (standing.state !== 'call' || call === undefined)
      throw makeModelError('pending', 'a request that the Batch API has not answered yet', { id });
    try {
      const reply = await call(tokens).generate(request, given);
      store.answerByCall(key, describeReply(reply), reply.usage);
      count(body);
      return reply;
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      const failure = describeFailure(error);
      if (failure === undefined) throw withoutRetry(error);
      store.answerByCall(key, failure, error.usage);
      count(body);
      throw error;
    }
  };

  return {
    id,
    async generate(request, given) {
      missed = undefined;
      try {
        const reply = await model.generate(request, given);
        return { ...reply, usage: { ...reply.usage, batch: true } };
      } catch (error) {
        const why = missed as Missed | undefined;
        if (why !== undefined) return answerMissed(why, request, given);
        throw error instanceof ModelError ? markBatch(error) : error;
      }
    },
  };
}

/** The call has had its retries. */
function withoutRetry(error: ModelError): ModelError {
  return copyOf(error, { retryable: false });
}

function markBatch(error: ModelError): ModelError {
  return error.usage === undefined ? error : copyOf(error, { usage: { ...error.usage, batch: true } });
}

function copyOf(error: ModelError, change: Partial<Pick<ModelError, 'retryable' | 'usage'>>): ModelError {
  const { fault, message, retryable, retryAfter, status, text, finishReason, usage, cause } = error;
  return new ModelError(fault, message, {
    ...{ retryable, retryAfter, status, text, finishReason, usage, cause },
    ...change,
  });
}
