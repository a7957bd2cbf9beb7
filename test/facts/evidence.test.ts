import { describe, expect, it } from 'vitest';
import { computeFacts } from '../../src/facts/index.ts';
import { displayOf, makeCase } from './make-case.ts';

const facts = (resume: object, names: string[]) =>
  computeFacts(makeCase({ resume, role: { skills: names.map((name) => ({ name, tier: 'core' })) } }));

describe('evidence', () => {
  const resume = {
    skills: [{ name: 'Python' }, { name: 'Docker' }, { name: 'Florbing' }],
    certificates: [{ name: 'Docker Certified Associate' }],
    work: [
      {
        position: 'Junior Developer',
        name: 'Acme',
        startDate: '2020-01',
        endDate: '2021-01',
        highlights: ['Wrote Python'],
      },
      {
        position: 'Developer',
        name: 'Globex',
        startDate: '2021-01',
        endDate: '2022-07',
        summary: 'Python and florbing',
      },
      { position: 'Developer', startDate: '2027-01', highlights: ['Python again'] },
    ],
    projects: [{ name: 'Shop', startDate: '2022-05', endDate: '2022-09', keywords: ['Python'] }],
    education: [{ institution: 'X', courses: ['Introduction to Docker', 'Python basics'] }],
  };
  const sheet = facts(resume, ['Python', 'Docker', 'Florbing']);
  const skill = (name: string) => sheet.skills.find((one) => one.name === name);

  it('goes from certificate to work, project, education and list, latest first', () => {
    expect(skill('Python')?.evidence.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      'work work[2].highlights[0]',
      'work work[1].summary',
      'work work[0].highlights[0]',
      'project projects[0].keywords[0]',
      'education education[0].courses[1]',
      'listed skills[0]',
    ]);
    expect(skill('Docker')?.evidence[0]).toMatchObject({
      kind: 'certificate',
      label: 'Docker Certified Associate',
    });
  });

  it('finds what the catalog does not know under its own name', () => {
    expect(skill('Florbing')?.evidence[0]?.path).toBe('work[1].summary');
  });

  it('counts months used once where stretches overlap, and none that lie ahead', () => {
    expect(skill('Python')?.monthsUsed).toBe(32);
    expect(skill('Python')?.lastUsed).toBe('2022-09');
    expect(skill('Docker')).toMatchObject({ monthsUsed: null, lastUsed: null });
  });

  it('is last used this month where the work goes on', () => {
    const { skills } = facts(
      { skills: [{ name: 'Python' }], work: [{ position: 'Python developer', startDate: '2020' }] },
      ['Python'],
    );
    expect(skills[0]).toMatchObject({ lastUsed: '2026-11', monthsUsed: 82 });
  });

  it('puts of two jobs alike the one that lasted longer first', () => {
    const jobs = ['2021', '2024', undefined, '2022'].map((endDate) => ({
      position: 'Developer',
      summary: 'Python',
      startDate: '2020',
      endDate,
    }));
    const { skills } = facts({ skills: [{ name: 'Python' }], work: jobs }, ['Python']);
    expect(skills[0]?.evidence.map((item) => item.to)).toEqual([
      undefined,
      '2024',
      '2022',
      '2021',
      undefined,
    ]);
  });

  it('never names the employer, who is not to be shown to a model', () => {
    const { facts: flat } = facts(
      {
        skills: [{ name: 'Python' }],
        work: [{ name: 'Secret Ltd', summary: 'Wrote Python', startDate: '2020' }],
      },
      ['Python'],
    );
    for (const fact of flat.filter((one) => !one.personal))
      expect(JSON.stringify(fact)).not.toContain('Secret Ltd');
  });

  it('alone does not make a skill held; a note says so', () => {
    const { skills, notes } = facts({ work: [{ position: 'Developer', summary: 'Wrote Python' }] }, [
      'Python',
    ]);
    expect(skills[0]).toMatchObject({ status: 'missing', evidence: [] });
    expect(notes.find((note) => note.code === 'named-not-listed')?.message).toBe(
      'Python is named at work[0].summary but not listed as a skill, so it counts as not held; list it if it is held.',
    );
  });

  it('looks for short unknown names in their exact case only', () => {
    const found = (name: string) =>
      facts({ skills: [{ name }], work: [{ position: 'Clerk', summary: 'it is so, and ZQX too' }] }, [name])
        .skills[0]?.evidence[0]?.kind;
    expect([found('IS'), found('ZQX')]).toEqual(['listed', 'work']);
  });
});

describe('what a fact says of evidence', () => {
  const say = (resume: object) =>
    displayOf(facts({ skills: [{ name: 'Python' }], ...resume }, ['Python']), 'skill.python.evidence');
  it.each([
    [{}, 'listed only'],
    [{ work: [{ position: 'Web Developer', summary: 'Python' }] }, 'named in the work as Web Developer'],
    [{ work: [{ summary: 'Python' }] }, 'named in the work history'],
    [{ projects: [{ name: 'Shop', description: 'Python' }] }, 'named in the project Shop'],
    [{ projects: [{ description: 'Python' }] }, 'named in a project'],
    [{ education: [{ courses: ['Python basics'] }] }, 'named in a course (Python basics)'],
    [{ certificates: [{ name: 'Python Institute' }] }, 'backed by a certificate (Python Institute)'],
  ])('of %j is "%s"', (resume, display) => expect(say(resume)).toBe(display));
});
