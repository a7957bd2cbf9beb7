import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Case, Report } from '../../schemas/index.ts';
import { checkReport } from '../../src/check/index.ts';
import { readCase } from '../../src/input/index.ts';
import { findLanguage, LANGUAGES } from '../../src/language/index.ts';
import { buildDocument } from '../../src/render/document/build-document.ts';
import { renderReport } from '../../src/render/index.ts';
import { writeReport } from '../../src/write-report.ts';
import { printedLines } from '../render/document-text.ts';
import { readDocx } from '../render/docx/read-docx.ts';
import { readTaggedText } from '../render/pdf/read-tagged-text.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DATE = '2026-11-24';

/** Folders of cases that ship, with their files by name. */
const folders = ['examples', 'evals/cases', 'test/golden/offline'].flatMap((base) =>
  readdirSync(join(ROOT, base)).flatMap((name) => {
    const folder = join(ROOT, base, name);
    const files = Object.fromEntries(
      readdirSync(folder).map((file) => [basename(file).split('.')[0] ?? '', join(folder, file)]),
    );
    return files.resume && files.role ? [{ name, files }] : [];
  }),
);

async function read({ resume, role, plan, resources }: Record<string, string>): Promise<Case> {
  const inputs = { resume: resume ?? '', role: role ?? '', date: DATE };
  return (await readCase({ ...inputs, ...(plan && { plan }), ...(resources && { resources }) })).case;
}

/** Every text that comes from the inputs or a catalog, the longest first. */
function namesOf({ facts }: Report): string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') for (const part of [value, ...value.split(/[;:]/)]) found.add(part.trim());
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  const { role, skills, extras, gates, roadmap, resources, candidate } = facts;
  walk([role, skills, extras, gates.map(({ name }) => name), roadmap, resources, { ...candidate, told: [] }]);
  for (const { value } of facts.facts) walk(value);
  return [...found].filter((name) => name.length > 2).sort((a, b) => b.length - a.length);
}

/** Small words of English that the other languages do not have. */
const ENGLISH =
  /\b(?:the|of|and|with|is|are|which|from|by|this|that|than|held|asked|skills?|weeks?|hours?|not)\b/gi;

/** The English words left in a text, with what stands around them. */
function englishIn(text: string): string[] {
  return [...text.matchAll(ENGLISH)].map(({ index }) => text.slice(Math.max(0, index - 30), index + 30));
}

function withoutNames(text: string, report: Report): string {
  const plain = text
    .replace(/<style>[\s\S]*?<\/style>|<code>[^<]*<\/code>|<[^>]*>|<!--[\s\S]*?-->/g, ' ')
    // What Markdown and HTML write for a sign.
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replaceAll('&amp;', '&')
    .replace(/&(?:quot|#x22|#34);/g, '"')
    .replace(/&(?:apos|#x27|#39);/g, "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
  return (
    namesOf(report)
      .reduce((rest, name) => rest.replaceAll(name, ' '), plain)
      // Ids of rules and facts.
      .replace(/\b[a-z]+(?:[.-][a-z0-9]+)+\b/g, ' ')
  );
}

const others = LANGUAGES.filter(({ checked }) => !checked).map(({ tag, name }) => ({ tag, name }));

const written = new Map<string, Promise<Report>>();

function write({ name, files }: (typeof folders)[number], language: string): Promise<Report> {
  const key = `${language} ${name}`;
  const known = written.get(key) ?? read(files).then((theCase) => writeReport(theCase, { language }).report);
  written.set(key, known);
  return known;
}

const sentencesOf = ({ sections }: Report) =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : [])),
  );

/** What a report is made of, whatever it says. */
const shapeOf = ({ sections }: Report) =>
  sections.map(({ id, blocks }) => [
    id,
    blocks.map((block) =>
      block.kind === 'table' ? [block.columns.length, block.rows.length] : block.sentences.length,
    ),
  ]);

/** Slots that another language may word by a form: who it is, and a level in its case. */
const slotsOf = ({ template }: { template: string }) =>
  (template.match(/\{\{[^}]+\}\}/g) ?? []).filter((slot) => !/candidate\.name|\.level\./.test(slot)).sort();

describe.each(others)('a report in $name', ({ tag }) => {
  it.each(folders.map((folder, at) => ({ ...folder, page: at % 6 === 0 })))(
    'is sound in all text formats: $name',
    async (folder) => {
      const report = await write(folder, tag);
      const { facts } = report;
      expect(facts.language).toBe(tag);
      const md = renderReport(report, 'md');
      // The page has the words of the document and some of its own, which hang on no case.
      const html = folder.page
        ? renderReport(report, 'html').replace(
            /<style>[\s\S]*?<\/style>|<ul class="facts">[\s\S]*?<\/ul>/g,
            '',
          )
        : '';
      const lines = printedLines(buildDocument(report)).join('\n');
      if (folder.page) expect(html).toContain(`<html lang="${tag}">`);
      for (const text of [md, html, lines]) {
        expect(text).not.toMatch(/undefined|\bNaN\b|\[object|\{\{|, (?:select|plural),/);
      }
      for (const text of [lines, ...(folder.page ? [html] : [])])
        expect(englishIn(withoutNames(text, report))).toEqual([]);
      // Read again as it left the program, all its figures and names are the facts'.
      expect(checkReport(md, facts).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );

  it('says what it says in English, sentence by sentence, with the same values', async () => {
    for (const folder of folders.filter((_, at) => at % 3 === 0)) {
      const [own, english] = await Promise.all([write(folder, tag), write(folder, 'en')]);
      expect(shapeOf(own), folder.name).toEqual(shapeOf(english));
      const theirs = sentencesOf(english);
      for (const [at, sentence] of sentencesOf(own).entries()) {
        expect([...sentence.facts].sort(), sentence.text).toEqual([...(theirs[at]?.facts ?? [])].sort());
        expect(slotsOf(sentence), sentence.text).toEqual(slotsOf(theirs[at] ?? sentence));
      }
      const valuesOf = (report: Report) =>
        report.facts.facts.map(({ id, value, basis }) => ({ id, value, basis }));
      expect(valuesOf(own).map(({ id }) => id)).toEqual(valuesOf(english).map(({ id }) => id));
    }
  }, 60_000);

  it('names its language to Word and to readers of PDF', async () => {
    const report = await write(folders[0] as (typeof folders)[number], tag);
    const [pdf, docx] = await Promise.all([renderReport(report, 'pdf'), renderReport(report, 'docx')]);
    const { locale } = findLanguage(tag);
    const { info } = await readTaggedText(pdf);
    expect(info).toMatchObject({ Language: locale, Title: report.title });
    expect((await readDocx(docx)).get('word/styles.xml')?.languages).toContain(locale);
  });
});
