import type { Resume } from '../../../schemas/index.ts';

/** A piece of a resume as it is laid out; each maker of a format draws it in its own way. */
export type DocumentBlock =
  | { kind: 'name' | 'label' | 'contact' | 'heading' | 'text' | 'bullet'; text: string }
  /** The head of an entry: what stands left, and the dates on the right. */
  | { kind: 'entry'; left: string; right: string }
  | { kind: 'detail'; text: string };

export interface BlockOptions {
  /** How dates are written; `day` loses nothing, `month` is what people write. */
  dates?: 'day' | 'month';
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Lays a resume out in the order in which people write one: all that facts are computed from, and no more. */
export function layOutResume(resume: Resume, { dates = 'day' }: BlockOptions = {}): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  const { basics, work, volunteer, education, projects, certificates, languages, skills } = resume;
  const text = (
    kind: 'name' | 'label' | 'contact' | 'heading' | 'text' | 'bullet',
    value: string | undefined,
  ) => {
    if (value) blocks.push({ kind, text: value });
  };
  const range = (from: string | undefined, to: string | undefined) =>
    [from && writeDate(from, dates), to ? writeDate(to, dates) : from && 'Present']
      .filter(Boolean)
      .join(' - ');
  text('name', basics?.name);
  text('label', basics?.label);
  text(
    'contact',
    [
      basics?.email,
      basics?.phone,
      basics?.location?.city && `${basics.location.city}, ${basics.location.region}`,
    ]
      .filter(Boolean)
      .join(' | '),
  );
  if (basics?.summary) {
    text('heading', 'Summary');
    text('text', basics.summary);
  }
  const jobs = (
    heading: string,
    list: readonly {
      name?: string | undefined;
      position?: string | undefined;
      location?: string | undefined;
      startDate?: string | undefined;
      endDate?: string | undefined;
      summary?: string | undefined;
      highlights?: string[] | undefined;
    }[],
  ) => {
    if (list.length > 0) text('heading', heading);
    for (const job of list) {
      blocks.push({ kind: 'entry', left: job.position ?? '', right: range(job.startDate, job.endDate) });
      blocks.push({ kind: 'detail', text: [job.name, job.location].filter(Boolean).join(' | ') });
      text('text', job.summary);
      for (const highlight of job.highlights ?? []) text('bullet', highlight);
    }
  };
  jobs('Work Experience', work ?? []);
  jobs(
    'Volunteer Experience',
    (volunteer ?? []).map(({ organization, ...rest }) => ({ name: organization, ...rest })),
  );
  if (projects?.length) text('heading', 'Projects');
  for (const project of projects ?? []) {
    blocks.push({
      kind: 'entry',
      left: project.name ?? '',
      right: range(project.startDate, project.endDate),
    });
    if (project.roles?.length) blocks.push({ kind: 'detail', text: `Role: ${project.roles.join(', ')}` });
    text('text', project.description);
    for (const highlight of project.highlights ?? []) text('bullet', highlight);
    if (project.keywords?.length) text('text', `Technologies: ${project.keywords.join(', ')}`);
  }
  if (education?.length) text('heading', 'Education');
  for (const study of education ?? []) {
    blocks.push({
      kind: 'entry',
      left: [study.studyType, study.area].filter(Boolean).join(' in '),
      right: range(study.startDate, study.endDate),
    });
    blocks.push({ kind: 'detail', text: study.institution ?? '' });
    if (study.courses?.length) text('text', `Courses: ${study.courses.join('; ')}`);
  }
  if (certificates?.length) text('heading', 'Certifications');
  for (const { name, issuer, date } of certificates ?? [])
    text('bullet', [name, issuer, date && writeDate(date, dates)].filter(Boolean).join(' | '));
  if (skills?.length) text('heading', 'Skills');
  for (const { name, level, keywords } of skills ?? []) {
    const head = level ? `${name} (${level})` : name;
    text('bullet', keywords?.length ? `${head}: ${keywords.join(', ')}` : head);
  }
  if (languages?.length) text('heading', 'Languages');
  for (const { language, fluency } of languages ?? [])
    text('bullet', fluency ? `${language} (${fluency})` : (language ?? ''));
  return blocks;
}

function writeDate(date: string, precision: 'day' | 'month'): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const named = `${MONTHS[Number(month) - 1]} ${year}`;
  return day === undefined || precision === 'month' ? named : `${Number(day)} ${named}`;
}
