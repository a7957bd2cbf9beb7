import type { Case, FactSheet } from '../../schemas/index.ts';
import { ENGLISH } from '../language/index.ts';
import { levelNumber, parseLevel } from '../skills/index.ts';
import { computeLeadership } from './compute-leadership.ts';
import { computeMonths, toMonthSpan } from './compute-months.ts';
import { computeTold } from './compute-told.ts';
import { compareNames } from './identify.ts';

/**
 * Who the candidate is, in orders of its own: work, education and certificates latest first, languages by fluency.
 * `months` is the union of dated work up to the report's date; work that starts later is not counted.
 */
export function describeCandidate({ resume, date }: Case, words = ENGLISH): FactSheet['candidate'] {
  const jobs = (resume.work ?? []).map((job, index) => {
    const dated = job.startDate !== undefined && job.startDate <= date;
    const span = dated ? toMonthSpan({ from: job.startDate ?? date, to: job.endDate }, date) : undefined;
    return { job, index, span };
  });
  const spans = jobs.flatMap(({ span }) => (span ? [span] : []));
  return {
    name: resume.basics?.name?.trim() || null,
    label: resume.basics?.label?.trim() || null,
    months: spans.length === 0 ? null : computeMonths(spans),
    work: jobs
      .map(({ job, index, span }) => ({
        index,
        employer: job.name ?? null,
        position: job.position ?? null,
        from: job.startDate ?? null,
        to: job.endDate ?? null,
        months: span ? computeMonths([span]) : null,
      }))
      .sort(
        (a, b) =>
          latestFirst(endOf(a), endOf(b)) ||
          latestFirst(a.from, b.from) ||
          compareTexts([a.position, a.employer], [b.position, b.employer]),
      ),
    education: (resume.education ?? [])
      .map((study) => ({
        institution: study.institution ?? null,
        area: study.area ?? null,
        studyType: study.studyType ?? null,
        to: study.endDate ?? null,
      }))
      .sort(
        (a, b) =>
          latestFirst(a.to, b.to) ||
          compareTexts([a.studyType, a.area, a.institution], [b.studyType, b.area, b.institution]),
      ),
    certificates: (resume.certificates ?? [])
      .flatMap((item) =>
        item.name === undefined
          ? []
          : [{ name: item.name, issuer: item.issuer ?? null, date: item.date ?? null }],
      )
      .sort((a, b) => latestFirst(a.date, b.date) || compareTexts([a.name, a.issuer], [b.name, b.issuer])),
    languages: (resume.languages ?? [])
      .flatMap((item) =>
        item.language === undefined ? [] : [{ language: item.language, fluency: item.fluency ?? null }],
      )
      .sort(
        (a, b) =>
          fluencyOf(b) - fluencyOf(a) || compareTexts([a.language, a.fluency], [b.language, b.fluency]),
      ),
    leadership: computeLeadership(resume, words),
    told: computeTold(resume),
  };
}

/** Behind every text. */
const LAST = '\uffff';

/** Work without an end goes on, and comes first; without a start either, nobody knows when it was. */
function endOf({ from, to }: { from: string | null; to: string | null }): string | null {
  return to ?? (from === null ? null : '9');
}

function fluencyOf({ fluency }: { fluency: string | null }): number {
  return levelNumber(parseLevel(fluency ?? undefined));
}

/** Undated entries last. */
export function latestFirst(a: string | null | undefined, b: string | null | undefined): number {
  return compareNames(b ?? '', a ?? '');
}

/** Text by text; what is not given comes last. */
function compareTexts(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (const [i, text] of a.entries()) {
    const order = compareNames(text ?? LAST, b[i] ?? LAST);
    if (order !== 0) return order;
  }
  return 0;
}
