import { describe, expect, it } from 'vitest';
import { readLimits } from '../../../src/model/rate-limit/read-limits.ts';

const cases: [name: string, headers: Record<string, string>, expected: object][] = [
  [
    'OpenAI',
    {
      'x-ratelimit-limit-requests': '60',
      'x-ratelimit-limit-tokens': '150000',
      'x-ratelimit-remaining-requests': '59',
      'x-ratelimit-remaining-tokens': '149984',
      'x-ratelimit-reset-requests': '1s',
      'x-ratelimit-reset-tokens': '20ms',
    },
    {
      requests: { limit: 60, remaining: 59, resetMs: 1000 },
      tokens: { limit: 150_000, remaining: 149_984, resetMs: 20 },
    },
  ],
  [
    'OpenAI, whole again after a minute',
    { 'x-ratelimit-limit-tokens': '9000', 'x-ratelimit-reset-tokens': '1m0.5s' },
    { tokens: { limit: 9000, resetMs: 60_500 } },
  ],
  [
    'Anthropic, by the clock of the server',
    {
      date: 'Thu, 01 Jan 1970 00:00:10 GMT',
      'anthropic-ratelimit-tokens-limit': '8000',
      'anthropic-ratelimit-tokens-remaining': '0',
      'anthropic-ratelimit-tokens-reset': '1970-01-01T00:00:30Z',
    },
    { tokens: { limit: 8000, remaining: 0, resetMs: 20_000 } },
  ],
  [
    'seconds without a unit',
    { 'x-ratelimit-limit-requests': '5', 'x-ratelimit-reset-requests': '26.5' },
    { requests: { limit: 5, resetMs: 26_500 } },
  ],
  [
    'servers that name the minute',
    { 'x-ratelimit-limit-req-minute': '30', 'x-ratelimit-limit-tokens-minute': '500000' },
    { requests: { limit: 30 }, tokens: { limit: 500_000 } },
  ],
  [
    'a limit for a day by its long reset',
    { 'x-ratelimit-limit-requests': '14400', 'x-ratelimit-reset-requests': '6m0s' },
    {},
  ],
  [
    'a reset in the past',
    {
      'anthropic-ratelimit-requests-limit': '5',
      'anthropic-ratelimit-requests-reset': '1969-12-31T23:59:00Z',
    },
    { requests: { limit: 5, resetMs: 0 } },
  ],
  ['a limit of nothing', { 'x-ratelimit-limit-requests': '0' }, {}],
  ['no limit', {}, {}],
  ['an unreadable limit', { 'x-ratelimit-limit-tokens': 'many' }, {}],
  [
    'an unreadable reset',
    { 'x-ratelimit-limit-tokens': '7', 'x-ratelimit-reset-tokens': 'soon' },
    { tokens: { limit: 7 } },
  ],
];

describe('readLimits', () => {
  it.each(cases)('reads the headers of %s', (_, headers, expected) => {
    expect(readLimits((name) => headers[name], 0)).toEqual(expected);
  });
});
