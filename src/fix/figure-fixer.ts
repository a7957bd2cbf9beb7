import { type Change, defineFixer, type FixContext } from './fix.ts';
import { agreeAfter } from './grammar.ts';
import { type NumberSpan, readNumbers } from './read-numbers.ts';
import { replaceWords } from './replace-words.ts';
import { writeNumber } from './write-number.ts';

/** A wrong number becomes the right one, in the style it is written in. */
export const figureFixer = defineFixer({
  id: 'figure',
  propose(context) {
    const expected = parseExpected(context.finding.expected);
    if (!expected) return [];
    return (expected.length === 1 ? singles(context, expected[0] ?? 0) : ends(context, expected)).flat();
  },
});

/** What is right, where the finding says one number or the two ends of a range. */
function parseExpected(expected: string): number[] | undefined {
  const one = /^([\d,]*\d(?:\.\d+)?)(?:%| ?[a-z]+(?: a week)?| [A-Z]{3})?$/.exec(expected);
  if (one) return [Number(one[1]?.replaceAll(',', ''))];
  const two = /^(\d+(?:\.\d+)?) to (\d+(?:\.\d+)?) [A-Z]{3}$/.exec(expected);
  return two ? [Number(two[1]), Number(two[2])] : undefined;
}

function singles(context: FixContext, right: number): Change[] {
  const { finding } = context;
  const [wrong] = readNumbers(finding.actual);
  const inQuote = readNumbers(finding.quote).filter((span) => span.raw === wrong?.raw);
  const [span] = inQuote;
  // In a row of a table the cell is the last thing of the quote.
  const target =
    inQuote.length === 1 ? span : finding.quote.trimEnd().endsWith('|') ? inQuote.at(-1) : undefined;
  if (!target) return [];
  if (target.style === 'fraction') return percentFor(context, target, right);
  return [...change(context, target, right), ...lengthOfTime(context, target, right)];
}

/** Both ends of a range, or the one that the finding names. */
function ends(context: FixContext, right: readonly number[]): Change[] {
  const { finding } = context;
  const spans = readNumbers(finding.quote);
  const [low, high] = right;
  const [first, second, third] = spans;
  if (!first || third || low === undefined || high === undefined) return [];
  if (second) {
    const [a, b] = [writeNumber(low, first), writeNumber(high, second)];
    if (a === undefined || b === undefined) return [];
    const { start } = finding;
    const between = finding.quote.slice(first.end, second.start);
    return [{ start: start + first.start, end: start + second.end, replacement: a + between + b }];
  }
  const end = /\.(min|max)$/.exec(finding.subject)?.[1];
  return end === undefined ? [] : change(context, first, end === 'min' ? low : high);
}

/** Words that say on which side of the number the value lies; they are not true of the value itself. */
const beside =
  /(?<!\b(?:no|not) )\b(?:(?:(?:a (?:touch|little|bit)|slightly|just|well|far) )?(?:over|under|above|below|more than|less than|fewer than|short of)|almost|nearly|close to) $/i;
const around = /\b(?:about|around|roughly|approximately|some) $/i;

function change({ text, finding }: FixContext, span: NumberSpan, right: number): Change[] {
  const written = right === 0 ? undefined : writeNumber(right, span);
  if (written === undefined) return [];
  const [start, end] = [finding.start + span.start, finding.start + span.end];
  const before = text.slice(Math.max(0, start - 24), start);
  const [dropped = ''] = beside.exec(before) ?? [];
  const words = /^\p{Lu}/u.test(dropped) ? written.charAt(0).toUpperCase() + written.slice(1) : written;
  const from = start - dropped.length;
  const percent = /^\s?(?:%|per ?cent)/.test(text.slice(end, end + 10));
  if (percent || (span.value === 1) === (right === 1)) return [replaceWords(text, from, end, words)];
  const rest = agreeAfter(text.slice(end, end + 120), right === 1);
  return rest ? [replaceWords(text, from, end + rest.length, words + rest.text)] : [];
}

/** "Nine in ten" is 62%: a share said as a fraction is given in per cent, and is about that no longer. */
function percentFor({ text, finding }: FixContext, span: NumberSpan, right: number): Change[] {
  if (!finding.expected.endsWith('%')) return [];
  const [start, end] = [finding.start + span.start, finding.start + span.end];
  const before = text.slice(Math.max(0, start - 24), start);
  const from = start - (beside.exec(before) ?? around.exec(before) ?? [''])[0].length;
  const followed = /^ (?:of|the)\b|^[.,;:)]|^$/.test(text.slice(end, end + 5)) ? '' : ' of';
  return [{ start: from, end, replacement: `${right}%${followed}` }];
}

/** A length that is no whole number of years is written as the facts write it: "three years and four months". */
function lengthOfTime({ text, facts, finding }: FixContext, span: NumberSpan, right: number): Change[] {
  if (Number.isInteger(right)) return [];
  const [start, end] = [finding.start + span.start, finding.start + span.end];
  const noun = /^ years?\b/.exec(text.slice(end));
  const fact = facts.facts.find(
    ({ id, unit, value }) =>
      finding.facts.includes(id) &&
      unit === 'months' &&
      typeof value === 'number' &&
      Math.round((value / 12) * 10) / 10 === right,
  );
  return noun && fact ? [{ start, end: end + noun[0].length, replacement: fact.display }] : [];
}
