import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AbortedError, ModelError, OutputError } from '../../src/errors.ts';
import {
  fromFunction,
  type Model,
  type ModelRequest,
  openModel,
  withRetries,
} from '../../src/model/index.ts';
import { cacheReplies, Recording, recordReplies, replayReplies } from '../../src/record/index.ts';
import { makeRequest } from '../model/requests.ts';
import { startScriptedServer } from '../support/scripted-server.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gapwright-record-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(dir, { recursive: true, force: true });
});

/** A model that says something new each time, and counts its calls. */
function talker(more: { finishReason?: string } = {}) {
  const calls: ModelRequest[] = [];
  const model = fromFunction('test:talker', async (request) => {
    calls.push(request);
    const number = calls.length;
    // Later calls are not always answered later.
    await new Promise((resolve) => setTimeout(resolve, number % 3));
    return {
      text: `{"n":${number}}\nsecond line\r\n`,
      model: 'talker-1',
      requestId: `req-${number}`,
      usage: { inputTokens: number, outputTokens: null, cachedInputTokens: 1 },
      ...more,
    };
  });
  return { model, calls };
}

const ask = (content: string, more: Partial<ModelRequest> = {}) =>
  makeRequest({ messages: [{ role: 'user', content }], ...more });

describe('record and replay', () => {
  it('gives the same replies again, without the model', async () => {
    const { model } = talker({ finishReason: 'stop' });
    const recorder = recordReplies(model, dir);
    const { requestId: _, ...reply } = await recorder.generate(ask('one'));
    const fetches = vi.spyOn(globalThis, 'fetch');
    const player = replayReplies('test:talker', dir);
    expect(player.id).toBe(recorder.id);
    expect(await player.generate(ask('one'))).toEqual(reply);
    expect(fetches).not.toHaveBeenCalled();
  });

  it('keeps the order of equal requests', async () => {
    const recorder = recordReplies(talker().model, dir);
    const recorded = [];
    for (let call = 0; call < 3; call++) recorded.push((await recorder.generate(ask('same'))).text);
    expect(new Set(recorded).size).toBe(3);
    const player = replayReplies('test:talker', dir);
    const played = [];
    for (let call = 0; call < 3; call++) played.push((await player.generate(ask('same'))).text);
    expect(played).toEqual(recorded);
  });

  it('is the same in whatever order and however many at once', async () => {
    const request = fc.record({
      content: fc.constantFrom('a', 'b', 'c'),
      section: fc.constantFrom('one', 'two'),
      purpose: fc.constantFrom('section' as const, 'repair' as const),
      temperature: fc.constantFrom(undefined, 0, 1),
    });
    const plan = fc
      .array(request, { maxLength: 12 })
      .chain((requests) =>
        fc.tuple(
          fc.constant(requests),
          fc.shuffledSubarray([...requests.keys()], { minLength: requests.length }),
        ),
      );
    await fc.assert(
      fc.asyncProperty(plan, async ([requests, order]) => {
        const folder = await mkdtemp(join(dir, 'run-'));
        const toRequest = ({ content, temperature, ...more }: (typeof requests)[number]) =>
          ask(content, { ...more, ...(temperature === undefined ? {} : { temperature }) });
        // Equal requests cannot be told apart, so what is compared is what each kind of them got.
        const run = async (model: Model, indexes: readonly number[]) => {
          const got = new Map<string, string[]>();
          const replies = await Promise.all(
            indexes.map(async (at) => {
              const asked = toRequest(requests[at] as (typeof requests)[number]);
              return [JSON.stringify(asked), (await model.generate(asked)).text] as const;
            }),
          );
          for (const [kind, text] of replies) got.set(kind, [...(got.get(kind) ?? []), text]);
          return Object.fromEntries([...got].sort());
        };
        const recorded = await run(recordReplies(talker().model, folder), [...requests.keys()]);
        expect(await run(replayReplies('test:talker', folder), order)).toEqual(recorded);
        expect(await run(replayReplies('test:talker', folder), [...requests.keys()])).toEqual(recorded);
      }),
      { numRuns: 30 },
    );
  });

  it('writes one file for each reply, which can be read', async () => {
    await recordReplies(talker().model, dir, { prompts: ['b2', 'a1'] }).generate(
      ask('line one\nline two', { temperature: 0.2, maxOutputTokens: 50, onDelta: () => {} }),
    );
    const [name = '', ...others] = await readdir(dir);
    expect(others).toEqual([]);
    expect(name).toMatch(/^roadmap\.section\.1\.[0-9a-f]{20}\.json$/);
    const text = await readFile(join(dir, name), 'utf8');
    const recording = Recording.parse(JSON.parse(text));
    expect(recording).toEqual({
      schema: 'gapwright/recording@1',
      key: expect.stringMatching(/^[0-9a-f]{64}$/),
      attempt: 1,
      request: {
        model: 'test:talker',
        purpose: 'section',
        section: 'roadmap',
        prompts: ['a1', 'b2'],
        messages: [{ role: 'user', content: ['line one', 'line two'] }],
        schema: { name: 'section_roadmap', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
        temperature: 0.2,
        maxOutputTokens: 50,
      },
      reply: {
        text: ['{"n":1}', 'second line\r', ''],
        model: 'talker-1',
        usage: { inputTokens: 1, outputTokens: null, cachedInputTokens: 1 },
      },
    });
    expect(text).toContain('\n          "line one",\n');
  });

  it.each<[string, Partial<ModelRequest>]>([
    ['message', { messages: [{ role: 'user', content: 'other' }] }],
    ['role', { messages: [{ role: 'system', content: 'one' }] }],
    ['section', { section: 'other' }],
    ['purpose', { purpose: 'repair' }],
    ['temperature', { temperature: 0 }],
    ['limit', { maxOutputTokens: 5 }],
    ['name of the schema', { schema: { ...makeRequest().schema, name: 'other' } }],
    ['schema', { schema: { ...makeRequest().schema, json: { type: 'object' } } }],
  ])('tells requests apart by %s', async (_, more) => {
    await recordReplies(talker().model, dir).generate(ask('one'));
    await expect(replayReplies('test:talker', dir).generate(ask('one', more))).rejects.toThrow(ModelError);
  });

  it('tells models and prompts apart, and takes no notice of the order of keys', async () => {
    await recordReplies(talker().model, dir, { prompts: ['p1', 'p2'] }).generate(ask('one'));
    const { schema } = makeRequest();
    const turned = { ...schema, json: Object.fromEntries(Object.entries(schema.json).reverse()) };
    const play = (id: string, prompts?: string[]) =>
      replayReplies(id, dir, prompts === undefined ? {} : { prompts }).generate(
        ask('one', { schema: turned }),
      );
    await expect(play('test:talker', ['p2', 'p1'])).resolves.toBeDefined();
    await expect(play('test:other', ['p1', 'p2'])).rejects.toThrow('different model');
    await expect(play('test:talker', ['p1'])).rejects.toThrow('different prompts');
    await expect(play('test:talker')).rejects.toThrow('different prompts');
  });

  it('shows a replayed text at once to who wants to see it grow', async () => {
    await recordReplies(talker().model, dir).generate(ask('one'));
    const deltas: string[] = [];
    const { text } = await replayReplies('test:talker', dir).generate(
      ask('one', { onDelta: (piece) => deltas.push(piece) }),
    );
    expect(deltas).toEqual([text]);
  });
});

describe('a request that was not recorded', () => {
  const missing = (found: RegExp) => ({
    fault: 'not-found',
    retryable: false,
    message: expect.stringMatching(
      new RegExp(
        `^cannot replay the reply of test:talker to a request \\((section|repair) of roadmap, key [0-9a-f]{64}, attempt \\d\\): found ${found.source}, expected its recording\\. Record it again`,
      ),
    ),
  });

  it.each<[string, ModelRequest, RegExp]>([
    [
      'nothing of the kind',
      ask('one', { purpose: 'repair' }),
      /no file .+roadmap\.repair\.1\.[0-9a-f]{20}\.json and no other recording of that section and purpose/,
    ],
    [
      'another text',
      ask('one\nthree'),
      /no file .+; the nearest of 1 other recordings has a different message 1 \(from line 2\)/,
    ],
    [
      'another temperature',
      ask('one\ntwo', { temperature: 1 }),
      /no file .+; the nearest of 1 other recordings has a different temperature/,
    ],
  ])('is an error that says where it looked and what is there: %s', async (_, request, found) => {
    await recordReplies(talker().model, dir).generate(ask('one\ntwo'));
    await expect(replayReplies('test:talker', dir).generate(request)).rejects.toMatchObject(missing(found));
  });

  it('may be an attempt too many', async () => {
    await recordReplies(talker().model, dir).generate(ask('one'));
    const player = replayReplies('test:talker', dir);
    await player.generate(ask('one'));
    await expect(player.generate(ask('one'))).rejects.toMatchObject(
      missing(/no file .+, only fewer attempts than 2 at the same request/),
    );
  });

  it('is one too where the folder is missing or the file is damaged', async () => {
    await expect(replayReplies('test:talker', join(dir, 'no')).generate(ask('one'))).rejects.toThrow(
      ModelError,
    );
    await recordReplies(talker().model, dir).generate(ask('one'));
    const [name = ''] = await readdir(dir);
    await writeFile(join(dir, name), '{"schema": "gapwri');
    await expect(replayReplies('test:talker', dir).generate(ask('one'))).rejects.toMatchObject(
      missing(/the unreadable file .+\.json/),
    );
  });

  it('is not looked for once the caller has stopped', async () => {
    await expect(
      replayReplies('test:talker', dir).generate(ask('one'), { signal: AbortSignal.abort() }),
    ).rejects.toThrow(AbortedError);
  });
});

describe('what goes wrong', () => {
  const failing = (error: ModelError) =>
    fromFunction('test:talker', () => {
      throw error;
    });

  it.each(['empty', 'invalid-reply', 'refusal', 'content-filter', 'length'] as const)(
    'with a reply is recorded: %s',
    async (fault) => {
      const details = {
        retryable: fault === 'empty',
        text: 'I will\nnot',
        finishReason: 'stop',
        status: 200,
        usage: { inputTokens: 3, outputTokens: null },
      };
      const error = new ModelError(fault, `cannot get a reply: ${fault}`, details);
      await expect(recordReplies(failing(error), dir).generate(ask('one'))).rejects.toBe(error);
      const again = await replayReplies('test:talker', dir)
        .generate(ask('one'))
        .catch((caught) => caught);
      expect(again).toBeInstanceOf(ModelError);
      expect(again).toMatchObject({ fault, message: error.message, ...details });
    },
  );

  it.each(['network', 'rate-limit', 'auth', 'timeout', 'budget'] as const)(
    'with the endpoint is not: %s',
    async (fault) => {
      const error = new ModelError(fault, 'No.');
      await expect(recordReplies(failing(error), dir).generate(ask('one'))).rejects.toBe(error);
      expect(await readdir(dir)).toEqual([]);
    },
  );

  it('with the endpoint does not count as an attempt', async () => {
    let calls = 0;
    const shaky = fromFunction('test:talker', () => {
      if (calls++ % 2 === 0) throw new ModelError('server', 'Down.', { retryable: true });
      return `reply ${calls}`;
    });
    const recorder = withRetries(recordReplies(shaky, dir), { firstDelaySeconds: 0.001 });
    const recorded = [await recorder.generate(ask('one')), await recorder.generate(ask('one'))];
    const player = replayReplies('test:talker', dir);
    expect([await player.generate(ask('one')), await player.generate(ask('one'))]).toEqual(recorded);
  });

  it('with the folder is said before anything is asked', async () => {
    const { model, calls } = talker();
    const file = join(dir, 'a-file');
    await writeFile(file, '');
    for (const wrap of [recordReplies, cacheReplies]) {
      await expect(wrap(model, join(file, 'sub')).generate(ask('one'))).rejects.toMatchObject({
        constructor: OutputError,
        message: expect.stringMatching(
          /^cannot write the recording .+: found .+, expected a folder to write in$/,
        ),
      });
    }
    expect(calls).toEqual([]);
  });

  it('cannot lead out of the folder', async () => {
    await recordReplies(talker().model, dir).generate(ask('one', { section: '../../etc/passwd' }));
    expect(await readdir(dir)).toEqual([expect.stringMatching(/^_etc_passwd\.section\.1\./)]);
  });
});

describe('a cache', () => {
  it('asks once for what several runs want, and says that a hit used no tokens', async () => {
    const { model, calls } = talker();
    const first = await cacheReplies(model, dir).generate(ask('one'));
    const hits: ModelRequest[] = [];
    const second = await cacheReplies(model, dir, { onHit: (request) => hits.push(request) }).generate(
      ask('one'),
    );
    expect(second).toEqual({
      text: first.text,
      model: 'talker-1',
      usage: { inputTokens: 0, outputTokens: 0 },
    });
    expect(calls).toHaveLength(1);
    expect(hits).toEqual([ask('one')]);
  });

  it('asks again within a run, for another answer', async () => {
    const { model, calls } = talker();
    const cache = cacheReplies(model, dir);
    const texts = [(await cache.generate(ask('one'))).text, (await cache.generate(ask('one'))).text];
    expect(new Set(texts).size).toBe(2);
    const next = cacheReplies(model, dir);
    expect([(await next.generate(ask('one'))).text, (await next.generate(ask('one'))).text]).toEqual(texts);
    expect(calls).toHaveLength(2);
  });

  it('keeps no failures', async () => {
    let calls = 0;
    const model = fromFunction('test:talker', () => {
      if (calls++ === 0) throw new ModelError('refusal', 'No.');
      return 'Yes.';
    });
    const cache = cacheReplies(model, dir);
    await expect(cache.generate(ask('one'))).rejects.toThrow('No.');
    expect((await cache.generate(ask('one'))).text).toBe('Yes.');
    expect((await cacheReplies(model, dir).generate(ask('one'))).text).toBe('Yes.');
    expect(calls).toBe(2);
  });

  it('mends a damaged file', async () => {
    const { model, calls } = talker();
    await cacheReplies(model, dir).generate(ask('one'));
    const [name = ''] = await readdir(dir);
    await writeFile(join(dir, name), '');
    await cacheReplies(model, dir).generate(ask('one'));
    await cacheReplies(model, dir).generate(ask('one'));
    expect(calls).toHaveLength(2);
  });

  it('reads what was recorded', async () => {
    const { model, calls } = talker();
    const { text } = await recordReplies(model, dir).generate(ask('one'));
    expect((await cacheReplies(model, dir).generate(ask('one'))).text).toBe(text);
    expect(calls).toHaveLength(1);
  });
});

it('writes no key and no header', async () => {
  const key = 'sk-secret-0123456789abcdef';
  const server = await startScriptedServer(({ index }) =>
    index === 0 ? { content: { paragraphs: [] } } : { refusal: `I do not talk to ${key}.` },
  );
  const model = await openModel('openai:m', {
    apiKey: key,
    baseUrl: server.url,
    organization: 'org-secret-1',
    headers: { 'x-gateway': 'gateway-secret-1' },
  });
  const recorder = recordReplies(model, dir);
  await recorder.generate(ask('one'));
  await expect(recorder.generate(ask('two'))).rejects.toMatchObject({ fault: 'refusal' });
  await server.close();
  const names = await readdir(dir);
  expect(names).toHaveLength(2);
  const written = (await Promise.all(names.map((name) => readFile(join(dir, name), 'utf8')))).join('\n');
  expect(written).toContain('I do not talk to [hidden]');
  expect(written).not.toMatch(/secret|127\.0\.0\.1|req_/);
});
