import type { FactSheet } from '../../../../schemas/fact-sheet.ts';
import type { ReadSentence } from '../../claims/read-report.ts';
import { has, joined, termAt } from '../../claims/words-of.ts';
import { agreesWithMonths } from '../../figures/experience-slots.ts';
import type { Figure } from '../../tokens/figure.ts';
import type { Token } from '../../tokens/token.ts';
import { inYears } from './in-years.ts';

/** "You've got the eight years they're asking for": what is asked is said to be reached. */
export function checkReached(
  sentence: ReadSentence,
  tokens: readonly Token[],
  at: number,
  wrong: (token: Token, subject: string, expected: number) => void,
  held: number | null,
  asked: number | null,
): void {
  const token = tokens[at] as Token;
  const figure = token.figure as Figure;
  if (held === null || asked === null || figure.unit !== 'year' || held >= asked * 12 - 1) return;
  if (!agreesWithMonths(figure, asked * 12) || agreesWithMonths(figure, held)) return;
  const clause = sentence.clauses.find((one) => one.tokens.includes(token));
  const before = joined(tokens.slice(Math.max(0, at - 4), at));
  const after = joined(tokens.slice(at + 1, at + 6));
  if (
    clause?.mood !== 'stated' ||
    has(clause.tokens.slice(0, clause.tokens.indexOf(token)), /^(?:not|no|never|nor|need|must|should|would)$/)
  )
    return;
  if (
    /(?:^| )(?:have|have get|get|bring|reach|meet) (?:the|all)(?: the)?$/.test(before) &&
    /^(?:that |which )?(?:of experience )?(?:that )?(?:they|employer|the role|the job|the post|be)?(?: be)? ?(?:ask|want|require|need|look|expect)/.test(
      after,
    )
  )
    wrong(token, 'experience.years', held);
}

/** "a tenure sufficient for the role", "her experience is not enough". */
export function checkEnough(
  sheet: FactSheet,
  sentence: ReadSentence,
  wrong: (token: Token, end: number, expected: string) => void,
): void {
  const held = sheet.candidate.months;
  const asked = sheet.role.years;
  if (held === null || asked === null) return;
  for (const clause of sentence.clauses) {
    if (clause.mood !== 'stated') continue;
    const index = sentence.clauses.indexOf(clause);
    const before = sentence.clauses[index - 1];
    // "... needs 5 years of experience, so this is enough".
    const pointed =
      before &&
      /^(?:this|that|it)$/.test(clause.tokens[0]?.norm ?? '') &&
      has(before.tokens, /^(?:experience|tenure)$/);
    const at = pointed
      ? 0
      : clause.tokens.findLastIndex((token) => /^(?:experience|tenure)$/.test(token.norm));
    const verdict = clause.tokens.findIndex(
      (token, i) =>
        at >= 0 &&
        i > at &&
        i - at <= 4 &&
        /^(?:sufficient|enough|adequate|short|insufficient)$/.test(token.norm),
    );
    if (at < 0 || verdict < 0 || clause.tokens.some((token) => termAt(token, 'skill'))) continue;
    const denied = has(clause.tokens.slice(0, verdict), /^(?:not|no|hardly|never|neither|if|than)$/);
    const short = /^(?:short|insufficient)$/.test(clause.tokens[verdict]?.norm ?? '');
    const saidEnough = short === denied;
    if (saidEnough !== held >= asked * 12)
      wrong(clause.tokens[at] as Token, clause.end, `${inYears(held)} held, ${asked} asked for`);
  }
}

/** "Six years, twice what she can show": asked for in relation to held. */
export function checkRatio(
  sheet: FactSheet,
  tokens: readonly Token[],
  wrong: (token: Token, end: number, expected: string) => void,
): void {
  const held = sheet.candidate.months;
  const asked = sheet.role.years;
  if (!held || !asked) return;
  tokens.forEach((token, at) => {
    const figure = token.figure;
    const ratio =
      figure?.unit === 'factor'
        ? figure.value
        : figure?.unit === 'percent' && figure.fraction
          ? figure.value / 100
          : undefined;
    const end = tokens.findIndex(
      (one, i) => i > at && i <= at + 7 && /^(?:show|offer|bring|have)$/.test(one.norm),
    );
    const after = joined(tokens.slice(at + 1, end + 1));
    if (
      ratio === undefined ||
      end < 0 ||
      !/^(?:of |as much as |that of )?what (?:she|he|you|they|the candidate|%|\S+)(?: can| could)?(?: today| now)? (?:show|offer|bring|have)$/.test(
        after,
      )
    )
      return;
    const years = tokens.slice(0, at).findLast((one) => one.figure?.unit === 'year');
    if (!years?.figure || !agreesWithMonths(years.figure, asked * 12)) return;
    const actual = (asked * 12) / held;
    const fits =
      figure?.closeness === 'less' || figure?.closeness === 'under'
        ? actual < ratio
        : figure?.closeness === 'more' || figure?.closeness === 'over'
          ? actual > ratio
          : Math.abs(actual - ratio) <= ratio * 0.15;
    if (!fits) wrong(token, (tokens[end] as Token).end, `${asked} years asked for, ${inYears(held)} held`);
  });
}
