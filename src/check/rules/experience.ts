import type { FactSheet } from '../../../schemas/fact-sheet.ts';
import type { ReadSentence } from '../claims/read-report.ts';
import { has, joined, termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import { agreesWithMonths, experienceMonths, gateMonths } from '../figures/experience-slots.ts';
import type { Figure } from '../tokens/figure.ts';
import type { Token } from '../tokens/token.ts';
import type { CheckContext } from '../types.ts';

const askedWords =
  /^(?:ask|want|require|expect|look|seek|need|demand|role|employer|posting|market|threshold|advert|requirement|they)$/;
const heldWords =
  /^(?:have|she|he|you|candidate|bring|with|her|his|your|behind|spend|spent|accumulate|career|tenure)$/;
const shortWords = /^(?:short|under|less|more|below|fewer|shy|above|over)$/;
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
  ],
  bad: [
    { text: 'She is a developer with 6 years of experience.', at: '6 years' },
    { text: 'The role asks for three years of experience.', at: 'three years' },
    { text: 'She has spent four years at Acme.', at: 'four years' },
    { text: 'They want five years, which leaves her three short.', at: 'three short' },
  ],
  check(context) {
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
  },
});

/** "| EMPLOYER | Sep 2021 | today | 62 |": the months or years of a job in its row. */
function checkTables({ reading, report }: CheckContext, sheet: FactSheet): void {
  for (const table of reading.tables)
    for (const row of table.rows) {
      const id = row.cells
        .flatMap((cell) => cell.tokens.map((token) => termAt(token, 'employer')))
        .find(Boolean);
      const employer = sheet.candidate.work.find((job) => String(job.index) === id)?.employer;
      const jobs = sheet.candidate.work.filter((job) => job.employer === employer && job.months !== null);
      if (!employer || jobs.length === 0) continue;
      const lengths = [
        ...jobs.map((job) => job.months ?? 0),
        jobs.reduce((sum, job) => sum + (job.months ?? 0), 0),
      ];
      for (const cell of row.cells) {
        const unit = /^(?:in )?months?$/i.test(cell.header)
          ? ('month' as const)
          : /^(?:in )?years?$/i.test(cell.header)
            ? ('year' as const)
            : undefined;
        const figures = cell.tokens.flatMap((token) => (token.figure ? [token.figure] : []));
        const [figure] = figures;
        const timed = /^(?:length|duration|tenure|months?|years?|time|for)\b/i.test(cell.header);
        if (!figure || figures.length > 1 || figure.high !== null || figure.per !== null || !timed) continue;
        const said =
          figure.unit === 'count' && unit
            ? { ...figure, unit }
            : figure.unit === 'month' || figure.unit === 'year'
              ? figure
              : undefined;
        if (!said || lengths.some((months) => agreesWithMonths(said, months))) continue;
        report({
          start: row.start,
          end: cell.end,
          subject: `${said.unit}s at ${employer}`,
          actual: cell.text,
          expected: `${lengths[0]} months`,
        });
      }
    }
}

function checkSentence(
  { report }: CheckContext,
  sheet: FactSheet,
  sentence: ReadSentence,
  known: readonly number[],
  years: boolean,
): void {
  const { tokens } = sentence;
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
    const next = tokens[at + 1];
    const spare = next?.norm === 'to' && tokens[at + 2]?.norm === 'spare';
    const difference =
      next !== undefined &&
      (shortWords.test(next.norm) || spare) &&
      (figure.unit === 'year' || figure.unit === 'count') &&
      next.kind === 'word';
    const bare =
      figure.unit === 'count' &&
      (next === undefined || next.kind === 'sign') &&
      /^(?:have|have only|have just)$/.test(
        joined(tokens.slice(Math.max(0, at - 2), at)).replace(/^\S+ (?=have$)/, ''),
      );
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

const speaksOfYears = (sentence: ReadSentence): boolean =>
  sentence.tokens.some(
    (token) =>
      token.figure?.unit === 'year' ||
      (token.figure?.unit === 'month' && token.figure.value > 12) ||
      token.norm === 'year',
  );

const asYears = (figure: Figure): Figure => (figure.unit === 'count' ? { ...figure, unit: 'year' } : figure);

const inYears = (months: number): string => `${Math.round((months / 12) * 10) / 10} years`;

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

/** The figure that gives how long a job lasted: before "at EMPLOYER", or after it with "for". */
function figureOf(tokens: readonly Token[], at: number): Token | undefined {
  const link = /^(?:the|a)$/.test(tokens[at - 1]?.norm ?? '') ? at - 2 : at - 1;
  for (
    let i = at - 1;
    i >= 0 && i >= at - 7 && /^(?:at|with|for|in|to|of)$/.test(tokens[link]?.norm ?? '');
    i -= 1
  ) {
    const token = tokens[i] as Token;
    if (termAt(token, 'employer') || /^[.;]$/.test(token.text)) break;
    if (!token.figure) continue;
    if (/^of (?:her|his|your|their|the)$/.test(joined(tokens.slice(Math.max(0, i - 2), i)))) return undefined;
    const next = tokens[i + 1]?.norm ?? '';
    const bare =
      token.figure.unit === 'count' &&
      token.figure.value <= 45 &&
      (/^(?:at|with|in|into|of|go|as|behind)$/.test(next)
        ? !/^(?:the|her|his|your)$/.test(tokens[i + 2]?.norm ?? '')
        : next === 'on');
    if (token.figure.unit === 'year' || token.figure.unit === 'month' || bare)
      return token.figure.per === null ? token : undefined;
    if (token.figure.unit === 'date') return undefined;
    break;
  }
  for (let i = at + 1; i < tokens.length && i <= at + 4; i += 1) {
    const token = tokens[i] as Token;
    if (termAt(token, 'employer')) return undefined;
    if (
      (token.figure?.unit === 'year' || token.figure?.unit === 'month') &&
      /^(?:for|,|:|–|\(|last|lasted)$/.test(tokens[i - 1]?.norm ?? '')
    )
      return token;
  }
  return undefined;
}

/** "You've got the eight years they're asking for": what is asked is said to be reached. */
function checkReached(
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
function checkEnough(
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
function checkRatio(
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
