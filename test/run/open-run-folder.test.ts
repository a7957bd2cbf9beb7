import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import * as nodeFiles from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { InputError, UsageError } from '../../src/errors.ts';
import { openRunFolder } from '../../src/run/index.ts';
import { drafted, manifest } from './support/fixture.ts';

const root = mkdtempSync(join(tmpdir(), 'gapwright-run-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let dir = '';
beforeEach(() => {
  dir = join(mkdtempSync(join(root, 'case-')), 'run');
});

/** A run of which `ids` are kept, closed. */
async function keep(...ids: string[]): Promise<void> {
  const folder = await openRunFolder(dir);
  await folder.begin(manifest());
  for (const id of ids) await folder.put(id, drafted(id));
  await folder.close();
}

async function begin(changes: Parameters<typeof manifest>[0] = {}) {
  const folder = await openRunFolder(dir);
  await folder.begin(manifest(changes));
  return folder;
}

const sectionPath = (id: string) => join(dir, 'sections', `${id}.json`);
const names = () => readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort();

describe('a run folder', () => {
  it('is made by begin, not by opening it', async () => {
    const folder = await openRunFolder(dir);
    expect(existsSync(dir)).toBe(false);
    await folder.begin(manifest());
    expect(names()).toEqual(['lock', 'manifest.json', 'sections']);
    await folder.close();
    expect(names()).toEqual(['manifest.json', 'sections']);
  });

  it('keeps the host that the model is at, without its key, and tells where it has moved', async () => {
    await keep('summary');
    expect(JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'))).toMatchObject({
      endpoint: 'models.example',
      run: { reply: 'slots' },
    });
    const same = await begin();
    expect(same.progress()).not.toHaveProperty('moved');
    await same.close();
    const moved = await begin({ endpoint: 'elsewhere.example' });
    expect(moved.progress()).toEqual({
      ...{ earlier: 1, kept: 1, total: 3 },
      moved: { from: 'models.example', to: 'elsewhere.example' },
    });
    await moved.close();
    await expect(begin({ reply: 'plain' })).rejects.toThrow('found that reply was "slots", is "plain"');
  });

  it('gives back what was kept, equal and with its keys in their order', async () => {
    await keep('summary', 'roadmap');
    const folder = await begin();
    expect(folder.progress()).toEqual({ earlier: 2, kept: 2, total: 3 });
    expect(JSON.stringify(await folder.get('summary'))).toBe(JSON.stringify(drafted('summary')));
    expect(await folder.get('profile')).toBeUndefined();
    await folder.put('profile', drafted('profile'));
    expect(folder.progress()).toEqual({ earlier: 2, kept: 3, total: 3 });
    await folder.close();
  });

  it('takes sections at the same time, and close waits for them', async () => {
    const rename: typeof nodeFiles.rename = async (...paths) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      await nodeFiles.rename(...paths);
    };
    const folder = await openRunFolder(dir, { fileSystem: { ...nodeFiles, rename } });
    await folder.begin(manifest());
    const puts = ['summary', 'profile', 'roadmap'].map((id) => folder.put(id, drafted(id)));
    await folder.close();
    expect(readdirSync(join(dir, 'sections'))).toHaveLength(3);
    expect(folder.progress().kept).toBe(3);
    await Promise.all(puts);
  });

  it('does not keep what the offline writer did for want of a model', async () => {
    const folder = await begin();
    await folder.put('summary', { ...drafted('summary'), accepted: false });
    await folder.close();
    expect(readdirSync(join(dir, 'sections'))).toEqual([]);
  });

  it('is for its owner alone', async () => {
    await keep('summary');
    if (process.platform === 'win32') return;
    for (const name of ['manifest.json', 'sections/summary.json'])
      expect(statSync(join(dir, name)).mode & 0o777, name).toBe(0o600);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
  });

  it('is not written to before begin and after close', async () => {
    const folder = await openRunFolder(dir);
    await expect(folder.put('summary', drafted('summary'))).rejects.toThrow(UsageError);
    await folder.begin(manifest());
    await expect(folder.put('other', drafted('other'))).rejects.toThrow('no such section in its manifest');
    await expect(folder.begin(manifest())).rejects.toThrow('found one that has begun');
    await folder.close();
    await expect(folder.put('summary', drafted('summary'))).rejects.toThrow('found it closed');
  });

  it('lets no id lead out of it', async () => {
    for (const id of ['../up', 'a/b', 'A', '.hidden', ''])
      await expect(begin({ sections: [id] }), id).rejects.toThrow(UsageError);
    expect(existsSync(dir)).toBe(false);
  });
});

describe('a run with another manifest', () => {
  it('is refused with what changed and the way out, and nothing is touched', async () => {
    await keep('summary');
    const before = names().map((name) => [name, statSync(join(dir, name)).mtimeMs]);
    const error = await begin({ model: 'openai:n', facts: 'f'.repeat(64) }).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toBe(
      `cannot go on with the run in ${dir}: found that facts changed; model was "openai:m", is "openai:n", expected the run that was begun there; repeat its inputs and options (--date too, where it was that day's), or name another folder (--run DIR)`,
    );
    expect(names()).toEqual(before.map(([name]) => name));
    expect(statSync(join(dir, 'manifest.json')).mtimeMs).toBe(
      before.find(([name]) => name === 'manifest.json')?.[1],
    );
    await (await begin()).close();
  });
});

describe('a damaged file', () => {
  const changed = (text: string, change: (file: { drafted: { usage: object } }) => void): string => {
    const file = JSON.parse(text) as { drafted: { usage: object } };
    change(file);
    return JSON.stringify(file);
  };
  const sections: [string, (text: string) => string, RegExp][] = [
    ['empty', () => '', /found text that is no JSON in/],
    ['cut', (text) => text.slice(0, text.length / 2), /found text that is no JSON in/],
    [
      'of something else',
      () => '{"name":"x"}',
      /found something else at schema \(.*gapwright\/run-section@1.*\) in/,
    ],
    ['a list', () => '[]', /found something else at the top \(.*expected object, received array\)/],
    [
      'of a later version',
      (text) => text.replace('run-section@1', 'run-section@2'),
      /found something else at schema/,
    ],
    ['edited by hand', (text) => text.replace('The words', 'My words'), /found a text that was changed/],
    [
      'of another shape',
      (text) => changed(text, (file) => Object.assign(file.drafted.usage, { calls: 'many' })),
      /found something else at drafted\.usage\.calls \(.*received string\)/,
    ],
    [
      'with more keys',
      (text) => changed(text, (file) => Object.assign(file, { more: 1 })),
      /Unrecognized key: "more"/,
    ],
    [
      'of another run',
      (text) => changed(text, (file) => Object.assign(file, { run: 'e'.repeat(64) })),
      /a section of another run/,
    ],
    [
      'under another name',
      () => readFileSync(sectionPath('profile'), 'utf8'),
      /found the section profile in/,
    ],
  ];

  it.each(sections)('a section that is %s is an InputError that names it', async (_, change, words) => {
    await keep('summary', 'profile');
    const path = sectionPath('summary');
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    const error = (await begin().catch((cause: unknown) => cause)) as InputError;
    expect(error).toBeInstanceOf(InputError);
    expect(error.file).toBe(path);
    expect(error.message).toMatch(words);
    expect(error.message).toContain('delete this file and the section is asked for again');
    // The way out is one.
    rmSync(path);
    const folder = await begin();
    expect(folder.progress()).toMatchObject({ earlier: 1 });
    await folder.close();
  });

  it.each(['', '{', '{"name":"a web app"}', '[]', '{"schema":"gapwright/run@2"}'])(
    'a manifest that is %j is an InputError, and the folder stays as it is',
    async (text) => {
      await keep('summary');
      writeFileSync(join(dir, 'manifest.json'), text);
      const before = names();
      await expect(begin()).rejects.toThrow(InputError);
      await expect(begin()).rejects.toThrow(
        'name another folder (--run DIR), or delete this one to begin anew',
      );
      expect(names()).toEqual(before);
    },
  );

  it('a section that the run does not have is an InputError', async () => {
    await keep('summary');
    writeFileSync(sectionPath('poem'), '{}');
    await expect(begin()).rejects.toThrow('found the section poem, which the run does not have');
  });

  it('a half-written file of a killed process is cleared away', async () => {
    await keep('summary');
    for (const name of [
      '.manifest.json.0123456789ab.tmp',
      'sections/.profile.json.0123456789ab.tmp',
      'lock.0123456789ab',
    ])
      writeFileSync(join(dir, name), '{ "schema": "gapw');
    const folder = await begin();
    expect(folder.progress()).toMatchObject({ earlier: 1 });
    await folder.close();
    expect(names()).toEqual(['manifest.json', 'sections', 'sections/summary.json']);
  });

  it("what a file manager leaves is nobody's business", async () => {
    await keep('summary');
    for (const name of ['.DS_Store', 'sections/.DS_Store', 'notes.txt']) writeFileSync(join(dir, name), '');
    await (await begin()).close();
    expect(names()).toContain('sections/.DS_Store');
  });
});

describe('a folder of something else', () => {
  it.each([
    ['with files', 'thesis.doc'],
    ['with sections but no manifest', 'sections/summary.json'],
  ])('%s is refused before anything is put into it', async (_, name) => {
    mkdirSync(join(dir, 'sections'), { recursive: true });
    writeFileSync(join(dir, name), 'mine');
    await expect(openRunFolder(dir)).rejects.toThrow(
      `cannot keep a run in ${dir}: found ${name} and no manifest.json in it, expected a folder of an earlier run, an empty one or none; name another folder (--run DIR)`,
    );
    expect(names()).toEqual(['sections', name].sort());
  });

  it('that is a file is refused', async () => {
    const path = join(root, 'file');
    writeFileSync(path, 'mine');
    await expect(openRunFolder(path)).rejects.toThrow(/found "not a directory" \(ENOTDIR\).*--run DIR/);
  });
});

describe('two at a time', () => {
  it('keep out of each other: the second is refused, and goes on when the first is closed', async () => {
    const first = await begin();
    await expect(begin()).rejects.toThrow(`found it in use by process ${process.pid}`);
    await first.put('summary', drafted('summary'));
    await first.close();
    const second = await begin();
    expect(second.progress()).toMatchObject({ earlier: 1 });
    await second.close();
  });

  it('a section is not kept when the lock has passed to another', async () => {
    const first = await begin();
    rmSync(join(dir, 'lock'));
    const second = await begin();
    await expect(first.put('summary', drafted('summary', 'From the first.'))).rejects.toThrow(
      'in use by process',
    );
    await second.put('summary', drafted('summary', 'From the second.'));
    await Promise.all([first.close(), second.close()]);
    expect(readFileSync(sectionPath('summary'), 'utf8')).toContain('From the second.');
  });
});
