import type { ReadSentence } from '../claims/read-report.ts';
import { joined, termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import type { SkillInfo } from '../facts/skill-info.ts';
import type { Token } from '../tokens/token.ts';
import type { CheckContext } from '../types.ts';
import { SHARE_RANK_VERBS, SHARE_RANKS } from '../words/ranks.ts';
import { tierWords } from './count/part-of.ts';

type End = 'high' | 'low';

/** One thing said to be the most or the least asked for. Indices of tokens. */
interface Ranked {
  skill: string;
  end: End;
  from: number;
  to: number;
  /** What follows or stands within: "of the role", "among the gaps". */
  limits: readonly Token[];
}

/** Words after a rank that leave its set as it is. */
const plain =
  /^(?:skill|requirement|one|item|competency|of|in|for|the|all|role|market|list|this|that|whole|any|posting|table|sample|here|there|them|these|by|far|share|be|with|and|,|at|to|job|entire|overall|a|an)$/;

export const rank = defineRule({
  id: 'rank',
  severity: 'error',
  category: 'number',
  description: 'A skill is called the most or the least asked for, and another one is.',
  good: [
    { text: 'Python, the most requested skill, is in place.' },
    { text: 'The most requested skill that she lacks is Terraform.' },
    { text: 'AWS is not the most requested skill.' },
  ],
  bad: [
    { text: 'AWS, the most requested skill of the role, is in place.', at: 'AWS' },
    { text: 'Docker is the most requested skill of the role.', at: 'Docker' },
    { text: 'Highest share of all: Terraform.', at: 'Terraform' },
  ],
  check(context) {
    const { facts, reading } = context;
    if (!facts.sheet) return;
    for (const sentence of reading.sentences)
      for (const ranked of readRanked(sentence)) checkRanked(context, sentence, ranked);
  },
});

function checkRanked({ facts, report }: CheckContext, sentence: ReadSentence, ranked: Ranked): void {
  const { tokens } = sentence;
  const info = facts.skills.get(ranked.skill);
  if (!info || info.share === null || info.tier === null) return;
  const own = info.share;
  const first = (skills: readonly SkillInfo[]): SkillInfo | undefined =>
    skills
      .filter((one) => one.share !== null)
      .sort((a, b) =>
        ranked.end === 'high' ? (b.share ?? 0) - (a.share ?? 0) : (a.share ?? 0) - (b.share ?? 0),
      )[0];
  const words = joined(ranked.limits);
  // "The rarest of them": of which is said elsewhere.
  if (/(?:^| )(?:them|these|those|which|whom|two|three|four|five)(?: |$)/.test(words)) return;
  // "Among the preferred skills X is the most frequent".
  const opening = /^(?:among|of|in|within) (?:all )?(?:the )?(core|preferred|emerging)(?: |$)/.exec(
    joined(tokens.slice(0, ranked.from)),
  )?.[1];
  const tiers = [
    ...new Set(
      [...ranked.limits.map(({ norm }) => norm), opening ?? ''].flatMap((word) => tierWords[word] ?? []),
    ),
  ];
  const known = ranked.limits.every((token) => plain.test(token.norm) || token.norm in tierWords);
  if (!known) return;
  const named = tiers.map((tier) => facts.asked.filter((one) => one.tier === tier));
  const whole = /(?:^| )(?:role|market|list|whole|entire|overall|all|posting)(?: |$)/.test(words);
  const sets = named.length > 0 ? named : whole ? [facts.asked] : [facts.asked, ...partsOf(facts.asked)];
  if (named.length === 0 && !whole && isAmongOthers(sentence, ranked)) return;
  const isFirst = (set: readonly SkillInfo[]) =>
    set.some((one) => one.id === info.id) && (first(set)?.share ?? own) === own;
  if (sets.some(isFirst)) return;
  const best = first(sets[0] ?? facts.asked);
  if (!best) return;
  report({
    start: (tokens[ranked.from] as Token).start,
    end: (tokens[ranked.to - 1] as Token).end,
    subject: info.name,
    actual: `${info.name} as the ${ranked.end === 'high' ? 'most' : 'least'} asked for`,
    expected: `${best.name} (${Math.round((best.share ?? 0) * 100)}%; ${info.name} ${Math.round(own * 100)}%)`,
    facts: [...info.facts, ...best.facts],
  });
}

/** Parts of the skills asked for of which a rank without a limit may speak. */
function partsOf(asked: readonly SkillInfo[]): (readonly SkillInfo[])[] {
  const tiers = ['core', 'preferred', 'emerging'] as const;
  const statuses = [['met'], ['partial'], ['missing'], ['partial', 'missing'], ['met', 'partial']];
  const ofTier = tiers.map((tier) => asked.filter((one) => one.tier === tier));
  return [asked, ...ofTier].flatMap((part) => [
    part,
    ...statuses.map((some) => part.filter((one) => some.includes(one.status))),
  ]);
}

/** Whether other skills, or words of a set, stand in the sentence or the one before, of which the rank may speak. */
function isAmongOthers(sentence: ReadSentence, { skill }: Ranked): boolean {
  const { sentences } = sentence.read;
  const before = sentences[sentences.indexOf(sentence) - 1];
  const tokens = [...(before?.tokens ?? []), ...sentence.tokens, ...sentence.read.label];
  return tokens.some((token) => {
    const other = termAt(token, 'skill');
    return (
      (other !== undefined && other !== skill) ||
      (token.norm in tierWords && token.kind === 'word') ||
      /^(?:among|these|those|them|kind|group|tier|area|side)$/.test(token.norm)
    );
  });
}

function readRanked({ tokens }: ReadSentence): Ranked[] {
  const found: Ranked[] = [];
  // "Not the most requested", "the second most requested", "one of the most requested".
  const denied = (at: number) =>
    /(?:^| )(?:not|never|no|neither|nor|hardly|among|one of|of|ordinal|second|third|fourth|next|than|if|would|were|after|behind|second-)(?: the| -)?$/.test(
      joined(tokens.slice(Math.max(0, at - 3), at)),
    ) || tokens[at - 1]?.figure?.unit === 'ordinal';
  tokens.forEach((token, at) => {
    if (token.kind !== 'word') return;
    const ahead = joined(tokens.slice(at, at + 6));
    for (const end of ['high', 'low'] as const) {
      const noun = SHARE_RANKS[end].exec(ahead);
      if (noun && !denied(at)) {
        const to = at + noun[0].trim().split(' ').length;
        const own = nounFor(tokens, at, to);
        if (own) found.push({ ...own, end });
      }
      const verb = SHARE_RANK_VERBS[end].exec(ahead);
      if (verb && !denied(at)) {
        const to = at + verb[0].trim().split(' ').length;
        const own = verbFor(tokens, at, to);
        if (own) found.push({ ...own, end });
      }
    }
  });
  return found;
}

type Own = Omit<Ranked, 'end'>;

/** "X, the most requested skill of the role", "X is the most requested", "the most requested skill is X". */
function nounFor(tokens: readonly Token[], at: number, to: number): Own | undefined {
  const limit = limitFrom(tokens, to);
  let before = at;
  while (/^(?:the|its|by|far|easily|clearly)$/.test(tokens[before - 1]?.norm ?? '')) before -= 1;
  const link = tokens[before - 1];
  const subject = termAt(tokens[before - 2], 'skill');
  // Of a list the last member stands there, and the rank may be of the whole.
  const alone = !/^(?:,|and|or|nor|&)$/.test(tokens[before - 3]?.norm ?? '');
  if (subject && alone && link && /^(?:,|be|–|—|\(|:)$/.test(link.norm))
    return { skill: subject, from: before - 2, to: Math.min(limit.to, to + 1), limits: limit.tokens };
  const verb = tokens[limit.to];
  const after = termAt(tokens[limit.to + 1], 'skill');
  const ends = !/^(?:and|or|&)$/.test(tokens[limit.to + 2]?.norm ?? '');
  const list = tokens[limit.to + 2]?.text === ',' && termAt(tokens[limit.to + 3], 'skill') !== undefined;
  if (after && ends && !list && verb && /^(?:be|:)$/.test(verb.norm))
    return { skill: after, from: at, to: limit.to + 2, limits: limit.tokens };
  return undefined;
}

/** "X is named most often", "the skill named most often is X". */
function verbFor(tokens: readonly Token[], at: number, to: number): Own | undefined {
  const limit = limitFrom(tokens, to);
  const subject = termAt(tokens[at - 1], 'skill');
  if (subject && !/^(?:,|and|or|nor|&|of|than)$/.test(tokens[at - 2]?.norm ?? ''))
    return { skill: subject, from: at - 1, to, limits: limit.tokens };
  const after = termAt(tokens[limit.to + 1], 'skill');
  const ends = !/^(?:and|or|&|,)$/.test(tokens[limit.to + 2]?.norm ?? '');
  const head = /^(?:skill|one|requirement|competency)$/.test(tokens[at - 1]?.norm ?? '');
  if (after && ends && head && tokens[limit.to]?.norm === 'be')
    return { skill: after, from: Math.max(0, at - 1), to: limit.to + 2, limits: limit.tokens };
  return undefined;
}

/** What bounds a rank: the words up to the next comma, colon, verb of being or known skill. */
function limitFrom(tokens: readonly Token[], from: number): { to: number; tokens: readonly Token[] } {
  let to = from;
  while (
    to < tokens.length &&
    to < from + 9 &&
    tokens[to]?.kind !== 'sign' &&
    tokens[to]?.norm !== 'be' &&
    tokens[to]?.figure === undefined &&
    termAt(tokens[to], 'skill') === undefined
  )
    to += 1;
  return { to, tokens: tokens.slice(from, to) };
}
