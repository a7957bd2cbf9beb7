import type { Resume } from '../../schemas/resume.ts';
import { builtInCatalog, type Catalog } from '../skills/index.ts';
import { flatten } from './clean-text.ts';
import type { Extraction } from './extraction.ts';
import { NoteList } from './note-list.ts';
import { readBlocks } from './read/blocks.ts';
import { readCertificates } from './read/certificates.ts';
import { readClaims } from './read/claims.ts';
import { readContacts } from './read/contacts.ts';
import { readDates } from './read/dates.ts';
import { readEducation } from './read/education.ts';
import { readLanguages } from './read/languages.ts';
import { readAwards, readProjects, readPublications } from './read/lists.ts';
import { readMentions } from './read/mentions.ts';
import { readSkills, SkillList } from './read/skills.ts';
import { readWork } from './read/work.ts';
import { readsLikePosting } from './reads-like-posting.ts';
import { speaksOfLanguages, splitSections } from './split-sections.ts';
import type { TextDocument, TextLine } from './text-document.ts';
import type { SectionKind } from './words/headings.ts';
import { DEGREE, SCHOOL_WORDS } from './words/people.ts';

/**
 * Reads a resume off running text. Deterministic: the same lines give the same resume. What is read says where it
 * stands and how sure it is; what is left out on purpose is noted.
 */
export function extractResume(
  document: TextDocument,
  { catalog = builtInCatalog() }: { catalog?: Catalog } = {},
): Extraction {
  const notes = new NoteList(document.file);
  const all = document.lines.map(({ text }) => text).join('\n');
  const sections = splitSections({ ...document, lines: document.lines.flatMap(cutLine) });
  const linesOf = (kind: SectionKind) =>
    sections.filter(({ kinds }) => kinds[0] === kind).flatMap(({ lines }) => spaced(lines));
  const byKind = new Map<SectionKind, TextLine[]>();
  const put = (kind: SectionKind, line: TextLine) => {
    const lines = byKind.get(kind);
    if (lines) lines.push(line);
    else byKind.set(kind, [line]);
  };
  for (const { kinds, lines } of sections) {
    const [first] = kinds;
    if (first === undefined) continue;
    for (const line of spaced(lines)) put(kinds.length > 1 ? kindOfLine(line, kinds) : first, line);
  }
  const take = (kind: SectionKind) => byKind.get(kind) ?? [];

  const headless = sections.filter(({ kinds }) => kinds.length === 0);
  const head = headless.filter(({ lines }, at) => at === 0 || lines[0]?.title).flatMap(({ lines }) => lines);
  // Behind a section of one line something else begins, and says by itself what it is.
  for (const { lines } of headless.filter(({ lines: [first] }, at) => at > 0 && !first?.title))
    for (const line of spaced(lines)) {
      if (DEGREE.test(line.text) || SCHOOL_WORDS.test(line.text)) put('education', line);
      else
        notes.note(
          'unread-section',
          `"${flatten(line.text)}" stands under no heading and is not read.`,
          line,
        );
    }
  const { basics, rest } = readContacts(
    head,
    linesOf('contact'),
    document.lines.filter(({ margin }) => margin),
    notes,
  );
  const summary = [...readBlocks(rest, all), ...readBlocks(take('summary'), all)];
  const [opening] = summary;
  if (opening?.lines[0]) {
    basics.summary = summary.map(({ text }) => text).join('\n');
    notes.field('basics.summary', take('summary').length > 0 ? 'likely' : 'guess', opening.lines[0]);
  }

  const work = readWork(take('work'), 'work', notes, all);
  const volunteer = readWork(take('volunteer'), 'volunteer', notes, all).map(
    ({ name, location: _, ...entry }) => ({ ...(name !== undefined && { organization: name }), ...entry }),
  );
  const education = readEducation(take('education'), notes, all);
  const projects = readProjects(take('projects'), notes, all);
  const certificates = readCertificates([...take('certificates'), ...take('courses')], notes, all);
  const spoken = take('languages');
  const isSpoken = spoken.some(({ text }) => speaksOfLanguages(text));
  const languages = isSpoken ? readLanguages(spoken, notes) : [];

  const list = new SkillList(catalog, notes);
  readSkills([...take('skills'), ...(isSpoken ? [] : spoken)], list, catalog, notes, all);
  for (const {
    text,
    lines: [line],
  } of summary) {
    if (!line) continue;
    for (const claim of readClaims(text, catalog)) {
      if (claim.held) list.add({ name: claim.name, level: claim.level }, line, 'likely', claim.duration);
      else
        notes.note(
          'not-held',
          `"${sentenceAt(text, claim.start, claim.end)}": ${claim.name} is not taken as held.`,
          line,
        );
    }
  }
  if (work.length === 0 && education.length === 0 && readsLikePosting(document.lines))
    notes.note(
      'reads-like-posting',
      'This reads like a job posting and not like a resume: no work and no education are found, and its words are those of employers.',
      document.lines[0],
    );
  readMentions({ basics, work, projects }, list, catalog, notes);
  for (const { kinds, heading, lines } of sections)
    if (heading && kinds[0] === 'other' && lines.length > 0)
      notes.note('unread-section', `The section "${flatten(heading.text)}" is not read.`, heading);

  const interests = readBlocks(take('interests'), all)
    .flatMap(({ text }) => text.split(/\s*[,;|•·\t]\s*/u))
    .map(flatten)
    .filter((name) => name !== '');
  const resume: Resume = dropEmpty({
    basics,
    work,
    volunteer,
    education,
    awards: readAwards(take('awards'), notes, all),
    certificates,
    publications: readPublications(take('publications'), notes, all),
    skills: list.skills,
    languages,
    interests: interests.map((name) => ({ name })),
    references: readBlocks(take('references'), all)
      .filter(({ text }) => !/available (?:up)?on request|on request/iu.test(text))
      .map(({ text }) => ({ reference: text })),
    projects,
  });
  return { resume, fields: notes.fields, notes: notes.notes };
}

/** Longer lines are no lines of people, and patterns take their time with them. */
const LONGEST_LINE = 3000;

function cutLine(line: TextLine): TextLine[] {
  if (line.text.length <= LONGEST_LINE) return [line];
  const count = Math.ceil(line.text.length / LONGEST_LINE);
  return [...Array(count).keys()].map((at) => ({
    ...line,
    text: line.text.slice(at * LONGEST_LINE, (at + 1) * LONGEST_LINE).toWellFormed(),
    ...(at > 0 && { gap: false }),
  }));
}

/** The first line under a heading begins something. */
function spaced(lines: readonly TextLine[]): TextLine[] {
  return lines.map((line, at) => (at === 0 ? { ...line, gap: true } : line));
}

/** What a line of a section of several kinds is about. */
function kindOfLine({ text }: TextLine, kinds: readonly SectionKind[]): SectionKind {
  const [first = 'other', second = first] = kinds;
  const is = (kind: SectionKind) => kinds.includes(kind);
  if (is('languages') && speaksOfLanguages(text)) return 'languages';
  if (kinds.length > 2 && is('certificates') && !DEGREE.test(text) && !SCHOOL_WORDS.test(text))
    return readDates(text).length > 0 ? 'certificates' : first;
  if (is('education'))
    return DEGREE.test(text) || SCHOOL_WORDS.test(text)
      ? 'education'
      : first === 'education'
        ? second
        : first;
  return is('languages') ? (kinds.find((kind) => kind !== 'languages') ?? first) : first;
}

/** The sentence around a place. */
function sentenceAt(text: string, start: number, end: number): string {
  const from = Math.max(...['. ', '! ', '? ', '\n'].map((sign) => text.lastIndexOf(sign, start - 1) + 1));
  const behind = text.slice(end).search(/[.!?](?:\s|$)|\n/u);
  return flatten(text.slice(from, behind < 0 ? text.length : end + behind));
}

function dropEmpty(resume: Resume): Resume {
  return Object.fromEntries(
    Object.entries(resume).filter(([, value]) =>
      Array.isArray(value) ? value.length > 0 : Object.keys(value ?? {}).length > 0,
    ),
  ) as Resume;
}
