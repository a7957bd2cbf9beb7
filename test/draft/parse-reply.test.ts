import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseReply } from '../../src/draft/index.ts';

const Shape = z.strictObject({ a: z.number() });

describe('parseReply', () => {
  it.each([
    ['bare JSON', '{"a": 1}'],
    ['a fence', 'Here you are:\n```json\n{"a": 1}\n```\nDone.'],
    ['words around it', 'Sure! {"a": 1} Anything else?'],
  ])('reads %s', (_, text) => expect(parseReply(text, Shape)).toEqual({ ok: true, value: { a: 1 } }));

  it.each([
    ['prose', 'No JSON here', /JSON/],
    ['nothing', '', /no JSON object/],
    ['a truncated object', '{"a": 1', /not JSON/],
    ['a wrong shape', '{"a": "x"}', /not of the shape/],
    ['an extra key', '{"a": 1, "b": 2}', /not of the shape/],
  ])('says what is wrong with %s', (_, text, problem) => {
    expect(parseReply(text, Shape)).toEqual({ ok: false, problem: expect.stringMatching(problem) });
  });
});
