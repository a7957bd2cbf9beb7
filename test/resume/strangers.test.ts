import { describe, expect, it } from 'vitest';
import { extractResume } from '../../src/resume/index.ts';

/** Lines of a text as a reader hands them on: `- ` is a bullet, an empty line a gap before the next. */
function read(text: string) {
  const lines = text.split('\n').flatMap((line, at, all) =>
    line === ''
      ? []
      : [
          {
            text: line.replace(/^- /, ''),
            line: at + 1,
            ...(line.startsWith('- ') && { bullet: true }),
            ...(all[at - 1] === '' && { gap: true }),
          },
        ],
  );
  return extractResume({ file: 'cv.txt', lines });
}

const HEAD = 'Aiko Tanaka\naiko@tb.example\n\n';

describe('what is not held, in a list', () => {
  it.each([
    ['C# (none), Excel', ['Excel']],
    ['Revit - learning, Excel', ['Excel']],
    ['Revit – not yet, Excel', ['Excel']],
    ['Excel, Docker (learning)', ['Excel']],
    ['- Revit: none\n- Excel', ['Excel']],
    // No denial: parts of names.
    ['E-learning design, Excel', ['E-learning design', 'Excel']],
    ['Zapier - no-code automation, Excel', ['Zapier - no-code automation', 'Excel']],
  ])('%s', (text, held) => {
    const { resume, notes } = read(`${HEAD}Skills\n${text}`);
    expect(resume.skills?.map(({ name }) => name)).toEqual(held);
    expect(notes.some(({ code }) => code === 'not-held')).toBe(held.length === 1);
  });
});

describe('the dates of certificates', () => {
  it.each([
    ['HCPC registered paramedic, valid until 31 Aug 2027', undefined],
    ['First Aid at Work, expires 05/2026', undefined],
    ['First Aid at Work, issued May 2023, valid until May 2026', '2023-05'],
    ['First Aid at Work, 2023', '2023'],
  ])('%s', (text, date) => {
    expect(read(`${HEAD}Certificates\n${text}`).resume.certificates?.map((one) => one.date)).toEqual([date]);
  });
});

it('begins a certificate with each line that has a date of its own', () => {
  const { resume } = read(
    `${HEAD}Certificates\nChartered Engineer (CEng), Engineering Council, 2020\nCSCS card, 2022`,
  );
  expect(resume.certificates).toEqual([
    { name: 'Chartered Engineer (CEng)', issuer: 'Engineering Council', date: '2020' },
    { name: 'CSCS card', date: '2022' },
  ]);
});

it('notes what is listed among the languages and is none that it knows', () => {
  const { resume, notes } = read(`${HEAD}Languages\nEnglish (native), Florbish - fluent, Dutch: B1`);
  expect(resume.languages?.map(({ language }) => language)).toEqual(['English', 'Dutch']);
  expect(notes.map(({ message }) => message)).toContain(
    '"Florbish - fluent" stands among the languages and is not read.',
  );
});

it('tells position and employer of trades apart', () => {
  const { resume } = read(`${HEAD}Work\nJunior florist, Bloom Ltd\n2015/04-2019/02\n- Bouquets`);
  expect(resume.work?.map(({ position, name }) => [position, name])).toEqual([
    ['Junior florist', 'Bloom Ltd'],
  ]);
});

describe('a section of qualifications', () => {
  it('is sorted by its lines into degrees, certificates and skills', () => {
    const { resume } = read(
      `${HEAD}Qualifications\nMEng Civil Engineering, University of Bath, 2012 - 2016\n\nChartered Engineer (CEng), Engineering Council, 2020\n\nCSCS card, 2022\n\n- Strong SQL`,
    );
    expect(resume.education?.map(({ studyType, institution }) => [studyType, institution])).toEqual([
      ['MEng', 'University of Bath'],
    ]);
    expect(resume.certificates?.map(({ name, date }) => [name, date])).toEqual([
      ['Chartered Engineer (CEng)', '2020'],
      ['CSCS card', '2022'],
    ]);
    expect(resume.skills).toEqual([{ name: 'SQL', level: 'Strong' }]);
  });
});

describe('a posting in the place of a resume', () => {
  const notes = (text: string) => read(text).notes.map(({ code }) => code);

  it.each([
    'Senior Data Engineer\nAcme - Berlin\n\nWe are seeking an experienced data engineer.\n\nRequirements:\n- 5+ years of Python\n- AWS or GCP\n\nNice to have:\n- Rust',
    'Staff Nurse\n\nResponsibilities\n- Ward rounds\n\nThe ideal candidate is kind.\n\nWhat we offer\n- 30 days of holiday',
  ])('is warned of', (text) => {
    expect(notes(text)).toContain('reads-like-posting');
  });

  it.each([
    // People quote such words, and their jobs have responsibilities.
    'Aiko Tanaka\naiko@tb.example\n\nExperience\nRecruiter, Acme, 2019 - 2022\nResponsibilities:\n- Wrote postings: "We are looking for a nurse", requirements and benefits',
    'Aiko Tanaka\naiko@tb.example\n\nI am looking for a job as a nurse.\n\nSkills\n- Excel\n- Requirements',
  ])('a resume is not', (text) => {
    expect(notes(text)).not.toContain('reads-like-posting');
  });
});

describe('a job whose words nobody knows', () => {
  it.each([
    ['Bookseller, Foyles & Daughters Ltd.', 'Bookseller', 'Foyles & Daughters Ltd.'],
    ['Verger, Kestrel Marine Inc', 'Verger', 'Kestrel Marine Inc'],
    ['Kestrel Marine Ltd, Verger', undefined, 'Kestrel Marine Ltd'],
  ])('%s', (head, position, name) => {
    const { resume } = read(`${HEAD}Experience\n${head}\nJune 2018 - February 2021\n- Ordered stock`);
    expect(resume.work?.map((job) => [job.position, job.name])).toEqual([[position, name]]);
  });
});

it('takes a town beside address and number for where somebody lives, not for a title', () => {
  const { resume } = read(
    'Aiko Tanaka\naiko@tb.example · +44 7700 900123 · Bristol\n\nSkills\nExcel, SQL, Python',
  );
  expect([resume.basics?.label, resume.basics?.location?.city]).toEqual([undefined, 'Bristol']);
});
