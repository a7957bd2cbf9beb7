import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/check/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { LANGUAGES, wordsOf } from '../../src/language/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import {
  DEFAULT_STYLE,
  fillSlots,
  LENGTHS,
  PERSONS,
  PRONOUNS,
  READERS,
  SECTIONS,
  type Style,
  slotsOf,
  TONES,
} from '../../src/sections/index.ts';
import { anyCase } from '../facts/arbitraries.ts';

const anyStyle: fc.Arbitrary<Style> = fc.record({
  pronoun: fc.constantFrom(...PRONOUNS),
  person: fc.constantFrom(...PERSONS),
  tone: fc.constantFrom(...TONES),
  length: fc.constantFrom(...LENGTHS),
  reader: fc.constantFrom(...READERS),
});

/** Slots that a language may word by a form: who it is, and a level in its case. */
const valuesIn = (template: string) =>
  slotsOf(template)
    .filter((id) => !/^candidate\.name$|\.level\./.test(id))
    .sort();

describe.each(LANGUAGES.map(({ name, tag, checked }) => ({ name, tag, checked })))(
  'the offline writer in $name, for any case and style',
  ({ tag, checked }) => {
    it('says what it says in English, and every figure of it is of the facts', () => {
      fc.assert(
        fc.property(anyCase, fc.oneof(fc.constant(DEFAULT_STYLE), anyStyle), (theCase, style) => {
          const options = { resources: builtInResources() };
          const [sheet, english] = [
            computeFacts(theCase, { ...options, language: tag }),
            computeFacts(theCase, options),
          ];
          expect(sheet.facts.map(({ id }) => id)).toEqual(english.facts.map(({ id }) => id));
          const byId = new Map(sheet.facts.map((fact) => [fact.id, fact]));
          for (const section of SECTIONS) {
            const own = section.offline(sheet, style).flat();
            const theirs = section.offline(english, style).flat();
            expect(own.length).toBe(theirs.length);
            for (const [at, { text, facts }] of own.entries()) {
              expect(new Set(facts), text).toEqual(new Set(theirs[at]?.facts));
              expect(valuesIn(text), text).toEqual(valuesIn(theirs[at]?.text ?? ''));
              const filled = fillSlots(text, byId, wordsOf(sheet));
              expect(filled).not.toMatch(/undefined|\{\{|, (?:select|plural),/);
              expect(filled, text).toMatch(/[.!?]$/);
              if (checked) continue;
              const { findings } = checkReport(filled, sheet, { format: 'text' });
              expect(findings.filter(({ rule }) => rule === 'unknown-figure')).toEqual([]);
            }
            for (const { caption, columns, rows } of section.tables(sheet))
              for (const text of [
                caption,
                ...columns.map(({ title }) => title),
                ...rows.flat().map((cell) => cell.text),
              ])
                expect(text).not.toMatch(/undefined|, (?:select|plural),/);
          }
        }),
        { numRuns: 25 },
      );
    });
  },
);
