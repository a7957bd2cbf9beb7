import { describe, expect, it } from 'vitest';
import type { FactSheet } from '../../schemas/index.ts';
import { checkSection } from '../../src/draft/check-section.ts';
import { findOutOfTone } from '../../src/draft/find-out-of-tone.ts';
import { groundOf } from '../../src/draft/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { DEFAULT_STYLE, SECTIONS, TONES } from '../../src/sections/index.ts';
import { EXAMPLES, type ExampleName, readExample } from '../support/read-example.ts';

const sheet = { facts: [{ unit: 'name', value: 'Yahoo!', display: 'Yahoo!' }] } as unknown as FactSheet;

describe('a sentence in another tone', () => {
  it.each([
    ['formal', "Python doesn't close it.", "doesn't"],
    ['formal', 'There’s a gap.', 'There’s'],
    ['formal', "You're near the level.", "You're"],
    ['formal', 'AWS is missing!', '!'],
    ['plain', 'AWS is missing! It comes first.', '!'],
  ] as const)('is found: %s, %s', (tone, text, actual) => {
    const [finding, ...more] = findOutOfTone(text, sheet, tone);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: 'tone', severity: 'error', actual, quote: actual });
    expect(text.slice(finding?.start, finding?.end)).toBe(actual);
    expect(finding?.message).toContain(`Unexpected "${actual}", expected `);
  });

  it.each([
    ['formal', "The candidate's level is the market's."],
    ['formal', 'Yahoo! is a name, and so is C#!x.'],
    ['plain', "Python doesn't close it."],
    ['warm', "That's a start! You're near the level."],
  ] as const)('is none: %s, %s', (tone, text) => expect(findOutOfTone(text, sheet, tone)).toEqual([]));

  it('is asked to be written again', async () => {
    const facts = computeFacts(await readExample('nurse'));
    const [section] = SECTIONS;
    if (!section) throw new Error('no section');
    const ground = groundOf(section, facts, 'plain', { ...DEFAULT_STYLE, tone: 'formal' });
    const sentence = { template: "It isn't long.", facts: [], provenance: 'model' as const, history: [] };
    const rules = checkSection(ground, [[sentence]])
      .findings.flat(2)
      .map(({ rule }) => rule);
    expect(rules).toContain('tone');
  });
});

it.each(Object.keys(EXAMPLES) as ExampleName[])(
  'the offline writer keeps to every tone: %s',
  async (name) => {
    const facts = computeFacts(await readExample(name));
    for (const tone of TONES)
      for (const section of SECTIONS)
        for (const { text } of section.offline(facts, { ...DEFAULT_STYLE, tone }).flat())
          expect(findOutOfTone(text, facts, tone), text).toEqual([]);
  },
);
