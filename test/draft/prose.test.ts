import { beforeAll, describe, expect, it } from 'vitest';
import type { Case, FactSheet } from '../../schemas/index.ts';
import { groundOf } from '../../src/draft/index.ts';
import { readNumberedLines, readProse } from '../../src/draft/read-prose.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { fromFunction, type ModelRequest } from '../../src/model/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { SECTIONS, type Section } from '../../src/sections/index.ts';
import { writeReport } from '../../src/write-report.ts';
import { readExample } from '../support/read-example.ts';
import type { ScriptedCall } from '../support/scripted-server.ts';
import { perfectPlainWriter } from '../support/scripted-writer.ts';

let theCase: Case;
let sheet: FactSheet;
beforeAll(async () => {
  theCase = await readExample('ai-engineer');
  sheet = computeFacts(theCase, { resources: builtInResources() });
});

const [summary] = SECTIONS as readonly [Section, ...Section[]];

describe('readProse', () => {
  it.each([
    [
      'an introduction and a farewell are left out',
      'Sure, here we go. Python is met. Good luck!',
      ['Python is met.'],
    ],
    [
      'thoughts and fences as well',
      '<think>Python is missing.</think>\n```text\nPython is met.\n```',
      ['Python is met.'],
    ],
    ['paragraphs stay', 'Python is met.\n\nAWS is missing.', ['Python is met.', 'AWS is missing.']],
  ])('%s', (_, text, sentences) => {
    const read = readProse(text, groundOf(summary, sheet));
    expect(read?.value.flat().map((sentence) => sentence.text)).toEqual(sentences);
    for (const { facts } of read?.value.flat() ?? []) expect(facts.join()).toMatch(/^skill\.(python|aws)/);
    expect(read?.mended[0]).toBe('the reply was prose: its sentences were matched to facts');
  });

  it.each(['Here is your report. It is great.', '', 'Blurb and more. '.repeat(6400)])(
    'gives nothing for prose about nothing',
    (text) => expect(readProse(text, groundOf(summary, sheet))).toBeUndefined(),
  );

  it('reads numbered lines as repairs', () => {
    const read = readNumberedLines(
      'Of course:\n1. Python is met.\n(12) "AWS is missing."\nThat is all.',
      groundOf(summary, sheet),
    );
    expect(read?.value).toMatchObject([
      { id: 1, text: 'Python is met.' },
      { id: 12, text: 'AWS is missing.' },
    ]);
    expect(readNumberedLines('Nothing to add.', groundOf(summary, sheet))).toBeUndefined();
  });
});

describe('a model that answers in prose whatever it is asked for', () => {
  const write = async (prose: (request: ModelRequest, text: string) => string) => {
    const plain = perfectPlainWriter(sheet);
    const calls: string[] = [];
    const model = fromFunction('talker', async (request) => {
      calls.push(request.section);
      const section = request.section.replaceAll('-', '_');
      const { content } = await plain({ section, purpose: request.purpose } as ScriptedCall);
      return prose(request, (content as { text: string }).text);
    });
    const report = await writeReport(theCase, { model, concurrency: 1, maxRepairs: 2 }).report;
    return { report, calls };
  };

  it('has its sentences matched to facts and checked; that it does so is found out once', async () => {
    const { report, calls } = await write((_, text) => `Here you are.\n\n${text}\n\nAnything else?`);
    expect(report.writer.sentences).toMatchObject({ repaired: 0, offline: 0 });
    expect(report.check.summary.errors).toBe(0);
    expect(calls).toHaveLength(3 + SECTIONS.length - 1);
    const last = report.writer.calls?.at(-1);
    expect(last?.mended).toEqual([
      'the reply was prose: its sentences were matched to facts',
      expect.stringMatching(/^\d+ sentences of it match no fact and were left out$/),
    ]);
  });

  it('has what is wrong repaired by numbered lines, or replaced', async () => {
    const { report } = await write(({ purpose, section }, text) => {
      if (section !== 'skill-gap-assessment') return text;
      return purpose === 'repair' ? '1. Python is met.' : `Python is missing. ${text}`;
    });
    expect(report.writer.sentences).toMatchObject({ repaired: 1, offline: 0 });
    expect(report.check.summary.errors).toBe(0);
    expect(JSON.stringify(report.sections.flatMap(({ blocks }) => blocks))).toContain(
      '"text":"Python is met."',
    );
  });
});
