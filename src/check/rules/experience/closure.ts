import type { FactSheet } from '../../../../schemas/fact-sheet.ts';
import type { ReadSentence } from '../../claims/read-report.ts';
import { has, joined, termAt } from '../../claims/words-of.ts';
import { agreesWithMonths, experienceMonths } from '../../figures/experience-slots.ts';
import type { Token } from '../../tokens/token.ts';

const ofWork =
  /^(?:experience|career|work|worked|job|trade|profession|practice|post|tenure|bedside|ward|served|serve|service|employment|working|professional|seniority|craft)$/;
const ofOther =
  /^(?:degree|diploma|study|studied|apprenticeship|school|training|plan|study|old|age|posting|market|valid|certificate|licence|license|salary|pay|next|coming|future|within|would|could|if|unless|project|budget|ago|course|language|every|per)$/;

/** Every length that dates of the facts span: between two of them, and to the date of the report; in months. */
function spans({ candidate, date, role }: FactSheet): number[] {
  const dates = [
    ...candidate.work.flatMap((job) => [job.from, job.to]),
    ...candidate.education.map((one) => one.to),
    ...candidate.certificates.map((one) => one.date),
    role.asOf,
    date,
  ].flatMap((one) => (one === null ? [] : [Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7) || 6)]));
  return dates.flatMap((a) => dates.flatMap((b) => (a > b ? [a - b] : [])));
}

/** Years of work that are no length of the facts at all: of the whole, of a job, of jobs in a row, asked for or short. */
export function checkClosure(
  sheet: FactSheet,
  sentence: ReadSentence,
  wrong: (token: Token, subject: string, expected: number) => void,
): void {
  const { months } = sheet.candidate;
  const { tokens, section } = sentence;
  if (months === null || section === 'roadmap' || section === 'resources' || section === 'market') return;
  if (!has(tokens, ofWork) || has(tokens, ofOther)) return;
  const figures = tokens.filter((token) => token.figure);
  tokens.forEach((token, at) => {
    const { figure } = token;
    if (
      figure?.unit !== 'year' ||
      figure.high !== null ||
      figure.per !== null ||
      figure.value < 1 ||
      /^an? /i.test(token.text)
    )
      return;
    const after = joined(tokens.slice(at + 1, at + 4));
    const before = joined(tokens.slice(Math.max(0, at - 3), at));
    if (
      /^(?:plan|programme|later|early|earlier|later|old|more|less|short|of (?!experience|work|practice|service))/.test(
        after,
      ) ||
      /(?:^| )(?:in|every|last|past|first|another|by|than)$/.test(before)
    )
      return;
    if (tokens.some((one) => termAt(one, 'skill') !== undefined) || figures.length > 3) return;
    if ([...experienceMonths(sheet), ...spans(sheet)].some((one) => agreesWithMonths(figure, one))) return;
    wrong(token, 'experience.years', months);
  });
}
