import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BatchApi } from '../../src/model/index.ts';
import type { BatchStore } from '../../src/provider-batch/batch-store.ts';
import { collectBatch } from '../../src/provider-batch/collect-batch.ts';
import { keyOfRequest } from '../../src/provider-batch/key-of-request.ts';
import { openBatchStore } from '../../src/provider-batch/open-batch-store.ts';
import { readAnswer } from '../../src/provider-batch/read-answers.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'gapwright-batch-store-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

const noLimits = { requests: 1000, bytes: 1e9, tokens: Number.POSITIVE_INFINITY };
const want = (store: BatchStore, at: number, endpoint = '/v1/chat/completions') =>
  store.want({
    key: keyOfRequest('someone', endpoint, `${at}`, 0),
    endpoint,
    body: `{"at":${at}}`,
    tokens: { input: 10, output: 5 },
  });
const keysOf = (store: BatchStore, batch: number) =>
  [...store.lines(batch)].map((line) => JSON.parse(line).custom_id as string);
const answerTo = (key: string) => ({
  key,
  status: 200,
  body: '{}',
  requestId: undefined,
  usage: { inputTokens: 7, outputTokens: 3 },
});

let files = 0;
const openFresh = () => {
  files += 1;
  return openBatchStore(join(dir, `${files}.sqlite`), { now: () => 1_700_000_000_000 });
};

describe('openBatchStore', () => {
  it('writes a line for each request, with the bytes of its body', async () => {
    const store = await openFresh();
    store.beginPass();
    expect(want(store, 1)).toEqual({ state: 'open' });
    expect(want(store, 1)).toEqual({ state: 'open' });
    expect(store.wanted()).toEqual({ requests: 1, bytes: 8, tokens: { input: 10, output: 5 } });
    const batch = store.fill(1, noLimits);
    expect(batch).toMatchObject({
      stage: 'prepared',
      requests: 1,
      round: 1,
      tokens: { input: 10, output: 5 },
    });
    expect([...store.lines(1)]).toEqual([
      `{"custom_id":"${keyOfRequest('someone', '/v1/chat/completions', '1', 0)}","method":"POST","url":"/v1/chat/completions","body":{"at":1}}`,
    ]);
    expect(store.wanted().requests).toBe(0);
    expect(store.underWay().requests).toBe(1);
    store.close();
  });

  it.each([
    ['requests', { requests: 2 }, [2, 2, 1]],
    ['bytes', { bytes: 400 }, [2, 2, 1]],
    ['tokens', { tokens: 35 }, [3, 2]],
  ])('fills files up to a limit of %s', async (_, limit, sizes) => {
    const store = await openFresh();
    store.beginPass();
    for (let at = 0; at < 5; at += 1) want(store, at);
    const filled = [];
    for (
      let batch = store.fill(1, { ...noLimits, ...limit });
      batch;
      batch = store.fill(1, { ...noLimits, ...limit })
    )
      filled.push(batch.requests);
    expect(filled).toEqual(sizes);
    store.close();
  });

  it('keeps endpoints apart, since a batch has one', async () => {
    const store = await openFresh();
    store.beginPass();
    for (let at = 0; at < 4; at += 1)
      want(store, at, at % 2 === 0 ? '/v1/responses' : '/v1/chat/completions');
    const [one, other] = [store.fill(1, noLimits), store.fill(1, noLimits)];
    expect([one?.endpoint, one?.requests]).toEqual(['/v1/responses', 2]);
    expect([other?.endpoint, other?.requests]).toEqual(['/v1/chat/completions', 2]);
    store.close();
  });

  it('forgets what nobody wants any more, and keeps replies', async () => {
    const store = await openFresh();
    store.beginPass();
    for (const at of [1, 2]) want(store, at);
    store.fill(1, { ...noLimits, requests: 1 });
    store.answer(1, keysOf(store, 1).map(answerTo));
    store.endPass();
    store.beginPass();
    want(store, 3);
    store.endPass();
    expect(store.wanted().requests).toBe(1);
    expect(want(store, 1)).toMatchObject({ state: 'wire', status: 200, body: '{}' });
    expect(want(store, 3)).toEqual({ state: 'open' });
    store.close();
  });

  it('knows no sum of tokens where one reply was not counted, and counts each run for itself', async () => {
    const store = await openFresh();
    store.beginPass();
    for (const at of [1, 2]) want(store, at);
    store.fill(1, noLimits);
    const [first = '', second = ''] = keysOf(store, 1);
    store.answer(1, [answerTo(first)]);
    expect(store.spent('batch')).toMatchObject({ requests: 1, inputTokens: 7, outputTokens: 3, batch: true });
    store.answer(1, [{ ...answerTo(second), usage: { inputTokens: null, outputTokens: 1 } }]);
    expect(store.spent('batch')).toMatchObject({ requests: 2, inputTokens: null, outputTokens: 4 });
    store.finish();
    expect(store.spent('batch')).toMatchObject({ requests: 0, inputTokens: 0 });
    store.close();
  });

  it('refuses a file that is in use, and one that is something else', async () => {
    const path = join(dir, 'used.sqlite');
    const store = await openBatchStore(path);
    await expect(openBatchStore(path)).rejects.toThrow(`found ${path} in use by another gapwright`);
    store.close();
    await expect(openBatchStore(dir)).rejects.toThrow('to be no store of provider batches');
  });

  it('has each request in one open batch at most, and takes one reply for it, whatever happens', async () => {
    const store = await openFresh();
    store.beginPass();
    const answered = new Set<string>();
    let next = 0;
    const open = () => store.batches().filter(({ id }) => keysOf(store, id).length > 0);
    const steps = fc.array(
      fc.record({
        act: fc.constantFrom('want', 'fill', 'answer', 'again', 'call', 'queue'),
        pick: fc.nat(20),
        size: fc.integer({ min: 1, max: 5 }),
      }),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        for (const { act, pick, size } of all) {
          const batch = open()[pick % Math.max(1, open().length)];
          if (act === 'want') for (let count = 0; count < size; count += 1) want(store, next++);
          else if (act === 'fill') store.fill(1, { ...noLimits, requests: size });
          else if (batch && act === 'answer') {
            const keys = keysOf(store, batch.id).slice(0, size);
            const isNew = keys.filter((key) => !answered.has(key));
            const taken = store.answer(batch.id, [...keys, ...keys, 'stranger'].map(answerTo));
            expect(taken).toBeLessThanOrEqual(isNew.length);
            for (const key of keys) answered.add(key);
          } else if (batch && (act === 'again' || act === 'call' || act === 'queue'))
            store.settle(batch.id, { mostTries: 2, fallback: true, to: act });
        }
        const waiting = open().flatMap(({ id }) => keysOf(store, id));
        expect(new Set(waiting).size).toBe(waiting.length);
        const { wanted, underWay, dueCalls, spent } = {
          wanted: store.wanted().requests,
          underWay: store.underWay().requests,
          dueCalls: store.dueCalls().requests,
          spent: store.spent('batch').requests,
        };
        expect(wanted + underWay + dueCalls + spent).toBe(next);
      }),
      { numRuns: 25 },
    );
    store.close();
  });
});

describe('collectBatch', () => {
  const remote = { id: 'b', outputFile: undefined, errorFile: undefined, completed: 0, failed: 0 };
  const api = { id: 'openai:m' } as BatchApi;

  it('believes the queue to be half as long where it was full, and never shorter than it can be', async () => {
    const store = await openFresh();
    store.beginPass();
    for (const at of [1, 2, 3, 4])
      store.want({
        key: `${at}`,
        endpoint: '/v1/chat/completions',
        body: '{}',
        tokens: { input: 60_000, output: 1 },
      });
    const sizes = [];
    for (
      let tokens = Number.POSITIVE_INFINITY;
      sizes.length < 4;
      tokens = Number(store.get('queue-tokens'))
    ) {
      const batch = store.fill(1, { ...noLimits, tokens });
      if (!batch) break;
      sizes.push(batch.requests);
      const errors = [{ code: 'token_limit_exceeded', message: 'full', line: undefined }];
      const collected = await collectBatch(
        batch,
        { ...remote, status: 'failed', errors },
        { api, store, fallback: true },
      );
      // Whoever waits for a place in the queue has not failed.
      expect(collected).toMatchObject({
        again: batch.requests,
        call: 0,
        lost: 0,
        reason: 'token_limit_exceeded: full',
      });
    }
    expect(sizes).toEqual([4, 2, 1, 1]);
    expect(store.get('queue-tokens')).toBe('50000');
    store.close();
  });
});

describe('readAnswer', () => {
  const completion = {
    id: 'c',
    choices: [{ finish_reason: 'stop', message: { content: '{}' } }],
    usage: { prompt_tokens: 11, completion_tokens: 4 },
  };
  const line = (response: unknown, error: unknown = null) =>
    JSON.stringify({ custom_id: 'k', response, error });

  it.each([
    [
      'a reply',
      line({ status_code: 200, request_id: 'r', body: completion }),
      { kind: 'answer', status: 200, requestId: 'r', usage: { inputTokens: 11, outputTokens: 4 } },
    ],
    [
      'a reply that makes no sense: the chain judges it',
      line({ status_code: 200, body: 'words' }),
      { kind: 'answer', body: 'words', usage: { inputTokens: null, outputTokens: null } },
    ],
    [
      'a refused request',
      line({ status_code: 400, body: { error: { message: 'no' } } }),
      { kind: 'answer', status: 400 },
    ],
    ['a rate limit', line({ status_code: 429, body: {} }), { kind: 'failed', status: 429 }],
    ['a refused key', line({ status_code: 401, body: {} }), { kind: 'failed', status: 401 }],
    ['an expired one', line(null, { code: 'batch_expired', message: 'late' }), { kind: 'expired', key: 'k' }],
    ['a cancelled one', line(null, { code: 'batch_cancelled' }), { kind: 'failed', key: 'k' }],
    ['neither reply nor error', line(null), { kind: 'failed', key: 'k' }],
    ['no JSON', '{"custom_id":', { kind: 'unreadable' }],
    ['another JSON', '[]', { kind: 'unreadable' }],
  ])('reads %s', (_, text, expected) => {
    expect(readAnswer(text)).toMatchObject(expected);
  });
});
