import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AbortedError, InputError, UsageError } from '../../src/errors.ts';
import { readCase } from '../../src/input/read-case.ts';

const resume = { basics: { name: 'Ada' }, skills: [{ name: 'Triage', level: 'Expert' }] };
const role = { title: 'Nurse', skills: [{ name: 'Triage', tier: 'core' }] };
const plan = { hoursPerWeek: 8, phases: [{ title: 'One', weeks: 2, skills: ['Triage'] }] };
const resources = [
  { title: 'A', provider: 'B', url: 'https://example.org', cost: 'free', kind: 'book', skills: ['Triage'] },
];
const date = '2026-11-24';

let dir: string;
const path = (name: string) => join(dir, name);
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gapwright-case-'));
  await writeFile(path('resume.json'), JSON.stringify({ ...resume, hobby: 1 }));
  await writeFile(path('role.yaml'), 'title: Nurse\nskills:\n  - {name: Triage, tier: core, lvel: Expert}\n');
  await writeFile(path('plan.json'), JSON.stringify(plan));
  await writeFile(path('resources.json'), JSON.stringify(resources));
  await writeFile(path('bad-role.yaml'), 'title: Nurse\nskills:\n  - {name: Triage, tier: main}\n');
});
afterAll(() => rm(dir, { recursive: true }));

describe('readCase', () => {
  it('reads files', async () => {
    const inputs = {
      resume: path('resume.json'),
      role: path('role.yaml'),
      plan: path('plan.json'),
      resources: path('resources.json'),
      date,
    };
    const { case: read, warnings } = await readCase(inputs);
    expect(read).toEqual({ resume, role, plan, resources, date });
    expect(warnings.map(({ message }) => message.replaceAll(`${dir}/`, ''))).toEqual([
      'resume.json: unexpected key "hobby" (line 1, column 72), it is ignored',
      'role.yaml: unexpected key "lvel" at skills[0] (line 3, column 32), it is ignored (did you mean level?)',
    ]);
  });

  it('reads objects, and leaves out what is not given', async () => {
    const { case: read, warnings } = await readCase({ resume, role, date });
    expect(read).toEqual({ resume, role, date });
    expect(Object.keys(read)).not.toContain('plan');
    expect(warnings).toEqual([]);
    expect((await readCase({ resume, role, plan, resources, date })).case).toEqual({
      resume,
      role,
      plan,
      resources,
      date,
    });
  });

  it('takes the local date of the clock where none is given', async () => {
    const today = () => new Date(2026, 0, 5, 23, 59);
    expect((await readCase({ resume, role }, { today })).case.date).toBe('2026-01-05');
    expect((await readCase({ resume, role, date }, { today })).case.date).toBe(date);
  });

  it.each(['2026-13-01', '2026-02-29', '2026-11', 'today', '', '2026-11-24T00:00:00Z'])(
    'refuses the date %j',
    async (wrong) => {
      const fault = readCase({ resume, role, date: wrong });
      await expect(fault).rejects.toThrow(UsageError);
      await expect(fault).rejects.toThrow(
        `cannot use the report's date: found ${JSON.stringify(wrong)}, expected a date as YYYY-MM-DD`,
      );
    },
  );

  it('refuses standard input for two', async () => {
    await expect(readCase({ resume: '-', role: '-' })).rejects.toThrow(
      new UsageError(
        'cannot read resume and role from standard input: found "-" more than once, expected it once',
      ),
    );
  });

  it('names the input where it is an object', async () => {
    await expect(readCase({ resume, role: { ...role, title: 1 } })).rejects.toThrow(
      'cannot read the role: found 1 at title, expected text in quotes, such as "1"',
    );
  });

  it('tells of all wrong inputs at once', async () => {
    const fault = await readCase({ resume: path('resume.jsn'), role: path('bad-role.yaml') }).catch(
      (error) => error,
    );
    expect(fault).toBeInstanceOf(InputError);
    expect(fault.message.replaceAll(`${dir}/`, '')).toBe(
      [
        'cannot read resume.jsn: found no such file, expected an input file (did you mean resume.json?)',
        'cannot read bad-role.yaml: found "main" at skills[0].tier (line 3, column 26), expected one of core, preferred, emerging',
      ].join('\n'),
    );
    expect(fault.issues).toHaveLength(2);
  });

  it('checks the inputs against the date', async () => {
    const early = { ...resume, work: [{ name: 'A', startDate: '2027-01' }] };
    await expect(readCase({ resume: early, role, date })).rejects.toThrow(
      `cannot read the resume: found "2027-01" at work[0].startDate, expected a date up to the report's date, ${date}`,
    );
  });

  it('stops when told to', async () => {
    const fault = readCase({ resume: path('resume.json'), role, date }, { signal: AbortSignal.abort() });
    await expect(fault).rejects.toThrow(AbortedError);
  });

  it('reads 10,000 skills', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({ name: `Skill ${index}`, tier: 'core' }));
    await writeFile(path('many.json'), JSON.stringify({ title: 'All of it', skills: many }));
    const { case: read, warnings } = await readCase({ resume, role: path('many.json'), date });
    expect(read.role.skills).toHaveLength(10_000);
    expect(warnings).toEqual([]);
  });
});
