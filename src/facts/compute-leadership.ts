import type { FactSheet, Resume } from '../../schemas/index.ts';
import { LEADING_POSITIONS, LEADING_SENTENCES } from './leadership-words.ts';

/** Places of the resume that show that people were led: by the position held, or by a sentence that says so. */
export function computeLeadership(resume: Resume): FactSheet['candidate']['leadership'] {
  const shown: FactSheet['candidate']['leadership'] = [];
  const look = (
    path: string,
    label: string,
    position: string | undefined,
    texts: readonly (readonly [string, string])[],
  ) => {
    const title = position === undefined ? null : LEADING_POSITIONS.exec(position);
    if (title) shown.push({ path: `${path}.position`, label, signal: title[0] });
    for (const [field, text] of texts) {
      const said = LEADING_SENTENCES.exec(text);
      if (said) shown.push({ path: `${path}.${field}`, label, signal: said[0] });
    }
  };
  const texts = (entry: { summary?: string | undefined; highlights?: string[] | undefined }) => [
    ...(entry.summary ? [['summary', entry.summary] as const] : []),
    ...(entry.highlights ?? []).map((text, at) => [`highlights[${at}]`, text] as const),
  ];
  for (const [i, job] of (resume.work ?? []).entries())
    look(`work[${i}]`, job.position ?? '', job.position, texts(job));
  for (const [i, post] of (resume.volunteer ?? []).entries()) {
    look(
      `volunteer[${i}]`,
      post.position ? `${post.position} (voluntary)` : 'voluntary work',
      post.position,
      texts(post),
    );
  }
  for (const [i, project] of (resume.projects ?? []).entries()) {
    const role = (project.roles ?? []).find((name) => LEADING_POSITIONS.test(name));
    if (role) shown.push({ path: `projects[${i}].roles`, label: role, signal: role });
  }
  return shown;
}
