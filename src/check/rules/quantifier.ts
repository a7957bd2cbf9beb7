import { supposed } from '../claims/account-for.ts';
import type { SkillClaim } from '../claims/claim.ts';
import type { Clause, SkillList } from '../claims/clause.ts';
import type { CueHit } from '../claims/cue.ts';
import { isException } from '../claims/left-out.ts';
import { firstOperator } from '../claims/left-over.ts';
import { effectOf } from '../claims/read-clause.ts';
import { isNegated } from '../claims/read-negation.ts';
import { readSets, type SkillSet } from '../claims/read-sets.ts';
import { defineRule } from '../define-rule.ts';
import { holdsFor } from '../facts/holds-for.ts';
import type { FactIndex } from '../facts/index-facts.ts';
import { describeStatus, nameOf } from '../facts/judge-claim.ts';
import type { SkillInfo } from '../facts/skill-info.ts';
import { teaches } from '../facts/teaches.ts';
import type { CheckContext } from '../types.ts';
import { LEVEL_WORDS } from '../words/function-words.ts';
import { readSetStatements, type SetStatement } from './quantifier/set-frames.ts';

const opposites: Partial<Record<string, SkillClaim['says']>> = {
  held: 'lack',
  lack: 'held',
  gap: 'enough',
  enough: 'gap',
  train: 'untrained',
  planned: 'untrained',
  untrained: 'planned',
};

export const quantifier = defineRule({
  id: 'quantifier',
  severity: 'error',
  category: 'polarity',
  description:
    'A statement about all, none, only some or all but some of a known set of skills is not true of each.',
  good: [
    { text: 'Of the preferred skills, all but Docker are missing.' },
    { text: 'In the core tier, only AWS and Kubernetes are missing.' },
    { text: 'None of the emerging skills is held.' },
    { text: 'Once she has finished, she meets all core skills.' },
    { text: 'She meets all core skills but two.' },
    { text: 'Not all core skills are met, and the preferred ones are missing.' },
  ],
  bad: [
    { text: 'All core skills are held.', at: 'core skills' },
    {
      text: 'Apart from Python, nothing in the core tier is complete.',
      at: 'nothing in the core tier is complete',
    },
    { text: 'Most of the preferred skills are in place.', at: 'Most of the preferred skills are in place' },
    { text: 'She meets all core skills.', at: 'She meets all core skills' },
    {
      text: 'In the preferred tier, only Terraform stands between her and complete coverage.',
      at: 'Terraform',
    },
    { text: 'With the exception of AWS, every core skill is held.', at: 'every core skill' },
    { text: 'Every missing skill is scheduled.', at: 'missing skill' },
  ],
  check(context) {
    const { reading, facts } = context;
    if (!facts.sheet) return;
    for (const sentence of reading.sentences) {
      for (const statement of readSetStatements(sentence, facts)) checkStatement(context, statement);
      let lastSet: SkillSet | undefined;
      let exceptions: readonly string[] = [];
      for (const clause of sentence.clauses) {
        const sets = readSets(clause, facts);
        const except = exceptionsIn(clause);
        if (except) exceptions = [...exceptions, ...except];
        const next = sentence.clauses[sentence.clauses.indexOf(clause) + 1];
        if (next && isException(sentence.clauses, next)) continue;
        const set = sets.find((one) => !standsInExceptions(clause, one)) ?? lastSet;
        if (
          set &&
          (sets.includes(set) ||
            clause.hits.some((hit) => hit.cue.signal === 'all-but' || hit.cue.signal === 'only'))
        )
          checkClause(context, clause, set, sets, exceptions);
        lastSet = sets.at(-1) ?? lastSet;
      }
    }
  },
});

/** "You meet every preferred skill except X": of each member, or of so many of them. */
function checkStatement(context: CheckContext, statement: SetStatement): void {
  const { members, says, exceptions, quantity, start, end, tier } = statement;
  const { facts } = context;
  const holds = (skill: SkillInfo) => holdsFor(says, skill, facts) === true;
  const add = (subject: string, actual: string, expected: string, sources: readonly string[]) =>
    context.report({ start, end, subject, actual, expected, facts: sources });
  const set = tier ? `${tier} skills` : 'skills';
  if (quantity === 'all' || quantity === 'none') {
    for (const skill of members) {
      const included = !exceptions.includes(skill.id);
      if (holds(skill) === ((quantity === 'all') === included)) continue;
      add(
        skill.name,
        `${nameOf(says)} for ${quantity} of the ${set}${included ? '' : ` but ${skill.name}`}`,
        `${skill.name} ${describeStatus(skill)}`,
        skill.facts,
      );
    }
    return;
  }
  const count = members.filter(holds).length;
  const share = count / members.length;
  const fits =
    quantity === 'some' ? count > 0 : quantity === 'most' ? share > 0.5 : share >= 0.4 && share <= 0.6;
  if (!fits)
    add(set, `${nameOf(says)} for ${quantity} of the ${set}`, `${count} of ${members.length}`, [
      `count.${tier ?? 'all'}.asked`,
    ]);
}

/** "All but A and B", "with the exception of A": what is left out. */
function exceptionsIn(clause: Clause): string[] | undefined {
  const hit = clause.hits.find((one) => one.cue.signal === 'all-but');
  const list = hit && clause.lists.find((one) => one.from >= hit.to && one.from - hit.to <= 3);
  return list?.mentions.map((mention) => mention.skill);
}

const standsInExceptions = (clause: Clause, set: SkillSet): boolean =>
  clause.hits.some(
    (hit) =>
      hit.cue.signal === 'all-but' &&
      set.from - hit.to >= 0 &&
      set.from - hit.to <= 1 &&
      hit.to - hit.from > 2,
  );

function checkClause(
  context: CheckContext,
  clause: Clause,
  set: SkillSet,
  sets: readonly SkillSet[],
  exceptions: readonly string[],
): void {
  const own = sets.includes(set);
  if (clause.mood !== 'stated' || clause.unclaimed || isVague(clause)) return;
  if (supposed(clause) || leftInSet(clause, set, own)) return;
  const allBut = clause.hits.some((hit) => hit.cue.signal === 'all-but') || exceptions.length > 0;
  const only = onlyList(clause);
  const start = own ? set.from : -1;
  if (own) checkVerb(context, clause, set, exceptions);
  // The first predicate after the set speaks of it; a second one may have a subject of its own.
  let last: { to: number; flipped: boolean } | undefined;
  clause.hits.forEach((hit, at) => {
    if (!hit.cue.effect || (last && hit.from - last.to > 1)) return;
    if (hit.cue.at.includes('object')) {
      checkObject(context, clause, hit, at, set);
      return;
    }
    if (!(hit.cue.at.includes('subject') || hit.cue.at.includes('noun'))) return;
    const first = saidBy(clause, at, hit, { from: Math.max(0, start), to: own ? set.to : 0 });
    // "Held at the level sought": what denies the first denies both.
    const says = last?.flipped && first === hit.cue.effect ? opposites[first] : first;
    if (!says) return;
    if (only && hit.from >= only.to) {
      checkOnly(context, clause, set, only, says);
      return;
    }
    const universal = isUniversal(clause, set, own, hit);
    if (own && hit.from < set.to) return;
    // "She meets all core skills, and the preferred ones are missing": another set is the subject.
    if (own && sets.some((other) => other.from >= set.to && other.to <= hit.from)) return;
    if (!universal && !allBut) return;
    if (
      allBut &&
      !universal &&
      own &&
      !clause.hits.some((one) => one.cue.signal === 'all-but') &&
      exceptions.length === 0
    )
      return;
    if (own && hit.from - set.to > 8) return;
    const negative = universal === 'none';
    const claim = negative ? opposites[says] : says;
    if (!claim) return;
    report(context, clause, set, claim, (skill) => !exceptions.includes(skill.id));
    last = { to: hit.to, flipped: says !== hit.cue.effect };
  });
}

/** An operator that neither the set, nor a predicate, nor an exception has used up; or a level that bounds the predicate. */
function leftInSet(clause: Clause, set: SkillSet, own: boolean): string | undefined {
  const used = new Set<number>();
  const use = (from: number, to: number) => {
    for (let i = Math.max(0, from); i < to; i += 1) used.add(i);
  };
  if (own) {
    use(set.from, set.to);
    for (let i = Math.max(0, set.from - 3); i < set.from; i += 1)
      if (/^(?:no|none|neither|every|each|all|of|not)$/.test(clause.tokens[i]?.norm ?? '')) use(i, i + 1);
  }
  for (const hit of clause.hits) {
    const { signal, effect } = hit.cue;
    const word = clause.tokens[hit.from]?.norm ?? '';
    if (effect || signal === 'all-but' || signal === 'only' || signal === 'pseudo') use(hit.from, hit.to);
    // "Nothing in the core tier" is a subject of its own.
    else if (signal === 'negation' && word !== 'nothing' && word !== 'nobody') use(hit.from, hit.to);
  }
  const level = clause.tokens.find((token, i) => !used.has(i) && token.norm in LEVEL_WORDS);
  return level ? level.text : firstOperator(clause, used);
}

/** Verbs that say of a whole set that it is there; what they say of one skill needs more words. */
const MEETS = /^(?:meet|satisfy|fulfil|fulfill|cover)$/;
const HOLDS = /^(?:hold|have|master|possess)$/;
const BOUNDS =
  /^(?:but|except|save|bar|barring|apart|besides|beyond|other|rest|if|when|once|after|before|until|till|unless|provided|soon|by|then|will|would|could|might|may|should)$/;

/** "She meets all core skills", "the candidate holds every core skill": subject, verb and set side by side. */
function checkVerb(
  context: CheckContext,
  clause: Clause,
  set: SkillSet,
  exceptions: readonly string[],
): void {
  const { tokens, hits } = clause;
  let verb = set.from - 1;
  while (verb > 0 && /^(?:all|every|each|of|the)$/.test(tokens[verb]?.norm ?? '')) verb -= 1;
  const norm = tokens[verb]?.norm ?? '';
  const whole = tokens.slice(verb + 1, set.to).some((token) => /^(?:all|every|each)$/.test(token.norm));
  const subject = hits.some((hit) => hit.cue.signal === 'candidate' && hit.to === verb);
  const said = hits.some((hit) => hit.cue.effect && hit.from <= verb && hit.to > verb);
  if (!whole || !subject || said || !(MEETS.test(norm) || HOLDS.test(norm))) return;
  // Nothing in the sentence may put it off, or take something out of it.
  if (clause.sentence.tokens.some((token) => BOUNDS.test(token.norm))) return;
  // Only the end of the clause may follow: "all core skills of the tier below" would be another set.
  if (tokens.slice(set.to).some((token) => token.kind !== 'sign')) return;
  report(
    context,
    clause,
    set,
    MEETS.test(norm) ? 'enough' : 'held',
    (skill) => !exceptions.includes(skill.id),
  );
}

/** "Of the preferred skills she holds all three", "... she has none". */
function checkObject(context: CheckContext, clause: Clause, hit: CueHit, at: number, set: SkillSet): void {
  const word = clause.tokens[hit.to]?.norm ?? '';
  if (!/^(?:all|both|none|neither)$/.test(word) || clause.lists.some((list) => list.from >= hit.to)) return;
  if (hit.cue.effect !== 'held' && hit.cue.effect !== 'lack') return;
  const effect = effectOf(clause, hit);
  const denied = hit.negated !== isNegated(clause, at, { from: hit.to, to: hit.to });
  const negative = denied !== /^(?:none|neither)$/.test(word);
  const says = effect && (negative ? opposites[effect] : effect);
  // "Does not hold all three" leaves open which.
  if (!says || (denied && word === 'all')) return;
  report(context, clause, set, says, () => true);
}

/** "Not all", "almost all", "all but one": leaves open which. */
const isVague = (clause: Clause): boolean =>
  /(?:^| )(?:not|almost|nearly|practically|virtually|mostly|hardly) (?:all|every|each|none)(?: |$)|(?:^| )(?:but|except|save|for|from) (?:for )?(?:one|two|three|a few|some|a couple)(?: of|$| )/.test(
    clause.tokens.map((token) => token.text.toLowerCase()).join(' '),
  );

/** "only A and B", "A and B alone". */
function onlyList(clause: Clause): SkillList | undefined {
  const hit = clause.hits.find((one) => one.cue.signal === 'only');
  if (!hit) return undefined;
  const word = clause.tokens[hit.from]?.norm;
  return word === 'alone'
    ? clause.lists.find((list) => list.to === hit.from)
    : clause.lists.find((list) => list.from === hit.to);
}

function isUniversal(clause: Clause, set: SkillSet, own: boolean, hit: CueHit): 'all' | 'none' | undefined {
  if (!own) return undefined;
  // "Of the preferred ones, all are met".
  const after = clause.tokens.slice(set.to, Math.max(set.to, hit.from)).map((token) => token.norm);
  if (clause.tokens[0]?.norm === 'of' && after.length <= 4) {
    if (after.includes('all') || after.includes('each') || after.includes('both')) return 'all';
    // The negation itself is read with the predicate.
    if (after.includes('none') || after.includes('neither')) return 'all';
  }
  const inside = clause.tokens.slice(Math.max(0, set.from - 3), set.to).map((token) => token.norm);
  const head = clause.tokens.slice(Math.max(0, set.from - 3), set.from + 1).map((token) => token.norm);
  // "The preferred tier is missing altogether".
  if (
    clause.tokens[set.to - 1]?.norm === 'tier' &&
    clause.tokens
      .slice(set.to, hit.to + 2)
      .some((token) => /^(?:altogether|entirely|completely|wholly|fully)$/.test(token.norm))
  )
    return 'all';
  if (inside.includes('every') || inside.includes('all') || inside.includes('each')) return 'all';
  if (head.includes('none') || (head.includes('no') && !head.includes('with'))) return 'none';
  return undefined;
}

function saidBy(
  clause: Clause,
  at: number,
  hit: CueHit,
  place: { from: number; to: number },
): SkillClaim['says'] | undefined {
  const effect = effectOf(clause, hit);
  if (!effect) return undefined;
  const denied = clause.hits.slice(0, at).some((one) => one.cue.signal === 'negation' && one.to <= place.from)
    ? false
    : isNegated(clause, at, place);
  return hit.negated !== denied ? opposites[effect] : effect;
}

function checkOnly(
  context: CheckContext,
  clause: Clause,
  set: SkillSet,
  only: SkillList,
  says: SkillClaim['says'],
): void {
  const named = new Set(only.mentions.map((mention) => mention.skill));
  if (![...named].every((id) => set.members.some((member) => member.id === id))) return;
  for (const skill of set.members) {
    if (named.has(skill.id) || holdsFor(says, skill, context.facts) !== true) continue;
    reportSkill(context, clause, skill, `"only" these ${nameOf(says)}`);
  }
}

function report(
  context: CheckContext,
  clause: Clause,
  set: SkillSet,
  says: SkillClaim['says'],
  included: (skill: SkillInfo) => boolean,
): void {
  for (const skill of set.members) {
    const holds = holdsFor(says, skill, context.facts);
    if (holds === undefined) continue;
    if (included(skill) ? !holds : holds && says !== 'gap')
      reportSkill(
        context,
        clause,
        skill,
        included(skill)
          ? `${nameOf(says)} for all, ${skill.name} included`
          : `${nameOf(says)} for all but ${skill.name}`,
        says,
      );
  }
}

function reportSkill(
  { report: add, facts }: CheckContext,
  clause: Clause,
  skill: SkillInfo,
  actual: string,
  says?: SkillClaim['says'],
): void {
  const plan = says === 'planned' || says === 'train' || says === 'untrained';
  add({
    start: clause.start,
    end: clause.end,
    subject: skill.name,
    actual,
    expected: plan ? planned(skill, facts) : `${skill.name} ${describeStatus(skill)}`,
    facts: skill.facts,
  });
}

function planned(skill: SkillInfo, facts: FactIndex): string {
  const phase = facts.phases.find((one) => teaches(one, skill));
  return phase ? `${skill.name} in phase ${phase.index}` : `${skill.name} in no phase`;
}
