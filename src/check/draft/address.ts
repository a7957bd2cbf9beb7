import { type DraftFault, defineDraftRule } from './draft-rule.ts';
import { blankFactNames } from './off-task.ts';

const YOU = /\b(?:you|your|yours|yourself)\b/giu;
const GENDERED: Readonly<Record<string, RegExp | undefined>> = {
  they: /\b(?:she|her|hers|herself|he|him|his|himself)\b/giu,
  she: /\b(?:he|him|his|himself)\b/giu,
  he: /\b(?:she|her|hers|herself)\b/giu,
};

/** The candidate is spoken of, or spoken to, as the report's style says, all through. */
export const address = defineDraftRule({
  id: 'address',
  severity: 'error',
  modes: ['slots', 'cited', 'plain'],
  description:
    'Person and pronoun are those of the report: "you" only in a report addressed to the candidate.',
  check({ sentence: { template }, bare, sheet, address: wanted }) {
    if (!wanted) return [];
    // A book may be called "... You'll Ever Need"; a name of one word ("HE") is the pronoun as well.
    const spoken = blankFactNames(bare, sheet, (name) => name.includes(' '));
    const second = wanted.person === 'second';
    const expected = second ? '"you" and "your"' : `the name or "${wanted.pronoun}"`;
    const patterns = second
      ? [/\{\{\s*candidate\.name\s*\}\}/gu, /\b(?:she|her|hers|herself|he|him|his|himself)\b/giu]
      : [YOU, GENDERED[wanted.pronoun]];
    const faults: DraftFault[] = [];
    for (const pattern of patterns) {
      if (!pattern) continue;
      for (const match of (pattern.source.startsWith('\\{') ? template : spoken).matchAll(pattern)) {
        faults.push({
          start: match.index,
          end: match.index + match[0].length,
          subject: 'candidate',
          expected,
          actual: match[0],
          message: `Unexpected "${match[0]}", expected ${expected} for the candidate`,
          facts: ['candidate.name'],
        });
      }
    }
    return faults;
  },
});
