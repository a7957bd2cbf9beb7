import { defineScorer } from '../define-scorer.ts';
import { wordsOf } from '../reading/count-words.ts';
import { missing, withoutReport } from '../reading/no-value.ts';
import { bySection, sentencesOf } from '../reading/sentences-of.ts';

/** Words in a row that hardly stand in two places by chance. */
const ROW = 5;

export const repetition = defineScorer({
  id: 'repetition',
  title: 'Repetition between sections',
  description: `Rows of ${ROW} words in a section that a section before it has had, of all such rows after the first section.`,
  kind: 'share',
  better: 'lower',
  margin: 0.03,
  gating: false,
  deterministic: true,
  score(trial) {
    const none = withoutReport(trial);
    if (none) return none;
    const before = new Set<string>();
    let rows = 0;
    const again: string[] = [];
    for (const sentences of bySection(sentencesOf(trial)).values()) {
      const own = sentences.flatMap(({ text }) => rowsOf(text));
      if (before.size > 0) {
        rows += own.length;
        again.push(...own.filter((row) => before.has(row)));
      }
      for (const row of own) before.add(row);
    }
    if (rows === 0) return missing('there are no two sections with prose to compare');
    return {
      value: again.length / rows,
      evidence: [`${again.length} of ${rows} rows`, ...new Set(again)].slice(0, 10),
    };
  },
});

function rowsOf(text: string): string[] {
  const words = wordsOf(text).map((word) => word.toLowerCase());
  return words
    .slice(0, Math.max(0, words.length - ROW + 1))
    .map((_, at) => words.slice(at, at + ROW).join(' '));
}
