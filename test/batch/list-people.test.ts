import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPeople } from '../../src/batch/index.ts';

let cwd: string;

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'people-'));
  await mkdir(join(cwd, 'people', 'export'), { recursive: true });
  await mkdir(join(cwd, 'people', 'old'));
  const files = {
    'people/bo.yaml': '',
    'people/ada.json': '',
    'people/notes.log': '',
    'people/.hidden.json': '',
    'people/old/eve.json': '',
    'people/export/Profile.csv': '',
    'people/export/Positions.csv': '',
    'list.jsonl':
      '{"basics":{}}\n\n{"id":"x y","resume":{"skills":[]}}\n{"resume":"people/ada.json"}\nno json\n',
    'list.csv': '\uFEFFid,resume,group\n7,people/ada.json,a\n,people/bo.yaml,b\n9,,c\n',
    'wrong.csv': 'id,file\n1,people/ada.json\n',
    'empty.jsonl': '\n',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(cwd, name), text);
});
afterAll(() => rm(cwd, { recursive: true }));

const list = async (...sources: string[]) => {
  const people = [];
  for await (const { source, name, resume } of listPeople(sources, {
    cwd,
    stdin: Readable.from(['{"skills":', '[]}\n{"id":2,"resume":{}}']),
  })) {
    const what =
      'path' in resume
        ? `file ${resume.path.slice(cwd.length + 1)}`
        : resume.value instanceof Error
          ? resume.value.message
          : JSON.stringify(resume.value);
    people.push(`${source} | ${name} | ${what}`);
  }
  return people;
};

describe('listPeople', () => {
  it.each([
    ['a file', ['people/ada.json'], ['people/ada.json | ada | file people/ada.json']],
    [
      'a folder: resumes and exports by name, nothing hidden, nothing from deeper',
      ['people'],
      [
        'people/ada.json | ada | file people/ada.json',
        'people/bo.yaml | bo | file people/bo.yaml',
        'people/export | export | file people/export',
      ],
    ],
    ['a glob', ['people/**/e*.json'], ['people/old/eve.json | eve | file people/old/eve.json']],
    ['an export', ['people/export'], ['people/export | export | file people/export']],
    [
      'JSON Lines: resumes, resumes with an id, paths, and a line that is none',
      ['list.jsonl'],
      [
        'list.jsonl:1 | list-1 | {"basics":{}}',
        'list.jsonl:3 | x y | {"skills":[]}',
        'list.jsonl:4 | list-4 | file people/ada.json',
        expect.stringMatching(
          /^list\.jsonl:5 \| list-5 \| cannot read list\.jsonl:5: found no JSON \(.+\), expected a JSON Resume in one line$/,
        ),
      ],
    ],
    [
      'CSV, with paths from where it lies',
      ['list.csv'],
      [
        'list.csv:2 | 7 | file people/ada.json',
        'list.csv:3 | bo | file people/bo.yaml',
        'list.csv:4 | line-4 | cannot read list.csv:4: found no path under resume, expected one',
      ],
    ],
    [
      'standard input, and several sources in their order',
      ['-', 'people/ada.json'],
      [
        'standard input:1 | person-1 | {"skills":[]}',
        'standard input:2 | 2 | {}',
        'people/ada.json | ada | file people/ada.json',
      ],
    ],
  ])('%s', async (_, sources, expected) => {
    expect(await list(...sources)).toEqual(expected);
  });

  it.each([
    ['nobody.json', 'cannot read'],
    ['nobody/*.json', 'cannot write reports for nobody/*.json: found no resume there'],
    ['empty.jsonl', 'cannot write reports for empty.jsonl: found no resume there'],
    ['wrong.csv', 'cannot read wrong.csv: found the columns id, file, expected one called resume'],
  ])('refuses %s', async (source, message) => {
    await expect(list(source)).rejects.toThrow(message);
  });
});
