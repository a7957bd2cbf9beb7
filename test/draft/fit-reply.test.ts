import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Draft, Repair } from '../../schemas/index.ts';
import { fitIds } from '../../src/draft/fit-ids.ts';
import { fitShape, plainLetters } from '../../src/draft/fit-shape.ts';
import { parseReply, REPLY_MODES } from '../../src/draft/index.ts';

const sentence = { text: 'A.', facts: ['x'] };
const draft = { paragraphs: [{ sentences: [sentence] }] };
const Verdict = z.strictObject({ severity: z.enum(['error', 'warning', 'not known', 'Not-Known']) });

describe('a reply of another shape that can be meant in one way', () => {
  it.each<[string, z.ZodType, unknown, unknown, string[]]>([
    [
      'one paragraph, one sentence, one fact in the place of lists',
      Draft,
      { paragraphs: { sentences: { text: 'A.', facts: 'x' } } },
      draft,
      [
        'paragraphs: one value stood in the place of a list',
        'paragraphs.0.sentences: one value stood in the place of a list',
        'paragraphs.0.sentences.0.facts: one value stood in the place of a list',
      ],
    ],
    [
      'the list without the object around it',
      Draft,
      [{ sentences: [sentence] }],
      draft,
      ['the reply: the list stood without its name "paragraphs"'],
    ],
    [
      'a number as text',
      Repair,
      { sentences: [{ id: ' 3 ', ...sentence }] },
      { sentences: [{ id: 3, ...sentence }] },
      ['sentences.0.id: the number 3 was written as a text'],
    ],
    [
      'an enum in other letters',
      Verdict,
      { severity: '`Error`' },
      { severity: 'error' },
      ['severity: "`Error`" was read as "error"'],
    ],
  ])('%s is read, and said', (_, schema, reply, value, mended) => {
    expect(parseReply(JSON.stringify(reply), schema)).toEqual({ ok: true, value, mended });
  });

  it.each<[string, z.ZodType, unknown]>([
    ['an enum word that is none', Verdict, { severity: 'err' }],
    ['an enum word that could be either of two', Verdict, { severity: 'NOT KNOWN' }],
    ['a list where one object of several parts is asked for', Verdict, ['error']],
    ['a sentence without its facts', Draft, { paragraphs: [{ sentences: ['A.'] }] }],
    ['a number that is none', Repair, { sentences: [{ id: 'first', ...sentence }] }],
    ['another name', Draft, { sections: [{ sentences: [sentence] }] }],
    ['nothing where a list is asked for', Draft, { paragraphs: null }],
  ])('%s is not guessed at', (_, schema, reply) => {
    expect(parseReply(JSON.stringify(reply), schema)).toMatchObject({ ok: false, isProse: false });
  });

  it('what fits already stays as it is', () => {
    const sentences = fc.array(fc.tuple(fc.string(), fc.array(fc.string())));
    const drafts = fc.array(sentences).map((paragraphs) => ({
      paragraphs: paragraphs.map((all) => ({ sentences: all.map(([text, facts]) => ({ text, facts })) })),
    }));
    fc.assert(
      fc.property(drafts, (value) => {
        expect(fitShape(value, Draft)).toEqual({ value, mended: [] });
      }),
    );
  });
});

describe('a fact id in other letters', () => {
  const brief = new Set(['skill.go', 'skill.machine-learning.status', 'a.b', 'A.B']);
  const byId = new Map([...brief, 'role.title'].map((id) => [id, {} as never]));
  const respell = (facts: string[], text = '') => {
    const mended: string[] = [];
    return { ...fitIds({ text, facts }, { brief, byId }, mended), mended };
  };

  it.each([
    ['Skill.Go', 'skill.go'],
    ['{{skill.go}}', 'skill.go'],
    ['"skill.go"', 'skill.go'],
    [' skill.go. ', 'skill.go'],
    ['skill.machine_learning.status', 'skill.machine-learning.status'],
    ['skill.Machine Learning.Status', 'skill.machine-learning.status'],
  ])('%s is read as %s, and said', (id, known) =>
    expect(respell([id])).toMatchObject({
      facts: [known],
      mended: [`the fact id ${JSON.stringify(id)} was read as "${known}"`],
    }),
  );

  it.each(['skill.golang', 'go', 'skill', '', 'role.title', 'a.B', 'skill.machine.learning.status'])(
    '%j is left for the check to find',
    (id) => expect(respell([id])).toMatchObject({ facts: [id], mended: [] }),
  );

  it('slots are read so too', () =>
    expect(respell([], '{{Skill.Go}} and {{ skill.machine_learning.STATUS }}, {{skill.rust}}')).toMatchObject(
      {
        text: '{{skill.go}} and {{skill.machine-learning.status}}, {{skill.rust}}',
        mended: [expect.stringContaining('Skill.Go'), expect.stringContaining('STATUS')],
      },
    ));

  it('an id of the brief is never another one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...brief), (id) => {
        expect(respell([id])).toMatchObject({ facts: [id], mended: [] });
        expect(plainLetters(plainLetters(id))).toBe(plainLetters(id));
      }),
    );
  });

  it('is read so in drafts and in repairs', () => {
    const ground = { brief, byId } as unknown as Parameters<(typeof REPLY_MODES)[0]['parse']>[1];
    const [slots] = REPLY_MODES;
    const words = { text: 'It is {{Skill.Go}}.', facts: ['Skill.Go'] };
    const read = { text: 'It is {{skill.go}}.', facts: ['skill.go'] };
    expect(slots?.parse(JSON.stringify({ paragraphs: [{ sentences: [words] }] }), ground)).toMatchObject({
      value: [[read]],
      mended: [expect.stringContaining('Skill.Go'), expect.stringContaining('Skill.Go')],
    });
    expect(slots?.parseRepair(JSON.stringify({ sentences: [{ id: 1, ...words }] }), ground)).toMatchObject({
      value: [{ id: 1, ...read }],
    });
  });
});
