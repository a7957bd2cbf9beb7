import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ModelError, type ModelFault } from '../../src/errors.ts';
import { toModelError } from '../../src/model/index.ts';
import { hideSecrets, redactSecrets } from '../../src/model/redact.ts';

/** A failed fetch as Node throws it. */
const fetchFailed = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('underneath'), { code }) });

const named = (name: string, more: object = {}) => Object.assign(new Error('said'), { name, ...more });

const rows: [string, unknown, ModelFault, boolean][] = [
  ['a refused connection', fetchFailed('ECONNREFUSED'), 'network', true],
  ['a name server that does not answer', fetchFailed('EAI_AGAIN'), 'network', true],
  ['a name that does not exist', fetchFailed('ENOTFOUND'), 'network', false],
  ['an expired certificate', fetchFailed('CERT_HAS_EXPIRED'), 'network', false],
  ['a self-signed certificate', fetchFailed('DEPTH_ZERO_SELF_SIGNED_CERT'), 'network', false],
  ['a closed socket', fetchFailed('UND_ERR_SOCKET'), 'network', true],
  ['a slow connection', fetchFailed('UND_ERR_CONNECT_TIMEOUT'), 'timeout', true],
  [
    'both addresses refused',
    new TypeError('fetch failed', {
      cause: new AggregateError([Object.assign(new Error('v6'), { code: 'ECONNREFUSED' })]),
    }),
    'network',
    true,
  ],
  ["LangChain's timeout", named('TimeoutError'), 'timeout', true],
  ["a client's own abort", named('AbortError'), 'timeout', true],
  [
    "LangChain's context overflow",
    named('ContextOverflowError', { cause: { status: 400 } }),
    'bad-request',
    false,
  ],
  ["LangChain's refusal", named('ModelRefusalError'), 'refusal', false],
  [
    'a filtered prompt on Azure',
    named('Error', { status: 400, code: 'content_filter' }),
    'content-filter',
    false,
  ],
  [
    "Anthropic's overload",
    named('Error', { status: 529, error: { error: { type: 'overloaded_error' } } }),
    'server',
    true,
  ],
  [
    "Amazon's throttling",
    named('ThrottlingException', { $metadata: { httpStatusCode: 429 } }),
    'rate-limit',
    true,
  ],
  ["Mistral's status", named('SDKError', { statusCode: 401 }), 'auth', false],
  ["Ollama's status", named('ResponseError', { status_code: 404 }), 'not-found', false],
  ["a gateway's status as text", { message: 'no', status: '503' }, 'server', true],
  ['an account without billing', named('Error', { status: 403, code: 'billing_not_active' }), 'quota', false],
  ['a payment that is due', named('Error', { status: 402 }), 'quota', false],
  ['a full request', named('Error', { status: 413 }), 'bad-request', false],
  ['an error that points to itself', loop(), 'server', true],
  ['nothing', undefined, 'unknown', false],
  ['an ordinary error', new Error('hm'), 'unknown', false],
];

function loop(): Error {
  const error: Error & { cause?: unknown } = new Error('loop');
  error.cause = Object.assign(new Error('inner'), { cause: error, status: 500 });
  return error;
}

describe('toModelError', () => {
  it.each(rows)('judges %s', (_, error, fault, retryable) => {
    const modelError = toModelError(error, { id: 'x:y' });
    expect(modelError).toBeInstanceOf(ModelError);
    expect(modelError).toMatchObject({ fault, retryable, code: 'model' });
    expect(modelError.message).toMatch(/^cannot get a reply from x:y: found \S.*, expected .+\. .+\.$/);
  });

  it('leaves a ModelError alone', () => {
    const error = new ModelError('auth', 'cannot');
    expect(toModelError(error)).toBe(error);
  });

  it('does not trust the words of a message', () => {
    const error = Object.assign(new Error('429 insufficient_quota ECONNREFUSED'), { status: 500 });
    expect(toModelError(error).fault).toBe('server');
  });

  it.each([
    ['a Headers object', new Headers({ 'Retry-After': '7' })],
    ['a plain object', { 'Retry-After': '7' }],
  ])('reads Retry-After from %s', (_, headers) => {
    const error = Object.assign(new Error('busy'), { status: 429, response: { headers } });
    expect(toModelError(error)).toMatchObject({
      retryAfter: 7,
      message: expect.stringContaining('asks to wait 7 s'),
    });
  });

  it('shortens what the server says', () => {
    const { message } = toModelError(Object.assign(new Error('x'.repeat(5000)), { status: 500 }));
    expect(message.length).toBeLessThan(500);
  });
});

describe('keys', () => {
  const key = 'gw-1f2e3d4c5b6a7988';
  it.each([
    ['as given', `Wrong key ${key}.`],
    ['of OpenAI', 'Wrong key sk-proj-Zz12Yy34Xx56Ww78.'],
    ['of OpenAI, masked', 'Wrong key sk-proj-********Ww78.'],
    ['of Google', 'Wrong key AIzaSyA1234567890abcdefghijklmnopqrstu.'],
    ['of Groq', 'Wrong key gsk_abcdefgh12345678.'],
    ['in a header', 'Sent Authorization: Bearer abc123def456.'],
    ['in a URL', 'Failed: https://host/v1?api_key=abc123def456&x=1'],
    ['as credentials', 'Failed: https://user:abc123def456@host/v1'],
  ])('are hidden %s', (_, said) => {
    const cause = new Error(said);
    const error = toModelError(Object.assign(new Error(said, { cause }), { status: 401 }), {
      secrets: [key],
    });
    const shown = inspect(error, { depth: 10, showHidden: true });
    expect(shown).toContain('[hidden]');
    expect(shown).not.toMatch(/gw-1f|Ww78|AIzaSy|gsk_|abc123def456/);
  });

  it('are hidden in what a model wrote, where nothing else is touched', () => {
    const wrote = `Bearer token authentication, sk-learn-like-models, and ${key}.`;
    expect(hideSecrets(wrote, [key])).toBe(
      'Bearer token authentication, sk-learn-like-models, and [hidden].',
    );
  });

  it('that are short are left, because they stand in ordinary words', () => {
    expect(redactSecrets('The key of the matter.', ['key'])).toBe('The key of the matter.');
  });
});
