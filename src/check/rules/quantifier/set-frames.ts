import type { Tier } from '../../../../schemas/scale.ts';
import type { SkillClaim } from '../../claims/claim.ts';
import { encode, encodedParts } from '../../claims/encode.ts';
import type { ReadSentence } from '../../claims/read-report.ts';
import type { FactIndex } from '../../facts/index-facts.ts';
import type { SkillInfo } from '../../facts/skill-info.ts';
import type { Token } from '../../tokens/token.ts';
import { SET_EXCEPTIONS, SET_PREDICATES, SET_VERBS } from '../../words/set-statements.ts';

export type Quantity = 'all' | 'none' | 'most' | 'half' | 'some';

/** A whole statement on a set of skills: how many of it, what of them, and which are left out. */
export interface SetStatement {
  quantity: Quantity;
  tier: Tier | undefined;
  members: readonly SkillInfo[];
  says: SkillClaim['says'];
  exceptions: readonly string[];
  start: number;
  end: number;
}

const oneOf = (table: readonly (readonly [SkillClaim['says'], string])[]): string =>
  table.map(([, pattern]) => pattern).join('|');

const QUANT =
  '(?<quant>all(?: but)?|every(?: single| one of)?|each(?: of| one of)?|both|none|no|neither|not one|not a single|most|the majority|the bulk|half|fully half|one|at least one|some)';
const TIER = '(?<tier>core|preferred|emerging|essential|must-have|nice-to-have)';
const NOUN = '(?:skill|requirement|competency|item|qualification|tier|list|group|one|set|side)';
const WHO = '(?:she|he|you|they|the candidate|candidate|the applicant|@)';
const SET = `(?:of )?(?:(?:the|its|these|those|her|his|your) )?(?:# )?(?:${TIER} )?${NOUN}(?: (?:of|in|on|for) (?:the|this) (?:role|list|profile|job|post))?(?<own> (?:(?:that|which) )?${WHO} (?:already )?(?:have|hold|possess))?`;
const EVERYTHING = `(?<every>everything|nothing)(?: (?:on|in|of|from) the ${TIER.replace('tier', 'tier2')}(?: ${NOUN})?)?`;
const EXCEPT = `(?:,? (?:${SET_EXCEPTIONS}) (?:for )?(?:the )?(?<except>§\\d+))`;
const FRONT = `(?:(?:${SET_EXCEPTIONS}) (?:for )?(?:the )?(?<front>§\\d+) , )`;
const ADV =
  '(?:(?:already|fully|completely|wholly|entirely|still|currently|simply|now|today|also|indeed|certainly) )*';
const VERB = `(?<verb>${oneOf(SET_VERBS)})`;
const PRED = `(?<pred>${oneOf(SET_PREDICATES)})`;

const TAIL =
  '(?=$| [.;:!—–]| , (?!but|except|bar|save|apart|if|when|unless|once|provided|at least|in (?:part|theory|name))| (?:so|because|which|and) )';

/** The frames; each must fit from the start of a sentence, or of a part after ";" or ":". */
const FRAMES: readonly RegExp[] = [
  new RegExp(`^${FRONT}?${WHO} ${ADV}${VERB} ${ADV}(?:${QUANT} ${SET}|${EVERYTHING})${EXCEPT}?${TAIL}`),
  new RegExp(
    `^${FRONT}?(?:in the (?<tier3>core|preferred|emerging) (?:tier|list|group|set) , )?(?:${QUANT} ${SET}|${EVERYTHING})${EXCEPT}? (?:,? )?(?:be|have(?: already)? been|have(?: already)? be|remain|stand) ${ADV}${PRED}${TAIL}`,
  ),
  // "Of the seven core skills, the majority are fully met".
  new RegExp(
    `^of (?:the|its|these) (?:# )?${TIER} ${NOUN} ,? ?(?:the )?(?<quant>majority|bulk|most|all|none|half|not one|not a single one) (?:be|have been|remain) ${ADV}${PRED}${TAIL}`,
  ),
  // "Preferred skills: all covered except X".
  new RegExp(
    `^${TIER}(?: ${NOUN})? (?::|–|—|\\|) (?<quant>all|every one|both|none|most|half|nothing|everything) (?:be )?${ADV}${PRED}${EXCEPT}?${TAIL}`,
  ),
];

/** What would make a statement one of another time or a supposition. */
const UNREAL =
  /(?:^| )(?:if|unless|once|after|when|will|would|should|could|might|may|can|until|till|before|soon|by the|provided|whether|almost|nearly|practically|virtually|not all|not every|hope|want to|aim|plan|not|hardly|seem)(?: |$)/;

/** The statements on whole sets that a sentence makes, where every word of the frame is understood. */
export function readSetStatements(sentence: ReadSentence, facts: FactIndex): SetStatement[] {
  // "Reality check: half of the core list is ...".
  const parts = encodedParts(sentence).flatMap((part) => {
    const colon = part.tokens.findLastIndex((token) => token.text === ':');
    const tokens = part.tokens.slice(colon + 1);
    return colon > 0 ? [part, { tokens, encoded: encode(tokens, sentence) }] : [part];
  });
  return parts.flatMap(({ tokens, encoded: { text, starts, lists } }) => {
    for (const frame of FRAMES) {
      const match = frame.exec(text);
      if (!match?.groups) continue;
      const { quant, tier, tier2, tier3, every, verb, pred, except, front } = match.groups;
      if (UNREAL.test(match[0].replace(/^(?:not (?:one|a single) )/, ''))) return [];
      const said = verb ? saidBy(SET_VERBS, verb) : saidBy(SET_PREDICATES, pred ?? '');
      // "Fully in place" is more than in place.
      const full = /(?:^| )(?:fully|completely|wholly|entirely) \S+(?: \S+){0,2}$/.test(match[0]);
      const says = said === 'held' && full ? 'enough' : said;
      const quantity = quantityOf(quant ?? every ?? '');
      if (!says || !quantity) return [];
      const own = tierOf(tier ?? tier2 ?? tier3 ?? tierAbove(sentence));
      // Without a tier "neither skill" and "everything" speak of those just named.
      const isOfRole = /(?:skill|requirement) (?:of|in) (?:the|this) (?:role|list|profile|job|post)/.test(
        match[0],
      );
      if (own === undefined && (every !== undefined || !isOfRole)) return [];
      const inTier = facts.asked.filter((skill) => own === undefined || skill.tier === own);
      // "Every core skill that she holds".
      const members = match.groups.own ? inTier.filter((skill) => skill.status !== 'missing') : inTier;
      const last = starts.findLastIndex((at) => at < match[0].length);
      // "All three core skills" where there are five: another set, or another fault.
      const counts = tokens
        .slice(0, last + 1)
        .flatMap(({ figure }) => (figure?.unit === 'count' ? [figure.value] : []));
      if (members.length === 0 || counts.some((count) => count !== 1 && count !== members.length)) return [];
      const exceptions = [except, front].flatMap((key) =>
        (lists.get(key ?? '')?.mentions ?? []).map((mention) => mention.skill),
      );
      if (exceptions.some((id) => !inTier.some((member) => member.id === id))) return [];
      // "The candidate has one of": at least one.
      if (exceptions.length > 0 && quantity !== 'all' && quantity !== 'none') return [];
      return [
        {
          quantity,
          tier: own,
          members,
          says,
          exceptions,
          start: (tokens[0] as Token).start,
          end: (tokens[Math.max(0, last)] as Token).end,
        },
      ];
    }
    return [];
  });
}

const saidBy = (
  table: readonly (readonly [SkillClaim['says'], string])[],
  words: string,
): SkillClaim['says'] | undefined =>
  table.find(([, pattern]) => new RegExp(`^(?:${pattern})$`).test(words))?.[0];

function quantityOf(word: string): Quantity | undefined {
  if (/^(?:all|every|everything|each|both)/.test(word)) return word === 'all but' ? undefined : 'all';
  if (/^(?:none|no|nothing|neither|not one|not a single)/.test(word)) return 'none';
  if (/^(?:most|(?:the )?majority|(?:the )?bulk)$/.test(word)) return 'most';
  if (/^(?:half|fully half)$/.test(word)) return 'half';
  if (/^(?:one|at least one|some)$/.test(word)) return 'some';
  return undefined;
}

function tierOf(word: string | undefined): Tier | undefined {
  if (word === undefined) return undefined;
  if (/^(?:core|essential|must-have)$/.test(word)) return 'core';
  return word === 'emerging' ? 'emerging' : 'preferred';
}

/** The tier of the label or heading above, where it names one alone. */
const tierAbove = ({ read }: ReadSentence): string | undefined => {
  const tiers = [read.ownLabel, ...read.scopeLabels]
    .find(({ effects }) => effects.length > 0)
    ?.effects.filter((one) => /^(?:core|preferred|emerging)$/.test(one));
  return tiers?.length === 1 ? tiers[0] : undefined;
};
