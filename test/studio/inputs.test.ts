import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FactsPreview } from '../../src/studio/preview-facts.ts';
import type { ReadResumeBody, ReadRoleBody } from '../../src/studio/read-upload.ts';
import type { StudioStart } from '../../src/studio/studio-start.ts';
import { makeDocx } from '../resume/support/make-docx.ts';
import { makePdf } from '../resume/support/make-pdf.ts';
import { examplePaths, readExample } from '../support/read-example.ts';
import { openStudio, type TestStudio } from './support/open-studio.ts';

const BLOCKS = [
  { kind: 'name', text: 'Ada Berg' },
  { kind: 'heading', text: 'Skills' },
  { kind: 'bullet', text: 'Python (advanced)' },
  { kind: 'bullet', text: 'Docker' },
] as const;

let studio: TestStudio;
beforeAll(async () => {
  studio = await openStudio();
}, 60_000);
afterAll(() => studio.close());

async function send<T>(path: string, body: unknown, name?: string): Promise<{ status: number; body: T }> {
  const headers = name === undefined ? {} : { 'x-file-name': encodeURIComponent(name) };
  const response = await studio.ask(path, { body, headers });
  return { status: response.status, body: (await response.json()) as T };
}

interface Refused {
  error: { code: string; message: string };
}

describe('a resume', () => {
  const text = '# Ada Berg\n\n## Skills\n\n- Python (advanced)\n- Docker\n';
  it.each([
    ['markdown', 'ada.md', async () => text],
    ['text', 'ada.txt', async () => text],
    ['pdf', 'ada.pdf', () => makePdf(BLOCKS)],
    ['docx', 'ada.docx', async () => makeDocx(BLOCKS)],
    [
      'json',
      'ada.json',
      async () => JSON.stringify({ skills: [{ name: 'Python', level: 'advanced' }, { name: 'Docker' }] }),
    ],
    ['the content, whatever the name says', 'ada.txt', () => makePdf(BLOCKS)],
  ])('is read from %s', async (_, name, make) => {
    const { status, body } = await send<ReadResumeBody>('resume', await make(), name);
    expect(status).toBe(200);
    expect(body.file).toBe(name);
    expect(body.resume.skills?.map((skill) => skill.name)).toEqual(['Python', 'Docker']);
    expect(body.resume.skills?.[0]?.level?.toLowerCase()).toContain('advanced');
  });

  it('comes with where each field was read, and with what is doubtful', async () => {
    const { body } = await send<ReadResumeBody>(
      'resume',
      `${text}\nNo experience with Kubernetes.\n`,
      'ada.md',
    );
    expect(body.fields.find(({ path }) => path.startsWith('skills[0]'))).toMatchObject({ line: 5 });
    expect(body.notes.length).toBeGreaterThan(0);
  });

  it.each([
    ['nothing', 'ada.md', '', 'cannot read ada.md: found an empty file'],
    ['broken JSON', 'ada.json', '{"skills": [', 'ada.json'],
    ['a picture', 'ada.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'ada.png'],
    ['a wrong date', 'ada.json', '{"work":[{"startDate":"soon"}]}', 'work[0].startDate'],
  ])('is refused for %s, with the place and the way out', async (_, name, content, says) => {
    const { status, body } = await send<Refused>('resume', content, name);
    expect(status).toBe(422);
    expect(body.error.code).toBe('input');
    expect(body.error.message).toContain(says);
  });

  it.each([
    ['../../etc/passwd.md', 'passwd.md'],
    ['C:\\Users\\ada\\cv.md', 'cv.md'],
    ['a\u202eb\u0000.md', 'ab.md'],
    ['..', 'the file'],
    ['', 'the file'],
  ])('has a harmless name: %j', async (name, expected) => {
    expect((await send<ReadResumeBody>('resume', text, name)).body.file).toBe(expected);
  });
});

describe('a role', () => {
  it('is read from JSON and YAML', async () => {
    for (const name of ['nurse', 'accountant'] as const) {
      const path = examplePaths(name).role ?? '';
      const { status, body } = await send<ReadRoleBody>('role', readFileSync(path), path);
      expect(status).toBe(200);
      expect(body.role.title).toBe((await readExample(name)).role.title);
    }
  });

  it.each([
    ['nothing', '', 'found an empty file, expected a role profile'],
    ['no skills', '{"title": "X", "skills": []}', 'expected at least one skill'],
    ['a wrong tier', '{"title": "X", "skills": [{"name": "A", "tier": "must"}]}', 'skills[0].tier'],
  ])('is refused for %s', async (_, content, says) => {
    const { status, body } = await send<Refused>('role', content, 'role.json');
    expect(status).toBe(422);
    expect(body.error.message).toContain(says);
  });

  it('is made of postings, with how many name each skill', async () => {
    const postings = [
      { name: 'a.txt', text: 'Data Engineer\n\nRequirements\n- Python\n- SQL\n- Airflow' },
      { name: 'b.md', text: '# Data Engineer\n\n## Requirements\n\n- Python\n- SQL' },
      { name: 'c.txt', text: 'Data Engineer\n\nYou bring\n- Python' },
    ];
    const { status, body } = await send<ReadRoleBody>('role-of-postings', {
      title: 'Data Engineer',
      postings,
    });
    expect(status).toBe(200);
    expect(body.role.title).toBe('Data Engineer');
    expect(body.role.skills.find(({ name }) => name === 'Python')).toMatchObject({
      postings: 3,
      postingsOf: 3,
    });
    expect(body.warnings).toContain(
      'The sample is small (3 distinct postings): reports give counts and no percentages.',
    );
  });

  it('keeps pay in dollars where it is told which ones', async () => {
    const text = 'Data Engineer\n\nPay: $120,000 to $150,000 per year\n\nRequirements\n- Python';
    const ask = (more: object) =>
      send<ReadRoleBody>('role-of-postings', { title: 'X', postings: [{ name: 'a.txt', text }], ...more });
    const pay = ({ body }: { body: ReadRoleBody }) => body.role.market?.salaries?.map((one) => one.currency);
    expect(pay(await ask({}))).toBeUndefined();
    expect(pay(await ask({ currency: 'CAD' }))).toEqual(['CAD']);
    expect((await ask({ currency: 'XYZ1' })).status).toBe(422);
  });

  it.each([
    ['no postings', { title: 'X', postings: [] }, 'expected at least one posting'],
    [
      'no title',
      { title: ' ', postings: [{ name: 'a.txt', text: 'Python' }] },
      'expected the title of the role',
    ],
    ['a file of another kind', { title: 'X', postings: [{ name: 'a.png', text: 'x' }] }, 'a.png'],
    ['something else', { title: 'X', postings: 'Python' }, 'postings'],
  ])('is not made of %s', async (_, request, says) => {
    const { status, body } = await send<Refused>('role-of-postings', request);
    expect(status).toBe(422);
    expect(body.error.message).toContain(says);
  });
});

describe('the standing', () => {
  it('is that of the report', async () => {
    const { resume, role } = await readExample('nurse');
    const { body } = await send<FactsPreview>('facts', { resume, role });
    expect(body.coverage).toMatchObject({ asked: 11, met: 6, partial: 1, missing: 4 });
    expect(body.skills.find(({ name }) => name === 'IV Therapy')).toEqual({
      name: 'IV Therapy',
      status: 'partial',
      levelHeld: 'beginner',
      levelAsked: 'advanced',
    });
    const alone = await send<FactsPreview>('facts', { resume });
    expect(alone.body).toMatchObject({ skills: [], months: body.months });
  });

  it('is refused where the resume was made wrong by hand', async () => {
    const { status, body } = await send<Refused>('facts', { resume: { work: [{ startDate: '20x' }] } });
    expect(status).toBe(422);
    expect(body.error.message).toContain('work[0].startDate');
  });

  it.each([['{'], ['[]'], ['"text"'], ['{"resume": "/etc/passwd"}'], ['{"resume": {}, "role": "-"}']])(
    'is not computed for %s: a path or a text is no resume',
    async (content) => {
      const { status } = await send<Refused>('facts', content);
      expect([400, 422]).toContain(status);
    },
  );
});

it('tells the page what there is', async () => {
  const start = (await (await studio.ask('start')).json()) as StudioStart;
  expect(start).toMatchObject({
    model: 'offline',
    date: '2026-11-24',
    mostBytes: 10_000_000,
    keepMinutes: 60,
  });
  expect(start.examples.map(({ id }) => id)).toEqual(['accountant', 'ai-engineer', 'nurse']);
  expect(start.formats.map(({ id }) => id)).toEqual(['md', 'html', 'json', 'pdf', 'docx']);
  expect(start.resumeExtensions).toEqual(expect.arrayContaining(['.pdf', '.docx', '.json', '.md', '.txt']));
});
