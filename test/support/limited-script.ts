import type { Script, ScriptedCall, ScriptedReply } from './scripted-server.ts';

export interface LimitedOptions {
  /** Requests and tokens that any 60 seconds may have; default: no limit. */
  rpm?: number;
  tpm?: number;
  /** What the headers tell: OpenAI's names, or nothing but a Retry-After with a refusal. */
  headers?: 'openai' | 'none';
  /** Share of requests that fail (500, 503, a broken connection), 0 to 1. They count against the limits. */
  faultShare?: number;
  seed?: number;
  /** Milliseconds of a clock that only goes forward. */
  now?: () => number;
}

/** What a provider with limits has counted. */
export interface LimitedScript {
  script: Script;
  readonly counts: { served: number; refused: number; faults: number; tokens: number };
  /** Requests and tokens of the last 60 seconds. */
  inTheLastMinute(): { requests: number; tokens: number };
}

const MINUTE_MS = 60_000;

/**
 * A script behind the rate limits of a provider, which count requests and tokens over the last 60 seconds, to the
 * millisecond: what would exceed them is refused with 429, a Retry-After, and nothing served.
 */
export function limitedScript(
  script: Script,
  {
    rpm = Number.POSITIVE_INFINITY,
    tpm = Number.POSITIVE_INFINITY,
    headers = 'openai',
    faultShare = 0,
    seed = 1,
    now = () => performance.now(),
  }: LimitedOptions = {},
): LimitedScript {
  const counts = { served: 0, refused: 0, faults: 0, tokens: 0 };
  const log: { at: number; tokens: number }[] = [];
  let sum = 0;
  const random = openRandom(seed);
  const forget = () => {
    const old = log.findIndex(({ at }) => at > now() - MINUTE_MS);
    for (const { tokens } of log.splice(0, old < 0 ? log.length : old)) sum -= tokens;
  };
  const tell = (): Record<string, string> => {
    if (headers === 'none') return {};
    const newest = log.at(-1);
    const reset = newest ? newest.at + MINUTE_MS - now() : 0;
    const told = (kind: string, limit: number, used: number) =>
      limit === Number.POSITIVE_INFINITY
        ? {}
        : {
            [`x-ratelimit-limit-${kind}`]: String(limit),
            [`x-ratelimit-remaining-${kind}`]: String(Math.max(0, limit - used)),
            [`x-ratelimit-reset-${kind}`]: `${Math.ceil(reset)}ms`,
          };
    return { ...told('requests', rpm, log.length), ...told('tokens', tpm, sum) };
  };
  return {
    counts,
    inTheLastMinute() {
      forget();
      return { requests: log.length, tokens: sum };
    },
    async script(call: ScriptedCall): Promise<ScriptedReply> {
      const reply = await script(call);
      const tokens = (reply.usage?.prompt_tokens ?? 0) + (reply.usage?.completion_tokens ?? 0);
      forget();
      if (log.length + 1 > rpm || sum + tokens > tpm) {
        counts.refused += 1;
        const wait = Math.max(1, Math.ceil(((log[0]?.at ?? now()) + MINUTE_MS - now()) / 1000));
        return {
          status: 429,
          headers: { ...tell(), 'retry-after': String(wait) },
          error: { message: 'Rate limit reached', type: 'requests', code: 'rate_limit_exceeded' },
        };
      }
      log.push({ at: now(), tokens });
      sum += tokens;
      if (random() < faultShare) {
        counts.faults += 1;
        return faults[Math.floor(random() * faults.length)] ?? {};
      }
      counts.served += 1;
      counts.tokens += tokens;
      return { ...reply, headers: { ...reply.headers, ...tell() } };
    },
  };
}

const faults: readonly ScriptedReply[] = [
  { status: 500, error: { message: 'Internal error', type: 'server_error' } },
  { status: 503, body: '' },
  { fault: 'reset' },
];

/** Numbers in [0, 1) that are the same for the same seed. */
function openRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
