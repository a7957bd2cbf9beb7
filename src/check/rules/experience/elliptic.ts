import type { FactSheet } from '../../../../schemas/fact-sheet.ts';
import type { ReadSentence } from '../../claims/read-report.ts';
import { has, joined, termAt } from '../../claims/words-of.ts';
import { employerRefs } from '../../figures/employer-refs.ts';
import { agreesWithMonths, gateMonths } from '../../figures/experience-slots.ts';
import type { Figure } from '../../tokens/figure.ts';
import type { Token } from '../../tokens/token.ts';
import type { CheckContext } from '../../types.ts';
import { inYears } from './in-years.ts';

type Wrong = (token: Token, subject: string, expected: number) => void;

const asks =
  /(?:^| )(?:they|employer|role|post|posting|market|advert|vacancy|job|position|profile|trade)(?: \S+){0,6} (?:ask|want|require|expect|call|look|demand|need|seek)(?: for)?(?: at least| a minimum of)?(?: (?:of|from) (?:her|him|you|them))?$/;
const asked = /^(?:(?:be )?(?:ask|require|want|need|expect|demand|seek)(?: for)?)(?: |$)/;
const ofOther =
  /^(?:ago|old|late|later|early|earlier|week|month|plan|degree|diploma|study|apprenticeship|training|warranty|age)$/;

const asYears = (figure: Figure): Figure => (figure.unit === 'count' ? { ...figure, unit: 'year' } : figure);

/** Whether a sentence, or the one before it, speaks of years of work. */
function ofYears(sentence: ReadSentence): boolean {
  const { sentences } = sentence.read;
  const before = sentences[sentences.indexOf(sentence) - 1];
  return [sentence, before].some((one) =>
    one?.tokens.some(
      (token) => token.figure?.unit === 'year' || token.norm === 'year' || token.norm === 'experience',
    ),
  );
}

/**
 * Years that bear no noun of their own: "the role asks for four", "experience 4 years, 5 required", "with eight years
 * in three sectors behind him".
 */
export function checkElliptic(sheet: FactSheet, sentence: ReadSentence, wrong: Wrong): void {
  const { tokens } = sentence;
  const held = sheet.candidate.months;
  const years = sheet.role.years;
  if (has(tokens, /^(?:if|would|could|unless)$/) || !ofYears(sentence)) return;
  const gates = gateMonths(sheet);
  tokens.forEach((token, at) => {
    const { figure } = token;
    if (!figure || figure.high !== null || figure.per !== null || !/^(?:year|month|count)$/.test(figure.unit))
      return;
    if (
      figure.unit === 'count' &&
      (figure.value > 15 ||
        /^one$/i.test(token.text) ||
        (/^(?:word|term)$/.test(tokens[at + 1]?.kind ?? '') &&
          !/^(?:ask|require|want|need|expect|demand|be|and|but|so|of)$/.test(tokens[at + 1]?.norm ?? '')))
    )
      return;
    const stated = asYears(figure);
    const before = joined(tokens.slice(Math.max(0, at - 10), at));
    const after = joined(tokens.slice(at + 1, at + 5));
    // "Three years of Kubernetes", "two of the skills": of something else than experience.
    const ofThing =
      tokens[at + 1]?.norm === 'of' &&
      !/^of (?:(?:professional|relevant|work|practical|working) )?(?:experience|practice|work|a man|a candidate|an applicant|somebody|someone|anyone)/.test(
        after,
      );
    if (
      ofThing ||
      ofOther.test(tokens[at + 1]?.norm ?? '') ||
      tokens.slice(at + 1, at + 4).some((one) => termAt(one, 'skill'))
    )
      return;
    const unitless = figure.unit === 'count';
    if (
      years !== null &&
      (asks.test(before) || (asked.test(after) && /^(?:,|;|\(|and|of|–|—)$/.test(tokens[at - 1]?.norm ?? '')))
    ) {
      const plain = !/(?:^| )(?:not|no|more|than|another|further)(?: |$)/.test(
        joined(tokens.slice(Math.max(0, at - 4), at)),
      );
      if (
        plain &&
        !agreesWithMonths(stated, years * 12) &&
        !gates.some((months) => agreesWithMonths(stated, months))
      )
        wrong(token, 'experience asked for', years * 12);
      return;
    }
    if (held === null || unitless) return;
    const label = /^(?:(?:her|his|your|total|work|professional) )*experience(?: :| be)?$/.test(
      joined(tokens.slice(0, at)),
    );
    if (label && !asked.test(after)) {
      // Beside a figure that is asked for it is what is held; alone it may be either.
      const beside = tokens
        .slice(at + 1, at + 8)
        .some((one) => /^(?:ask|require|want|need|expect)$/.test(one.norm));
      const other = !beside && years !== null && agreesWithMonths(stated, years * 12);
      const short = has(
        tokens.slice(at + 1, at + 2),
        /^(?:short|missing|less|more|shy|under|below|over|above|long)$/,
      );
      if (!other && !short && !agreesWithMonths(stated, held)) wrong(token, 'experience.years', held);
      return;
    }
    const behind = /^(?:\S+ ){0,5}behind (?:she|he|you|her|him|them)(?: |$)/.test(
      `${joined(tokens.slice(at + 1, at + 9))} `,
    );
    const named = tokens.some(
      (one) => termAt(one, 'employer') !== undefined || termAt(one, 'skill') !== undefined,
    );
    if (
      behind &&
      !named &&
      /(?:^| )with$/.test(joined(tokens.slice(Math.max(0, at - 1), at))) &&
      !agreesWithMonths(stated, held)
    )
      wrong(token, 'experience.years', held);
  });
}

/** "Time at X 24 months, at Y 36": a length right behind an employer, the unit taken from the one before. */
export function checkBesideEmployer(sheet: FactSheet, { tokens }: ReadSentence, wrong: Wrong): void {
  let unit: Figure['unit'] | undefined;
  for (const ref of employerRefs(tokens, sheet)) {
    const token = tokens[ref.at + 1];
    const figure = token?.figure;
    const next = tokens[ref.at + 2];
    if (!token || !figure || figure.high !== null || figure.per !== null || /^an? /i.test(token.text))
      continue;
    const own = figure.unit === 'count' && (next === undefined || next.kind === 'sign') ? unit : figure.unit;
    if (own !== 'month' && own !== 'year') continue;
    unit = own;
    const lengths = ref.jobs.flatMap((job) => job.months ?? []);
    const sum = lengths.reduce((result, one) => result + one, 0);
    if (
      lengths.length === 0 ||
      [...lengths, sum].some((months) => agreesWithMonths({ ...figure, unit: own }, months))
    )
      continue;
    wrong(token, `${own}s at ${ref.employer}`, lengths[0] ?? 0);
  }
}

/** "The present post, which she has held for three years": the length of the job that goes on. */
export function checkPresent(sheet: FactSheet, { tokens }: ReadSentence, wrong: Wrong): void {
  const current = sheet.candidate.work.filter((job) => job.to === null && job.months !== null);
  const [job] = current;
  if (current.length !== 1 || !job || job.months === null) return;
  const months = job.months;
  tokens.forEach((token, at) => {
    const { figure } = token;
    if (
      !figure ||
      (figure.unit !== 'year' && figure.unit !== 'month') ||
      figure.high !== null ||
      tokens[at - 1]?.norm !== 'for'
    )
      return;
    const before = joined(tokens.slice(Math.max(0, at - 10), at));
    if (
      /(?:^| )(?:present|current) (?:post|job|position|role|employer)(?: ,)?(?: which| that)?(?: ,)? (?:(?:she|he|you) )?(?:have )?(?:be )?(?:hold|held|fill|filled|do|done|last|lasted)(?: it)? for$/.test(
        before,
      ) &&
      !agreesWithMonths(figure, months)
    )
      wrong(token, 'present job', months);
  });
}

/** "She falls short of the three years required by a year and a half": the difference. */
export function checkShortBy(sheet: FactSheet, { tokens }: ReadSentence, wrong: Wrong): void {
  const { months } = sheet.candidate;
  const { years } = sheet.role;
  if (months === null || years === null) return;
  tokens.forEach((token, at) => {
    const { figure } = token;
    if (
      !figure ||
      !/^(?:year|month)$/.test(figure.unit) ||
      figure.high !== null ||
      tokens[at - 1]?.norm !== 'by'
    )
      return;
    const before = tokens.slice(Math.max(0, at - 12), at);
    const years2 = before.some((one) => one.figure?.unit === 'year' || one.norm === 'experience');
    if (!years2 || !has(before, /^(?:short|miss|lack)$/) || has(before, /^(?:not|no|never|if|would)$/))
      return;
    const gap = Math.max(0, years * 12 - months);
    if (!agreesWithMonths(figure, gap)) wrong(token, 'years short', gap);
  });
}

/** "| Years of experience | 7 | 7.25 |" under columns of what is asked and what is found. */
export function checkYearsRow({ reading, report }: CheckContext, sheet: FactSheet): void {
  const { months } = sheet.candidate;
  const { years } = sheet.role;
  for (const table of reading.tables)
    for (const row of table.rows) {
      const name = row.cells[0]?.text.replace(/[*_]/g, '').trim() ?? '';
      if (
        !/^(?:years\b(?! (?:of|in|with) (?!experience|work|practice|the (?:job|trade|field)))|(?:work |professional )?experience\b)/i.test(
          name,
        )
      )
        continue;
      const inMonths = /month/i.test(name);
      for (const cell of row.cells.slice(1)) {
        const figures = cell.tokens.flatMap((token) => (token.figure ? [token.figure] : []));
        const [figure] = figures;
        if (
          !figure ||
          figures.length > 1 ||
          figure.high !== null ||
          !/^(?:count|year|month)$/.test(figure.unit)
        )
          continue;
        const isAsked =
          cell.kinds.includes('asked') || /^(?:asked|required|wanted|role|requirement)/i.test(cell.header);
        const isHeld =
          cell.kinds.includes('held') ||
          /^(?:held|has|found|have|candidate|actual|current|present)/i.test(cell.header);
        const value =
          isAsked && !isHeld ? (years === null ? null : years * 12) : isHeld && !isAsked ? months : null;
        const stated: Figure =
          figure.unit === 'count' ? { ...figure, unit: inMonths ? 'month' : 'year' } : figure;
        if (value === null || agreesWithMonths(stated, value)) continue;
        report({
          start: cell.start,
          end: cell.end,
          subject: isAsked ? 'experience asked for' : 'experience.years',
          actual: cell.text,
          expected: inYears(value),
          facts: [],
        });
      }
    }
}
