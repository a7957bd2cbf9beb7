import type { Phase } from '../../../../schemas/fact-sheet.ts';
import type { Mention } from '../../claims/clause.ts';
import type { PhaseRef } from '../../claims/phase-refs.ts';
import type { ReadSentence } from '../../claims/read-report.ts';
import { has, joined } from '../../claims/words-of.ts';
import type { Token } from '../../tokens/token.ts';
import type { CheckContext } from '../../types.ts';
import { phaseOf } from './report-phase.ts';

/** "TITLE opens the plan", "the plan ends with TITLE": the first or the last phase. */
export function checkPlace(
  context: CheckContext,
  tokens: readonly Token[],
  ref: PhaseRef,
  said: Phase,
): void {
  const before = joined(tokens.slice(Math.max(0, ref.from - 5), ref.from));
  const after = joined(tokens.slice(ref.to, ref.to + 4));
  const plan = '(?:plan|roadmap|programme|program|schedule)';
  const opens =
    new RegExp(`^(?:opens?|start|begin) (?:the|this|her|his|your) ${plan}(?: |$)`).test(after) ||
    new RegExp(`(?:^| )${plan} (?:opens?|start|begin) with(?: the)?$`).test(before);
  const ends =
    new RegExp(`^(?:close|end|conclude|finish|complete) (?:the|this|her|his|your) ${plan}(?: |$)`).test(
      after,
    ) || new RegExp(`(?:^| )${plan} (?:close|end|conclude|finish) with(?: the)?$`).test(before);
  const last = context.facts.phases.length;
  if (opens === ends || said.index === (opens ? 1 : last)) return;
  const start = tokens[ref.from] as Token;
  const end = tokens[
    Math.min(
      tokens.length,
      ref.to + (after.match(/^\S+ \S+ (?:plan|roadmap|programme|program|schedule)/) ? 3 : 0),
    ) - 1
  ] as Token;
  context.report({
    start: start.start,
    end: end.end,
    subject: 'phase order',
    actual: `phase ${said.index} as the ${opens ? 'first' : 'last'}`,
    expected: `phase ${opens ? 1 : last}`,
    facts: [],
  });
}

export function checkSuperlative(
  context: CheckContext,
  tokens: readonly Token[],
  ref: PhaseRef,
  said: Phase,
): void {
  const after = tokens.slice(ref.to, ref.to + 7);
  const at = after.findIndex((token) => /^(?:longest|shortest)$/.test(token.norm));
  if (
    at < 0 ||
    at > 4 ||
    after
      .slice(0, at)
      .some(
        (token) => !/^(?:,|the|be|phase|also|–|and|by|far|at|as|weeks?)$/.test(token.norm) && !token.figure,
      )
  )
    return;
  // "The longest phase is the first and the shortest phase is the last": the next word's own subject.
  if (
    /^(?:phase|one|stretch|stage)$/.test(after[at + 1]?.norm ?? '') &&
    /(?:^| )and the$/.test(joined(after.slice(0, at)))
  )
    return;
  const word = (after[at] as Token).norm;
  const lengths = context.facts.phases.map((one) => one.weeks);
  const limit = word === 'longest' ? Math.max(...lengths) : Math.min(...lengths);
  if (said.weeks === limit || after[at - 1]?.figure?.unit === 'ordinal') return;
  const first = tokens[ref.from] as Token;
  context.report({
    start: first.start,
    end: (after[at] as Token).end,
    subject: `phase ${said.index} length`,
    actual: `phase ${said.index} as the ${word}`,
    expected: `phase ${context.facts.phases.find((one) => one.weeks === limit)?.index}`,
    facts: [],
  });
}

/** "By the time you write React you will have Jest": what is had by then is taught no later. */
export function checkOrder(context: CheckContext, sentence: ReadSentence): void {
  const { tokens } = sentence;
  const opens = joined(tokens.slice(0, 6));
  // "When she comes to X, she will already have Y".
  const already =
    /^(?:when|once|as soon as|the moment)(?: |$)/.test(opens) && joined(tokens).includes(' already ');
  const backward = /^(?:by the time|before)(?: |$)/.test(opens) || already;
  if (!backward || has(tokens, /^(?:not|never|no)$/)) return;
  const lists = sentence.clauses.flatMap((clause) => clause.lists);
  const [first, second] = lists;
  if (!first || !second || lists.length !== 2) {
    const merged = first && lists.length === 1 && first.mentions.length === 2 ? first.mentions : undefined;
    if (!merged) return;
    compare(context, sentence, merged.slice(0, 1), merged.slice(1));
    return;
  }
  compare(context, sentence, first.mentions, second.mentions);
}

function compare(
  context: CheckContext,
  sentence: ReadSentence,
  later: readonly Mention[],
  earlier: readonly Mention[],
): void {
  for (const one of earlier) {
    const info = context.facts.skills.get(one.skill);
    const own = phaseOf(context, one.skill);
    const limit = Math.max(
      ...later.map((mention) => phaseOf(context, mention.skill)?.index ?? Number.POSITIVE_INFINITY),
    );
    if (!own || !info || info.status === 'met' || !Number.isFinite(limit) || own.index <= limit) continue;
    context.report({
      start: sentence.start,
      end: one.end,
      subject: info.name,
      actual: `${info.name} before ${later.map((mention) => mention.token.text).join(', ')}`,
      expected: `${info.name} in phase ${own.index}, after phase ${limit}`,
      facts: [`skill.${info.id}`],
    });
  }
}

/** "First comes B, then A": titles after "first" and "then" stand in the order of the plan. */
export function checkSequence(
  context: CheckContext,
  sentence: ReadSentence,
  refs: readonly PhaseRef[],
): void {
  const titles = refs.filter((ref) => !ref.bare && ref.phase && ref.to - ref.from === 1);
  for (let i = 1; i < titles.length; i += 1) {
    const [before, after] = [titles[i - 1] as PhaseRef, titles[i] as PhaseRef];
    const between = joined(sentence.tokens.slice(before.to, after.from));
    const opens = joined(sentence.tokens.slice(0, before.from));
    if (
      !/(?:^| )(?:then|follow by|followed by|next|after that|before)(?: |$)/.test(between) ||
      /(?:^| )after(?: |$)/.test(opens)
    )
      continue;
    if (before.index < after.index) continue;
    const first = sentence.tokens[before.from] as Token;
    const last = sentence.tokens[after.to - 1] as Token;
    context.report({
      start: first.start,
      end: last.end,
      subject: 'order of phases',
      actual: `${before.phase?.title} before ${after.phase?.title}`,
      expected: context.facts.phases.map((one) => one.title).join(', '),
      facts: [],
    });
  }
}
