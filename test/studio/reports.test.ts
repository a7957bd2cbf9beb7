import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Report } from '../../schemas/report.ts';
import { fromFunction } from '../../src/model/index.ts';
import { buildCatalog } from '../../src/skills/index.ts';
import type { Edit } from '../../src/studio/apply-edits.ts';
import type { StudioStart } from '../../src/studio/studio-start.ts';
import { readExample } from '../support/read-example.ts';
import { openStudio, type TestStudio } from './support/open-studio.ts';

const theCase = await readExample('nurse');
const order = { resume: theCase.resume, role: theCase.role };
const FIRST = { section: 0, block: 0, sentence: 0 };

let studio: TestStudio;
beforeAll(async () => {
  studio = await openStudio();
}, 60_000);
afterAll(() => studio.close());

const get = async (id: string) => Report.parse(await (await studio.ask(`reports/${id}`)).json());
const file = (id: string, format: string, edits: readonly Edit[] = []) =>
  studio.ask(`reports/${id}/files/${format}`, { body: { edits } });

describe('a report', () => {
  it('is written offline, told about, and kept', async () => {
    const { id, events } = await studio.write({ ...order, pronoun: 'she', hoursPerWeek: 10 });
    expect(events.map(({ type }) => type)).toEqual([
      'report-start',
      'report-check',
      'report-end',
      'job-done',
    ]);
    const report = await get(id);
    expect(report.check.summary.errors).toBe(0);
    expect(report.facts.roadmap.hoursPerWeek).toBe(10);
    expect(report.date).toBe('2026-11-24');
    expect(await studio.follow(id, 1), 'goes on where it broke off').toEqual(events.slice(2));
  });

  it('comes as every format', async () => {
    const { id } = await studio.write(order);
    const starts = { md: '# Skill Gap', html: '<!DOCTYPE html>', json: '{', pdf: '%PDF-', docx: 'PK' };
    for (const [format, start] of Object.entries(starts)) {
      const response = await file(id, format);
      expect(response.status, format).toBe(200);
      expect(response.headers.get('content-disposition')).toBe(
        `attachment; filename="skill-gap-report.${format}"`,
      );
      expect(
        Buffer.from(await response.arrayBuffer())
          .toString('latin1')
          .startsWith(start),
        format,
      ).toBe(true);
    }
    expect((await file(id, 'exe')).status).toBe(400);
  });

  it('is refused where resume or role are wrong', async () => {
    for (const [wrong, status] of [
      [{ ...order, role: { title: 'X', skills: [] } }, 422],
      [{ ...order, hoursPerWeek: 0 }, 422],
      [{ ...order, resume: '/etc/passwd' }, 422],
      ['{', 400],
    ] as const)
      expect((await studio.ask('reports', { body: wrong })).status, JSON.stringify(wrong).slice(0, 80)).toBe(
        status,
      );
  });

  it('is gone when it was dropped', async () => {
    const { id } = await studio.write(order);
    expect((await studio.ask(`reports/${id}`, { method: 'DELETE' })).status).toBe(200);
    for (const path of [`reports/${id}`, `reports/${id}/events`, 'reports/no-such-one'])
      expect((await studio.ask(path)).status).toBe(404);
    expect((await file(id, 'md')).status).toBe(404);
  });
});

describe('edits', () => {
  it('are marked as edited, with what stood there before', async () => {
    const { id } = await studio.write(order);
    const before = await get(id);
    const old = before.sections[0]?.blocks[0];
    if (old?.kind !== 'paragraph') throw new Error('the report begins with no paragraph');
    const edits = [
      { ...FIRST, text: '  Wound Care\n is met. ' },
      { ...FIRST, sentence: 1, text: '' },
    ];
    const report = Report.parse(await (await file(id, 'json', edits)).json());
    const block = report.sections[0]?.blocks[0];
    if (block?.kind !== 'paragraph') throw new Error('the paragraph is gone');
    expect(block.sentences[0]).toMatchObject({
      text: 'Wound Care is met.',
      provenance: 'edited',
      history: [{ template: old.sentences[0]?.template, findings: [] }],
    });
    expect(block.sentences[0]?.facts.every((fact) => fact.startsWith('skill.wound-care.'))).toBe(true);
    expect(block.sentences[1]?.text).toBe(old.sentences[2]?.text);
    const { offline } = before.writer.sentences;
    expect(report.writer.sentences).toEqual({
      model: 0,
      repaired: 0,
      offline: offline - 2,
      edited: 1,
      removed: 1,
    });
    expect(await (await file(id, 'html', edits)).text()).toContain(
      'data-provenance="edited">Wound Care is met.',
    );
    expect(await (await file(id, 'md', edits)).text()).toContain(
      ', of which 1 edited by hand. 1 sentence taken out by hand.',
    );
    expect(await get(id), 'the report itself stays').toEqual(before);
  });

  it.each([
    ['a contradiction', 'She lacks Wound Care.', '“lacks Wound Care”: Unexpected "not held" for Wound Care'],
    ['a wrong figure', 'The roadmap takes 40 weeks.', '52 weeks'],
  ])('that hold %s are not handed over', async (_, text, says) => {
    const { id } = await studio.write(order);
    const response = await file(id, 'md', [{ ...FIRST, text }]);
    expect(response.status).toBe(409);
    const { error } = (await response.json()) as {
      error: { code: string; message: string; findings: unknown[] };
    };
    expect(error.code).toBe('report');
    expect(error.message).toMatch(
      /^cannot hand over the report: found \d+ contradictions? in the edited text, expected none\. /,
    );
    expect(error.message).toContain(says);
    expect(error.findings.length).toBeGreaterThan(0);
  });

  it('cannot switch the checker off', async () => {
    const { id } = await studio.write(order);
    const response = await file(id, 'md', [
      { ...FIRST, text: '<!-- gapwright-disable -->' },
      { section: 3, block: 0, sentence: 0, text: 'She lacks Wound Care.' },
    ]);
    expect(response.status).toBe(409);
  });

  it('that name no sentence change nothing', async () => {
    const { id } = await studio.write(order);
    const plain = await (await file(id, 'json')).text();
    expect(
      await (
        await file(id, 'json', [{ section: 90, block: 0, sentence: 0, text: 'She lacks Wound Care.' }])
      ).text(),
    ).toBe(plain);
    expect((await file(id, 'json', [{ ...FIRST, section: -1, text: 'x' }])).status).toBe(422);
    expect((await file(id, 'json', [{ ...FIRST, text: 'x'.repeat(5001) }])).status).toBe(422);
  });
});

describe('reports by a model', () => {
  it('are asked of a model of their own, unless told to be written offline', async () => {
    let opened = 0;
    const own = await openStudio({
      openModel: async () => {
        opened += 1;
        return fromFunction('test:none', async () => ({
          text: 'no JSON',
          usage: { inputTokens: 1, outputTokens: 1 },
        }));
      },
      maxRepairs: 0,
      retry: { attempts: 1 },
    });
    try {
      expect(opened, 'once to see whether it can be').toBe(1);
      expect(await (await own.ask('start')).json()).toMatchObject({ model: 'test:none' });
      const { events } = await own.write(order);
      expect(opened).toBe(2);
      expect(events[0]).toMatchObject({ type: 'report-start', model: 'test:none' });
      expect(events.at(-1)).toEqual({ type: 'job-done' });
      expect(JSON.stringify(events), 'no reply as it came').not.toMatch(/no JSON/);
      const offline = await own.write({ ...order, writer: 'offline' });
      expect(opened).toBe(2);
      expect(offline.events[0]).toMatchObject({ model: 'offline' });
    } finally {
      await own.close();
    }
  });

  it('can be stopped, are few at a time, and end with the studio', async () => {
    const own = await openStudio({
      openModel: async () =>
        fromFunction(
          'test:slow',
          (_request, { signal }: { signal?: AbortSignal | undefined } = {}) =>
            new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
        ),
    });
    try {
      const asked = await Promise.all([0, 1, 2, 3].map(() => own.ask('reports', { body: order })));
      const begun = asked.filter(({ status }) => status === 201);
      expect(begun, 'also where they are asked for at once').toHaveLength(3);
      const ids = await Promise.all(begun.map(async (one) => ((await one.json()) as { id: string }).id));
      const fourth = await own.ask('reports', { body: order });
      expect(fourth.status).toBe(400);
      expect(await fourth.text()).toContain('found 3 being written, expected fewer');
      expect((await own.ask(`reports/${ids[0]}`)).status, 'not finished').toBe(400);
      const [first, second] = [own.follow(ids[0] ?? ''), own.follow(ids[1] ?? '')];
      await own.ask(`reports/${ids[0]}/cancel`, { body: {} });
      expect((await first).at(-1)).toEqual({ type: 'job-cancelled' });
      expect((await own.ask('reports', { body: order })).status).toBe(201);
      await own.close();
      // The stream is cut, or tells that it was stopped.
      expect((await second.catch(() => [{ type: 'job-cancelled' }])).at(-1)).toEqual({
        type: 'job-cancelled',
      });
      await expect(fetch(own.origin)).rejects.toThrow('fetch failed');
    } finally {
      await own.close();
    }
  });
});

it('checks by the skills of the catalog, and renders in the look of the house', async () => {
  const catalog = buildCatalog([{ name: 'Florbing', aliases: ['florb work'], kind: 'tool', domain: 'it' }]);
  const own = await openStudio({
    catalog,
    theme: { footer: 'Of the house of Florb', order: [], omit: [], sections: [] },
  });
  try {
    const start = (await (await own.ask('start')).json()) as StudioStart;
    expect(start.lexicon?.map(({ name }) => name)).toContain('Florbing');
    const { id } = await own.write(order);
    const ask = (text: string) =>
      own.ask(`reports/${id}/files/html`, { body: { edits: [{ ...FIRST, text }] } });
    expect((await ask('Florbing is one of her strengths.')).status, 'not of the resume').toBe(409);
    expect(await (await ask('Amara holds Wound Care.')).text()).toContain('Of the house of Florb');
  } finally {
    await own.close();
  }
});

it('forgets a report when its time is over', async () => {
  const own = await openStudio({ keepMs: 400 });
  const { id } = await own.write(order);
  await expect.poll(async () => (await own.ask(`reports/${id}`)).status, { timeout: 5000 }).toBe(404);
  await own.close();
});

it('stops with its signal, and says why a port cannot be had', async () => {
  const stop = new AbortController();
  const own = await openStudio({ signal: stop.signal });
  await expect(openStudio({ port: own.port })).rejects.toThrow(
    `cannot serve on port ${own.port}: found another program on it, expected a free port`,
  );
  stop.abort();
  await expect
    .poll(() =>
      fetch(own.origin).then(
        () => 'up',
        () => 'down',
      ),
    )
    .toBe('down');
  await expect(openStudio({ signal: stop.signal })).rejects.toMatchObject({ code: 'aborted' });
});
