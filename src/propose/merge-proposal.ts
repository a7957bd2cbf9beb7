import type { Resume } from '../../schemas/resume.ts';
import { type Extraction, type FieldSource, readDates, saysNotHeld, type TextLine } from '../resume/index.ts';
import { builtInCatalog, normalizeName } from '../skills/index.ts';
import type { TextFinder } from './find-in-text.ts';
import type { Proposal } from './proposal.ts';

export interface Merged {
  extraction: Extraction;
  /** Texts that the model gave, and how many of them do not stand in the document or say that something is not held. */
  proposed: number;
  dropped: number;
}

/** A mark that stands for something that the model was not shown. */
const MARK = /\[(?:name|employer|school|mail|phone|link|user|place)\]/;

/**
 * Adds to an extraction what a model proposes and the document says: entries and fields that are not there yet. What
 * was read by rules stays as it is.
 */
export function mergeProposal(
  extraction: Extraction,
  proposal: Proposal,
  finder: TextFinder,
  file: string,
): Merged {
  const {
    work = [],
    education = [],
    certificates = [],
    skills = [],
    languages = [],
    ...rest
  } = structuredClone(extraction.resume);
  const fields: FieldSource[] = [...extraction.fields];
  let proposed = 0;
  let dropped = 0;
  const take = (text: string): { text: string; line: TextLine } | undefined => {
    if (text.trim() === '') return undefined;
    proposed += 1;
    const line = MARK.test(text) ? undefined : finder.find(text);
    if (!line) dropped += 1;
    return line && { text: text.replace(/\s+/gu, ' ').trim(), line };
  };
  const place = (path: string, line: TextLine) =>
    fields.push({
      path,
      certainty: 'guess',
      by: 'model',
      file,
      line: line.line,
      ...(line.page !== undefined && { page: line.page }),
      excerpt: line.text.replace(/\s+/gu, ' ').slice(0, 120).toWellFormed(),
    });

  for (const { position, employer, dates } of proposal.work) {
    const [title, firm, time] = [take(position), take(employer), take(dates)];
    if (!title && !firm) continue;
    const [range] = readDates(time?.text ?? '');
    const known = work.findIndex(
      (job) =>
        same(job.position, title?.text) ||
        (job.startDate !== undefined && job.startDate === range?.start && (!title || !job.position)),
    );
    const at = known < 0 ? work.push({}) - 1 : known;
    const job = work[at] as NonNullable<Resume['work']>[number];
    const fill = (
      key: 'position' | 'name' | 'startDate' | 'endDate',
      value: string | undefined,
      line: TextLine | undefined,
    ) => {
      if (value === undefined || !line || job[key] !== undefined) return;
      job[key] = value;
      place(`work[${at}].${key}`, line);
    };
    fill('position', title?.text, title?.line);
    fill('name', firm?.text, firm?.line);
    if (job.startDate === undefined) {
      fill('startDate', range?.start, time?.line);
      fill('endDate', range?.end, time?.line);
    }
  }
  for (const { institution, studyType, area, dates } of proposal.education) {
    const [school, degree, subject, time] = [take(institution), take(studyType), take(area), take(dates)];
    if (!school && !degree) continue;
    if (
      education.some((study) => same(study.studyType, degree?.text) || same(study.institution, school?.text))
    )
      continue;
    const [range] = readDates(time?.text ?? '');
    const at = education.push({
      ...(school && { institution: school.text }),
      ...(degree && { studyType: degree.text }),
      ...(subject && { area: subject.text }),
      ...(range?.start !== undefined && range.isRange && { startDate: range.start }),
      ...(range?.end !== undefined && { endDate: range.end }),
    });
    place(`education[${at - 1}]`, (school ?? degree)?.line as TextLine);
  }
  for (const { name, issuer, date } of proposal.certificates) {
    const [title, by, when] = [take(name), take(issuer), take(date)];
    if (!title || certificates.some((known) => same(known.name, title.text))) continue;
    const issued = readDates(when?.text ?? '')[0]?.start;
    const at = certificates.push({
      name: title.text,
      ...(by && { issuer: by.text }),
      ...(issued && { date: issued }),
    });
    place(`certificates[${at - 1}]`, title.line);
  }
  const catalog = builtInCatalog();
  const keyOf = (name: string) => catalog.find(name)?.name ?? normalizeName(name);
  const held = new Set(skills.flatMap(({ name, keywords = [] }) => [name, ...keywords]).map(keyOf));
  for (const { name, level, quote } of proposal.skills) {
    const title = take(name);
    if (!title) continue;
    const said = take(quote);
    if (!said) continue;
    if (!proves(said, title.text)) {
      dropped += 1;
      continue;
    }
    const grade = holds(quote, level) ? take(level) : undefined;
    if (held.has(keyOf(title.text))) continue;
    held.add(keyOf(title.text));
    const at = skills.push({ name: title.text, ...(grade && { level: grade.text }) });
    place(`skills[${at - 1}]`, said.line);
  }
  for (const { language, fluency } of proposal.languages) {
    const [title, grade] = [take(language), take(fluency)];
    if (!title || languages.some((known) => same(known.language, title.text))) continue;
    const at = languages.push({ language: title.text, ...(grade && { fluency: grade.text }) });
    place(`languages[${at - 1}]`, title.line);
  }
  const resume: Resume = { ...rest };
  for (const [key, list] of Object.entries({ work, education, certificates, skills, languages }))
    if (list.length > 0) Object.assign(resume, { [key]: list });
  const notes =
    dropped === 0
      ? extraction.notes
      : [
          ...extraction.notes,
          {
            code: 'model-dropped' as const,
            message: `A model proposed ${proposed} texts, of which ${dropped} were dropped: they do not stand in the document, or deny what they are to prove.`,
          },
        ];
  return { extraction: { resume, fields, notes }, proposed, dropped };
}

/** The words must name the skill, and neither they nor the sentence around them may deny it. */
function proves({ text, line }: { text: string; line: TextLine }, name: string): boolean {
  const around = line.text.split(/[.;!?]\s/u).filter((sentence) => holds(sentence, name));
  return holds(text, name) && [text, ...around].every((sentence) => saysNotHeld(sentence) === undefined);
}

function holds(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

function same(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && normalizeName(a) === normalizeName(b);
}
