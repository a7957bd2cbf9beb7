import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactSheet } from '../../schemas/index.ts';
import { checkSection, groundOf } from '../../src/draft/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import {
  DEFAULT_STYLE,
  LENGTHS,
  PERSONS,
  PRONOUNS,
  READERS,
  SECTIONS,
  type Style,
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

/** Prose can tell skills apart only by names: each its own, of letters with the usual signs. */
function hasTellingNames({ skills, extras }: FactSheet): boolean {
  const names = [...skills, ...extras].map(({ name }) => name.toLowerCase());
  const telling = /^(?=.*\p{L}.*\p{L})[\p{L}\p{N}.][\p{L}\p{N}\p{M} .+#/&'()-]*$/u;
  return new Set(names).size === names.length && names.every((name) => telling.test(name));
}

describe('for any case and style', () => {
  it('the offline prose cites facts of its brief, says what must be said, and nothing in it is found wrong', () => {
    fc.assert(
      fc.property(anyCase, fc.oneof(fc.constant(DEFAULT_STYLE), anyStyle), (theCase, style) => {
        const sheet = computeFacts(theCase, { resources: builtInResources() });
        fc.pre(hasTellingNames(sheet));
        for (const section of SECTIONS) {
          const ground = groundOf(section, sheet, 'slots', style);
          const paragraphs = section.offline(sheet, style).map((sentences) =>
            sentences.map(({ text, facts }) => ({
              template: text,
              facts,
              provenance: 'offline' as const,
              history: [],
            })),
          );
          const { findings, missing } = checkSection(ground, paragraphs);
          expect(
            findings.flat(2).map(({ rule, message, quote }) => `${rule}: ${message} <- ${quote}`),
          ).toEqual([]);
          expect(missing).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
