import type { FactSheet } from '../../../schemas/fact-sheet.ts';
import type { ReadSentence } from '../claims/read-report.ts';
import { has, joined, termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import { agreesWithMonths, experienceMonths, gateMonths } from '../figures/experience-slots.ts';
import type { Figure } from '../tokens/figure.ts';
import type { Token } from '../tokens/token.ts';
import type { CheckContext } from '../types.ts';
import { checkClosure } from './experience/closure.ts';
import {
  checkBesideEmployer,
  checkElliptic,
  checkPresent,
  checkShortBy,
  checkYearsRow,
} from './experience/elliptic.ts';
import { inYears } from './experience/in-years.ts';
import { checkTables, figureOf } from './experience/jobs.ts';
import { checkEnough, checkRatio, checkReached } from './experience/relations.ts';

const askedWords =
  /^(?:ask|want|wish|call|require|expect|look|seek|need|demand|role|employer|posting|market|threshold|advert|requirement|they)$/;

const heldWords =
  /^(?:have|she|he|you|candidate|bring|with|her|his|your|behind|spend|spent|accumulate|career|tenure)$/;

const shortWords = /^(?:short|under|less|more|below|fewer|shy|above|over)$/;

/** "Two short", "two years below the five asked for"; not "six years below it", which is a place. */
const isShort = (tokens: readonly Token[], at: number): boolean =>
  shortWords.test(tokens[at]?.norm ?? '') &&
  !(
    /^(?:under|below|above|over)$/.test(tokens[at]?.norm ?? '') &&
    /^(?:it|they|them|she|he|her|him|his|their|this|a|an)$/.test(tokens[at + 1]?.norm ?? '')
  );

const workWords =
  /^(?:experience|work|job|career|trade|practice|employment|professional|tenure|profession|behind|field|role|post|engineer|developer|industry|since)$/;

export const experience = defineRule({
  id: 'experience',
  severity: 'error',
  category: 'number',
  description:
    'Years of experience, held, asked for or short, differ from the facts; or the length of a job does.',
  good: [
    { text: 'She has three years of experience; the role asks for five, so she is two short.' },
    { text: 'She has been at Acme for two years.' },
    { text: 'Three years of experience, at Acme and Initech, stand behind her.' },
  ],
  bad: [
    { text: 'She is a developer with 6 years of experience.', at: '6 years' },
    { text: 'The role asks for three years of experience.', at: 'three years' },
    { text: 'She has spent four years at Acme.', at: 'four years' },
    { text: 'Experience 4 years, 5 required.', at: '4 years' },
    { text: 'That makes three years, and the role asks for four.', at: 'four' },
    { text: 'With five years in two firms behind her, she has what the market expects.', at: 'five years' },
    { text: 'Time at Acme 36 months, at Initech 12.', at: '36 months' },
    { text: 'The present post, which she has held for four years, is the longer one.', at: 'four years' },
    { text: 'She falls short of the five years required by a year and a half.', at: 'a year and a half' },
    {
      text: '| Criterion | Asked | Found |\n|---|---|---|\n| Years of experience | 4 | 3 |',
      at: '4',
    },
    { text: 'They want five years, which leaves her three short.', at: 'three short' },
  ],
  check(whole) {
    // A figure that several readings find wrong is one fault.
    const told = new Set<number>();
    const context: CheckContext = {
      ...whole,
      report(problem) {
        if (told.has(problem.start)) return;
        told.add(problem.start);
        whole.report(problem);
      },
    };
    const { reading, sheet } = context;
    if (!sheet) return;
    const known = experienceMonths(sheet);
    let before = false;
    for (const sentence of reading.sentences) {
      const years = speaksOfYears(sentence);
      const either = years || before;
      before = years;
      if (sentence.section === 'roadmap' || sentence.section === 'resources') continue;
      checkSentence(context, sheet, sentence, known, either);
    }
    checkTables(context, sheet);
    checkYearsRow(context, sheet);
  },
});

function checkSentence(
  { report }: CheckContext,
  sheet: FactSheet,
  sentence: ReadSentence,
  known: readonly number[],
  years: boolean,
): void {
  const { tokens } = sentence;
  checkLoose(report, sheet, sentence);
  if (!years && !tokens.some((token) => termAt(token, 'employer'))) return;
  const done = new Set<Token>();
  const wrong = (token: Token, subject: string, expected: number, end = token.end) =>
    report({
      start: token.start,
      end,
      subject,
      actual: sentenceText(tokens, token.start, end),
      expected: inYears(expected),
      facts: ['candidate.experience', 'role.years'].filter((id) =>
        sheet.facts.some((fact) => fact.id === id),
      ),
    });
  tokens.forEach((token, at) => {
    const employer = termAt(token, 'employer');
    const job =
      employer === undefined ? undefined : sheet.candidate.work.find((one) => String(one.index) === employer);
    if (!job || job.months === null) return;
    const near = figureOf(tokens, at);
    if (!near || done.has(near)) return;
    done.add(near);
    // "51 months: 30 at X and 21 at Y".
    if (near.figure?.unit === 'count' && tokens.some((one) => one.figure?.unit === 'month')) return;
    const same = sheet.candidate.work
      .filter((one) => one.employer === job.employer)
      .reduce((sum, one) => sum + (one.months ?? 0), 0);
    if (
      !agreesWithMonths(asYears(near.figure as Figure), job.months) &&
      !agreesWithMonths(asYears(near.figure as Figure), same)
    )
      wrong(near, `years at ${job.employer}`, job.months);
  });
  tokens.forEach((token, at) => {
    const figure = token.figure;
    if (!figure || done.has(token)) return;
    const since = monthsSince(tokens, at, sheet.date);
    if (since !== undefined && !agreesWithMonths(figure, since)) {
      wrong(token, 'years since', since);
      return;
    }
    const next = tokens[at + 1];
    const spare = next?.norm === 'to' && tokens[at + 2]?.norm === 'spare';
    // "So that two years remain to be explained": what is wanting of the years asked for.
    const remains =
      /^(?:remain|be) (?:to be|missing|miss|want|wanting|lacking|lack)/.test(
        joined(tokens.slice(at + 1, at + 4)),
      ) &&
      (tokens.slice(0, at).some((one) => one.figure?.unit === 'year') ||
        has(tokens.slice(0, at), /^experience$/));
    const difference =
      next !== undefined &&
      (isShort(tokens, at + 1) || spare || remains) &&
      (figure.unit === 'year' || figure.unit === 'count') &&
      next.kind === 'word';
    const bare =
      figure.unit === 'count' &&
      (next === undefined || next.kind === 'sign') &&
      /^(?:have|have only|have just)$/.test(
        joined(tokens.slice(Math.max(0, at - 2), at)).replace(/^\S+ (?=have$)/, ''),
      );
    // "Of the thirteen skills she has three": not years.
    if (bare && has(tokens.slice(0, at), /^(?:skill|requirement|condition)$/)) return;
    if (bare && speaksOfYears(sentence) && sheet.candidate.months !== null) {
      if (!agreesWithMonths(asYears(figure), sheet.candidate.months))
        wrong(token, 'experience.years', sheet.candidate.months);
      return;
    }
    if (figure.unit === 'count' && !difference) return;
    if (figure.unit !== 'year' && figure.unit !== 'month' && !difference) return;
    if (figure.per !== null || joined(tokens.slice(Math.max(0, at - 1), at)) === 'per') return;
    const held = sheet.candidate.months;
    const asked = sheet.role.years;
    if (figure.unit === 'count' && has(tokens.slice(0, at), /^(?:skill|requirement|condition)$/)) return;
    if (figure.unit === 'count' && (tokens[at + 2]?.norm === 'the' || !speaksOfYears(sentence))) return;
    if (difference && held !== null && asked !== null && figure.value < 60) {
      const gap = Math.abs(asked * 12 - held);
      if (!agreesWithMonths(asYears(figure), gap)) wrong(token, 'years short', gap, next.end);
      return;
    }
    checkReached(sentence, tokens, at, wrong, held, asked);
    if ((figure.unit === 'month' && figure.value < 13) || !has(tokens, workWords)) return;
    const clause = sentence.clauses.find((one) => one.tokens.includes(token));
    const around = clause?.tokens ?? tokens;
    const before = around.slice(0, Math.max(0, around.indexOf(token)));
    const owner = ownerOf(before, joined(tokens.slice(at + 1, at + 4)));
    if (owner !== 'held' && gateMonths(sheet).some((months) => agreesWithMonths(figure, months))) return;
    if (owner === 'asked' && asked !== null && !agreesWithMonths(figure, asked * 12)) {
      if (!(held !== null && agreesWithMonths(figure, held) && has(before, heldWords)))
        wrong(token, 'experience asked for', asked * 12);
      return;
    }
    const ofExperience =
      /^(?:(?:of )?(?:professional |work |relevant |practical )?(?:experience|practice)|in (?:the|her|his|your) (?:profession|trade|field|industry))/.test(
        joined(tokens.slice(at + 1, at + 5)),
      );
    if (
      owner === 'held' &&
      held !== null &&
      ofExperience &&
      !tokens.slice(0, at).some((one) => termAt(one, 'skill')) &&
      !tokens.slice(at + 1, at + 8).some((one) => termAt(one, 'skill') || termAt(one, 'employer'))
    ) {
      if (!agreesWithMonths(figure, held)) wrong(token, 'experience.years', held);
      return;
    }
    if (ofExperience && held !== null && !known.some((months) => agreesWithMonths(figure, months)))
      wrong(token, 'experience.years', held);
  });
  checkRatio(sheet, tokens, (token, end, expected) =>
    report({
      start: token.start,
      end,
      subject: 'experience ratio',
      actual: sentenceText(tokens, token.start, end),
      expected,
      facts: ['candidate.experience', 'role.years'],
    }),
  );
  checkEnough(sheet, sentence, (token, end, expected) =>
    report({
      start: token.start,
      end,
      subject: 'experience.years',
      actual: sentenceText(tokens, token.start, end),
      expected,
      facts: ['candidate.experience'],
    }),
  );
}

/** What is read without a noun, beside an employer, and of the present job. */
function checkLoose(report: CheckContext['report'], sheet: FactSheet, sentence: ReadSentence): void {
  if (sentence.section === 'market' && sheet.role.years === null) return;
  const wrong = (token: Token, subject: string, expected: number) =>
    report({
      start: token.start,
      end: token.end,
      subject,
      actual: token.text,
      expected: inYears(expected),
      facts: [],
    });
  checkElliptic(sheet, sentence, wrong);
  checkBesideEmployer(sheet, sentence, wrong);
  checkPresent(sheet, sentence, wrong);
  checkShortBy(sheet, sentence, wrong);
  checkClosure(sheet, sentence, wrong);
}

/** "Since May 2023, so four years by now": the months from that date to the date of the report. */
function monthsSince(tokens: readonly Token[], at: number, today: string): number | undefined {
  const unit = tokens[at]?.figure?.unit;
  const date = tokens.findLastIndex((token, i) => i < at && token.figure?.unit === 'date');
  const value = tokens[date]?.figure?.value ?? 0;
  if ((unit !== 'year' && unit !== 'month') || tokens[date - 1]?.norm !== 'since' || value < 10_000)
    return undefined;
  const between = joined(tokens.slice(date + 1, at));
  if (
    !/^[,(–]? ?(?:so|thus|hence|i\.e\.|that be|which be|which make|or|for)(?: now| just| only| about)?$/.test(
      between,
    )
  )
    return undefined;
  const [year, month] = [Math.floor(value / 100), value % 100];
  return (Number(today.slice(0, 4)) - year) * 12 + Number(today.slice(5, 7)) - month;
}

const speaksOfYears = (sentence: ReadSentence): boolean =>
  sentence.tokens.some(
    (token) =>
      token.figure?.unit === 'year' ||
      (token.figure?.unit === 'month' && token.figure.value > 12) ||
      token.norm === 'year',
  );

const asYears = (figure: Figure): Figure => (figure.unit === 'count' ? { ...figure, unit: 'year' } : figure);

const sentenceText = (tokens: readonly Token[], start: number, end: number): string =>
  tokens
    .filter((token) => token.start >= start && token.end <= end)
    .map((token) => token.text)
    .join(' ');

function ownerOf(before: readonly Token[], after: string): 'asked' | 'held' | 'unknown' {
  if (/^(?:be )?(?:ask|require|want|expect|need|seek|demand)/.test(after)) return 'asked';
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const token = before[i] as Token;
    if (token.figure?.unit === 'year') return 'unknown';
    if (askedWords.test(token.norm)) return 'asked';
    if (heldWords.test(token.norm) || termAt(token, 'candidate')) return 'held';
  }
  return 'unknown';
}
