import type { FactSheet, Resume } from '../../schemas/index.ts';
import { ENGLISH } from '../language/index.ts';
import { compareNames } from './identify.ts';
import { LEADING_POSITIONS, LEADING_SENTENCES } from './leadership-words.ts';

type Shown = FactSheet['candidate']['leadership'][number];
type Texts = readonly (readonly [field: string, text: string])[];

/**
 * Places of the resume that show that people were led: by the position held, or by a sentence that says so. Latest
 * first; what has no position has an empty label.
 */
export function computeLeadership(resume: Resume, words = ENGLISH): FactSheet['candidate']['leadership'] {
  const found: (Shown & { to: string; from: string })[] = [];
  const look = (
    path: string,
    label: string,
    time: { startDate?: string | undefined; endDate?: string | undefined },
    title: string | undefined,
    texts: Texts,
  ) => {
    const { startDate: from = '', endDate: to = from === '' ? '' : '9' } = time;
    const add = (field: string, signal: string) =>
      found.push({ path: `${path}.${field}`, label, signal, from, to });
    const position = LEADING_POSITIONS.exec(title ?? '');
    if (position) add('position', position[0]);
    for (const [field, text] of texts) {
      const said = LEADING_SENTENCES.exec(text);
      if (said) add(field, said[0]);
    }
  };
  for (const [i, job] of (resume.work ?? []).entries())
    look(
      `work[${i}]`,
      job.position ?? '',
      job,
      job.position,
      textsOf('summary', job.summary, job.highlights),
    );
  for (const [i, post] of (resume.volunteer ?? []).entries()) {
    const label = post.position
      ? words.say('fact.voluntary', { position: post.position })
      : words.say('fact.voluntary-work');
    look(`volunteer[${i}]`, label, post, post.position, textsOf('summary', post.summary, post.highlights));
  }
  for (const [i, project] of (resume.projects ?? []).entries()) {
    const role = (project.roles ?? []).find((name) => LEADING_POSITIONS.test(name));
    const path = `projects[${i}]`;
    const { startDate: from = '', endDate: to = from === '' ? '' : '9' } = project;
    if (role) found.push({ path: `${path}.roles`, label: role, signal: role, from, to });
    look(path, '', project, undefined, textsOf('description', project.description, project.highlights));
  }
  return found
    .sort(
      (a, b) =>
        compareNames(b.to, a.to) ||
        compareNames(b.from, a.from) ||
        compareNames(a.label, b.label) ||
        compareNames(a.signal, b.signal) ||
        compareNames(a.path, b.path),
    )
    .map(({ path, label, signal }) => ({ path, label, signal }));
}

function textsOf(field: string, text: string | undefined, highlights: readonly string[] | undefined): Texts {
  return [
    ...(text ? [[field, text] as const] : []),
    ...(highlights ?? []).map((line, at) => [`highlights[${at}]`, line] as const),
  ];
}
