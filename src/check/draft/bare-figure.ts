import { scanMentions } from '../../skills/index.ts';
import { type DraftFault, defineDraftRule } from './draft-rule.ts';
import { FIGURE_UNITS, NO_FIGURE, NUMBER_WORDS } from './number-words.ts';

const FIGURE = new RegExp(
  [
    // Digits with their currency, separators and unit sign.
    String.raw`[$€£¥]?\s?\d[\d,.]*\s?(?:%|[kKmM]\b)?`,
    String.raw`\b(?:${NUMBER_WORDS.join('|')})\b`,
    String.raw`\b(?:one|a single|half an?)[\s-](?:${FIGURE_UNITS.join('|')})s?\b`,
  ].join('|'),
  'giu',
);

/** Figures come from slots: a model never types one. */
export const bareFigure = defineDraftRule({
  id: 'bare-figure',
  severity: 'error',
  modes: ['slots'],
  description: 'Numbers, money, dates, durations and counts are written as slots, never typed.',
  check({ bare, sheet, catalog }) {
    const text = blankNames(bare, sheet, catalog);
    const faults: DraftFault[] = [];
    for (const match of text.matchAll(FIGURE)) {
      const actual = match[0].trim().replace(/[.,]$/u, '');
      const start = match.index + match[0].indexOf(actual);
      faults.push({
        start,
        end: start + actual.length,
        subject: actual,
        expected: 'a slot {{fact-id}}',
        actual,
        message: `Unexpected figure "${actual}", expected a slot {{fact-id}} of the brief`,
        facts: [],
      });
    }
    return faults;
  },
});

/** Digits in names (ISO 27001, OAuth 2.0, "Level 3 Diploma") are no figures. */
function blankNames(
  text: string,
  sheet: Parameters<typeof bareFigure.check>[0]['sheet'],
  catalog: Parameters<typeof scanMentions>[1],
): string {
  let blanked = text;
  const blank = (start: number, end: number) => {
    blanked = blanked.slice(0, start) + ' '.repeat(end - start) + blanked.slice(end);
  };
  for (const { start, end } of scanMentions(text, catalog)) blank(start, end);
  const names = sheet.facts
    .filter(
      (fact) =>
        (fact.unit === 'name' || fact.unit === 'text') &&
        typeof fact.value === 'string' &&
        /\p{N}|\p{L}{3}/u.test(fact.display),
    )
    .map((fact) => fact.display);
  for (const name of names) {
    for (
      let at = blanked.indexOf(name);
      at >= 0 && name.length > 2;
      at = blanked.indexOf(name, at + name.length)
    )
      blank(at, at + name.length);
  }
  for (const pattern of NO_FIGURE)
    for (const match of blanked.matchAll(pattern)) blank(match.index, match.index + match[0].length);
  return blanked;
}
