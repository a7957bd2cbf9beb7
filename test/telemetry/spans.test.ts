import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AbortedError } from '../../src/errors.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { fromFunction, openModel } from '../../src/model/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { SECTIONS } from '../../src/sections/index.ts';
import { openTelemetry } from '../../src/telemetry/index.ts';
import { VERSION } from '../../src/version.ts';
import { writeReport } from '../../src/write-report.ts';
import { readExample } from '../support/read-example.ts';
import { type Script, type ScriptedServer, startScriptedServer } from '../support/scripted-server.ts';
import { contradictingWriter, perfectWriter, sectionOf, stubbornWriter } from '../support/scripted-writer.ts';
import { namesOf, registerSdk, textOf, treesOf } from './capture-spans.ts';

const KEY = 'sk-test-key-0123456789';
const ids = SECTIONS.map(({ id }) => id);
const [first = ''] = ids;
const CHAT = 'chat scripted-model';

let sdk: ReturnType<typeof registerSdk>;
const servers: ScriptedServer[] = [];
beforeAll(() => {
  sdk = registerSdk();
});
afterEach(async () => {
  sdk.reset();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
afterAll(() => sdk.unregister());

type Sheet = ReturnType<typeof computeFacts>;

/** Writes a report with the real client over real HTTP, and gives its spans. */
async function write(
  script: (sheet: Sheet) => Script,
  options: NonNullable<Parameters<typeof writeReport>[1]> = {},
) {
  const theCase = await readExample('nurse');
  const server = await startScriptedServer(script(computeFacts(theCase, { resources: builtInResources() })));
  servers.push(server);
  const model = await openModel('openai:scripted-model', { apiKey: KEY, baseUrl: server.url });
  const telemetry = await openTelemetry();
  const run = writeReport(theCase, { model, telemetry, retry: { firstDelaySeconds: 0.001 }, ...options });
  // Whoever reads no events has spans nevertheless.
  const [result] = await Promise.allSettled([run.report]);
  const spans = [...sdk.spans()];
  const named = (name: string) => spans.filter((span) => span.name === name);
  const callsOf = (section: string) =>
    named(CHAT).filter((span) => span.attributes['gapwright.section'] === section);
  const sectionSpan = (section: string) => named(`gapwright section ${section}`)[0];
  return { result, server, spans, named, callsOf, sectionSpan, report: named('gapwright report')[0] };
}

describe('the tree of spans', () => {
  it('has the sections beneath the report, and the calls beneath their section', async () => {
    const { spans } = await write(perfectWriter);
    expect(namesOf(treesOf(spans))).toEqual([
      ['gapwright report', ...ids.map((id) => [`gapwright section ${id}`, CHAT])],
    ]);
    expect(new Set(spans.map((span) => span.spanContext().traceId)).size).toBe(1);
    for (const { instrumentationScope } of spans)
      expect(instrumentationScope).toMatchObject({ name: 'gapwright', version: VERSION });
    for (const { name, kind, status } of spans) {
      expect(kind).toBe(name === CHAT ? SpanKind.CLIENT : SpanKind.INTERNAL);
      expect(status).toEqual({ code: SpanStatusCode.UNSET });
    }
  });

  it('has the repair beneath its section too, with the finding and the repair as events', async () => {
    const { spans, sectionSpan, callsOf } = await write(contradictingWriter);
    expect(namesOf(treesOf(spans))).toEqual([
      ['gapwright report', ...ids.map((id) => [`gapwright section ${id}`, CHAT, CHAT])],
    ]);
    for (const id of ids) {
      expect(callsOf(id).map((span) => span.attributes['gapwright.purpose'])).toEqual(['section', 'repair']);
      const events = sectionSpan(id)?.events ?? [];
      expect(new Set(events.map(({ name }) => name))).toEqual(
        new Set(['gapwright.finding', 'gapwright.repair']),
      );
      expect(events.at(-1)).toMatchObject({ name: 'gapwright.repair', attributes: { 'gapwright.round': 1 } });
      expect(events.at(-1)?.attributes?.['gapwright.sentences']).toBeGreaterThanOrEqual(1);
    }
    const [finding] = sectionSpan('skill-gap-assessment')?.events ?? [];
    expect(finding?.attributes).toEqual({
      'gapwright.rule': 'skill-polarity',
      'gapwright.severity': 'error',
      'gapwright.round': 1,
    });
  });

  it('lies beneath the span that is active where the report is asked for', async () => {
    await trace.getTracer('caller').startActiveSpan('caller', async (span) => {
      await write(perfectWriter);
      span.end();
    });
    const [tree] = treesOf(sdk.spans());
    expect(tree?.span.name).toBe('caller');
    expect(tree?.children.map(({ span }) => span.name)).toEqual(['gapwright report']);
  });

  it('makes the span of a call active while the call runs', async () => {
    const active: (string | undefined)[] = [];
    const model = fromFunction('mine', () => {
      active.push(trace.getActiveSpan()?.spanContext().spanId);
      return '{}';
    });
    const { named } = await write(perfectWriter, { model, maxRepairs: 0 });
    const calls = named('chat mine').map((span) => span.spanContext().spanId);
    expect(calls).toHaveLength(ids.length);
    expect([...active].sort()).toEqual([...calls].sort());
  });

  it('keeps two reports at the same time apart', async () => {
    const theCase = await readExample('nurse');
    const server = await startScriptedServer(
      perfectWriter(computeFacts(theCase, { resources: builtInResources() })),
    );
    servers.push(server);
    const model = await openModel('openai:scripted-model', { apiKey: KEY, baseUrl: server.url });
    const telemetry = await openTelemetry();
    await Promise.all([1, 2].map(() => writeReport(theCase, { model, telemetry }).report));
    const trees = treesOf(sdk.spans());
    expect(trees).toHaveLength(2);
    for (const tree of trees) {
      expect(new Set(tree.children.map(({ span }) => span.name)).size).toBe(ids.length);
      for (const { children } of tree.children) expect(children).toHaveLength(1);
    }
  });

  it('is the report alone where no model writes', async () => {
    const telemetry = await openTelemetry();
    const report = await writeReport(await readExample('nurse'), { telemetry }).report;
    const [span, ...others] = sdk.spans();
    expect(others).toEqual([]);
    expect(span?.attributes).toMatchObject({
      'gapwright.model': 'offline',
      'gapwright.sentences.model': 0,
      'gapwright.sentences.offline': report.writer.sentences.offline,
      'gapwright.usage.calls': 0,
    });
  });

  it('tells of sections that were kept from an earlier run, and has no span for them', async () => {
    const kept = new Map<string, never>();
    const journal = {
      begin: async () => {},
      get: async (id: string) => kept.get(id),
      put: async (id: string, drafted: unknown) => {
        if (id !== first) kept.set(id, drafted as never);
      },
    };
    await write(perfectWriter, { journal });
    sdk.reset();
    const { spans, report } = await write(perfectWriter, { journal });
    expect(namesOf(treesOf(spans))).toEqual([['gapwright report', [`gapwright section ${first}`, CHAT]]]);
    expect(report?.events.map(({ name, attributes }) => [name, attributes?.['gapwright.section']])).toEqual(
      ids.slice(1).map((id) => ['gapwright.kept', id]),
    );
  });
});

describe('attributes', () => {
  it('of a call are those of the GenAI conventions', async () => {
    const { callsOf, server } = await write((sheet) => {
      const writer = perfectWriter(sheet);
      return async (call) => ({
        ...(await writer(call)),
        usage: {
          prompt_tokens: 900,
          completion_tokens: 200,
          prompt_tokens_details: { cached_tokens: 640 },
        },
      });
    });
    const index = server.calls.findIndex((call) => sectionOf(call).id === first);
    const { temperature, max_tokens, max_completion_tokens } = server.calls[index]?.body ?? {};
    const [span] = callsOf(first);
    expect(span?.attributes).toEqual({
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'openai',
      'gen_ai.request.model': 'scripted-model',
      ...(temperature !== undefined && { 'gen_ai.request.temperature': temperature }),
      ...((max_tokens ?? max_completion_tokens) !== undefined && {
        'gen_ai.request.max_tokens': max_tokens ?? max_completion_tokens,
      }),
      'gen_ai.output.type': 'json',
      'gen_ai.response.id': `chatcmpl-${index}`,
      'gen_ai.response.model': 'scripted-model',
      'gen_ai.response.finish_reasons': ['stop'],
      'gen_ai.usage.input_tokens': 900,
      'gen_ai.usage.output_tokens': 200,
      'gen_ai.usage.cache_read.input_tokens': 640,
      'gapwright.section': first,
      'gapwright.purpose': 'section',
      'gapwright.request.id': `req_${index}`,
    });
  });

  it('of a section and of the report count its sentences and what it took', async () => {
    const { result, report, sectionSpan } = await write(contradictingWriter);
    expect(result?.status).toBe('fulfilled');
    expect(sectionSpan(first)?.attributes).toMatchObject({
      'gapwright.section': first,
      'gapwright.sentences.repaired': 1,
      'gapwright.sentences.offline': 0,
      'gapwright.usage.calls': 2,
      'gapwright.usage.input_tokens': 200,
      'gapwright.usage.output_tokens': 40,
    });
    expect(report?.attributes).toMatchObject({
      'gapwright.model': 'openai:scripted-model',
      'gapwright.sections': 6,
      'gapwright.check.errors': 0,
      'gapwright.sentences.repaired': 6,
      'gapwright.usage.calls': 12,
      'gapwright.usage.input_tokens': 1200,
    });
    // Sums over gen_ai.usage must count each call once.
    expect(Object.keys(report?.attributes ?? {}).filter((name) => name.startsWith('gen_ai.'))).toEqual([]);
  });

  it('leave out what the server does not count', async () => {
    const { named, report } = await write((sheet) => {
      const writer = perfectWriter(sheet);
      return async (call) => ({ ...(await writer(call)), usage: null });
    });
    const names = [...named(CHAT), report].flatMap((span) => Object.keys(span?.attributes ?? {}));
    expect(names.filter((name) => name.endsWith('_tokens') && name.includes('usage'))).toEqual([]);
    expect(names).toContain('gapwright.usage.calls');
  });
});

describe('faults', () => {
  it('make each attempt a span of its own: 429, then a reply', async () => {
    const { named, callsOf, sectionSpan, spans } = await write((sheet) => {
      const writer = perfectWriter(sheet);
      let refused = false;
      return (call) => {
        if (refused || sectionOf(call).id !== first) return writer(call);
        refused = true;
        return { status: 429, error: { message: 'slow down', type: 'rate_limit_error' } };
      };
    });
    expect(named(CHAT)).toHaveLength(ids.length + 1);
    const [failed, good] = callsOf(first);
    expect(failed?.attributes).toMatchObject({
      'error.type': 'rate-limit',
      'http.response.status_code': 429,
      'gen_ai.operation.name': 'chat',
      'gen_ai.request.model': 'scripted-model',
    });
    expect(failed?.status).toEqual({ code: SpanStatusCode.ERROR });
    expect(failed?.events).toEqual([]);
    expect(good?.attributes).not.toHaveProperty('error.type');
    expect(good?.attributes['gen_ai.response.finish_reasons']).toEqual(['stop']);
    const section = sectionSpan(first);
    expect([failed, good].map((span) => span?.parentSpanContext?.spanId)).toEqual(
      Array(2).fill(section?.spanContext().spanId),
    );
    expect(section?.events.map(({ name, attributes }) => [name, attributes])).toEqual([
      [
        'gapwright.retry',
        {
          'gapwright.attempt': 1,
          'gapwright.delay_seconds': expect.any(Number),
          'error.type': 'rate-limit',
        },
      ],
    ]);
    expect(section?.status).toEqual({ code: SpanStatusCode.UNSET });
    expect(textOf(spans)).not.toContain('slow down');
  });

  it('that are for good show in the call and in the fallback, and the report is no failure', async () => {
    const { callsOf, sectionSpan, report } = await write(() => () => ({
      status: 401,
      error: { message: 'bad key' },
    }));
    expect(callsOf(first).map((span) => span.attributes['error.type'])).toEqual(['auth']);
    const [fallback] = sectionSpan(first)?.events ?? [];
    expect(fallback?.name).toBe('gapwright.fallback');
    expect(fallback?.attributes).toEqual({
      'gapwright.sentences': expect.any(Number),
      'error.type': 'auth',
    });
    expect(sectionSpan(first)?.attributes).toMatchObject({ 'gapwright.sentences.model': 0 });
    expect(report?.status).toEqual({ code: SpanStatusCode.UNSET });
  });

  it('that repairs do not mend have a fallback without an error', async () => {
    const { sectionSpan } = await write(stubbornWriter, { maxRepairs: 1 });
    const fallback = sectionSpan(first)?.events.find(({ name }) => name === 'gapwright.fallback');
    expect(fallback?.attributes).toEqual({ 'gapwright.sentences': expect.any(Number) });
  });

  it('keep the counts and the end of a reply that cannot be used', async () => {
    const { callsOf } = await write(
      () => () => ({ content: '{"paragraphs": [{"sen', finishReason: 'length' }),
      {
        retry: { attempts: 1 },
      },
    );
    expect(callsOf(first)[0]?.attributes).toMatchObject({
      'error.type': 'length',
      'gen_ai.response.finish_reasons': ['length'],
      'gen_ai.usage.input_tokens': 100,
      'gen_ai.usage.output_tokens': 20,
    });
  });

  it('end the report as failed with strict, and no span stays open', async () => {
    const { result, report, sectionSpan, named } = await write(
      (sheet) => {
        const writer = perfectWriter(sheet);
        return (call) =>
          sectionOf(call).id === first ? { status: 401, error: { message: 'bad key' } } : writer(call);
      },
      { strict: true, concurrency: 1 },
    );
    expect(result?.status).toBe('rejected');
    for (const span of [report, sectionSpan(first), named(CHAT)[0]]) {
      expect(span?.attributes['error.type']).toBe('auth');
      expect(span?.status).toEqual({ code: SpanStatusCode.ERROR });
    }
  });

  it('say that a run was stopped', async () => {
    const stop = new AbortController();
    const { result, report, sectionSpan } = await write(
      () => () => {
        stop.abort();
        return { fault: 'hang' };
      },
      { signal: stop.signal },
    );
    expect(result?.status === 'rejected' && result.reason).toBeInstanceOf(AbortedError);
    expect(report?.attributes['error.type']).toBe('aborted');
    for (const id of ids) expect(sectionSpan(id)?.attributes['error.type']).toBe('aborted');
  });
});

describe('what spans never hold', () => {
  it.each([
    ['a model that contradicts the facts', contradictingWriter],
    [
      'a server that echoes the prompt and the key everywhere',
      (): Script => (call) => {
        const echo = `${call.body.messages.at(-1)?.content} ${call.headers.authorization}`;
        if (call.index % 3 === 0) return { status: 400, error: { message: echo, type: echo, code: echo } };
        if (call.index % 3 === 1) return { content: null, refusal: echo };
        const message = { role: 'assistant', content: echo };
        return {
          body: JSON.stringify({
            id: echo,
            model: call.index % 2 ? echo : KEY,
            choices: [{ index: 0, message, finish_reason: echo }],
          }),
        };
      },
    ],
  ])('is text of prompts, replies, inputs, or the key: %s', async (_, script) => {
    const { spans, server, result } = await write(script, { maxRepairs: 1 });
    const text = textOf(spans);
    expect(text).not.toContain(KEY);
    expect(text).not.toContain('sk-test');
    const theCase = await readExample('nurse');
    expect(text).not.toContain(theCase.resume.basics?.name);
    const written = result?.status === 'fulfilled' ? result.value.sections : [];
    const replies = written.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : [])),
    );
    const texts = [
      ...server.calls.flatMap((call) => call.body.messages.map(({ content }) => content)),
      ...replies.flatMap((sentence) => [sentence.text, ...sentence.history.map(({ template }) => template)]),
    ];
    // Any three words in a row would give a text away.
    const parts = texts.flatMap((whole) => whole.match(/[\p{L}\d]+ [\p{L}\d]+ [\p{L}\d]+/gu) ?? []);
    expect(parts.length).toBeGreaterThan(200);
    expect(parts.filter((part) => text.includes(part))).toEqual([]);
    // No value of any span holds more than a name.
    const values = spans.flatMap(({ attributes, events }) =>
      [attributes, ...events.map((event) => event.attributes ?? {})].flatMap((all) => Object.values(all)),
    );
    expect(values.filter((value) => typeof value === 'string' && /\s/.test(value))).toEqual([]);
  });
});
