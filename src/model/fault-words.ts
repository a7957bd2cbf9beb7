import type { ModelFault } from '../errors.ts';

/** The second half of a message: what had been expected, and the way out. */
export const faultWords: Record<ModelFault, { expected: string; wayOut: string }> = {
  'rate-limit': {
    expected: 'room under the rate limit',
    wayOut: 'Wait, or ask the provider for a higher limit.',
  },
  quota: {
    expected: 'credit on the account',
    wayOut: 'Add credit at the provider, use another key, or run with --model offline.',
  },
  auth: {
    expected: 'a key that may use this model',
    wayOut: 'Check the API key and the organization, and that they belong to this base URL.',
  },
  'not-found': {
    expected: 'a model that this endpoint serves',
    wayOut:
      'Check the model name and the base URL (most end in /v1); `gapwright models` shows what is in force.',
  },
  'bad-request': {
    expected: 'a request that this endpoint accepts',
    wayOut: 'Check that the model is a chat model and has room for the prompt.',
  },
  server: { expected: 'a working server', wayOut: 'Try again later.' },
  network: {
    expected: 'a connection',
    wayOut: 'Check the network, the base URL, and that the server is running.',
  },
  timeout: {
    expected: 'a reply in time',
    wayOut: 'Try again, or allow more time for one call.',
  },
  empty: { expected: 'a text', wayOut: 'Try again, or use another model.' },
  'invalid-reply': {
    expected: 'a chat completion as JSON',
    wayOut: 'Check that the base URL leads to an OpenAI-compatible API (most end in /v1).',
  },
  refusal: { expected: 'a text', wayOut: 'Use another model, or run with --model offline.' },
  'content-filter': {
    expected: 'a text that the provider lets through',
    wayOut: 'Use another model, or run with --model offline.',
  },
  length: {
    expected: 'a complete text',
    wayOut: 'Allow more output tokens, or use a model that writes less before its answer.',
  },
  budget: {
    expected: 'room in the budget',
    wayOut: 'Allow more, or use a model that needs less.',
  },
  pending: { expected: 'the reply', wayOut: 'Run the same command again later.' },
  'missing-package': { expected: 'an installed package', wayOut: 'Install it.' },
  unknown: { expected: 'a reply', wayOut: 'The cause of this error has the details.' },
};
