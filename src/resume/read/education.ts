import type { Resume } from '../../../schemas/resume.ts';
import { flatten } from '../clean-text.ts';
import type { NoteList } from '../note-list.ts';
import type { TextLine } from '../text-document.ts';
import { DEGREE, SCHOOL_WORDS } from '../words/people.ts';
import type { DateRange } from './dates.ts';
import { isDateOnly, readEntries } from './entries.ts';
import { readPeriod, splitHead } from './work.ts';

type Education = NonNullable<Resume['education']>[number];

const SCORE =
  /\b(?:c?gpa|grade|score|final grade|average|note|classification)\b\s*(?:of\s*)?[:\s]\s*(?<score>[^,;|]{1,60})/iu;
const COURSES =
  /^(?:relevant\s+|selected\s+|key\s+|main\s+)?(?:courses?|coursework|modules|subjects|course work)(?:\s+(?:taken|included?|includes))?\s*:\s*/iu;
/** Two letters are a degree in capitals, before a subject. */
const SHORT_DEGREE = /^(?:BA|MA|BS|MS|AA|AS)(?=,?\s+(?:in\s+)?\p{Lu})/u;
const EXPECTED =
  /\b(?:expected|anticipated|graduat(?:ed|ion|ing)|degree awarded|completed|class of|awarded|conferred)\b(?:\s+(?:graduation|date|in))?\s*:?/giu;

/** Reads schools with degree, subject, time, score and courses. */
export function readEducation(lines: readonly TextLine[], notes: NoteList, all: string): Education[] {
  const studies: Education[] = [];
  for (const entry of readEntries(lines, all)) {
    const at = `education[${studies.length}]`;
    const study: Education = {};
    const parts = splitHead(entry)
      .map((part) => ({ ...part, text: part.text.replace(EXPECTED, '').trim() }))
      .filter(({ text, place }) => text !== '' && !place);
    for (const part of parts) {
      const score = SCORE.exec(part.text)?.groups?.score;
      if (score !== undefined && study.score === undefined) {
        study.score = score.trim();
        notes.field(`${at}.score`, 'certain', part.line);
        part.text = part.text.replace(SCORE, '').replace(/^[\s,;()]+|[\s,;()]+$/gu, '');
        if (part.text === '') continue;
      }
      readPart(study, part, at, notes);
    }
    readPeriod(study, entry.dates && endOnly(entry.dates), entry.dateLine, at, notes);
    for (const {
      text,
      lines: [line],
    } of entry.body) {
      if (!line) continue;
      if (COURSES.test(text)) {
        study.courses = [...(study.courses ?? []), ...splitCourses(text.replace(COURSES, ''))];
        notes.field(`${at}.courses`, 'certain', line);
        continue;
      }
      const score = SCORE.exec(text)?.groups?.score;
      if (score !== undefined && study.score === undefined) {
        study.score = score.trim();
        notes.field(`${at}.score`, 'certain', line);
      }
    }
    if (study.institution === undefined && study.studyType === undefined && study.area === undefined)
      continue;
    studies.push(study);
  }
  return studies;
}

/** A single date of a study is that of the degree. */
function endOnly(dates: DateRange): DateRange {
  if (dates.isRange) return dates;
  const { start: _, ...rest } = dates;
  return rest;
}

function readPart(
  study: Education,
  part: { text: string; line: TextLine },
  at: string,
  notes: NoteList,
): void {
  const text = flatten(part.text);
  if (isDateOnly(text)) return;
  const degree = SHORT_DEGREE.exec(text) ?? DEGREE.exec(text);
  if (degree && study.studyType === undefined) {
    study.studyType = flatten(degree[0]);
    notes.field(`${at}.studyType`, 'certain', part.line);
    const behind = text
      .slice(degree.index + degree[0].length)
      .replace(/^[\s,:(–-]*(?:(?:in|of|im|major(?:ing)? in|focus on)\s+)?/iu, '');
    const before = text.slice(0, degree.index).replace(/[\s,:(–-]+$/u, '');
    const pieces = behind.split(/,\s*|\s+(?:from|at)\s+(?=\p{Lu})/u).filter((piece) => piece !== '');
    const schoolPiece = pieces.find((piece) => SCHOOL_WORDS.test(piece));
    const cut = schoolPiece === undefined ? behind.length : behind.indexOf(schoolPiece);
    const area = behind.slice(0, cut).replace(/\s+(?:from|at)\s*$|[\s,)–-]+$/gu, '');
    if (area !== '') {
      study.area = area;
      notes.field(`${at}.area`, 'likely', part.line);
    }
    const named = schoolPiece === undefined ? before : behind.slice(cut);
    if (named !== '') readPart(study, { text: named, line: part.line }, at, notes);
    return;
  }
  if (
    study.institution === undefined &&
    (SCHOOL_WORDS.test(text) || study.studyType !== undefined || !degree)
  ) {
    study.institution = text;
    notes.field(`${at}.institution`, SCHOOL_WORDS.test(text) ? 'likely' : 'guess', part.line);
    return;
  }
  // The first guess gives way to what bears a school's word.
  if (study.institution !== undefined && SCHOOL_WORDS.test(text) && !SCHOOL_WORDS.test(study.institution)) {
    study.area ??= study.institution;
    study.institution = text;
    notes.field(`${at}.institution`, 'likely', part.line);
    return;
  }
  if (study.area === undefined && text.length <= 60) {
    study.area = text.replace(/^(?:in|major(?:ing)? in|major:|field:)\s*/iu, '');
    notes.field(`${at}.area`, 'guess', part.line);
  }
}

function splitCourses(text: string): string[] {
  return text
    .split(text.includes(';') ? /\s*;\s*/u : /\s*,\s*|\s*[|•·]\s*/u)
    .map((course) => course.replace(/\.$/u, '').trim())
    .filter((course) => course !== '');
}
