import type { Resume } from '../../schemas/resume.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface Manner {
  heading(text: string): string;
  date(date: string): string;
  between: string;
  present: string;
  /** The head of a job. */
  job(position: string, employer: string, location: string, dates: string): string;
  study(degree: string, school: string, dates: string): string;
  skill(name: string, level: string | undefined, keywords: readonly string[]): string;
  bullet: string;
}

const numeric = (date: string) => {
  const [year = '', month] = date.split('-');
  return month === undefined ? year : `${month}/${year}`;
};
const named = (date: string) => {
  const [year = '', month] = date.split('-');
  return month === undefined ? year : `${MONTHS[Number(month) - 1]} ${year}`;
};

const MANNERS: Readonly<Record<string, Manner>> = {
  'position first, dates right': {
    heading: (text) => text.toUpperCase(),
    date: named,
    between: ' - ',
    present: 'Present',
    job: (position, employer, location, dates) =>
      `${position}        ${dates}\n${[employer, location].filter(Boolean).join(', ')}`,
    study: (degree, school, dates) => `${degree}        ${dates}\n${school}`,
    skill: (name, level, keywords) =>
      `${name}${level ? ` (${level})` : ''}${keywords.length > 0 ? `: ${keywords.join(', ')}` : ''}`,
    bullet: '- ',
  },
  'employer first, dates below': {
    heading: (text) => `${text}:`,
    date: numeric,
    between: ' – ',
    present: 'today',
    job: (position, employer, location, dates) =>
      `${employer}${location ? ` (${location})` : ''}\n${position}\n${dates}`,
    study: (degree, school, dates) => `${school}\n${degree}\n${dates}`,
    skill: (name, level, keywords) =>
      `${name}${level ? ` - ${level}` : ''}${keywords.length > 0 ? `: ${keywords.join(' | ')}` : ''}`,
    bullet: '• ',
  },
  'one line, dates in brackets': {
    heading: (text) => text,
    date: named,
    between: ' to ',
    present: 'date',
    job: (position, employer, location, dates) =>
      `${position} | ${employer}${location ? ` | ${location}` : ''} (${dates})`,
    study: (degree, school, dates) => `${degree}, ${school} (${dates})`,
    skill: (name, level, keywords) =>
      `${name}${level ? ` [${level}]` : ''}${keywords.length > 0 ? `: ${keywords.join('; ')}` : ''}`,
    bullet: '* ',
  },
};

/** Ways in which people write the same resume as plain text. */
export const LAYOUTS: Readonly<Record<string, (resume: Resume) => string>> = Object.fromEntries(
  Object.entries(MANNERS).map(([name, manner]) => [name, (resume: Resume) => write(resume, manner)]),
);

function write(
  {
    basics = {},
    work = [],
    volunteer = [],
    education = [],
    certificates = [],
    projects = [],
    skills = [],
    languages = [],
  }: Resume,
  manner: Manner,
): string {
  const range = (from: string | undefined, to: string | undefined) =>
    [from && manner.date(from), to ? manner.date(to) : from && manner.present]
      .filter(Boolean)
      .join(manner.between);
  const bullets = (list: readonly string[] | undefined) =>
    (list ?? []).map((text) => `${manner.bullet}${text}`);
  const section = (heading: string, entries: readonly string[], gap = '\n') =>
    entries.length === 0 ? [] : ['', manner.heading(heading), '', entries.join(gap)];
  const entry = (...lines: (string | undefined)[]) => lines.filter((line) => line).join('\n');
  return [
    basics.name,
    basics.label,
    [basics.email, basics.phone].filter(Boolean).join(' | '),
    ...section('Summary', basics.summary ? [basics.summary] : []),
    ...section(
      'Experience',
      work.map((job) =>
        entry(
          manner.job(
            job.position ?? '',
            job.name ?? '',
            job.location ?? '',
            range(job.startDate, job.endDate),
          ),
          job.summary,
          ...bullets(job.highlights),
        ),
      ),
      '\n\n',
    ),
    ...section(
      'Volunteering',
      volunteer.map((job) =>
        entry(
          manner.job(job.position ?? '', job.organization ?? '', '', range(job.startDate, job.endDate)),
          job.summary,
          ...bullets(job.highlights),
        ),
      ),
      '\n\n',
    ),
    ...section(
      'Projects',
      projects.map((project) =>
        entry(
          `${project.name} (${range(project.startDate, project.endDate)})`,
          project.description,
          ...bullets(project.highlights),
        ),
      ),
      '\n\n',
    ),
    ...section(
      'Education',
      education.map((study) =>
        manner.study(
          [study.studyType, study.area].filter(Boolean).join(' in '),
          study.institution ?? '',
          range(study.startDate, study.endDate),
        ),
      ),
      '\n\n',
    ),
    ...section(
      'Certifications',
      certificates.map(
        ({ name, issuer, date }) =>
          `${manner.bullet}${[name, issuer, date && manner.date(date)].filter(Boolean).join(' | ')}`,
      ),
    ),
    ...section(
      'Skills',
      skills.map(({ name, level, keywords = [] }) => manner.skill(name, level, keywords)),
    ),
    ...section(
      'Languages',
      languages.map(({ language, fluency }) => `${language}${fluency ? ` (${fluency})` : ''}`),
      ', ',
    ),
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}
