import type { Resume } from '../../../schemas/resume.ts';
import { flatten } from '../clean-text.ts';
import type { NoteList } from '../note-list.ts';
import type { TextLine } from '../text-document.ts';
import { readBlocks } from './blocks.ts';
import { readDates, withoutDates } from './dates.ts';
import { readEntries } from './entries.ts';
import { readBody, readPeriod } from './work.ts';

type Project = NonNullable<Resume['projects']>[number];
type Award = NonNullable<Resume['awards']>[number];
type Publication = NonNullable<Resume['publications']>[number];

const LABELLED =
  /^(?:technologies|tech(?:nology)?(?: stack)?|tools|stack|built with|keywords|skills|tags|environment)\s*:\s*/iu;
const ROLE = /^(?:roles?|position)\s*:\s*/iu;

/** Reads projects: name, role, time, description, highlights, and the keywords of a labelled line. */
export function readProjects(lines: readonly TextLine[], notes: NoteList, all: string): Project[] {
  const projects: Project[] = [];
  const entries = lines.every(({ bullet }) => bullet) ? lines.map(asHead) : readEntries(lines, all);
  for (const entry of entries) {
    const at = `projects[${projects.length}]`;
    const project: Project = {};
    const [first, ...more] = entry.head
      .flatMap(({ text, line }) =>
        text.split(/\t|\s*[|·•]\s*|\s+[–—]\s+/u).map((part) => ({ text: flatten(part), line })),
      )
      .filter(({ text }) => text !== '');
    if (!first) continue;
    const colon = /^([^:]{2,50}):\s+(.{10,})$/u.exec(first.text);
    project.name = (colon?.[1] ?? first.text).replace(/[,:]$/u, '');
    notes.field(`${at}.name`, 'likely', first.line);
    const described = [...(colon ? [colon[2] ?? ''] : [])];
    for (const { text, line } of more) {
      if (/^https?:|^[\w.-]+\.[a-z]{2,}\//iu.test(text)) continue;
      if (ROLE.test(text) || described.length > 0 || text.split(' ').length <= 6) {
        project.roles = [...(project.roles ?? []), ...text.replace(ROLE, '').split(/\s*[,;/]\s*/u)];
        notes.field(`${at}.roles`, 'guess', line);
      } else described.push(text);
    }
    readPeriod(project, entry.dates, entry.dateLine, at, notes);
    const told: { summary?: string; highlights?: string[] } = {};
    const kept = entry.body.filter(({ text, lines: [line] }) => {
      if (LABELLED.test(text) && line) {
        project.keywords = text
          .replace(LABELLED, '')
          .split(/\s*[,;|•·]\s*/u)
          .map((word) => word.replace(/\.$/u, ''))
          .filter((word) => word !== '');
        notes.field(`${at}.keywords`, 'certain', line);
      } else if (ROLE.test(text)) project.roles = text.replace(ROLE, '').split(/\s*[,;]\s*/u);
      else return true;
      return false;
    });
    readBody(told, { body: kept }, at, notes);
    const description = [...described, ...(told.summary ? [told.summary] : [])].join('\n');
    if (description !== '') project.description = description;
    if (told.highlights) project.highlights = told.highlights;
    projects.push(project);
  }
  for (const field of notes.fields)
    if (/^projects\[\d+\]\.summary$/.test(field.path))
      field.path = field.path.replace('.summary', '.description');
  return projects;
}

function asHead(line: TextLine) {
  const dates = readDates(line.text);
  return {
    head: [{ text: withoutDates(line.text, dates), line }],
    dates: dates[0],
    dateLine: line,
    body: [],
  };
}

/** Reads awards: title, who gave it, when. */
export function readAwards(lines: readonly TextLine[], notes: NoteList, all: string): Award[] {
  return readTitled(lines, 'awards', notes, all).map(({ title, by, date, more }) => ({
    title,
    ...(by && { awarder: by }),
    ...(date && { date }),
    ...(more && { summary: more }),
  }));
}

/** Reads publications: title, where, when. */
export function readPublications(lines: readonly TextLine[], notes: NoteList, all: string): Publication[] {
  return readTitled(lines, 'publications', notes, all).map(({ title, by, date, more }) => ({
    name: title,
    ...(by && { publisher: by }),
    ...(date && { releaseDate: date }),
    ...(more && { summary: more }),
  }));
}

interface Titled {
  title: string;
  by?: string;
  date?: string;
  more?: string;
}

function readTitled(lines: readonly TextLine[], key: string, notes: NoteList, all: string): Titled[] {
  const found: Titled[] = [];
  for (const {
    text,
    lines: [line],
    bullet,
  } of readBlocks(lines, all)) {
    if (!line) continue;
    const last = found.at(-1);
    const dates = readDates(text);
    if (
      !bullet &&
      !line.gap &&
      last &&
      last.more === undefined &&
      (/[.!?]$/u.test(text) || text.length > 100)
    ) {
      last.more = flatten(text);
      continue;
    }
    const [title = '', ...rest] = withoutDates(text, dates)
      .split(/\t|\s*[|·•]\s*|\s+[–—]\s+/u)
      .map(flatten)
      .filter((part) => part !== '');
    if (title === '') continue;
    const date = dates[0]?.end ?? dates[0]?.start;
    notes.field(`${key}[${found.length}]`, 'guess', line);
    found.push({ title, ...(rest.length > 0 && { by: rest.join(', ') }), ...(date && { date }) });
  }
  return found;
}
