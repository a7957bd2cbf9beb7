import { describe, expect, it } from 'vitest';
import { Case } from '../../schemas/index.ts';
import { InputError } from '../../src/errors.ts';
import { checkCase } from '../../src/input/check-case.ts';
import { json } from '../../src/input/json.ts';

const role = { title: 'Nurse', skills: [{ name: 'Triage', tier: 'core' }] };

function caseOf(resume: object) {
  return Case.parse({ resume: { skills: [{ name: 'Triage' }], ...resume }, role, date: '2026-11-24' });
}

describe('a date that cannot be', () => {
  const upTo = "expected a date up to the report's date, 2026-11-24";
  const cases: [name: string, resume: object, message: string][] = [
    [
      'an end before the start',
      { work: [{}, { startDate: '2020-05', endDate: '2019-12-31' }] },
      'found "2019-12-31" at work[1].endDate, expected a date not before the start, 2020-05',
    ],
    [
      'of an education',
      { education: [{ startDate: '2020', endDate: '2019' }] },
      'found "2019" at education[0].endDate, expected a date not before the start, 2020',
    ],
    [
      'of a project',
      { projects: [{ startDate: '2020-05-02', endDate: '2020-05-01' }] },
      'found "2020-05-01" at projects[0].endDate, expected a date not before the start, 2020-05-02',
    ],
    [
      'a start of work after the report',
      { work: [{ startDate: '2031-01' }] },
      `found "2031-01" at work[0].startDate, ${upTo}`,
    ],
    [
      'of voluntary work',
      { volunteer: [{ startDate: '2026-11-25' }] },
      `found "2026-11-25" at volunteer[0].startDate, ${upTo}`,
    ],
    [
      'a certificate from after the report',
      { certificates: [{ name: 'RN', date: '2027' }] },
      `found "2027" at certificates[0].date, ${upTo}`,
    ],
  ];
  it.each(cases)('%s is an error', (_, resume, message) => {
    const check = () => checkCase(caseOf(resume), { file: 'resume.json' });
    expect(check).toThrow(InputError);
    expect(check).toThrow(`cannot read resume.json: ${message}`);
  });

  it('comes with its line, and with all others', () => {
    const text = '{"work": [\n {"startDate": "2020", "endDate": "2019"},\n {"startDate": "2030"}]}';
    const { data, locate } = json.parse(text, 'r.json') as Awaited<ReturnType<typeof json.parse>>;
    expect(() => checkCase(caseOf(data as object), { file: 'r.json', locate })).toThrow(
      [
        'cannot read r.json: found "2019" at work[0].endDate (line 2, column 35), expected a date not before the start, 2020',
        `  found "2030" at work[1].startDate (line 3, column 16), ${upTo}`,
      ].join('\n'),
    );
  });
});

describe('a date that can be', () => {
  const resumes: [name: string, resume: object][] = [
    ['a year that ends in the month where it starts', { work: [{ startDate: '2020-05', endDate: '2020' }] }],
    ['one day', { work: [{ startDate: '2020-05-01', endDate: '2020-05-01' }] }],
    ['from today on', { work: [{ startDate: '2026-11-24' }] }],
    ['from this month to this year', { work: [{ startDate: '2026-11', endDate: '2026' }] }],
    ['no dates', { work: [{ endDate: '2020' }, {}] }],
    ['studies to come', { education: [{ startDate: '2027-01', endDate: '2029-06' }] }],
    ['a certificate of today', { certificates: [{ name: 'RN', date: '2026-11-24' }] }],
  ];
  it.each(resumes)('%s passes and stays', (_, resume) => {
    const given = caseOf(resume);
    expect(checkCase(given)).toEqual({ case: given, warnings: [] });
  });
});

describe('a warning', () => {
  it('tells that an end after the report is read as going on', () => {
    const given = caseOf({ work: [{ name: 'A', startDate: '2024', endDate: '2027-01' }] });
    const { case: read, warnings } = checkCase(given, { file: 'resume.json' });
    expect(read.resume.work).toEqual([{ name: 'A', startDate: '2024' }]);
    expect(given.resume.work?.[0]?.endDate).toBe('2027-01');
    expect(warnings).toEqual([
      {
        file: 'resume.json',
        path: 'work[0].endDate',
        message:
          'resume.json: unexpected date "2027-01" at work[0].endDate, ' +
          "expected a date up to the report's date, 2026-11-24: it is read as going on",
      },
    ]);
  });

  const cases: [name: string, resume: object, messages: string[]][] = [
    [
      'a skill twice',
      { skills: [{ name: 'Go' }, { name: 'C' }, { name: ' go ' }] },
      [
        'the resume: unexpected skill "go" again at skills[2], first at skills[0]: both are read as one skill',
      ],
    ],
    ['names that differ', { skills: [{ name: 'C' }, { name: 'C++' }, { name: 'C#' }] }, []],
    [
      'an empty resume',
      { skills: [] },
      [
        'the resume: unexpected empty resume (no skills, work or other entries), every skill of the role counts as missing',
      ],
    ],
    ['a resume with work alone', { skills: [], work: [{ name: 'A' }] }, []],
  ];
  it.each(cases)('%s', (_, resume, messages) => {
    expect(checkCase(caseOf(resume)).warnings.map(({ message }) => message)).toEqual(messages);
  });
});
