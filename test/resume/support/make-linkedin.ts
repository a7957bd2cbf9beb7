import type { Resume } from '../../../schemas/index.ts';
import type { ZipFile } from './zip-files.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The files of a LinkedIn export of a resume: what LinkedIn has no column for is not in them. */
export function makeLinkedIn({
  basics,
  work = [],
  education = [],
  certificates = [],
  skills = [],
  languages = [],
}: Resume): ZipFile[] {
  const names = [...skills.map(({ name }) => name), ...skills.flatMap(({ keywords }) => keywords ?? [])];
  return [
    csv(
      'Profile.csv',
      ['First Name', 'Last Name', 'Headline', 'Summary', 'Geo Location', 'Websites'],
      [
        [
          basics?.name?.split(' ')[0],
          basics?.name?.split(' ').slice(1).join(' '),
          basics?.label,
          basics?.summary,
          basics?.location?.city,
          '',
        ],
      ],
    ),
    csv(
      'Positions.csv',
      ['Company Name', 'Title', 'Description', 'Location', 'Started On', 'Finished On'],
      work.map((job) => [
        job.name,
        job.position,
        [job.summary, ...(job.highlights ?? []).map((line) => `• ${line}`)].filter(Boolean).join('\n'),
        job.location,
        dateOf(job.startDate),
        dateOf(job.endDate),
      ]),
    ),
    csv(
      'Education.csv',
      ['School Name', 'Start Date', 'End Date', 'Notes', 'Degree Name', 'Activities'],
      education.map((study) => [
        study.institution,
        dateOf(study.startDate),
        dateOf(study.endDate),
        '',
        [study.studyType, study.area].filter(Boolean).join(', '),
        '',
      ]),
    ),
    csv(
      'Certifications.csv',
      ['Name', 'Url', 'Authority', 'Started On', 'Finished On', 'License Number'],
      certificates.map(({ name, issuer, date }) => [name, '', issuer, dateOf(date), '', '']),
    ),
    csv(
      'Skills.csv',
      ['Name'],
      names.map((name) => [name]),
    ),
    csv(
      'Languages.csv',
      ['Name', 'Proficiency'],
      languages.map(({ language, fluency }) => [language, fluency]),
    ),
  ];
}

function dateOf(date: string | undefined): string {
  const [year = '', month] = (date ?? '').split('-');
  return month === undefined ? year : `${MONTHS[Number(month) - 1]} ${year}`;
}

function csv(
  name: string,
  head: readonly string[],
  rows: readonly (readonly (string | undefined)[])[],
): ZipFile {
  const cell = (text = '') => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return { name, content: `\ufeff${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n` };
}
