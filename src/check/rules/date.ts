import type { FactSheet } from '../../../schemas/fact-sheet.ts';
import type { ReadSentence } from '../claims/read-report.ts';
import { has, joined, termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import type { Token } from '../tokens/token.ts';

const surveyWords =
  /^(?:posting|sample|figure|record|recorded|count|collect|collected|draw|drawn|gather|gathered|survey|surveyed|analyze|analyzed|analyse|analysed|snapshot|advert|data|evidence|basis)$/;

export const date = defineRule({
  id: 'date',
  severity: 'error',
  category: 'attribute',
  description: 'The date of the market figures, of a job, a degree or a certificate differs from the facts.',
  good: [
    { text: '## Market\n\n1,240 postings as of October 2026.' },
    { text: '## Candidate Profile\n\nShe has been at Acme since November 2024.' },
  ],
  bad: [
    { text: '## Market\n\n1,240 postings, as of October 2025.', at: 'October 2025' },
    { text: '## Candidate Profile\n\nShe has been at Acme since March 2021.', at: 'March 2021' },
    {
      text: '## Candidate Profile\n\n| | |\n|---|---|\n| Education | BSc Mathematics, 2024 |',
      at: '2024',
    },
    {
      text: '## Candidate Profile\n\n| When | Where |\n|---|---|\n| March 2021 – today | Acme |',
      at: 'March 2021',
    },
  ],
  check({ reading, facts, report }) {
    const { sheet } = facts;
    if (!sheet) return;
    const known = knownDates(sheet);
    const studied = sheet.candidate.education.flatMap((study) => study.to ?? []);
    for (const { cells } of reading.tables.flatMap((table) => table.rows)) {
      const dates = cells
        .slice(1)
        .flatMap((cell) => cell.tokens.filter((one) => one.figure?.unit === 'date'));
      const [end] = dates;
      // "2015–2019" gives a beginning that the facts do not hold.
      if (!end?.figure || dates.length > 1 || end.figure.high !== null || studied.length === 0) continue;
      const { value } = end.figure;
      if (!/^(?:education|degree|diploma|studies)$/i.test(cells[0]?.text ?? '')) continue;
      if (cells.length !== 2 || studied.some((one) => sameDate(value, one))) continue;
      report({
        start: end.start,
        end: end.end,
        subject: 'date',
        actual: end.text,
        expected: studied.join(' or '),
        facts: [],
      });
    }
    for (const { cells } of reading.tables.flatMap((table) => table.rows)) {
      const wrong = wrongStart(sheet, cells);
      if (wrong)
        report({
          start: wrong.token.start,
          end: wrong.token.end,
          subject: 'date',
          actual: wrong.token.text,
          expected: wrong.expected,
          facts: [],
        });
    }
    for (const sentence of reading.sentences) {
      sentence.tokens.forEach((token, at) => {
        if (token.figure?.unit !== 'date') return;
        const { value } = token.figure;
        const asOf = sheet.role.asOf;
        if (
          asOf &&
          isSurvey(sentence, at) &&
          !has(sentence.tokens, /^(?:not|no|never|before|earlier|previous|than|compare|last|next)$/)
        ) {
          if (!sameDate(value, asOf))
            report({
              start: token.start,
              end: token.end,
              subject: 'asOf',
              actual: token.text,
              expected: asOf,
              facts: ['role.as-of'],
            });
          return;
        }
        if (
          sentence.section !== 'profile' &&
          !sentence.tokens.some((one) => termAt(one, 'employer') || termAt(one, 'certificate'))
        )
          return;
        const spanned = endOfJob(sheet, sentence.tokens, at);
        if (spanned && !spanned.some((one) => sameDate(value, one))) {
          report({
            start: token.start,
            end: token.end,
            subject: 'date',
            actual: token.text,
            expected: spanned.join(' or '),
            facts: [],
          });
          return;
        }
        const own = dateOfJob(sheet, sentence, at);
        if (own !== undefined && !sameDate(value, own)) {
          report({
            start: token.start,
            end: token.end,
            subject: 'date',
            actual: token.text,
            expected: own,
            facts: [],
          });
          return;
        }
        if (value > toNumber(sheet.date, value) || known.length === 0) return;
        if (opensStudies(sentence.tokens, at)) return;
        if (!known.some((one) => sameDate(value, one)))
          report({
            start: token.start,
            end: token.end,
            subject: 'date',
            actual: token.text,
            expected: `a date of the resume (${known.join(', ')})`,
            facts: [],
          });
      });
    }
  },
});

/** A row of a job: in a cell of its own "DATE to ...", in another the employer, the only one. */
function wrongStart(
  sheet: FactSheet,
  cells: readonly { readonly tokens: readonly Token[] }[],
): { token: Token; expected: string } | undefined {
  const span = cells.find(
    ({ tokens }) =>
      tokens[0]?.figure?.unit === 'date' && /^(?:to|–|—|-|until|till)$/.test(tokens[1]?.norm ?? ''),
  );
  const employers = cells.flatMap(({ tokens }) => tokens.flatMap((token) => termAt(token, 'employer') ?? []));
  const names = new Set(
    employers.map((id) => sheet.candidate.work.find((job) => String(job.index) === id)?.employer),
  );
  const [name] = names;
  const token = span?.tokens[0];
  if (!token?.figure || names.size !== 1 || !name) return undefined;
  const { value } = token.figure;
  const jobs = sheet.candidate.work.filter((job) => job.employer === name);
  const starts = jobs.flatMap(({ from }) => from ?? []);
  if (starts.length < jobs.length || starts.some((one) => sameDate(value, one))) return undefined;
  return { token, expected: starts.join(' or ') };
}

function isSurvey(sentence: ReadSentence, at: number): boolean {
  const before = joined(sentence.tokens.slice(Math.max(0, at - 3), at));
  if (
    /(?:^| )(?:as of|as at|by)$/.test(before) &&
    (sentence.section === 'market' || has(sentence.tokens, surveyWords))
  )
    return true;
  return (
    sentence.section === 'market' &&
    has(sentence.tokens, surveyWords) &&
    !sentence.tokens.some((token) => termAt(token, 'employer'))
  );
}

/** "X, DATE to DATE": what the date may be, where the employer, and nothing else, stands right before both. */
function endOfJob(sheet: FactSheet, tokens: readonly Token[], at: number): string[] | undefined {
  const isDate = (i: number) => tokens[i]?.figure?.unit === 'date';
  const joins = (i: number) => /^(?:to|–|—|-|until|till)$/.test(tokens[i]?.norm ?? '');
  const second = joins(at - 1) && isDate(at - 2);
  const first = second ? at - 2 : joins(at + 1) && isDate(at + 2) ? at : undefined;
  if (first === undefined || joins(first - 1)) return undefined;
  let before = first - 1;
  while (/^(?:,|\(|:|from|–|—|\|)$/.test(tokens[before]?.norm ?? '') && before > first - 3) before -= 1;
  const id = termAt(tokens[before], 'employer');
  const name = sheet.candidate.work.find((job) => String(job.index) === id)?.employer;
  const jobs = sheet.candidate.work.filter((job) => job.employer === name);
  if (id === undefined || jobs.length === 0) return undefined;
  const dates = jobs.map((job) => (second ? job.to : job.from));
  // Of a job that goes on any end is some other figure.
  return dates.every((one): one is string => one !== null) ? dates : undefined;
}

/** "Joined X in DATE", "at X since DATE": the date on which that job began. */
function dateOfJob(sheet: FactSheet, sentence: ReadSentence, at: number): string | undefined {
  const { tokens } = sentence;
  const employers = tokens.flatMap((token, i) => (termAt(token, 'employer') === undefined ? [] : [i]));
  const dates = tokens.filter((token) => token.figure?.unit === 'date');
  const [only] = employers;
  if (only === undefined || employers.length > 1 || dates.length > 1) return undefined;
  const id = termAt(tokens[only], 'employer');
  const jobs = sheet.candidate.work.filter((job) => String(job.index) === id);
  const job = jobs[0];
  if (!job || sheet.candidate.work.filter((one) => one.employer === job.employer).length > 1)
    return undefined;
  const before = tokens[at - 1]?.norm ?? '';
  if (before === 'since') return job.from ?? undefined;
  return before === 'in' &&
    has(tokens.slice(0, at), /^(?:join|joined|start|begin)$/) &&
    at - only <= 3 &&
    at > only
    ? (job.from ?? undefined)
    : undefined;
}

/** "Studied at X from 2015 to 2019": when studies began no fact tells. */
const opensStudies = (tokens: readonly Token[], at: number): boolean =>
  /^(?:to|–|—|-|until|till)$/.test(tokens[at + 1]?.norm ?? '') &&
  tokens[at + 2]?.figure?.unit === 'date' &&
  (has(tokens, /^(?:study|studied|degree|bachelor|master|diploma|university|college|school|enrol|enroll)$/) ||
    tokens.some((token) => termAt(token, 'institution')));

/** Whether a date as a number (YYYY or YYYYMM) is the ISO date, or the part of it that it names. */
function sameDate(value: number, iso: string): boolean {
  return value < 10_000
    ? value === Number(iso.slice(0, 4))
    : iso.length < 7
      ? Math.floor(value / 100) === Number(iso.slice(0, 4))
      : value === Number(iso.slice(0, 4)) * 100 + Number(iso.slice(5, 7));
}

const toNumber = (iso: string, like: number): number =>
  like < 10_000 ? Number(iso.slice(0, 4)) : Number(iso.slice(0, 4)) * 100 + Number(iso.slice(5, 7));

function knownDates({ candidate, date: today, role, skills, extras }: FactSheet): string[] {
  const evidence = [...skills, ...extras].flatMap((skill) => [
    skill.lastUsed,
    ...skill.evidence.flatMap((one) => [one.from ?? null, one.to ?? null]),
  ]);
  const dates = [
    ...candidate.work.flatMap((job) => [job.from, job.to]),
    ...candidate.education.map((study) => study.to),
    ...candidate.certificates.map((one) => one.date),
    ...evidence,
    role.asOf,
    today,
  ];
  return [...new Set(dates.filter((one): one is string => one !== null))];
}
