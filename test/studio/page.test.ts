import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../schemas/finding.ts';
import type { Report } from '../../schemas/report.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { readCase } from '../../src/input/index.ts';
import { advance, NO_PROGRESS, type Progress, sayProgress } from '../../src/studio/page/progress.ts';
import { readEvents } from '../../src/studio/page/read-events.ts';
import { freshKey, toDraft, toResume } from '../../src/studio/page/resume-draft.ts';
import { emptyRole, toRole, toRoleDraft } from '../../src/studio/page/role-draft.ts';
import { wrongSentences } from '../../src/studio/page/wrong-sentences.ts';
import type { StudioEvent } from '../../src/studio/studio-event.ts';
import { DATE, EXAMPLES, type ExampleName, readExample } from '../support/read-example.ts';

const START: StudioEvent = {
  type: 'report-start',
  model: 'openai:m',
  sections: [
    { id: 'a', title: 'A' },
    { id: 'b', title: 'B' },
  ],
};
const COUNT = { model: 2, repaired: 1, offline: 0 };
const USAGE = { calls: 1, inputTokens: null, outputTokens: null };

function run(...events: StudioEvent[]): Progress {
  return [START, ...events].reduce(advance, NO_PROGRESS);
}

describe('the progress', () => {
  const retry = {
    type: 'call-retry',
    section: 'a',
    attempt: 1,
    delaySeconds: 2.2,
    fault: 'rate-limit',
    message: 'x',
  } as const;
  it.each<[string, StudioEvent[], string, string[]]>([
    ['nothing yet', [], 'waiting', []],
    ['begun', [{ type: 'section-start', section: 'a' }], 'drafting', []],
    [
      'a busy server',
      [{ type: 'section-start', section: 'a' }, retry],
      'drafting',
      ['The model’s server is busy and asks for patience. Trying again in 2 seconds.'],
    ],
    [
      'a broken connection',
      [{ ...retry, fault: 'network', delaySeconds: 0.01 }],
      'waiting',
      ['The connection to the model’s server broke. Trying again at once.'],
    ],
    ['a draft', [{ type: 'section-draft', section: 'a', sentences: 3, errors: 1 }], 'checking', []],
    [
      'a finding and its repair',
      [
        {
          type: 'section-finding',
          section: 'a',
          round: 1,
          rule: 'r',
          message: 'Unexpected x, expected y',
          quote: 'q',
        },
        { type: 'section-repair', section: 'a', round: 1, sentences: 1 },
      ],
      'repairing',
      ['“q”: Unexpected x, expected y', 'Sent back to the model with what is wrong: 1 sentence, round 1.'],
    ],
    [
      'given up',
      [{ type: 'section-fallback', section: 'a', sentences: 2, leftOut: 1, reason: 'why' }],
      'waiting',
      ['2 sentences written without the model, 1 sentence left out: why'],
    ],
    [
      'the end',
      [{ type: 'section-end', section: 'a', sentences: COUNT, usage: USAGE, cost: null }],
      'done',
      [],
    ],
  ])('after %s', (_, events, state, told) => {
    const [a, b] = run(...events).sections;
    expect(a?.state).toBe(state);
    expect(a?.told.map(({ text }) => text)).toEqual(told);
    expect(b).toMatchObject({ state: 'waiting', told: [] });
  });

  it('is read out in one line', () => {
    expect(
      sayProgress(run({ type: 'section-end', section: 'b', sentences: COUNT, usage: USAGE, cost: null })),
    ).toBe('1 of 2 sections are done.');
    expect(sayProgress(run({ type: 'job-done' }))).toBe('The report is written and checked.');
    expect(sayProgress(run({ type: 'job-cancelled' }))).toBe('The report was cancelled.');
    expect(sayProgress(run({ type: 'job-failed', code: 'model', message: 'x' }))).toBe(
      'The report could not be written.',
    );
  });

  it('is whole where the offline writer told of no section', () => {
    const done = run({ type: 'report-end', sentences: COUNT, usage: USAGE, cost: null });
    expect(done.sections.map(({ state }) => state)).toEqual(['done', 'done']);
  });
});

describe('the stream of events', () => {
  it('is the same wherever it is cut', async () => {
    const wire = 'data: {"a":"ä"}\nid: 0\n\ndata: {"b":1}\nid: 1\n\n: a comment\n\ndata: cut off';
    const bytes = new TextEncoder().encode(wire);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(bytes.length), { maxLength: 8 }), async (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
          start(controller) {
            for (const [index, from] of at.entries())
              controller.enqueue(bytes.slice(from, at[index + 1] ?? bytes.length));
            controller.close();
          },
        });
        const events = [];
        for await (const event of readEvents({ body })) events.push(event);
        expect(events).toEqual([
          { id: '0', data: '{"a":"ä"}' },
          { id: '1', data: '{"b":1}' },
        ]);
      }),
    );
  });
});

it('names what contradicts the facts by its sentence, or as lying outside', () => {
  const finding = (severity: Finding['severity'], quote: string) => ({ severity, quote }) as Finding;
  const report = { sections: [{ title: 'A' }, { title: 'B' }] } as Report;
  const found = new Map([
    ['', [finding('error', 'x')]],
    ['1.0.2', [finding('warning', 'y'), finding('error', 'z')]],
    ['0.0.0', [finding('warning', 'w')]],
  ]);
  expect(wrongSentences(report, found, ({ sentence }) => `sentence ${sentence}`)).toEqual([
    {
      key: '',
      place: undefined,
      text: 'x',
      sectionTitle: 'Outside the sentences',
      findings: [finding('error', 'x')],
    },
    {
      key: '1.0.2',
      place: { section: 1, block: 0, sentence: 2 },
      text: 'sentence 2',
      sectionTitle: 'B',
      findings: [finding('error', 'z')],
    },
  ]);
});

describe('inputs on the desk', () => {
  it.each(Object.keys(EXAMPLES) as ExampleName[])(
    '%s: laid out and taken up again, the facts are the same',
    async (name) => {
      const before = await readExample(name);
      const read = { file: 'x', format: 'json', resume: before.resume, fields: [], notes: [], warnings: [] };
      const { case: after } = await readCase({
        resume: toResume(toDraft(read)),
        role: toRole(toRoleDraft(before.role)),
        ...(before.plan && { plan: before.plan }),
        date: DATE,
      });
      const values = (theCase: typeof before) =>
        computeFacts(theCase).facts.map(({ id, value, display }) => ({ id, value, display }));
      expect(values(after)).toEqual(values(before));
    },
  );

  it('keeps keywords under their entry while they are held at its level, and leaves empty rows out', () => {
    const resume = { skills: [{ name: 'Cloud', level: 'advanced', keywords: ['AWS'] }] };
    const draft = toDraft({ file: 'x', format: 'json', resume, fields: [], notes: [], warnings: [] });
    const { skills, work } = toResume({
      ...draft,
      skills: [...draft.skills, { key: freshKey(), name: ' ', level: 'expert' }],
      work: [{ key: freshKey(), position: '', name: '' }],
    });
    expect(skills).toEqual([{ name: 'Cloud', level: 'advanced', keywords: ['AWS'] }]);
    const [cloud, aws] = draft.skills;
    if (!cloud || !aws) throw new Error('two skills are expected');
    expect(toResume({ ...draft, skills: [cloud, { ...aws, level: 'expert' }] }).skills).toEqual([
      { name: 'Cloud', level: 'advanced' },
      { name: 'AWS', level: 'expert' },
    ]);
    expect(toResume({ ...draft, skills: [aws] }).skills).toEqual([{ name: 'AWS', level: 'advanced' }]);
    expect(work).toEqual([]);
  });

  it('takes years with a comma, and none for none', () => {
    expect(toRole({ ...emptyRole(), title: ' X ', years: '2,5' })).toMatchObject({
      title: 'X',
      experience: { years: 2.5 },
    });
    expect(
      toRole({ ...toRoleDraft({ title: 'X', skills: [], experience: { years: 3 } }), years: '' }),
    ).toEqual({
      title: 'X',
      skills: [],
    });
  });
});
