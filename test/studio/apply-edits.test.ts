import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../schemas/report.ts';
import { applyEdits, type Edit, placeKey } from '../../src/studio/apply-edits.ts';
import { checkEdited } from '../../src/studio/check-edited.ts';
import { readSentence } from '../../src/studio/read-sentence.ts';
import { writeReport } from '../../src/write-report.ts';
import { readExample } from '../support/read-example.ts';

const report = await writeReport(await readExample('nurse')).report;

/** Every place of a sentence with its text. */
function placesOf({ sections }: Report): Edit[] {
  return sections.flatMap(({ blocks }, section) =>
    blocks.flatMap((one, block) =>
      one.kind === 'paragraph'
        ? one.sentences.map(({ text }, sentence) => ({ section, block, sentence, text }))
        : [],
    ),
  );
}

const places = placesOf(report);
const someEdits = fc
  .uniqueArray(fc.nat(places.length - 1), { maxLength: 12 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((at) =>
        fc
          .constantFrom('', 'A sentence of hers.', '  Two \n words ')
          .map((text) => ({ ...(places[at] as Edit), text })),
      ),
    ),
  );

describe('applyEdits', () => {
  it('gives the report back where nothing was edited', () => {
    expect(applyEdits(report, []).report).toEqual(report);
    expect(applyEdits(report, places).report).toEqual(report);
  });

  it('counts each sentence once, and knows where each stood', () => {
    fc.assert(
      fc.property(someEdits, (edits) => {
        const { report: edited, places: origins } = applyEdits(report, edits);
        const removed = edits.filter(({ text }) => text === '').length;
        const rewritten = edits.length - removed;
        const { model, repaired, offline, edited: count = 0, removed: gone = 0 } = edited.writer.sentences;
        expect([count, gone]).toEqual([rewritten, removed]);
        expect(model + repaired + offline + count).toBe(places.length - removed);
        const now = placesOf(edited);
        expect(origins.size).toBe(now.length);
        const byPlace = new Map([...places, ...edits].map((edit) => [placeKey(edit), edit.text]));
        for (const place of now)
          expect(place.text).toBe(
            byPlace
              .get(origins.get(placeKey(place)) ?? '')
              ?.replace(/\s+/g, ' ')
              .trim(),
          );
        expect(edited.sections.flatMap(({ blocks }) => blocks).filter((one) => one.kind === 'table')).toEqual(
          report.sections.flatMap(({ blocks }) => blocks).filter((one) => one.kind === 'table'),
        );
      }),
    );
  });

  it('keeps the facts that a sentence still speaks of', () => {
    const place = places.find(({ text }) => text.includes('IV Therapy is held at')) as Edit;
    const facts = (text: string) => {
      const { report: edited } = applyEdits(report, [{ ...place, text }]);
      const one = edited.sections[place.section]?.blocks[place.block];
      return one?.kind === 'paragraph' ? one.sentences[place.sentence]?.facts : undefined;
    };
    expect(facts('IV Therapy is begun.')?.every((id) => id.startsWith('skill.iv-therapy'))).toBe(true);
    expect(facts('IV Therapy is begun.')?.length).toBeGreaterThan(0);
    expect(facts('Nothing to be said of therapy.')).toEqual([]);
  });
});

describe('checkEdited', () => {
  it('lays a finding on the sentence that was edited, whatever was taken out before it', () => {
    const [first, second, , later] = places as [Edit, Edit, Edit, Edit];
    const { report: edited, bySentence } = checkEdited(report, [
      { ...first, text: '' },
      { ...second, text: '' },
      { ...later, text: 'She lacks Wound Care.' },
    ]);
    expect(edited.check.summary.errors).toBe(1);
    expect([...bySentence.keys()]).toEqual([placeKey(later)]);
    expect(bySentence.get(placeKey(later))?.[0]).toMatchObject({
      rule: 'skill-polarity',
      subject: 'Wound Care',
      facts: expect.arrayContaining(['skill.wound-care.status']),
    });
  });

  it('finds nothing in a report as it was written', () => {
    const { report: same, bySentence } = checkEdited(report, []);
    expect(same.check).toEqual(report.check);
    expect(bySentence.size).toBe(0);
  });
});

describe('readSentence', () => {
  it.each([
    ['', 'It will be taken out.'],
    ['Amara holds Wound Care.', 'What could be held against the facts agrees with them.'],
    ['She is a joy to work with.', 'It says nothing that could be held against the facts.'],
    [
      'Her manager says that she may lack Wound Care.',
      'Nothing was found that contradicts the facts, but not all of it could be held against them: look at it yourself.',
    ],
  ])('says of %j: %s', (text, says) => {
    expect(readSentence(text, report.facts)).toBe(says);
  });
});
