import type { Resume } from '../../../schemas/resume.ts';
import { type Catalog, scanMentions } from '../../skills/index.ts';
import type { NoteList } from '../note-list.ts';
import { readClaims } from './claims.ts';
import type { SkillList } from './skills.ts';

/** What of a resume is searched for skills that it does not list. */
type Told = Pick<Resume, 'basics' | 'work' | 'projects'>;

/** More names than this are counted. */
const NAMED = 12;

/**
 * Skills that work and projects name. Where the resume lists skills they are noted, for the user to list; where it
 * lists none they are taken as held, by guess and at no known level. What is said not to be held is neither.
 */
export function readMentions(
  { basics, work = [], projects = [] }: Told,
  list: SkillList,
  catalog: Catalog,
  notes: NoteList,
): void {
  const texts = [
    ...work.flatMap((job, at) => tellings(`work[${at}]`, 'summary', job.summary, job.highlights)),
    ...projects.flatMap((project, at) =>
      tellings(`projects[${at}]`, 'description', project.description, project.highlights),
    ),
    ...projects.flatMap(({ keywords = [] }, at) =>
      keywords.map((text) => ({ path: `projects[${at}].keywords`, text })),
    ),
    ...(basics?.summary ? [{ path: 'basics.summary', text: basics.summary }] : []),
  ];
  const listed = list.skills.length > 0;
  const found = new Map<string, string>();
  for (const { path, text } of texts) {
    const denied = new Set(
      readClaims(text, catalog)
        .filter(({ held }) => !held)
        .map(({ name }) => name),
    );
    for (const { entry } of scanMentions(text, catalog))
      if (!list.has(entry.name) && !denied.has(entry.name) && !found.has(entry.name))
        found.set(entry.name, path);
  }
  const used = [...found].filter(([, path]) => path !== 'basics.summary');
  if (listed || used.length === 0) {
    const names = [...found.keys()];
    const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
    if (names.length > 0)
      notes.note(
        'named-only',
        `Named but not listed among the skills, so counted as not held: ${names.slice(0, NAMED).join(', ')}${more}. List what is held.`,
      );
    return;
  }
  for (const [name, path] of used) list.add({ name }, notes.lineOf(path), 'guess');
  notes.note(
    'no-skills-section',
    `No skills section was found; ${used.length} skills are taken from the work and projects that name them, at no known level.`,
  );
}

function tellings(at: string, field: string, text: string | undefined, highlights: readonly string[] = []) {
  return [
    ...(text ? [{ path: `${at}.${field}`, text }] : []),
    ...highlights.map((line, i) => ({ path: `${at}.highlights[${i}]`, text: line })),
  ];
}
