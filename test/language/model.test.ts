import { describe, expect, it } from 'vitest';
import type { FactSheet } from '../../schemas/index.ts';
import { checkDraftSentence } from '../../src/check/draft/index.ts';
import { loadPromptSet } from '../../src/draft/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { wordsOf } from '../../src/language/index.ts';
import { fromFunction } from '../../src/model/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { fillSlots, SECTIONS } from '../../src/sections/index.ts';
import { writeReport } from '../../src/write-report.ts';
import { readExample } from '../support/read-example.ts';
import { perfectDraft } from '../support/scripted-writer.ts';

const theCase = await readExample('nurse');
const factsIn = (language: string) => computeFacts(theCase, { resources: builtInResources(), language });
const german = factsIn('de');
const sectionOf = (name: string) => SECTIONS.find(({ id }) => id === name) ?? SECTIONS[0];

/** Writes the offline prose of the sheet's language; `spoil` changes the first sentence of each draft. */
function writerOf(sheet: FactSheet, spoil: (text: string) => string, seen: string[] = []) {
  return fromFunction('scripted', ({ section: id, messages, purpose }) => {
    seen.push(messages.map(({ content }) => content).join('\n'));
    const section = sectionOf(id);
    if (!section) throw new Error('found no section');
    const draft = perfectDraft(section, sheet);
    const [first] = draft.paragraphs[0]?.sentences ?? [];
    if (!first) throw new Error('found no sentence');
    if (purpose === 'repair') return JSON.stringify({ sentences: [{ id: 1, ...first }] });
    first.text = spoil(first.text);
    return JSON.stringify(draft);
  });
}

describe('a model that writes German', () => {
  it('is told the language, and its sentences are taken', async () => {
    const seen: string[] = [];
    const model = writerOf(german, (text) => text, seen);
    const report = await writeReport(theCase, { model, language: 'de', retry: false }).report;
    expect(report.writer.sentences).toMatchObject({ repaired: 0, offline: 0 });
    expect(report.sections.map(({ title }) => title)).toContain('Qualifizierungsplan');
    for (const text of seen) expect(text).toContain('Write every sentence in German.');
  });

  it.each([
    ['a figure typed', () => 'Es fehlen vier Kompetenzen.', 'bare-figure', 'vier'],
    ['digits', () => 'Die Vergütung beträgt 90.000 $.', 'bare-figure', '90.000'],
    [
      'a unit behind a slot',
      () => 'Der Plan dauert {{roadmap.weeks}} Wochen.',
      'slot-fits',
      '{{roadmap.weeks}} Wochen',
    ],
    ['an unknown slot', () => 'Der Plan dauert {{roadmap.wochen}}.', 'known-facts', '{{roadmap.wochen}}'],
    ['a skill of no fact', () => 'Kubernetes fehlt.', 'cited-skills', 'Kubernetes'],
    [
      'English',
      () => 'The candidate is still missing most of the skills that are asked for.',
      'report-language',
      'The candidate is still missing most of the skills that are asked for.',
    ],
  ])('is sent back for %s', async (_, spoil, rule, quote) => {
    const brief = new Set(german.facts.map(({ id }) => id));
    const findings = checkDraftSentence({ template: spoil(), facts: [] }, brief, german);
    expect(findings.map((finding) => [finding.rule, finding.quote])).toContainEqual([rule, quote]);
    const report = await writeReport(theCase, {
      model: writerOf(german, spoil),
      language: 'de',
      retry: false,
    }).report;
    expect(report.writer.sentences).toMatchObject({ repaired: SECTIONS.length, offline: 0 });
  });

  it('is not held to English words', () => {
    const brief = new Set(german.facts.map(({ id }) => id));
    const sentence = {
      template: 'Die Bewerberin beherrscht noch keine einzige der geforderten Fertigkeiten.',
      facts: ['role.title'],
    };
    expect(checkDraftSentence(sentence, brief, german)).toEqual([]);
    expect(checkDraftSentence(sentence, brief, factsIn('en')).map(({ rule }) => rule)).toEqual(['english']);
  });

  it('may write figures out where prompts ask for that, if they are those of the facts cited', async () => {
    const words = wordsOf(german);
    const shown = new Map(german.facts.filter((fact) => !fact.personal).map((fact) => [fact.id, fact]));
    const brief = new Set(german.facts.map(({ id }) => id));
    const check = (template: string, facts: string[]) =>
      checkDraftSentence({ template, facts }, brief, german, { mode: 'cited' }).map(({ rule }) => rule);
    expect(check('Die Vergütung reicht von 36 $ bis 58 $ pro Stunde.', ['role.salary'])).toEqual([]);
    expect(check('Die Vergütung reicht von 36 $ bis 85 $ pro Stunde.', ['role.salary'])).toEqual([
      'cited-figure',
    ]);
    expect(check('Es sind sieben Kernkompetenzen.', ['count.core.asked'])).toEqual([]);
    expect(check('Es sind acht Kernkompetenzen.', ['count.core.asked'])).toEqual(['cited-figure']);
    for (const section of SECTIONS)
      for (const { text, facts } of section
        .offline(german, {
          person: 'third',
          pronoun: 'they',
          tone: 'plain',
          length: 'standard',
          reader: 'coach',
        })
        .flat())
        expect(check(fillSlots(text, shown, words), facts), text).toEqual([]);
  });

  it('leaves the English prompts as they are', async () => {
    const [seen, asked]: string[][] = [[], []];
    const english = factsIn('en');
    const prompts = await loadPromptSet();
    const write = (list: string[], language?: string) =>
      writeReport(theCase, {
        model: writerOf(english, (text) => text, list),
        prompts,
        language,
        retry: false,
      }).report;
    await write(seen as string[]);
    await write(asked as string[], 'en');
    expect(asked).toEqual(seen);
    for (const text of seen as string[]) expect(text).not.toContain('Write every sentence in');
  });
});
