import { defineScorer } from '../define-scorer.ts';
import { wordsOf } from '../reading/count-words.ts';
import { withoutReport } from '../reading/no-value.ts';
import { sentencesOf } from '../reading/sentences-of.ts';
import { shorten } from '../reading/shorten.ts';

/** A list of so many members ... */
const MEMBERS = 5;
/** ... of at most so many words each ... */
const WORDS = 4;
/** ... that makes up so much of its sentence. */
const SHARE = 0.6;

export const listDumps = defineScorer({
  id: 'list-dumps',
  title: 'List dumps',
  description: `Sentences that are little but a list: ${MEMBERS} members or more in a row, and ${100 * SHARE} % of the words or more, of all sentences of the report.`,
  kind: 'share',
  better: 'lower',
  margin: 0.05,
  gating: false,
  deterministic: true,
  score(trial) {
    const none = withoutReport(trial);
    if (none) return none;
    const all = sentencesOf(trial);
    const dumps = all.filter(({ text }) => isDump(text));
    return {
      value: dumps.length / all.length,
      evidence: dumps.slice(0, 10).map(({ text }) => shorten(`"${text}"`)),
    };
  },
});

/** Words that make a clause of what stands between two commas. */
const CLAUSE =
  /\b(?:which|who|that|it|its|they|their|them|she|her|he|his|you|your|is|are|was|were|be|has|have|had|if|when|while|because|since|so|but|then|to|with|for|as)\b/iu;

function isDump(text: string): boolean {
  // What comes before the first comma is the head of the sentence; its last words are the first member.
  const [head = '', ...parts] = text
    .split(/[,;、，]\s*(?:and\s+|or\s+)?|\s+and\s+/u)
    .filter((part) => part !== '');
  const sizes = parts.map((part) => (CLAUSE.test(part) ? Number.POSITIVE_INFINITY : wordsOf(part).length));
  let [run, words] = [1, Math.min(WORDS, wordsOf(head).length)];
  let most = { run, words };
  for (const size of sizes) {
    [run, words] = size <= WORDS ? [run + 1, words + size] : [0, 0];
    if (run > most.run) most = { run, words };
  }
  return most.run >= MEMBERS && most.words / wordsOf(text).length >= SHARE;
}
