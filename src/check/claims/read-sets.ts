import type { Tier } from '../../../schemas/scale.ts';
import { TIERS } from '../../../schemas/scale.ts';
import type { FactIndex } from '../facts/index-facts.ts';
import type { SkillInfo } from '../facts/skill-info.ts';
import type { Token } from '../tokens/token.ts';
import { table } from '../words/table.ts';
import type { Clause } from './clause.ts';

/** Skills meant by a description: "the core skills", "every missing skill", "programming languages of the core tier". */
export interface SkillSet {
  /** Token indices in the clause. */
  from: number;
  to: number;
  tier: Tier | undefined;
  members: readonly SkillInfo[];
}

const tierWords: Readonly<Record<string, Tier>> = table({
  core: 'core',
  essential: 'core',
  preferred: 'preferred',
  emerging: 'emerging',
  'nice-to-have': 'preferred',
});
const nouns =
  /^(?:skill|requirement|qualification|competency|competence|language|tier|one|trio|pair|technology|tool|entry|item)$/;
const statusWords: Readonly<Record<string, readonly SkillInfo['status'][]>> = table({
  missing: ['missing'],
  absent: ['missing'],
  lacking: ['missing'],
  met: ['met'],
  partial: ['partial'],
  held: ['met', 'partial'],
  open: ['missing', 'partial'],
  unmet: ['missing', 'partial'],
  outstanding: ['missing', 'partial'],
});

/** What may stand before a set's own words; anything else narrows it in a way that is not understood ("all other core skills"). */
const leads =
  /^(?:all|every|each|none|no|of|both|neither|in|for|with|without|from|among|as|to|by|on|at|about|than|that|and|or|but|nor|not|only|just|,|;|:|-|–|—|be|have|hold|meet|lack|need|miss|cover|want|ask|require|list|name|two|a|an|any|some|most|many|few|except|besides|include|remain|she|he|they|you|i|this|one|even|while|if|on|yes|so|there|still|already|almost|nearly|\(|"|“)$/;

/** What narrows a set after its noun ("core skills with a share above 60 %", "the skills she lacks"). */
const narrows =
  /^(?:that|which|whose|who|she|he|they|you|name|list|mark|mention|with|without|on|under|above|below|over|from|between|teach|where|here|not|hold|held|missing|left|worth|whatever|so|who)$/;

const isNarrowed = (tokens: readonly Token[], from: number, to: number): boolean => {
  const before = tokens[from - 1];
  if (before && !leads.test(before.norm) && before.kind === 'word') return true;
  const after = tokens[to];
  if (!after) return false;
  const next = tokens.slice(to, to + 3).map((token) => token.norm);
  if (/^(?:in|of|for)$/.test(after.norm))
    return !/^(?:in|of|for) (?:the|this)? ?(?:role|profile|market|job|post|position|requirement|core|preferred|emerging)/.test(
      next.join(' '),
    );
  // "Of the core skills she holds two": the set stands in front, and the pronoun narrows nothing.
  if (/^(?:she|he|they|you)$/.test(after.norm) && tokens[0]?.norm === 'of') return false;
  return narrows.test(after.norm);
};

/** The sets of skills that a clause names. */
export function readSets(clause: Clause, facts: FactIndex): SkillSet[] {
  const sets: SkillSet[] = [];
  const { tokens } = clause;
  for (let i = 0; i < tokens.length; i += 1) {
    const noun = tokens[i] as Token;
    if (noun.kind !== 'word') continue;
    // "In the core, only A ...".
    const bare = tierWords[noun.norm];
    if (
      bare &&
      tokens[i - 1]?.norm === 'the' &&
      /^(?:in|of|within|from)$/.test(tokens[i - 2]?.norm ?? '') &&
      tokens[i + 1]?.text === ','
    )
      sets.push({
        from: i - 1,
        to: i + 1,
        tier: bare,
        members: facts.asked.filter((skill) => skill.tier === bare),
      });
    if (!nouns.test(noun.norm)) continue;
    let from = i;
    let tier: Tier | undefined;
    let statuses: readonly SkillInfo['status'][] | undefined;
    let language = noun.norm === 'language';
    let determined = false;
    while (from > 0 && i - from < 5) {
      const word = tokens[from - 1] as Token;
      const norm = word.norm === 'meet' ? 'met' : word.norm === 'hold' ? 'held' : word.norm;
      if (norm in tierWords) tier = tierWords[norm];
      // "She meets all core skills": before the determiner stands the verb, no part of the set.
      else if (norm in statusWords && determined) break;
      else if (norm in statusWords) statuses = statusWords[norm];
      else if (norm === 'programming' && language) language = true;
      else if (
        !/^(?:the|her|his|your|their|role|technical|required|all|these|those)$/.test(norm) &&
        word.kind !== 'figure'
      )
        break;
      determined ||= /^(?:the|her|his|your|their|all|these|those)$/.test(norm);
      from -= 1;
    }
    const after = tokens.slice(i + 1, i + 6).map((token) => token.norm);
    const ofTier = /^(?:of|from|in) the (core|preferred|emerging) (?:tier|skill|list|set|group)/.exec(
      after.join(' '),
    )?.[1] as Tier | undefined;
    tier ??= ofTier;
    const own = tokens.slice(from, i).some((token) => /^(?:her|his|your|their)$/.test(token.norm));
    const plain = (noun.norm === 'skill' && !own) || noun.norm === 'requirement';
    if (
      noun.norm === 'language' &&
      !(tier && tokens[i - 1]?.norm === 'programming') &&
      !/^(?:programming)$/.test(tokens[i - 1]?.norm ?? '')
    )
      continue;
    if (tier === undefined && statuses === undefined && !plain) continue;
    if (noun.norm === 'one' && tier === undefined) continue;
    if (isNarrowed(tokens, from, ofTier ? i + 5 : i + 1)) continue;
    const members = facts.asked.filter(
      (skill) =>
        (tier === undefined || skill.tier === tier) &&
        (statuses === undefined || statuses.includes(skill.status)) &&
        (!language || skill.kind === 'programming-language'),
    );
    sets.push({ from, to: ofTier ? i + 5 : i + 1, tier, members });
  }
  return sets;
}

export const allTiers = TIERS;
