import { flesch } from 'flesch';
import { syllable } from 'syllable';
import type { ReadBlock } from '../claims/read-report.ts';
import { defineRule } from '../define-rule.ts';

/** Flesch's reading ease below which graduates read with effort; 30 to 50 is the usual range of expert prose. */
const LIMIT = 10;
/** Fewer words than this prove nothing. */
const ENOUGH = 40;

export const readability = defineRule({
  id: 'readability',
  severity: 'info',
  category: 'style',
  optIn: true,
  description:
    "A paragraph is very hard to read by Flesch's reading ease (names and figures count as plain words).",
  good: [
    {
      text: `Kubernetes is missing, and so is Terraform. ${'She will learn both in the second phase. '.repeat(6)}`,
    },
  ],
  bad: [
    {
      text: 'Notwithstanding considerable organisational heterogeneity, contemporary recruitment documentation predominantly necessitates demonstrable familiarity with containerisation methodologies, infrastructure standardisation, organisational accountability, administrative responsibility, interdepartmental communication, technological sophistication, environmental sustainability, regulatory conformity, operational continuity, analytical argumentation, procedural formalisation, terminological consistency, methodological transparency and institutional representation.',
      at: 'Notwithstanding',
    },
  ],
  check({ reading, report }) {
    for (const block of reading.blocks) {
      const counts = block.block.kind === 'paragraph' ? countsOf(block) : undefined;
      if (!counts || counts.word < ENOUGH) continue;
      const ease = Math.round(flesch(counts));
      if (ease >= LIMIT) continue;
      report({
        start: block.block.start,
        end: block.block.end,
        subject: 'readability',
        actual: `reading ease ${ease}`,
        expected: `at least ${LIMIT}`,
      });
    }
  },
});

function countsOf({ sentences }: ReadBlock): { sentence: number; word: number; syllable: number } {
  const tokens = sentences.flatMap((sentence) => sentence.tokens).filter((token) => token.kind !== 'sign');
  const syllables = tokens.map((token) => (token.kind === 'word' ? Math.max(1, syllable(token.text)) : 2));
  return {
    sentence: sentences.length,
    word: tokens.length,
    syllable: syllables.reduce((sum, one) => sum + one, 0),
  };
}
