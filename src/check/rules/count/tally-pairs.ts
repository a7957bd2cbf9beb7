import type { Coverage } from '../../../../schemas/fact-sheet.ts';
import type { ReadSentence } from '../../claims/read-report.ts';
import type { Token } from '../../tokens/token.ts';
import type { CheckContext } from '../../types.ts';
import { table } from '../../words/table.ts';
import { tierWords } from './part-of.ts';

type Tier = 'core' | 'preferred' | 'emerging';

/** What a word of status counts. A gap is what is missing, or that with what is held below the level. */
const counted: Readonly<Record<string, (part: Coverage) => readonly number[]>> = table({
  met: (part: Coverage) => [part.met],
  meet: (part: Coverage) => [part.met],
  meets: (part: Coverage) => [part.met],
  partial: (part: Coverage) => [part.partial],
  partly: (part: Coverage) => [part.partial],
  partially: (part: Coverage) => [part.partial],
  missing: (part: Coverage) => [part.missing],
  absent: (part: Coverage) => [part.missing],
  lacking: (part: Coverage) => [part.missing],
  gap: (part: Coverage) => [part.missing, part.missing + part.partial],
  gaps: (part: Coverage) => [part.missing, part.missing + part.partial],
  total: (part: Coverage) => [part.asked],
});

const filler = new Set(
  'skill skills requirement requirements and by in the tier status fully altogether entirely completely wholly outright , ; : . ( ) – — -'.split(
    ' ',
  ),
);

interface Words {
  status: string | undefined;
  tier: Tier | undefined;
}

/** The one status and the one tier that tokens name; undefined where another word, or a second of a kind, stands there. */
function readWords(tokens: readonly Token[]): Words | undefined {
  const words: Words = { status: undefined, tier: undefined };
  for (const token of tokens) {
    const text = token.text.toLowerCase();
    const tier = tierWords[text];
    if (tier && words.tier === undefined) words.tier = tier;
    else if (counted[text] && words.status === undefined) words.status = text;
    else if (!filler.has(text)) return undefined;
  }
  return words;
}

/**
 * "Missing: 7", "Gaps in the core: 6", "Absent by tier: core 3, preferred 2": a sentence of nothing but statuses, tiers
 * and numbers, the words before the number.
 */
export function checkTallyPairs({ facts, report }: CheckContext, sentence: ReadSentence): void {
  const coverage = facts.sheet?.coverage;
  const { tokens, read } = sentence;
  if (!coverage || tokens.length > 24) return;
  const numbers = tokens.flatMap((token, at) => (token.figure ? [at] : []));
  const opens = read.sentences[0] === sentence && read.label.length > 0 ? read.label.length : 0;
  const label = readWords(tokens.slice(0, opens));
  const above = read.scopeLabels[0] && readWords(read.scopeLabels[0].tokens);
  if (numbers.length === 0 || numbers[0] === 0 || !label || numbers.some((at) => at < opens)) return;
  const parts = numbers.map((at, i) => {
    const from = i === 0 ? opens : (numbers[i - 1] as number) + 1;
    return { at, from, words: readWords(tokens.slice(from, at)), figure: tokens[at]?.figure };
  });
  if (!readWords(tokens.slice((numbers.at(-1) as number) + 1))) return;
  // What follows the last number would belong to it: "met 4, 3 partial".
  if (tokens.slice((numbers.at(-1) as number) + 1).some((token) => token.kind === 'word')) return;
  for (const { at, from, words, figure } of parts) {
    if (!words || !figure || figure.unit !== 'count' || figure.high !== null || figure.closeness !== 'exact')
      return;
    const status = words.status ?? label.status;
    const tier = words.tier ?? label.tier ?? above?.tier;
    if (!status || (words.status !== undefined && label.status !== undefined)) return;
    const values = counted[status]?.(coverage[tier ?? 'all']) ?? [];
    if (values.includes(figure.value)) continue;
    // Where only "total" stands, of what is not said.
    if (status === 'total' && numbers.length === 1 && !read.section.startsWith('gap')) continue;
    const first = tokens.slice(from, at).find((token) => token.kind === 'word') ?? tokens[0];
    const token = tokens[at] as Token;
    report({
      start: numbers.length === 1 ? sentence.start : (first?.start ?? token.start),
      end: token.end,
      subject: `${tier ? `${tier} ` : ''}skill count`,
      actual: `${tier ? `${tier} ` : ''}${status}: ${token.text}`,
      expected: values.join(' or '),
      facts: [`count.${tier ?? 'all'}.${status === 'total' ? 'asked' : 'missing'}`],
    });
  }
}
