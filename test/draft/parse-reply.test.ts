import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseReply } from '../../src/draft/index.ts';

const Shape = z.strictObject({ a: z.number() });

describe('parseReply', () => {
  it.each([
    ['bare JSON', '{"a": 1}'],
    ['a fence', 'Here you are:\n```json\n{"a": 1}\n```\nDone.'],
    ['an object cut off in its next key', '{"a": 1, "b'],
    ['single quotes and a trailing comma', "{'a': 1,}"],
    ['reasoning before it', '<think>What is a? {"a": 2}?</think>{"a": 1}'],
    ['words around it', 'Sure! {"a": 1} Anything else?'],
  ])('reads %s, and says where it was more than that', (_, text) =>
    expect(parseReply(text, Shape)).toEqual({
      ok: true,
      value: { a: 1 },
      mended: text === '{"a": 1}' ? [] : ['the JSON was taken out of other text, or its syntax repaired'],
    }),
  );

  it.each([
    ['prose', 'No JSON here', /JSON/],
    ['nothing', '', /no JSON object/],
    ['an object cut off before its value', '{"a": ', /no JSON object|not of the shape/],
    ['a wrong shape', '{"a": "x"}', /not of the shape/],
    ['an extra key', '{"a": 1, "b": 2}', /not of the shape/],
  ])('says what is wrong with %s', (_, text, problem) => {
    const isProse = !text.includes('{');
    expect(parseReply(text, Shape)).toMatchObject({ ok: false, problem: expect.stringMatching(problem) });
    if (isProse) expect(parseReply(text, Shape)).toMatchObject({ isProse: true });
  });
});
