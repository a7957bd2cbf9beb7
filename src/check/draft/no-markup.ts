import { blankNames } from './blank-names.ts';
import { type DraftFault, defineDraftRule } from './draft-rule.ts';

const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/https?:\/\/\S+|\bwww\.\S+/giu, 'no address; links come from the catalog of resources'],
  [/<\/?[a-z][^>]*>/giu, 'plain text without tags'],
  [/\[[^\]]*\]\([^)]*\)/gu, 'plain text without links'],
  [/^\s*(?:#{1,6}|[-*+]|\d+[.)])\s/gmu, 'a sentence, not a heading or a list item'],
  [/\*\*|__|`/gu, 'plain text without emphasis'],
  [/\{\{[^}]*$|\{\{(?![^{}]*\}\})|(?<!\{\{[^{}]*)\}\}/gu, 'slots closed as {{fact-id}}'],
  [/\S+@\S+\.\w{2,}/gu, 'no mail address'],
];

/** A sentence of a draft is plain text. */
export const noMarkup = defineDraftRule({
  id: 'no-markup',
  severity: 'error',
  languages: 'any',
  modes: ['slots', 'cited', 'plain'],
  description: 'Sentences are plain text: no Markdown, HTML, links or broken slots.',
  check(context) {
    const text = blankNames(context);
    const faults: DraftFault[] = [];
    for (const [pattern, expected] of MARKUP) {
      for (const match of text.matchAll(pattern)) {
        const actual = match[0].trim();
        faults.push({
          start: match.index,
          end: match.index + match[0].length,
          subject: actual,
          expected,
          actual,
          message: `Unexpected "${actual}", expected ${expected}`,
          facts: [],
        });
      }
    }
    return faults;
  },
});
