import type { Coverage } from '../../../../schemas/fact-sheet.ts';
import type { SkillClaim } from '../../claims/claim.ts';
import type { Clause } from '../../claims/clause.ts';
import type { ReadSentence } from '../../claims/read-report.ts';
import { has, termAt } from '../../claims/words-of.ts';
import { holdsFor } from '../../facts/holds-for.ts';
import { circumstanceOf } from '../../figures/circumstance.ts';
import type { Token } from '../../tokens/token.ts';
import type { CheckContext } from '../../types.ts';
import { inTier, isNarrowed, isWhole, labelled, type Part, partOf, predicateAfter } from './part-of.ts';

/** "8 core skills", "six of the seven core skills are held", "two are fully met". */
export function checkSkills(context: CheckContext, sentence: ReadSentence, clause: Clause): void {
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
    // "Three skills lie between strength and absence": what stands behind "between" is no predicate.
    if (has(tokens.slice(part.end, part.end + 3), /^between$/)) return;
    const group = coverage[part.tier];
    const said =
      // "Meets 3 of the 13 skills, partly meets 2": after a comma another predicate begins.
      (part.of !== undefined || part.end < tokens.length) && tokens[part.end]?.text !== ','
        ? predicateAfter(clause, part.end)
        : undefined;
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
    if (isApposition(sentence, token, clause.tokens[part.end - 1]?.end ?? token.end)) return;
    if (said && part.of !== undefined) {
      const value = facts.asked.filter(
        (skill) => (part.tier === 'all' || skill.tier === part.tier) && holdsFor(said.says, skill, facts),
      ).length;
      if (!isWhole(clause, sentence, said.to)) return;
      // "One of the three is held" is true of any number.
      if (figure.value === 1 && part.of === undefined && value > 0) return;
      // How many are asked for in some way ("are wanted at Advanced") hangs on words that are not counted here.
      if (possession.test(said.says) && figure.value !== value) wrong(value);
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
          !/^(?:be|have|fully|partly|still|not|already|are|entirely|simply|more|further|other|been|remain|genuinely)$/.test(
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
    says === 'gap'
      ? (['gap', 'lack', 'partial'] as const)
      : says === 'held'
        ? (['held', 'enough'] as const)
        : [says];
  return tiers.flatMap((tier) =>
    ways.map(
      (way) =>
        facts.asked.filter((skill) => (tier === 'all' || skill.tier === tier) && holdsFor(way, skill, facts))
          .length,
    ),
  );
}

/** "X and Y, two of the seven core skills, are in place": the number says what X and Y are, not how many are held. */
function isApposition({ tokens }: ReadSentence, figure: Token, end: number): boolean {
  const at = tokens.indexOf(figure);
  const after = tokens.find((token) => token.start >= end);
  return at > 1 && /^[,–—]$/.test(tokens[at - 1]?.text ?? '') && /^[,–—]$/.test(after?.text ?? '');
}

/** "The other eight are absent". */
function checkRest(context: CheckContext, clause: Clause): void {
  const { tokens } = clause;
  tokens.forEach((token, at) => {
    if (
      token.figure?.unit !== 'count' ||
      token.figure.high !== null ||
      !/^(?:other|remaining)$/.test(tokens[at - 1]?.norm ?? '') ||
      // "110 of your 140 hours, and the other 30": a rest of something else.
      tokens.slice(0, at).some((one) => one.figure && one.figure.unit !== 'count') ||
      token.figure.value > context.facts.asked.length ||
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
