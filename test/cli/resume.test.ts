import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runCommand } from '../support/run-command.ts';
import { startScriptedServer } from '../support/scripted-server.ts';

const TEXT = `Ada Example
Data Engineer
ada@example.com | +44 20 5550 0100 | ada.example.com

Profile
Advanced SQL. Want to learn Rust.

Experience
Data Engineer, Acme Ltd, 01/2020 - present
- Built pipelines with Airflow for Ada's team

Skills
Python - 24 months, Excel (expert), no experience with SAP

References
Grace Hopper, grace@example.com
`;

let dir: string;
let cv: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gapwright-cv-'));
  cv = join(dir, 'cv.txt');
  await writeFile(cv, TEXT);
});
afterAll(() => rm(dir, { recursive: true }));

const schema = fileURLToPath(new URL('../../../shared/data/resumes/jsonresume/schema.json', import.meta.url));

describe('gapwright resume', () => {
  it('prints a JSON Resume with its sources, and the notes on stderr', async () => {
    const { code, stdout, stderr } = await runCommand(['resume', cv]);
    expect(code).toBe(0);
    const { meta, ...resume } = JSON.parse(stdout);
    expect(resume).toMatchObject({
      basics: {
        name: 'Ada Example',
        label: 'Data Engineer',
        email: 'ada@example.com',
        phone: '+44 20 5550 0100',
        url: 'https://ada.example.com',
      },
      work: [
        {
          position: 'Data Engineer',
          name: 'Acme Ltd',
          startDate: '2020-01',
          highlights: ["Built pipelines with Airflow for Ada's team"],
        },
      ],
      skills: [{ name: 'Python' }, { name: 'Excel', level: 'expert' }, { name: 'SQL', level: 'Advanced' }],
    });
    expect(meta.gapwright.source).toEqual({ file: 'cv.txt', format: 'text' });
    expect(meta.gapwright.fields).toContainEqual({
      path: 'skills[1]',
      certainty: 'certain',
      file: 'cv.txt',
      line: 13,
      excerpt: 'Python - 24 months, Excel (expert), no experience with SAP',
    });
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(
        /^Read as text: \d+ fields, of which \d+ are certain, \d+ likely, \d+ guessed\.$/,
      ),
      'note: Python: 24 months, as it says; a resume has no field for it, so its time of use is read from the work that names it. (line 13)',
      'note: "no experience with SAP": SAP is not taken as held. (line 13)',
      'note: "Want to learn Rust": Rust is not taken as held. (line 6)',
      '',
    ]);
  });

  it.skipIf(!existsSync(schema))('prints what the official schema of JSON Resume allows', async () => {
    const ajv = new Ajv({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
    const odd = join(dir, 'odd.json');
    await writeFile(
      odd,
      JSON.stringify({
        basics: { name: 'Ada', url: 'my site', email: 'none', image: '' },
        work: [{ name: 'Acme', url: 'acme', endDate: 'present' }],
      }),
    );
    for (const file of [cv, odd]) {
      const { stdout } = await runCommand(['resume', file]);
      validate(JSON.parse(stdout));
      expect(validate.errors).toBe(null);
    }
    const { stdout } = await runCommand(['resume', odd]);
    expect(
      JSON.parse(stdout).meta.gapwright.notes.map(({ message }: { message: string }) => message),
    ).toEqual([
      'basics.email is "none", which is no whole address, and was left out.',
      'basics.url is "my site", which is no whole address, and was left out.',
      'work[0].url is "acme", which is no whole address, and was left out.',
    ]);
  });

  it.each(['json', 'yaml'])('writes %s that --resume reads again, with the same facts', async (format) => {
    const out = join(dir, `read.${format}`);
    const written = await runCommand(['resume', cv, '--format', format, '--out', out]);
    expect(written).toMatchObject({ code: 0, stdout: `${out}\n` });
    if (format === 'yaml') expect(parse(readFileSync(out, 'utf8')).basics.name).toBe('Ada Example');
    const role = fileURLToPath(new URL('../../examples/ai-engineer/role.json', import.meta.url));
    const facts = async (resume: string) =>
      (await runCommand(['facts', '--resume', resume, '--role', role, '--date', '2026-10-01'])).stdout;
    expect(await facts(out)).toBe(await facts(cv));
    expect(JSON.parse(await facts(out)).candidate.name).toBe('Ada Example');
    const again = await runCommand(['resume', out, '--out', out]);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('found a file of that name, expected none (--force writes over it)');
  });

  it('reads standard input, and says what it cannot read', async () => {
    expect(JSON.parse((await runCommand(['resume', '-'], { stdin: TEXT })).stdout).basics.name).toBe(
      'Ada Example',
    );
    const wrong = await runCommand(['resume', join(dir, 'nowhere.pdf')]);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toMatch(/nowhere\.pdf: found no such file, expected an input file/);
  });

  it('says once that a report stands on a text', async () => {
    const role = fileURLToPath(new URL('../../examples/ai-engineer/role.json', import.meta.url));
    const { code, stderr } = await runCommand(['report', '--resume', cv, '--role', role]);
    expect(code).toBe(0);
    expect(stderr).toContain('cv.txt: read 1 job, 3 skills, 0 degrees from its text');
    expect(stderr).toContain('gapwright resume');
  });
});

describe('gapwright resume --extract model', () => {
  const env = (url: string) => ({ OPENAI_BASE_URL: url, OPENAI_API_KEY: 'sk-test' });
  const nothing = { work: [], education: [], certificates: [], skills: [], languages: [] };

  it('takes what stands in the document, drops the rest, and sends no name or contact', async () => {
    const server = await startScriptedServer(() => ({
      content: {
        ...nothing,
        skills: [
          { name: 'Airflow', level: '', quote: 'Built pipelines with Airflow' },
          { name: 'Kubernetes', level: 'expert', quote: 'Kubernetes expert' },
          { name: 'Rust', level: '', quote: 'Rust' },
          { name: 'SAP', level: '', quote: 'experience with SAP' },
        ],
        languages: [{ language: 'Klingon', fluency: 'native' }],
        certificates: [{ name: '[name] certificate', issuer: '', date: '' }],
      },
    }));
    const { code, stdout, stderr } = await runCommand(
      ['resume', cv, '--extract', 'model', '--model', 'openai:gpt-4o'],
      { env: env(server.url) },
    );
    await server.close();
    expect(stderr).toContain('openai:gpt-4o proposed ');
    expect(code).toBe(0);
    const { skills, languages, certificates, meta } = JSON.parse(stdout);
    expect(skills.map(({ name }: { name: string }) => name)).toEqual(['Python', 'Excel', 'SQL', 'Airflow']);
    expect({ languages, certificates }).toEqual({});
    expect(meta.gapwright.fields.at(-1)).toMatchObject({
      path: 'skills[3]',
      certainty: 'guess',
      by: 'model',
      line: 10,
    });
    expect(meta.gapwright.notes.at(-1).message).toMatch(
      /^A model proposed \d+ texts, of which \d+ were dropped/,
    );
    const sent = server.calls.map(({ raw }) => raw).join('');
    expect(sent).toContain('Built pipelines with Airflow');
    for (const hidden of ['Ada', 'Example', 'ada@example', 'example.com', '5550', 'Acme', 'Hopper', 'Grace'])
      expect(sent, hidden).not.toContain(hidden);
  });

  it('needs a model and a running text, and fails as calls of models do', async () => {
    const none = await runCommand(['resume', cv, '--extract', 'model']);
    expect(none).toMatchObject({ code: 2, stdout: '' });
    expect(none.stderr).toContain(
      'cannot extract by a model: found the offline writer, which reads nothing; expected --model openai:<model> or provider:model',
    );
    const json = join(dir, 'given.json');
    await writeFile(json, '{"basics": {"name": "Ada"}}');
    expect(
      (await runCommand(['resume', json, '--extract', 'model', '--model', 'openai:x'])).stderr,
    ).toContain(
      'cannot extract by a model: found a document whose fields are given (json), expected running text',
    );
    const server = await startScriptedServer(() => ({ content: 'I cannot do that.' }));
    const broken = await runCommand(['resume', cv, '--extract', 'model', '--model', 'openai:gpt-4o'], {
      env: env(server.url),
    });
    await server.close();
    expect(broken).toMatchObject({ code: 3, stdout: '' });
    expect(broken.stderr).toMatch(
      /cannot extract by openai:gpt-4o: found no JSON object in the reply, expected the lists of a resume/,
    );
  });
});
