import type { HeaderReader } from '../retry-after.ts';

/** What a reply's headers say of one limit for a minute. */
export interface ToldLimit {
  limit: number;
  remaining?: number;
  /** Milliseconds until it is whole again. */
  resetMs?: number;
}

/** A limit that takes longer than this to be whole again is one of hours or days. */
const LONGEST_RESET_MS = 90_000;

type Kind = 'requests' | 'tokens';

/** The names of one part of a limit: those who say "minute" before those who leave it open. */
const NAMES: Readonly<Record<Kind, (part: string) => readonly string[]>> = {
  requests: (part) => [
    `x-ratelimit-${part}-requests-minute`,
    `x-ratelimit-${part}-req-minute`,
    `x-ratelimit-${part}-requests`,
    `anthropic-ratelimit-requests-${part}`,
  ],
  tokens: (part) => [
    `x-ratelimit-${part}-tokens-minute`,
    `x-ratelimit-${part}-tokens`,
    `anthropic-ratelimit-tokens-${part}`,
  ],
};

/**
 * Reads the limits of requests and tokens for a minute: `x-ratelimit-*` of OpenAI and those who follow it, and
 * `anthropic-ratelimit-*`. A limit for a day, which some tell under the same names, is left out. A date counts from
 * the server's own `Date` header where there is one.
 */
export function readLimits(
  header: HeaderReader,
  now: number = Date.now(),
): { requests?: ToldLimit; tokens?: ToldLimit } {
  const serverNow = Date.parse(header('date') ?? '');
  const from = Number.isNaN(serverNow) ? now : serverNow;
  const read = (kind: Kind): ToldLimit | undefined => {
    const of = (part: string) =>
      NAMES[kind](part)
        .map(header)
        .find((text) => text !== undefined);
    const limit = readCount(of('limit'));
    const resetMs = readReset(of('reset'), from);
    if (!limit || (resetMs !== undefined && resetMs > LONGEST_RESET_MS)) return undefined;
    const remaining = readCount(of('remaining'));
    return {
      limit,
      ...(remaining !== undefined && { remaining }),
      ...(resetMs !== undefined && { resetMs }),
    };
  };
  const [requests, tokens] = [read('requests'), read('tokens')];
  return { ...(requests && { requests }), ...(tokens && { tokens }) };
}

function readCount(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : undefined;
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds: of `6m0s`, `59.7ms`, seconds alone, or a date. */
function readReset(text: string | undefined, now: number): number | undefined {
  if (text === undefined) return undefined;
  const plain = text.trim();
  if (/^\d+(\.\d+)?$/.test(plain)) return Number(plain) * 1000;
  if (/^(\d+(\.\d+)?(ms|[smhd]))+$/.test(plain))
    return [...plain.matchAll(/([\d.]+)(ms|[smhd])/g)].reduce(
      (sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ''] ?? 0),
      0,
    );
  const date = Date.parse(plain);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
