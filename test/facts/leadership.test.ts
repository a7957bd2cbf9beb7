import { describe, expect, it } from 'vitest';
import { Resume } from '../../schemas/index.ts';
import { computeLeadership } from '../../src/facts/compute-leadership.ts';

const shown = (resume: object) => computeLeadership(Resume.parse(resume));
const byTitle = (position: string) => shown({ work: [{ position }] }).length > 0;
const bySentence = (text: string) => shown({ work: [{ position: 'Clerk', highlights: [text] }] }).length > 0;

describe('leadership', () => {
  it.each([
    'Team Lead',
    'Tech Lead',
    'Lead Software Engineer',
    'Lead Data Scientist',
    'Head of IT',
    'Director of Nursing',
    'Engineering Manager',
    'Charge Nurse',
    'Head Chef',
    'CTO',
    'Chief Financial Officer',
    'Store Manager',
    'Shift Supervisor',
    'Head Coach',
    'Team Leader, Payroll',
  ])('is shown by the position %s', (position) => expect(byTitle(position)).toBe(true));

  it.each([
    'Product Manager',
    'Project Manager',
    'Account Manager',
    'Key Account Manager',
    'Office Manager',
    'Executive Assistant to the CEO',
    'Assistant to the Director',
    'Web Developer',
    'Lead Generation Specialist',
    'Customer Success Manager',
    'Senior Bookkeeper',
  ])('is not shown by the position %s', (position) => expect(byTitle(position)).toBe(false));

  it.each([
    'Led a team of 4',
    'Supervised 12 nurses',
    'Managed three junior developers.',
    'Supervises one junior bookkeeper',
    'Managed and mentored a small team',
    'Coached a group of eight engineers',
    'Trained and led apprentices',
    'Led a cross-functional team of 12 across two sites',
    'Hired and trained six baristas',
    'Led the design team',
    'Oversees a crew of ten',
    'Mentored two interns',
    'Managed 5 direct reports',
    'Directed nursing staff on the ward',
    'Responsible for leading a team of five',
  ])('is shown by "%s"', (text) => expect(bySentence(text)).toBe(true));

  it.each([
    'Managed payroll for 250 employees',
    'Changes led to fewer bug reports',
    'Managed monthly reports',
    'Was led by a team of experts',
    'Mentored by senior engineers',
    'Hired as a developer in a team of ten',
    'Managed a database used by staff',
    'Managed the team calendar',
    'Managed staff accounts in Active Directory',
    'Managed relations between teams',
    'Led workshops helping teams adopt Git',
    'Managed employee records',
    'Led development of a tool with four engineers',
    'Worked with leading teams in Europe',
    "Managed employees' benefits",
    'Led the migration to Kubernetes',
    'Member of a team led by Ann',
  ])('is not shown by "%s"', (text) => expect(bySentence(text)).toBe(false));

  it('comes latest first and says what was voluntary', () => {
    const found = shown({
      work: [
        { position: 'Team Lead', startDate: '2010', endDate: '2012' },
        { position: 'Developer', startDate: '2015', highlights: ['Led a team of 4'] },
      ],
      volunteer: [
        { position: 'Head Coach', startDate: '2013', endDate: '2014' },
        { organization: 'Club', summary: 'Supervised volunteers' },
      ],
      projects: [
        { name: 'Shop', roles: ['Team Lead'], startDate: '2012', endDate: '2013' },
        { name: 'Blog', description: 'Led a team of three students.', startDate: '2009', endDate: '2010' },
      ],
    });
    expect(found.map(({ path, label }) => `${path} ${label}`.trim())).toEqual([
      'work[1].highlights[0] Developer',
      'volunteer[0].position Head Coach (voluntary)',
      'projects[0].roles Team Lead',
      'work[0].position Team Lead',
      'projects[1].description',
      'volunteer[1].summary voluntary work',
    ]);
  });

  it('takes no time over long texts', () => {
    const texts = ['led '.repeat(20_000), `led ${'a '.repeat(20_000)}`, 'lead '.repeat(20_000)];
    expect(shown({ work: texts.map((summary) => ({ position: summary, summary })) })).toEqual([]);
  });
});
