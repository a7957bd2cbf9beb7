import type { Coverage } from '../../../../schemas/fact-sheet.ts';
import type { ReadSentence } from '../../claims/read-report.ts';
import type { Token } from '../../tokens/token.ts';
import type { CheckContext } from '../../types.ts';
import { table } from '../../words/table.ts';
import { tierWords } from './part-of.ts';

const tallied: Readonly<Record<string, keyof Coverage>> = table({
  met: 'met',
  meet: 'met',
  partial: 'partial',
  missing: 'missing',
  absent: 'missing',
  miss: 'missing',
});

/** "14 skills; 6 met, 2 partial, 6 missing": numbers that stand before the words of status. */
export function checkTally(context: CheckContext, sentence: ReadSentence): void {
  const { tokens } = sentence;
  const coverage = context.facts.sheet?.coverage;
  const parts = tokens.flatMap((token, at) => {
    if (token.figure === undefined) return [];
    const next = tokens[at + 1];
    const key = tallied[next?.text.toLowerCase() ?? ''];
    // "2 of 5 met": the part, not the whole.
    const part = tokens[at - 1]?.norm === 'of' ? tokens[at - 2]?.figure : token.figure;
    const figure =
      token.figure?.unit === 'count' && part?.unit === 'count' && part.closeness === 'exact'
        ? part
        : undefined;
    const after = tokens[at + 2];
    const bare = after === undefined || after.kind === 'sign' || after.norm === 'and';
    return key && figure && figure.high === null && bare && next
      ? [{ token, key, value: figure.value, end: next.end }]
      : [];
  });
  // "Core: 2 met, the rest open": one number alone counts only under a label that says of what.
  const isLabelled = sentence.read.label.some((token) => tierWords[token.norm] !== undefined);
  if (!coverage || parts.length < (isLabelled ? 1 : 2)) return;
  const words = [
    ...tokens,
    ...sentence.read.label,
    ...sentence.read.scopeLabels.flatMap((label) => label.tokens),
  ];
  const named = [...new Set(words.flatMap((token) => tierWords[token.norm] ?? []))];
  const groups = named.length > 0 ? named : (['all', 'core', 'preferred', 'emerging'] as const);
  if (groups.some((group) => parts.every(({ key, value }) => coverage[group][key] === value))) return;
  const group = coverage[named.length === 1 ? (named[0] as 'core') : 'all'];
  if (named.length > 1) return;
  for (const { token, key, value, end } of parts)
    if (group[key] !== value)
      context.report({
        start: token.start,
        end,
        subject: 'skill count',
        actual: `${token.text} ${key}`,
        expected: String(group[key]),
        facts: [`count.${named[0] ?? 'all'}.${key}`],
      });
}

/** "That's 16 skills across three tiers": all that are asked for. */
export function checkAcross(context: CheckContext, { tokens }: ReadSentence): void {
  const coverage = context.facts.sheet?.coverage;
  if (!coverage) return;
  tokens.forEach((token, at) => {
    const { figure } = token;
    const after = tokens
      .slice(at + 1, at + 6)
      .map((one) => one.norm)
      .join(' ');
    if (figure?.unit !== 'count' || figure.high !== null || figure.closeness !== 'exact') return;
    if (
      !/^(?:skill|requirement)(?: in)? (?:across|over|in|spread over|spread across) (?:the |all )?(?:three|3|all) tier/.test(
        after,
      )
    )
      return;
    if (
      figure.value === coverage.all.asked ||
      tokens.some((one) => /^(?:meet|met|miss|missing|gap|not)$/.test(one.norm))
    )
      return;
    const noun = tokens[at + 1] as Token;
    context.report({
      start: token.start,
      end: noun.end,
      subject: 'skill count',
      actual: `${token.text} ${noun.text}`,
      expected: String(coverage.all.asked),
      facts: ['count.all.asked'],
    });
  });
}

/** "A, B and C. These are four skills": the number of those listed in the sentence before. */
export function checkListed(context: CheckContext, sentence: ReadSentence): void {
  const { tokens, read } = sentence;
  const before = read.sentences[read.sentences.indexOf(sentence) - 1];
  const [pointer, verb, number, noun] = tokens;
  const value =
    number?.figure?.unit === 'count' && number.figure.closeness === 'exact' ? number.figure.value : undefined;
  if (
    !before ||
    value === undefined ||
    !noun ||
    !/^(?:these|those|they|that)$/.test(pointer?.norm ?? '') ||
    verb?.norm !== 'be' ||
    !/^(?:skill|requirement|competency)$/.test(noun.norm)
  )
    return;
  const lists = before.clauses.filter((clause) => !clause.nested).flatMap((clause) => clause.lists);
  const [list] = lists;
  if (!list || lists.length !== 1 || list.mentions.length < 3 || list.mentions.length === value) return;
  const first = list.mentions[0]?.start ?? 0;
  const signs = before.tokens.filter((token) => token.start > first && /^(?:,|and|&)$/.test(token.norm));
  // As many joints as members less one: no member is unknown.
  const joints = signs.filter((token, i) => !(token.norm === 'and' && signs[i - 1]?.end === token.start - 1));
  if (joints.length !== list.mentions.length - 1) return;
  context.report({
    start: (number as Token).start,
    end: noun.end,
    subject: 'skill count',
    actual: `${(number as Token).text} ${noun.text}`,
    expected: String(list.mentions.length),
    related: [{ start: before.start, end: before.end }],
  });
}
