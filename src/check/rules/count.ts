import type { Coverage } from '../../../schemas/fact-sheet.ts';
import type { SkillClaim } from '../claims/claim.ts';
import type { Clause } from '../claims/clause.ts';
import type { ReadSentence } from '../claims/read-report.ts';
import { has, termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import { holdsFor } from '../facts/holds-for.ts';
import { agrees } from '../figures/agrees.ts';
import { circumstanceOf } from '../figures/circumstance.ts';
import type { Figure } from '../tokens/figure.ts';
import type { Token } from '../tokens/token.ts';
import type { CheckContext } from '../types.ts';
import { table } from '../words/table.ts';

const tierWords: Readonly<Record<string, 'core' | 'preferred' | 'emerging'>> = table({
  core: 'core',
  preferred: 'preferred',
  emerging: 'emerging',
});

export const count = defineRule({
  id: 'count',
  severity: 'error',
  category: 'number',
  description: 'A number of postings, skills, phases or resources differs from the facts.',
  good: [
    {
      text: 'Four skills are core, two preferred. Of the four core skills, two are fully met and two are missing.',
    },
    { text: '## Market\n\nThe sample held 1,240 postings.' },
  ],
  bad: [
    { text: 'There are 6 core skills.', at: '6 core skills' },
    { text: '## Market\n\nAround 1,800 openings were counted.', at: '1,800 openings' },
    { text: 'Three of the four core skills are held.', at: 'Three of the four core skills are held' },
    { text: '## Roadmap\n\nThe plan has three phases.', at: 'three phases' },
  ],
  check(context) {
    const { reading, facts } = context;
    if (!facts.sheet) return;
    for (const sentence of reading.sentences) {
      sentence.tokens.forEach((token, at) => {
        const { figure } = token;
        if (figure?.unit !== 'count' || figure.high !== null || circumstanceOf(sentence, at)) return;
        checkPostings(context, sentence, at, token, figure);
        checkPhases(context, sentence, at, token, figure);
      });
      for (const clause of sentence.clauses) checkSkills(context, sentence, clause);
      checkListed(context, sentence);
      checkTally(context, sentence);
    }
  },
});

function checkPostings(
  { report, facts }: CheckContext,
  sentence: ReadSentence,
  at: number,
  token: Token,
  figure: Figure,
): void {
  const postings = facts.sheet?.role.postings;
  if (postings === null || postings === undefined) return;
  const { tokens } = sentence;
  const noun = tokens.findIndex(
    (one, i) => i > at && i <= at + 3 && /^(?:posting|advert|vacancy)$/.test(one.norm),
  );
  const between = tokens.slice(at + 1, noun);
  const follows =
    noun > 0 && between.every((one) => one.kind === 'word' && !/^(?:of|in|out|the)$/.test(one.norm));
  const label =
    /\bpostings?\b/i.test(sentence.read.label.map((one) => one.text).join(' ')) &&
    at === sentence.read.label.length + 1;
  const precedes =
    sentence.section === 'market' && /^posting be$/.test(`${tokens[at - 2]?.norm} ${tokens[at - 1]?.norm}`);
  if (!(follows || label || precedes) || figure.value < 10) return;
  if (tokens[at - 1]?.norm === 'in' && figure.value <= 20) return;
  if (!agrees(figure, postings))
    report({
      start: token.start,
      end: follows ? (tokens[noun] as Token).end : token.end,
      subject: 'postings',
      actual: token.text,
      expected: String(postings),
      facts: ['role.postings'],
    });
}

function checkPhases(
  { report, facts }: CheckContext,
  sentence: ReadSentence,
  at: number,
  token: Token,
  figure: Figure,
): void {
  const next = sentence.tokens[at + 1];
  const noun = /^(?:consecutive|successive)$/.test(next?.norm ?? '') ? sentence.tokens[at + 2] : next;
  if (noun?.text.toLowerCase() !== 'phases' || facts.phases.length === 0) return;
  const before = sentence.tokens[at - 1]?.norm ?? '';
  if (
    /^(?:first|last|next|other|final|remaining|of|these|both|ordinal)$/.test(before) ||
    sentence.tokens[at - 1]?.figure?.unit === 'ordinal'
  )
    return;
  if (
    figure.value < facts.phases.length &&
    !/^(?:in|have|comprise|the|its|run|with|,|through|be|:)$/.test(before) &&
    before !== ''
  )
    return;
  if (!agrees(figure, facts.phases.length))
    report({
      start: token.start,
      end: noun.end,
      subject: 'phases',
      actual: `${token.text} phases`,
      expected: String(facts.phases.length),
      facts: [],
    });
}

const tallied: Readonly<Record<string, keyof Coverage>> = table({
  met: 'met',
  meet: 'met',
  partial: 'partial',
  missing: 'missing',
  absent: 'missing',
  miss: 'missing',
});

/** "14 skills; 6 met, 2 partial, 6 missing": numbers that stand before the words of status. */
function checkTally(context: CheckContext, sentence: ReadSentence): void {
  const { tokens } = sentence;
  const coverage = context.facts.sheet?.coverage;
  const parts = tokens.flatMap((token, at) => {
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
  if (!coverage || parts.length < 2) return;
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

/** "A, B and C. These are four skills": the number of those listed in the sentence before. */
function checkListed(context: CheckContext, sentence: ReadSentence): void {
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

/** "8 core skills", "six of the seven core skills are held", "two are fully met". */
function checkSkills(context: CheckContext, sentence: ReadSentence, clause: Clause): void {
  const { facts } = context;
  const { tokens } = clause;
  const coverage = facts.sheet?.coverage;
  if (!coverage) return;
  checkElliptic(context, sentence, clause);
  checkRest(context, clause);
  const roleWide = !has(tokens.slice(0, 6), /^(?:her|his|your|their|résumé|resume|extra)$/);
  tokens.forEach((token, at) => {
    const { figure } = token;
    if (figure?.unit !== 'count' || figure.high !== null || figure.closeness !== 'exact') return;
    const part = labelled(sentence, inTier(tokens, at, partOf(tokens, at + 1)));
    if (!part || (!roleWide && part.tier === 'all')) return;
    if (circumstanceOf(sentence, sentence.tokens.indexOf(token)) || isNarrowed(tokens, part.end)) return;
    const group = coverage[part.tier];
    const said =
      part.of !== undefined || part.end < tokens.length ? predicateAfter(clause, part.end) : undefined;
    const end = said ? (tokens[said.to - 1] as Token).end : (tokens[part.end - 1] as Token).end;
    const wrong = (expected: number | string) =>
      context.report({
        start: token.start,
        end,
        subject: `${part.tier === 'all' ? '' : `${part.tier} `}skill count`,
        actual: sentence.tokens
          .filter((one) => one.start >= token.start && one.end <= end)
          .map((one) => one.text)
          .join(' '),
        expected: String(expected),
        facts: [`count.${part.tier}.asked`],
      });
    if (part.of !== undefined && part.of !== group.asked) {
      if (!valuesOf(group).includes(part.of)) wrong(`${group.asked} skills`);
      return;
    }
    if (
      said &&
      possession.test(said.says) &&
      tokens[at - 1]?.norm === 'but' &&
      tokens[at - 2]?.norm === 'all'
    ) {
      const inGroup = facts.asked.filter((skill) => part.tier === 'all' || skill.tier === part.tier);
      const without = inGroup.filter((skill) => !holdsFor(said.says, skill, facts)).length;
      if (figure.value !== without) wrong(without);
      return;
    }
    if (said && part.of !== undefined) {
      const value = facts.asked.filter(
        (skill) => (part.tier === 'all' || skill.tier === part.tier) && holdsFor(said.says, skill, facts),
      ).length;
      if (!isWhole(clause, sentence, said.to)) return;
      // "One of the three is held" is true of any number.
      if (figure.value === 1 && part.of === undefined && value > 0) return;
      if (
        said.says !== 'train' &&
        said.says !== 'planned' &&
        said.says !== 'untrained' &&
        figure.value !== value
      )
        wrong(value);
      return;
    }
    const whole =
      tokens[at - 1]?.norm === 'of' ||
      (tokens[at - 2]?.norm === 'of' && /^(?:the|these|its)$/.test(tokens[at - 1]?.norm ?? ''));
    if (
      !whole &&
      part.of === undefined &&
      part.tier === 'all' &&
      said &&
      possession.test(said.says) &&
      !/^(?:more|further|other|additional)$/.test(tokens[at + 1]?.norm ?? '')
    ) {
      const values = countsOf(context, said.says);
      if (!values.includes(figure.value) && isWhole(clause, sentence, said.to)) wrong(values[0] ?? 0);
      return;
    }
    const among = tokens[at + 1]?.norm === 'of';
    if (
      part.of === undefined &&
      part.tier !== 'all' &&
      !(among && figure.value <= group.asked) &&
      !valuesOf(group).includes(figure.value) &&
      !tokens.slice(at + 1, part.end).some((one) => termAt(one, 'skill'))
    )
      wrong(group.asked);
  });
}

/** "Of the five core skills, four are fully met and one is missing": numbers that stand for the skills named first. */
function checkElliptic(context: CheckContext, sentence: ReadSentence, clause: Clause): void {
  const at = sentence.clauses.indexOf(clause);
  const opener = sentence.clauses.findLast(
    (one, i) => i <= at && !one.nested && one.tokens[0]?.norm === 'of',
  );
  const opening = opener?.tokens ?? [];
  const whole = opening.length > 0 ? partOf(opening, 0) : undefined;
  if (!whole || opening.slice(0, whole.end).some((token) => /^(?:her|his|your|their)$/.test(token.norm)))
    return;
  const { facts } = context;
  const from = clause === opener ? whole.end : 0;
  clause.tokens.forEach((token, at) => {
    if (
      at < from ||
      token.figure?.unit !== 'count' ||
      token.figure.closeness !== 'exact' ||
      token.figure.high !== null
    )
      return;
    if (circumstanceOf(sentence, sentence.tokens.indexOf(token))) return;
    const next = clause.tokens[at + 1];
    const said = predicateAfter(clause, at + 1);
    const hit = clause.hits.find((one) => one.from > at);
    if (!said || !hit || !next || next.kind === 'term' || !possession.test(said.says)) return;
    if (!isWhole(clause, sentence, said.to)) return;
    const between = clause.tokens.slice(at + 1, hit.from);
    if (
      between.some(
        (one) =>
          !/^(?:be|have|fully|partly|still|not|already|are|entirely|simply|more|further|other|,|been|remain|genuinely)$/.test(
            one.norm,
          ),
      )
    )
      return;
    const groups = groupsOf(context, whole);
    const values = groups.map(
      (tier) =>
        facts.asked.filter(
          (skill) => (tier === 'all' || skill.tier === tier) && holdsFor(said.says, skill, facts),
        ).length,
    );
    if (values.length === 0 || values.includes(token.figure.value)) return;
    const value = values[0];
    const end = clause.tokens[said.to - 1]?.end ?? token.end;
    context.report({
      start: token.start,
      end,
      subject: `${whole.tier === 'all' ? '' : `${whole.tier} `}skill count`,
      actual: clause.tokens
        .slice(at, said.to)
        .map((one) => one.text)
        .join(' '),
      expected: String(value),
      facts: [`count.${whole.tier}.asked`],
    });
  });
}

/** How many skills something is true of, over all and in each tier. "Not met" may leave out what is met in part. */
function countsOf({ facts }: CheckContext, says: SkillClaim['says']): number[] {
  const tiers = ['all', 'core', 'preferred', 'emerging'] as const;
  const ways =
    says === 'gap' ? (['gap', 'lack'] as const) : says === 'held' ? (['held', 'enough'] as const) : [says];
  return tiers.flatMap((tier) =>
    ways.map(
      (way) =>
        facts.asked.filter((skill) => (tier === 'all' || skill.tier === tier) && holdsFor(way, skill, facts))
          .length,
    ),
  );
}

/** "The other eight are absent". */
function checkRest(context: CheckContext, clause: Clause): void {
  const { tokens } = clause;
  tokens.forEach((token, at) => {
    if (
      token.figure?.unit !== 'count' ||
      token.figure.high !== null ||
      !/^(?:other|remaining)$/.test(tokens[at - 1]?.norm ?? '') ||
      tokens[at + 1]?.norm !== 'be'
    )
      return;
    const said = predicateAfter(clause, at + 1);
    const value = token.figure.value;
    if (!said || !possession.test(said.says) || countsOf(context, said.says).includes(value)) return;
    const end = tokens[said.to - 1]?.end ?? token.end;
    context.report({
      start: token.start,
      end,
      subject: 'skill count',
      actual: tokens
        .slice(at, said.to)
        .map((one) => one.text)
        .join(' '),
      expected: String(countsOf(context, said.says)[0]),
      facts: ['count.all.asked'],
    });
  });
}

/** "Three core skills that ...": which of them are counted is not read. */
const isNarrowed = (tokens: readonly Token[], end: number): boolean =>
  /^(?:that|which|who|whose|with|without|like|such|from|in|on|beyond|besides|worth)$/.test(
    tokens[end]?.norm ?? '',
  ) && !/^(?:all|total|the|this|full|sum|question)$/.test(tokens[end + 1]?.norm ?? '');

/** Whether nothing unread follows a predicate: "are there without being sufficient" says less than "are there". */
function isWhole(clause: Clause, sentence: ReadSentence, to: number): boolean {
  const end = clause.tokens[to - 1]?.end ?? clause.end;
  const rest = sentence.tokens.filter((token) => token.start >= end);
  const first = rest[0];
  if (!first) return true;
  const next = /^[,–—(]$/.test(first.text) ? rest[1] : first;
  if (
    /^(?:without|though|although|if|when|unless|only|partly|in|yet|albeit|save|except)$/.test(
      next?.norm ?? '',
    )
  )
    return (
      next?.norm === 'in' && !/^(?:part|name|outline|theory)$/.test(rest[rest.indexOf(next) + 1]?.norm ?? '')
    );
  return first.norm !== 'but' || !/^(?:not|only|one|in)$/.test(rest[1]?.norm ?? '');
}

/** The tiers that a whole may be: the one named, or those of the size named. */
function groupsOf({ facts }: CheckContext, { tier, of }: Part): Part['tier'][] {
  if (tier !== 'all' || of === undefined) return [tier];
  return (['all', 'core', 'preferred', 'emerging'] as const).filter(
    (one) => facts.sheet?.coverage[one].asked === of,
  );
}

const possession = /^(?:held|lack|gap|enough|strong|partial)$/;

const valuesOf = (part: Coverage): number[] => [
  part.asked,
  part.met,
  part.partial,
  part.missing,
  part.met + part.partial,
  part.partial + part.missing,
];

/** "The core comprises four skills": the tier stands before the number. */
function inTier(tokens: readonly Token[], at: number, part: Part | undefined): Part | undefined {
  if (part?.tier !== 'all' || part.of !== undefined) return part;
  const verb = tokens.findLastIndex(
    (token, i) =>
      i < at &&
      i >= at - 3 &&
      /^(?:comprise|consist|contain|have|hold|include|number|count)$/.test(token.norm),
  );
  const tier = tokens
    .slice(0, Math.max(0, verb))
    .map((token) => tierWords[token.norm])
    .find((one) => one !== undefined);
  return verb > 0 && tier ? { ...part, tier } : part;
}

/** "Core: 4 of 7 met": the label of the block names the tier. */
function labelled(sentence: ReadSentence, part: Part | undefined): Part | undefined {
  if (part?.tier !== 'all' || part.of === undefined) return part;
  const tiers = [...new Set(sentence.read.label.flatMap((token) => tierWords[token.norm] ?? []))];
  if (tiers.length > 1) return undefined;
  return tiers[0] ? { ...part, tier: tiers[0] } : part;
}

interface Part {
  tier: 'core' | 'preferred' | 'emerging' | 'all';
  /** The whole that is named: seven in "six of the seven core skills". */
  of: number | undefined;
  end: number;
}

/** What follows a number: "core skills", "of the seven core skills", "of the skills". */
function partOf(tokens: readonly Token[], from: number): Part | undefined {
  let i = from;
  let of: number | undefined;
  let partial = false;
  if (tokens[i]?.norm === 'of') {
    partial = true;
    i += 1;
    if (/^(?:the|these|those|its)$/.test(tokens[i]?.norm ?? '')) i += 1;
    const whole = tokens[i]?.figure;
    if (whole?.unit === 'count') {
      of = whole.value;
      i += 1;
    }
  }
  let tier: Part['tier'] = 'all';
  if (/^(?:further|other|more|additional)$/.test(tokens[i]?.norm ?? '')) i += 1;
  const word = tierWords[tokens[i]?.norm ?? ''];
  if (word) {
    tier = word;
    i += 1;
  }
  const noun = tokens[i];
  if (
    of !== undefined &&
    tier === 'all' &&
    noun?.kind === 'word' &&
    /^(?:meet|met|missing|partly|held|hold|gap|fully|covered|cover|absent|be)$/.test(noun.norm)
  )
    return { tier, of, end: i };
  if (!noun || !/^(?:skill|requirement|one|competency|qualification)$/.test(noun.norm)) return undefined;
  if (noun.norm === 'one' && tier === 'all') return undefined;
  if (partial && of === undefined && tier === 'all') return undefined;
  return { tier, of, end: i + 1 };
}

/** "3 of 8 met": a bare participle. */
const bare: Readonly<Record<string, SkillClaim['says']>> = table({
  meet: 'enough',
  met: 'enough',
  missing: 'lack',
  absent: 'lack',
  hold: 'held',
  cover: 'enough',
});

function predicateAfter(clause: Clause, from: number): { says: SkillClaim['says']; to: number } | undefined {
  const word = bare[clause.tokens[from]?.norm ?? ''];
  if (word && !/^(?:in)$/.test(clause.tokens[from + 1]?.norm ?? '')) return { says: word, to: from + 1 };
  const hit = clause.hits.find(
    (one) =>
      one.from >= from &&
      one.from - from <= 5 &&
      one.cue.effect &&
      (one.cue.at.includes('subject') || one.cue.at.includes('noun')),
  );
  if (
    !hit?.cue.effect ||
    clause.tokens
      .slice(from, hit.from)
      .some(
        (token) =>
          token.kind === 'term' || token.figure || /^(?:there|without|present|place)$/.test(token.norm),
      )
  )
    return undefined;
  const denied = hit.negated || has(clause.tokens.slice(from, hit.from), /^(?:not|never)$/);
  const opposite: Partial<Record<string, SkillClaim['says']>> = {
    held: 'lack',
    lack: 'held',
    gap: 'enough',
    enough: 'gap',
  };
  const says = denied ? opposite[hit.cue.effect] : hit.cue.effect;
  return says ? { says, to: hit.to } : undefined;
}
