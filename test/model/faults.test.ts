import dns from 'node:dns';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ModelError } from '../../src/errors.ts';
import { openModel, type RetryEvent, withRetries } from '../../src/model/index.ts';
import { SECTIONS } from '../../src/sections/index.ts';
import { writeReport } from '../../src/write-report.ts';
import { readExample } from '../support/read-example.ts';
import { startScriptedServer } from '../support/scripted-server.ts';
import { faultRows, hosts, key, serveRow } from './fault-rows.ts';
import { makeRequest } from './requests.ts';

const attempts = 3;
/** Enough to see what becomes of a section. */
const sections = SECTIONS.slice(0, 2);

// No test asks a name server.
beforeEach(() => {
  const lookup = dns.lookup;
  vi.spyOn(dns, 'lookup').mockImplementation(((host: string, ...rest: unknown[]) => {
    const code = hosts[host as keyof typeof hosts];
    const done = rest.at(-1) as (error: Error) => void;
    if (code === undefined) return Reflect.apply(lookup, dns, [host, ...rest]);
    process.nextTick(done, Object.assign(new Error(`getaddrinfo ${code} ${host}`), { code, hostname: host }));
  }) as typeof dns.lookup);
});
afterEach(() => vi.restoreAllMocks());

describe('every fault of an endpoint', () => {
  it.each(faultRows)('$name is $fault', async (row) => {
    const { fault, retryable, again, status, says, text, streams = false } = row;
    const endpoint = await serveRow(row);
    try {
      const model = await openModel('openai:gpt-4o', { apiKey: key, baseUrl: endpoint.url, timeoutMs: 150 });
      const retries: RetryEvent[] = [];
      const slept: number[] = [];
      const error: unknown = await withRetries(model, {
        attempts,
        firstDelaySeconds: 0.001,
        onRetry: (event) => retries.push(event),
        // How long is looked at below; that it is waited for, in the last test here.
        sleep: async (seconds) => {
          slept.push(seconds);
        },
      })
        .generate(makeRequest(streams ? { onDelta: () => {} } : {}))
        .catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(ModelError);
      const modelError = error as ModelError;
      expect(modelError).toMatchObject({ fault, retryable });
      expect(modelError.message).toContain(says);
      expect(modelError.message).toMatch(
        /^cannot get a reply from openai:gpt-4o: found .+, expected .+\. .+\.$/,
      );
      if (status !== undefined) expect(modelError.status).toBe(status);
      if (text !== undefined) expect(modelError.text).toContain(text);
      const asked = retryable && !again?.startsWith('no') ? attempts : 1;
      expect(retries).toHaveLength(asked - 1);
      // A server that cannot be reached has seen nothing.
      if (row.reply !== undefined) expect(endpoint.calls).toHaveLength(asked);
      const { retryAfter = 0 } = modelError;
      expect(retries.map(({ delaySeconds }) => delaySeconds)).toEqual(slept);
      for (const seconds of slept) expect(seconds).toBeGreaterThanOrEqual(retryAfter);
      expect(inspect(modelError, { depth: 10, showHidden: true })).not.toContain(key);
    } finally {
      await endpoint.close();
    }
  });

  it.each(faultRows)('$name leaves a checked report, or with `strict` an error', async (row) => {
    const endpoint = await serveRow(row);
    try {
      const theCase = await readExample('nurse');
      const write = async (strict: boolean) => {
        const model = await openModel('openai:gpt-4o', {
          apiKey: key,
          baseUrl: endpoint.url,
          timeoutMs: 150,
        });
        return writeReport(theCase, { model, strict, sections, retry: { attempts: 1 } }).report;
      };
      const report = await write(false);
      expect(report.check.summary.errors).toBe(0);
      expect(report.writer.sentences).toMatchObject({ model: 0, repaired: 0 });
      expect(report.writer.sentences.offline).toBeGreaterThan(2);
      await expect(write(true)).rejects.toMatchObject({ code: 'model' });
    } finally {
      await endpoint.close();
    }
  });

  it('waits as long as the server asks', async () => {
    const times: number[] = [];
    const server = await startScriptedServer(({ index }) => {
      times.push(performance.now());
      return index === 0 ? { status: 429, headers: { 'retry-after': '1' }, error: { message: 'Slow.' } } : {};
    });
    const model = await openModel('openai:gpt-4o', { apiKey: key, baseUrl: server.url });
    await withRetries(model, { firstDelaySeconds: 0.001 }).generate(makeRequest());
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(1000);
    await server.close();
  });

  it('keeps the usage of a reply that cannot be used', async () => {
    const server = await startScriptedServer(() => ({ content: '{"a', finishReason: 'length' }));
    const model = await openModel('openai:gpt-4o', { apiKey: key, baseUrl: server.url });
    await expect(model.generate(makeRequest())).rejects.toMatchObject({
      usage: { inputTokens: 100, outputTokens: 20 },
      finishReason: 'length',
    });
    await server.close();
  });
});

describe('text that is not what was asked for', () => {
  it.each([
    ['prose', 'Here is the section you asked for.'],
    ['half an object', '{"paragraphs": ["One"'],
    ['100 KB', 'word '.repeat(20_000)],
    ['fenced JSON', '```json\n{"paragraphs": []}\n```'],
  ])('hands over %s as it is', async (_, content) => {
    const server = await startScriptedServer(() => ({ content }));
    const model = await openModel('openai:gpt-4o', { apiKey: key, baseUrl: server.url });
    const reply = await model.generate(makeRequest());
    expect(reply).toEqual({
      text: content,
      finishReason: 'stop',
      model: 'gpt-4o',
      requestId: 'req_0',
      responseId: 'chatcmpl-0',
      usage: { inputTokens: 100, outputTokens: 20 },
    });
    await server.close();
  });

  it('counts nothing where the server counts nothing', async () => {
    const server = await startScriptedServer(() => ({ usage: null }));
    const model = await openModel('openai:gpt-4o', { apiKey: key, baseUrl: server.url });
    expect((await model.generate(makeRequest())).usage).toEqual({ inputTokens: null, outputTokens: null });
    await server.close();
  });
});
