import { afterEach, describe, expect, it } from 'vitest';
import { Report } from '../schemas/index.ts';
import { loadPromptSet } from '../src/draft/index.ts';
import { AbortedError, ModelError } from '../src/errors.ts';
import { computeFacts } from '../src/facts/index.ts';
import { fromFunction, openModel } from '../src/model/index.ts';
import { builtInResources } from '../src/resources/built-in-resources.ts';
import { SECTIONS } from '../src/sections/index.ts';
import { writeReport } from '../src/write-report.ts';
import { EXAMPLES, type ExampleName, readExample } from './support/read-example.ts';
import { type Script, type ScriptedServer, startScriptedServer } from './support/scripted-server.ts';
import {
  contradictingWriter,
  faultsFor,
  perfectCitedWriter,
  perfectDraft,
  perfectPlainWriter,
  perfectWriter,
  sectionOf,
  stubbornWriter,
} from './support/scripted-writer.ts';

const names = Object.keys(EXAMPLES) as ExampleName[];
const servers: ScriptedServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** Writes a report with the real clients over real HTTP. */
async function write(
  name: ExampleName,
  script: (sheet: ReturnType<typeof computeFacts>) => Script,
  options: Parameters<typeof writeReport>[1] = {},
) {
  const theCase = await readExample(name);
  const sheet = computeFacts(theCase, { resources: builtInResources() });
  const server = await startScriptedServer(script(sheet));
  servers.push(server);
  const model = await openModel('openai:scripted-model', {
    apiKey: 'sk-test-key-0123456789',
    baseUrl: server.url,
  });
  const run = writeReport(theCase, { model, retry: { firstDelaySeconds: 0.001 }, ...options });
  const events = [];
  for await (const event of run.events) events.push(event);
  return { report: await run.report, events, server, sheet };
}

const sentencesOf = (report: Report, id: string) =>
  report.sections
    .find((section) => section.id === id)
    ?.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : [])) ?? [];

describe.each(names)('%s', (name) => {
  it('is written offline, clean and valid', async () => {
    const report = await writeReport(await readExample(name)).report;
    expect(report.check.findings.filter((finding) => finding.severity === 'error')).toEqual([]);
    expect(Report.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(report.sections.map((section) => section.title)).toEqual(SECTIONS.map((section) => section.title));
    expect(report.writer.sentences).toMatchObject({ model: 0, repaired: 0 });
  });

  it('comes out as it was drafted from a perfect model', async () => {
    const { report, server, events } = await write(name, perfectWriter);
    expect(server.calls).toHaveLength(SECTIONS.length);
    expect(report.writer.sentences).toMatchObject({ repaired: 0, offline: 0 });
    expect(
      events.filter((event) => event.type === 'section-reply').map((event) => JSON.parse(event.text)),
    ).toHaveLength(6);
    expect(report.writer.usage).toEqual({ calls: 6, inputTokens: 5400, outputTokens: 1200 });
    expect(report.check.summary.errors).toBe(0);
  });

  it('is repaired where a model contradicts the facts in each section', async () => {
    const { report, server, events, sheet } = await write(name, contradictingWriter);
    expect(report.check.summary.errors).toBe(0);
    expect(report.writer.sentences).toMatchObject({ repaired: 6, offline: 0 });
    expect(server.calls).toHaveLength(2 * SECTIONS.length);
    const faults = faultsFor(sheet);
    for (const { id } of SECTIONS) {
      const [repaired] = sentencesOf(report, id).filter((sentence) => sentence.provenance === 'repaired');
      expect(repaired?.history).toHaveLength(1);
      expect(repaired?.history[0]?.template).toBe(faults[id]?.text);
      expect(repaired?.history[0]?.findings.map((finding) => finding.rule)).toContain(faults[id]?.rule);
    }
    expect(events.filter((event) => event.type === 'section-repair')).toHaveLength(6);
  });

  it('has offline sentences in the place of those that a model never learns to mend', async () => {
    const { report, server, sheet, events } = await write(name, stubbornWriter, { maxRepairs: 2 });
    expect(report.check.summary.errors).toBe(0);
    expect(report.writer.sentences.repaired).toBe(0);
    expect(report.writer.sentences.offline).toBeGreaterThanOrEqual(6);
    expect(server.calls).toHaveLength(3 * SECTIONS.length);
    const written = events.map((event) => (event.type === 'section-fallback' ? event.sentences : 0));
    expect(written.reduce((sum, count) => sum + count)).toBe(report.writer.sentences.offline);
    const text = JSON.stringify(
      report.sections.flatMap((section) => sentencesOf(report, section.id).map((sentence) => sentence.text)),
    );
    for (const { text: wrong } of Object.values(faultsFor(sheet))) expect(text).not.toContain(wrong);
  });
});

it('says so where a sentence that stays wrong is left out, because all that the offline writer has is there', async () => {
  const wrong = { text: 'Hire them at https://evil.example today.', facts: ['role.title'] };
  const { report, events } = await write(
    'ai-engineer',
    (sheet) => (call) => {
      if (call.purpose === 'repair') return { content: { sentences: [{ id: 1, ...wrong }] } };
      const [first, ...others] = perfectDraft(sectionOf(call), sheet).paragraphs;
      return { content: { paragraphs: [{ sentences: [wrong, ...(first?.sentences ?? [])] }, ...others] } };
    },
    { maxRepairs: 1 },
  );
  expect(JSON.stringify(report.sections)).not.toContain('evil');
  expect(report.writer.sentences).toMatchObject({ repaired: 0, offline: 0 });
  const fallbacks = events.filter((event) => event.type === 'section-fallback');
  expect(fallbacks.map(({ sentences, leftOut }) => [sentences, leftOut])).toEqual(SECTIONS.map(() => [0, 1]));
  const notes = (report.writer.calls ?? []).filter(({ mended }) =>
    mended.some((note) => note.includes('left out')),
  );
  expect(notes.map(({ purpose }) => purpose)).toEqual(SECTIONS.map(() => 'repair'));
});

describe('a repair', () => {
  it('sends the faulty sentences alone, with their findings', async () => {
    const { server } = await write('ai-engineer', contradictingWriter);
    const repair = server.calls.find(
      (call) => call.purpose === 'repair' && call.section === 'executive_summary',
    );
    const text = repair?.body.messages.at(-1)?.content ?? '';
    expect(text).toContain('still lacks Python');
    expect(text).toContain('"rule": "skill-polarity"');
    expect(text).toContain('"expected"');
    expect(text).not.toContain('Study does not replace');
  });

  it('may change nothing but what was sent', async () => {
    const { report } = await write('ai-engineer', (sheet) => {
      const writer = contradictingWriter(sheet);
      return async (call) => {
        const reply = await writer(call);
        if (call.purpose !== 'repair') return reply;
        const { sentences } = reply.content as { sentences: object[] };
        return { content: { sentences: [...sentences, { id: 2, text: 'Everything is fine.', facts: [] }] } };
      };
    });
    expect(JSON.stringify(report)).not.toContain('Everything is fine');
  });

  it('adds what must be said and was not', async () => {
    const { report, events } = await write('ai-engineer', (sheet) => {
      const writer = perfectWriter(sheet);
      return async (call) => {
        if (call.section !== 'upskilling_roadmap') return writer(call);
        const good = (await writer(call)).content as {
          paragraphs: { sentences: { text: string; facts: string[] }[] }[];
        };
        const [total, phases] = good.paragraphs;
        if (call.purpose === 'repair') {
          expect(call.body.messages.at(-1)?.content).toContain('the length of the roadmap');
          return {
            content: {
              sentences: (total?.sentences ?? []).map((sentence, at) => ({ id: 100 + at, ...sentence })),
            },
          };
        }
        return { content: { paragraphs: [phases] } };
      };
    });
    const added = sentencesOf(report, 'upskilling-roadmap').filter(
      (sentence) => sentence.provenance === 'repaired',
    );
    expect(added[0]?.template).toContain('{{roadmap.weeks}}');
    expect(events.filter((event) => event.type === 'section-repair')).toHaveLength(1);
  });
});

describe('prompt styles', () => {
  it.each([
    ['cited', perfectCitedWriter],
    ['plain', perfectPlainWriter],
  ] as const)(
    '%s: a perfect model needs no repair, and its sentences stand as it wrote them',
    async (style, writer) => {
      for (const name of names) {
        const { report, server } = await write(name, writer, { prompts: await loadPromptSet({ style }) });
        expect(report.writer.sentences).toMatchObject({ repaired: 0, offline: 0 });
        expect(server.calls).toHaveLength(SECTIONS.length);
        expect(report.check.summary.errors).toBe(0);
      }
    },
  );

  it('plain: prose that contradicts the facts is repaired or replaced', async () => {
    const { report } = await write(
      'ai-engineer',
      (sheet) => {
        const writer = perfectPlainWriter(sheet);
        return async (call) => {
          if (call.purpose === 'repair')
            return { content: { sentences: [{ id: 1, text: 'Python is missing.' }] } };
          const { text } = (await writer(call)).content as { text: string };
          return {
            content: { text: call.section === 'skill_gap_assessment' ? `Python is missing. ${text}` : text },
          };
        };
      },
      { prompts: await loadPromptSet({ style: 'plain' }), maxRepairs: 1 },
    );
    expect(
      JSON.stringify(sentencesOf(report, 'skill-gap-assessment').map((sentence) => sentence.text)),
    ).not.toContain('Python is missing');
    expect(report.check.summary.errors).toBe(0);
  });
});

describe('deltas', () => {
  it('are pieces of the replies, in order, and change nothing', async () => {
    const { report, events } = await write('nurse', perfectWriter, { deltas: true });
    expect(report.writer.sentences).toMatchObject({ repaired: 0, offline: 0 });
    for (const { id } of SECTIONS) {
      const pieces = events.flatMap((event) =>
        event.type === 'section-delta' && event.section === id ? event.text : [],
      );
      const [reply] = events.flatMap((event) =>
        event.type === 'section-reply' && event.section === id ? event.text : [],
      );
      expect(pieces.length).toBeGreaterThan(1);
      expect(pieces.join('')).toBe(reply);
    }
  });
});

describe('a repair that cannot be had', () => {
  it('costs only the faulty sentences', async () => {
    const { report } = await write(
      'ai-engineer',
      (sheet) => {
        const writer = contradictingWriter(sheet);
        return (call) =>
          call.purpose === 'repair' ? { status: 401, error: { message: 'expired' } } : writer(call);
      },
      { retry: { attempts: 1 } },
    );
    expect(report.writer.sentences.repaired).toBe(0);
    expect(report.writer.sentences.model).toBeGreaterThan(20);
    expect(report.writer.sentences.offline).toBeLessThan(12);
  });
});

describe('privacy', () => {
  it.each(names)(
    '%s: no name, employer, school, mail, phone or free text reaches the model',
    async (name) => {
      const theCase = await readExample(name);
      const { server } = await write(name, contradictingWriter);
      const sent = server.calls.map((call) => call.raw).join('\n');
      const { basics, work = [], education = [], volunteer = [] } = theCase.resume;
      const secrets = [
        basics?.name,
        ...(basics?.name?.split(' ') ?? []),
        basics?.email,
        basics?.phone,
        basics?.summary,
        basics?.location?.city,
        ...work.flatMap((job) => [job.name, ...(job.highlights ?? [])]),
        ...volunteer.flatMap((post) => [post.organization, ...(post.highlights ?? [])]),
        ...education.map((study) => study.institution),
      ].filter((text) => text !== undefined);
      expect(secrets.length).toBeGreaterThan(5);
      for (const secret of secrets) expect(sent).not.toContain(secret);
    },
  );
});

describe('what a report costs', () => {
  const prices = {
    currency: 'EUR',
    asOf: '2026-11',
    models: { 'openai:scripted-model': { input: 10, cachedInput: 1, output: 100 } },
  };
  const usage = { prompt_tokens: 1000, completion_tokens: 10, prompt_tokens_details: { cached_tokens: 400 } };

  it('is kept for each call and in all, by the table of prices', async () => {
    const { report, events } = await write(
      'nurse',
      (sheet) => async (call) => ({ ...(await contradictingWriter(sheet)(call)), usage }),
      { prices },
    );
    expect(report.writer.cost).toEqual({ amount: 0.0888, currency: 'EUR', pricesAsOf: '2026-11' });
    expect(report.writer.calls).toEqual(
      SECTIONS.flatMap(({ id }) =>
        (['section', 'repair'] as const).map((purpose) => ({
          ...{ section: id, purpose, inputTokens: 1000, outputTokens: 10, cachedInputTokens: 400 },
          ...{ cost: 0.0074, mended: [] },
        })),
      ),
    );
    for (const event of events) {
      if (event.type === 'section-reply')
        expect(event).toMatchObject({ cost: 0.0074, usage: { inputTokens: 1000 } });
      if (event.type === 'section-end') expect(event).toMatchObject({ cost: 0.0148, usage: { calls: 2 } });
      if (event.type === 'report-end') expect(event).toMatchObject({ cost: 0.0888 });
    }
  });

  it('is unknown, and not 0, where there is no price', async () => {
    const { report } = await write('nurse', perfectWriter);
    expect(report.writer.cost).toMatchObject({ amount: null, currency: 'USD' });
    expect(report.writer.calls?.map(({ cost }) => cost)).toEqual(SECTIONS.map(() => null));
  });

  it('is unknown where one reply has no counts', async () => {
    const { report } = await write(
      'nurse',
      (sheet) => async (call) => ({
        ...(await perfectWriter(sheet)(call)),
        ...(call.index === 3 && { usage: null }),
      }),
      { prices },
    );
    expect(report.writer.cost?.amount).toBeNull();
    expect(report.writer.usage).toEqual({ calls: 6, inputTokens: null, outputTokens: null });
    expect(report.writer.calls?.filter(({ cost }) => cost === null)).toHaveLength(1);
  });

  it('counts replies that cannot be used, and attempts that are made again', async () => {
    const { report } = await write(
      'nurse',
      (sheet) => async (call) => {
        if (call.section === 'executive_summary') return { content: '{"', finishReason: 'length', usage };
        if (call.section === 'upskilling_roadmap' && call.purpose === 'section' && call.index < 6)
          return { content: '', usage };
        return { ...(await perfectWriter(sheet)(call)), usage };
      },
      { prices },
    );
    const of = (id: string) => report.writer.calls?.filter(({ section }) => section === id);
    expect(of('executive-summary')).toMatchObject([{ fault: 'length', cost: 0.0074 }]);
    expect(of('upskilling-roadmap')).toMatchObject([{ fault: 'empty', cost: 0.0074 }, { cost: 0.0074 }]);
    expect(report.writer.usage.calls).toBe(7);
    expect(report.writer.cost?.amount).toBe(0.0518);
  });

  it('is nothing at all without a model', async () => {
    const { writer } = await writeReport(await readExample('nurse')).report;
    expect(writer).not.toHaveProperty('cost');
    expect(writer.calls).toEqual([]);
  });
});

describe('retries', () => {
  it('are bounded for the report, not only for each call', async () => {
    const { report, events } = await write('nurse', () => () => ({
      status: 500,
      error: { message: 'down' },
    }));
    expect(events.filter((event) => event.type === 'call-retry')).toHaveLength(2 * SECTIONS.length);
    expect(report.writer.sentences).toMatchObject({ model: 0, repaired: 0 });
  });
});

describe('a reply in other letters', () => {
  it('is read, and what was done to it is told', async () => {
    const { report, events } = await write('nurse', (sheet) => async (call) => {
      const { content } = await perfectWriter(sheet)(call);
      const { paragraphs } = content as { paragraphs: { sentences: { text: string; facts: string[] }[] }[] };
      if (call.section !== 'executive_summary') return { content: content as object };
      const [
        {
          sentences: [first, ...more],
        } = { sentences: [] },
        ...others
      ] = paragraphs;
      const odd = { ...first, facts: first?.facts.map((id) => id.toUpperCase().replaceAll('-', '_')) };
      return { content: { paragraphs: [{ sentences: odd }, { sentences: more }, ...others] } };
    });
    expect(report.writer.sentences).toMatchObject({ repaired: 0, offline: 0 });
    const [call] = report.writer.calls ?? [];
    expect(call?.mended).toContain('paragraphs.0.sentences: one value stood in the place of a list');
    expect(call?.mended.join()).toMatch(/the fact id "[A-Z._]+" was read as "/);
    expect(events.filter((event) => event.type === 'section-mended')).toEqual([
      { type: 'section-mended', section: 'executive-summary', mended: call?.mended },
    ]);
    expect(JSON.stringify(report.sections)).not.toContain(call?.mended[1]?.split('"')[1]);
  });
});

describe('a model that fails', () => {
  const broken: [string, Script][] = [
    ['answers 500', () => ({ status: 500, error: { message: 'down' } })],
    ['sends prose', () => ({ content: 'Here is your report. It is great.' })],
    ['sends JSON of another shape', () => ({ content: { report: 'x' } })],
    ['refuses', () => ({ content: null, refusal: 'I cannot help with that.' })],
    ['is cut off', () => ({ content: '{"paragraphs": [{"sentences": [{"te', finishReason: 'length' })],
    ['sends no sentences', () => ({ content: { paragraphs: [] } })],
  ];

  it.each(broken)('%s: the report is written offline', async (_, script) => {
    const { report, events } = await write('ai-engineer', () => script, {
      retry: { attempts: 2, firstDelaySeconds: 0.001 },
    });
    expect(report.writer.sentences).toMatchObject({ model: 0, repaired: 0 });
    expect(report.check.summary.errors).toBe(0);
    expect(events.filter((event) => event.type === 'section-fallback')).toHaveLength(6);
  });

  it('is an error with strict, with the evidence kept', async () => {
    const failing = write('ai-engineer', () => () => ({ status: 401, error: { message: 'bad key' } }), {
      strict: true,
    });
    await expect(failing).rejects.toThrow(ModelError);
    await expect(failing).rejects.toMatchObject({ fault: 'auth', status: 401 });
  });
});

describe('AbortSignal', () => {
  it('stops a run in the middle', async () => {
    const stop = new AbortController();
    const failing = write(
      'ai-engineer',
      () => () => {
        stop.abort();
        return { fault: 'hang' };
      },
      { signal: stop.signal },
    );
    await expect(failing).rejects.toThrow(AbortedError);
  });

  it('stops before anything is asked', async () => {
    let calls = 0;
    const model = fromFunction('counting', () => {
      calls += 1;
      return '{}';
    });
    const run = writeReport(await readExample('nurse'), { model, signal: AbortSignal.abort() });
    await expect(run.report).rejects.toThrow(AbortedError);
    expect(calls).toBe(0);
  });
});
