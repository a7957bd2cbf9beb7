import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../schemas/index.ts';
import { checkSection, groundOf } from '../../src/draft/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { readCase } from '../../src/input/index.ts';
import { renderReport } from '../../src/render/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { DEFAULT_STYLE, fitLength, MOST_SENTENCES, SECTIONS, type Style } from '../../src/sections/index.ts';
import { writeReport } from '../../src/write-report.ts';
import { DATE } from '../support/read-example.ts';

/** Each folder is a case with its report; UPDATE_GOLDEN=1 writes the reports anew, to be read in the diff. */
const folder = fileURLToPath(new URL('../golden/offline/', import.meta.url));
const cases = readdirSync(folder);

/** Each value of each option at least once. */
const STYLES: Style[] = [
  DEFAULT_STYLE,
  { pronoun: 'she', person: 'third', tone: 'warm', length: 'short', reader: 'coach' },
  { pronoun: 'he', person: 'third', tone: 'formal', length: 'long', reader: 'employer' },
  { pronoun: 'they', person: 'second', tone: 'warm', length: 'standard', reader: 'candidate' },
  { pronoun: 'she', person: 'second', tone: 'plain', length: 'long', reader: 'candidate' },
];

async function read(name: string): Promise<Case> {
  const file = (noun: string) => `${folder}${name}/${noun}.json`;
  const plan = existsSync(file('plan')) ? { plan: file('plan') } : {};
  return (await readCase({ resume: file('resume'), role: file('role'), ...plan, date: DATE })).case;
}

describe.each(cases)('%s', (name) => {
  it('reads as the golden report', async () => {
    const report = await writeReport(await read(name)).report;
    const text = renderReport(report, 'md');
    const golden = `${folder}${name}/report.md`;
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });

  it.each(STYLES)(
    'passes the checks of drafts and says what must be said: $pronoun $person $tone $length $reader',
    async (style) => {
      const sheet = computeFacts(await read(name), { resources: builtInResources() });
      for (const section of SECTIONS) {
        const ground = groundOf(section, sheet, 'slots', style);
        const offline = fitLength(section.offline(sheet, style), section.mustMention(sheet), style);
        const paragraphs = offline.map((sentences) =>
          sentences.map(({ text, facts }) => ({
            template: text,
            facts,
            provenance: 'offline' as const,
            history: [],
          })),
        );
        const { findings, missing } = checkSection(ground, paragraphs);
        const found = findings.flat(2).map(({ rule, message, quote }) => `${rule}: ${message} <- ${quote}`);
        expect(found, section.id).toEqual([]);
        expect(missing, section.id).toEqual([]);
        expect(paragraphs.flat().length).toBeLessThanOrEqual(MOST_SENTENCES[style.length]);
      }
    },
  );

  it('is written in whole sentences', async () => {
    const report = await writeReport(await read(name)).report;
    for (const { blocks } of report.sections) {
      for (const block of blocks) {
        if (block.kind !== 'paragraph') continue;
        for (const { text } of block.sentences) {
          expect(text).toMatch(/^[\p{Lu}\p{N}"\p{Lo}]|^(?:pandas|dbt)/u);
          expect(text).toMatch(/[.]$/u);
          expect(text).not.toMatch(
            /\s{2}|\.\.|\s[.,;]|\{\{|\bundefined\b|\bnull\b|\bnone and\b|\bnot known\b|,\s*,/u,
          );
          expect(text).not.toMatch(
            /\b(?:one|1) (?:\w+ )?(?:weeks|phases|skills|hours|resources|gaps)\b|\b(?:two|three|four|five|six) (?:week|phase|skill|hour|resource|gap)\b/u,
          );
          expect(text).not.toMatch(/\ba (?:[AEIOaeio][a-z])|\ban (?:[bcdfgjklmnpqrstvwxyz][a-z])/u);
        }
      }
    }
  });
});
