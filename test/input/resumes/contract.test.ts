import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Resume } from '../../../schemas/index.ts';
import { InputError } from '../../../src/errors.ts';
import { listResumes, readResume } from '../../../src/input/resumes/read-resume.ts';
import { RESUME_FORMATS } from '../../../src/input/resumes/resume-formats.ts';
import { layOutResume } from '../../resume/support/document-blocks.ts';
import { makeDocx } from '../../resume/support/make-docx.ts';
import { makeLinkedIn } from '../../resume/support/make-linkedin.ts';
import { makePdf } from '../../resume/support/make-pdf.ts';
import { makeMarkdown, makeText } from '../../resume/support/make-text.ts';
import { zipFiles } from '../../resume/support/zip-files.ts';

const resume: Resume = {
  basics: {
    name: 'Ada Example',
    label: 'Data Engineer',
    email: 'ada@example.com',
    phone: '+44 20 5550 0100',
  },
  work: [
    {
      name: 'Acme Ltd',
      position: 'Data Engineer',
      location: 'London, UK',
      startDate: '2020-02',
      endDate: '2023-05',
      summary: 'Built the pipelines of the sales team.',
      highlights: ['Moved 40 jobs from cron to Airflow', 'Cut the costs of storage by 30%'],
    },
  ],
  education: [
    {
      institution: 'University of Leeds',
      studyType: 'BSc',
      area: 'Physics',
      startDate: '2013',
      endDate: '2016',
    },
  ],
  certificates: [{ name: 'AWS Certified Developer', issuer: 'Amazon Web Services', date: '2021-03' }],
  skills: [{ name: 'Python' }, { name: 'SQL' }, { name: 'Go' }],
  languages: [
    { language: 'English', fluency: 'Native' },
    { language: 'French', fluency: 'B2' },
  ],
};

/** The same resume in each format. Whoever lists a new one makes it here. */
const makers: Readonly<Record<string, () => Promise<string | Uint8Array> | string | Uint8Array>> = {
  json: () => JSON.stringify(resume),
  yaml: () => stringify(resume),
  markdown: () => makeMarkdown(layOutResume(resume)),
  text: () => makeText(layOutResume(resume)),
  docx: () => makeDocx(layOutResume(resume)),
  pdf: () => makePdf(layOutResume(resume)),
  linkedin: () => zipFiles(makeLinkedIn(resume)),
};

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gapwright-resumes-'));
});
afterAll(() => rm(dir, { recursive: true }));

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(dir, name);
  await writeFile(path, content);
  return path;
}

async function messageOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InputError)) throw new Error('expected an InputError', { cause: error });
  return error.message.replaceAll(`${dir}/`, '');
}

describe.each(RESUME_FORMATS)('resume format $id', (format) => {
  const make = makers[format.id];
  if (!make)
    throw new Error(`cannot test the format ${format.id}: found no maker, expected one in this file`);
  const extension = format.extensions[0] ?? '';

  it('has extensions of its own, in lower case and with the dot', () => {
    const others = RESUME_FORMATS.filter((other) => other !== format).flatMap(({ extensions }) => extensions);
    expect(format.extensions.length).toBeGreaterThan(0);
    for (const own of format.extensions) {
      expect(own).toMatch(/^\.[a-z]+$/);
      expect(others).not.toContain(own);
    }
  });

  it('gives the same resume as every other', async () => {
    const read = await readResume(await put(`same${extension}`, await make()));
    expect(read.format).toBe(format.id);
    const { basics, work, education, certificates, skills, languages } = read.resume;
    expect(basics).toMatchObject({ name: 'Ada Example', label: 'Data Engineer' });
    expect({ work, education, certificates, skills, languages }).toEqual({
      work: resume.work,
      education: resume.education,
      certificates: resume.certificates,
      skills: resume.skills,
      languages: resume.languages,
    });
  });

  it('says where every field was read, within the document', async () => {
    const { extraction, document } = await readResume(await put(`places${extension}`, await make()));
    if (!extraction) return expect(['json', 'yaml']).toContain(format.id);
    expect(extraction.fields.length).toBeGreaterThan(5);
    for (const { path, line, excerpt, certainty } of extraction.fields) {
      expect(path).toMatch(/^[a-z]+(\[\d+\])?(\.\w+(\[\d+\])?)*$/);
      expect(line).toBeGreaterThan(0);
      expect(excerpt).not.toBe('');
      expect(['certain', 'likely', 'guess']).toContain(certainty);
    }
    if (document) {
      const text = document.lines.map((line) => line.text.replace(/\s+/g, ' ')).join('\n');
      for (const { excerpt } of extraction.fields) expect(text).toContain(excerpt.replace(/\.\.\.$/, ''));
    }
    return undefined;
  });

  it('is recognised by its content, whatever the file is called', async () => {
    // What a text is, only its name tells.
    if (format.id === 'text')
      return expect((await readResume(await put('named', await make()))).format).toBe('text');
    if (format.id === 'markdown')
      return expect((await readResume(await put('named', await make()))).format).toBe('markdown');
    const path = await put(`wrong${extension === '.json' ? '.txt' : '.json'}`, await make());
    return expect((await readResume(path)).format).toBe(format.id);
  });

  it('is read from standard input', async () => {
    const content = await make();
    const stdin = (async function* () {
      yield Buffer.from(content as string);
    })();
    const read = await readResume('-', { stdin });
    expect(read.format).toBe(format.id);
    expect(read.resume.skills).toEqual(resume.skills);
  });

  it('ends with a typed error for random bytes, cut files and flipped bytes', async () => {
    const good = Buffer.from((await make()) as string);
    // Each PDF costs a thread.
    const seeds = format.id === 'pdf' ? [0.5] : [0.1, 0.5, 0.9];
    const broken = [
      ...seeds.map((share) => good.subarray(0, Math.floor(good.length * share))),
      ...seeds.map((share) => {
        const copy = Buffer.from(good);
        for (let at = Math.floor(good.length * share), i = 0; i < 40; i += 1)
          copy[(at + i * 7) % copy.length] = (i * 37) % 256;
        return copy;
      }),
    ];
    for (const [at, content] of broken.entries()) {
      const path = await put(`broken-${format.id}-${at}${extension}`, content);
      const result = await readResume(path).then(
        () => 'read',
        (error: unknown) => error,
      );
      expect(result === 'read' || result instanceof InputError, String((result as Error).stack)).toBe(true);
    }
  });

  it('stops when it is told to', async () => {
    const path = await put(`stopped${extension}`, await make());
    await expect(readResume(path, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'aborted',
    });
  });
});

describe('a resume', () => {
  it('may be an object already parsed', async () => {
    const read = await readResume(resume);
    expect(read).toMatchObject({ format: 'object', file: 'the resume', warnings: [] });
    expect(read.resume.work).toEqual(resume.work);
  });

  it('may be the folder of a LinkedIn export, and nothing else of a folder', async () => {
    const folder = join(dir, 'linkedin');
    await mkdir(folder);
    for (const { name, content } of makeLinkedIn(resume)) await writeFile(join(folder, name), content);
    const read = await readResume(folder);
    expect(read.format).toBe('linkedin');
    expect(read.resume.work).toEqual(resume.work);
    expect(read.extraction?.fields.find(({ path }) => path === 'work[0]')).toMatchObject({
      file: 'Positions.csv',
      line: 4,
      certainty: 'certain',
    });
    await mkdir(join(dir, 'empty'));
    expect(await messageOf(readResume(join(dir, 'empty')))).toBe(
      'cannot read empty: found a folder without a LinkedIn export in it, expected a file, or a folder with Profile.csv, Positions.csv, Skills.csv and so on',
    );
  });

  it.each([
    ['nothing', 'nothing.pdf', '', 'cannot read nothing.pdf: found an empty file, expected a resume'],
    [
      'white space',
      'space.txt',
      ' \n\t\n',
      'cannot read space.txt: found an empty file, expected a resume with text in it',
    ],
    [
      'RTF',
      'a.txt',
      '{\\rtf1\\ansi Ada}',
      'cannot read a.txt: found an RTF document, expected a resume as PDF, DOCX, Markdown, text, JSON or YAML (save it as one of them)',
    ],
    [
      'HTML',
      'b.txt',
      '<!DOCTYPE html><p>Ada',
      'cannot read b.txt: found an HTML or XML page, expected a resume as PDF, DOCX, Markdown, text, JSON or YAML (save it as one of them)',
    ],
    [
      'an unknown ending',
      'c.odt',
      'Ada',
      'cannot read c.odt: found a name that ends in .odt, expected a file that ends in .pdf, .docx, .docm, .dotx, .zip, .json, .yaml, .yml, .md, .markdown, .mdown, .txt or .text',
    ],
    [
      'a picture',
      'd.txt',
      Buffer.from('89504e470d0a1a0a00', 'hex'),
      'cannot read d.txt: found a PNG image, expected a resume: JSON, YAML, Markdown, plain text, DOCX or PDF',
    ],
  ])('of %s is a clear error', async (_, name, content, message) => {
    expect(await messageOf(readResume(await put(name, content)))).toBe(message);
  });

  it('that is read by guess says so in one warning', async () => {
    const path = await put(
      'guess.txt',
      'Ada Example\n\nExperience\n\nSales, Northwind 2019 - 2020\n\nSkills\nPython, no SQL\n',
    );
    const { warnings } = await readResume(path);
    expect(warnings.map(({ message }) => message.replaceAll(`${dir}/`, ''))).toEqual([
      expect.stringMatching(
        /^guess\.txt: read 1 job, 1 skill, 0 degrees from its text \(.*\); gapwright resume guess\.txt shows what was read, to be corrected$/,
      ),
    ]);
  });
});

describe('a folder of resumes', () => {
  it('is listed in the order of names, exports among them', async () => {
    const folder = join(dir, 'many');
    await mkdir(join(folder, 'export'), { recursive: true });
    await mkdir(join(folder, 'other'));
    for (const name of ['b.pdf', 'a.json', '.hidden.json', 'notes.odt', 'other/c.json', 'export/Skills.csv'])
      await writeFile(join(folder, name), 'Name\nGo\n');
    expect((await listResumes(folder)).map((path) => path.slice(folder.length + 1))).toEqual([
      'a.json',
      'b.pdf',
      'export',
    ]);
    expect(await messageOf(listResumes(join(dir, 'nowhere')))).toBe(
      'cannot read nowhere: found no folder that can be read, expected a folder with resumes',
    );
  });
});
