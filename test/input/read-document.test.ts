import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AbortedError, InputError } from '../../src/errors.ts';
import { readDocument } from '../../src/input/read-document.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gapwright-input-'));
});
afterAll(() => rm(dir, { recursive: true }));

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(dir, name);
  await writeFile(path, content);
  return path;
}

/** The message without the folder, so that it can be written down here. */
async function messageOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error('expected an error'),
    (fault: unknown) => fault,
  );
  if (!(error instanceof InputError)) throw error;
  return error.message.replaceAll(`${dir}/`, '');
}

describe('a document', () => {
  const data = {
    title: 'Pflegekraft für Ältere',
    skills: [{ name: 'Go', tier: 'core' }],
    n: [1.5, null, true],
  };
  const text = JSON.stringify(data, null, 2);
  const asYaml = 'title: Pflegekraft für Ältere\nskills:\n  - {name: Go, tier: core}\nn: [1.5, ~, true]\n';
  const utf16be = (content: string) => Buffer.from(content, 'utf16le').swap16();
  const cases: [name: string, file: string, content: string | Uint8Array][] = [
    ['JSON', 'a.json', text],
    ['JSON in capitals', 'a.JSON', text],
    ['JSON with Windows line ends', 'crlf.json', text.replaceAll('\n', '\r\n')],
    ['JSON with a byte order mark', 'bom.json', `\uFEFF${text}`],
    ['JSON in UTF-16', 'utf16.json', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['JSON in UTF-16, big end first', 'utf16be.json', utf16be(`\uFEFF${text}`)],
    ['JSON in UTF-16 without a mark', 'utf16-bare.json', Buffer.from(text, 'utf16le')],
    ['JSON in UTF-16, big end first, without a mark', 'utf16be-bare.json', utf16be(text)],
    ['YAML', 'a.yaml', asYaml],
    ['YAML, short', 'a.yml', asYaml],
    ['YAML in UTF-16', 'utf16.yaml', Buffer.from(`\uFEFF${asYaml}`, 'utf16le')],
    ['JSON without an extension', 'json', text],
    ['YAML without an extension', 'yaml', asYaml],
  ];
  it.each(cases)('in %s is read', async (_, file, content) => {
    expect((await readDocument(await put(file, content))).data).toEqual(data);
  });

  it.each([
    ['JSON', text],
    ['YAML', asYaml],
  ])('in %s is read from standard input', async (_, content) => {
    const document = await readDocument('-', { stdin: Readable.from([Buffer.from(content)]) });
    expect(document.data).toEqual(data);
    expect(document.file).toBe('standard input');
  });

  it('is read through a link', async () => {
    const target = await put('target.json', text);
    await symlink(target, join(dir, 'link.json'));
    expect((await readDocument(join(dir, 'link.json'))).data).toEqual(data);
  });

  it('in YAML keeps dates, words and versions as text', async () => {
    const path = await put('words.yaml', 'a: 2020-01-01\nb: yes\nc: 1.2.3\nd: "2020"\ne: !!str 7\n2020: x\n');
    expect((await readDocument(path)).data).toEqual({
      a: '2020-01-01',
      b: 'yes',
      c: '1.2.3',
      d: '2020',
      e: '7',
      '2020': 'x',
    });
  });

  it('in YAML may use anchors', async () => {
    const path = await put('anchor.yaml', 'a: &x {b: 1}\nc: *x\n');
    expect((await readDocument(path)).data).toEqual({ a: { b: 1 }, c: { b: 1 } });
  });

  it('keeps a key called __proto__ to itself', async () => {
    for (const [name, content] of [
      ['proto.json', '{"__proto__": {"polluted": 1}}'],
      ['proto.yaml', '__proto__: {polluted: 1}'],
    ] as const) {
      const { data: read } = await readDocument(await put(name, content));
      expect(Object.keys(read as object)).toEqual(['__proto__']);
      expect((read as Record<string, unknown>).polluted).toBeUndefined();
    }
  });

  describe.each([
    ['JSON', 'place.json', '{\n "a": 1,\n "list": [\n  {"b": "x"},\n  {"b": "é", "c": 2}\n ]\n}'],
    ['YAML', 'place.yaml', '\n"a": 1\nlist:\n - {b: x}\n - {b: é, "c": 2}\n'],
  ])('in %s knows the places', (format, file, content) => {
    const places: [path: PropertyKey[], target: 'key' | 'value', inJson: string, inYaml: string][] = [
      [['a'], 'value', '2:7', '2:6'],
      [['a'], 'key', '2:2', '2:1'],
      [['list', 1, 'c'], 'value', '5:19', '5:16'],
      [['list', 1, 'c'], 'key', '5:14', '5:11'],
      [['list', 0, 'missing'], 'value', '4:3', '4:4'],
      [['list', 7], 'value', '3:10', '4:2'],
      [[], 'value', '1:1', '2:1'],
    ];
    it.each(places)('of %j (%s)', async (path, target, inJson, inYaml) => {
      const { locate } = await readDocument(await put(file, content));
      const place = locate(path, target);
      expect(`${place?.line}:${place?.column}`).toBe(format === 'JSON' ? inJson : inYaml);
    });
  });
});

describe('broken text', () => {
  const aliases = (count: number) =>
    `x: &x 1\nl: [${Array.from({ length: count }, () => '*x').join(', ')}]\n`;
  const bomb = [
    'a: &a [x,x]',
    ...'bcdefghi'.split('').map((c, i) => `${c}: &${c} [${`*${'abcdefghi'[i]},`.repeat(9)}]`),
  ];
  const cases: [name: string, file: string, content: string, message: string][] = [
    [
      'a comma too many',
      'a.json',
      '{\n  "a": 1,\n}',
      'found "}" (line 3, column 1), expected no comma before it',
    ],
    [
      'a comma too many in a list',
      'a.json',
      '[1, 2, ]',
      'found "]" (line 1, column 8), expected no comma before it',
    ],
    [
      'a comma missing',
      'a.json',
      '{\n  "a": 1\n  "b": 2\n}',
      'found "\\"" (line 3, column 3), expected a comma or a closing brace',
    ],
    [
      'cut off',
      'a.json',
      '{\n  "a": [1, 2',
      'found the end of the text at a (line 2, column 13), expected a comma or a closing bracket',
    ],
    [
      'a quote missing',
      'a.json',
      '{"a": "b\n}',
      'found the end of the line at a (line 1, column 9), expected a closing double quote on the line',
    ],
    ['single quotes', 'a.json', "{'a': 1}", `found "'" (line 1, column 2), expected a key in double quotes`],
    [
      'a bare word',
      'a.json',
      '{"a": high}',
      'found "high" at a (line 1, column 7), expected a value: text in double quotes, a number, true, false, null, a list or an object',
    ],
    [
      'a comment',
      'a.json',
      '{ // note\n}',
      'found a comment (line 1, column 3), expected a key in double quotes',
    ],
    [
      'text after the end',
      'a.json',
      '{}\n{}',
      'found "{" (line 2, column 1), expected the end of the document',
    ],
    [
      'a wrong escape',
      'a.json',
      '{"a": "\\x"}',
      String.raw`found "\\" at a (line 1, column 8), expected an escape such as \n, \" or \u00e9`,
    ],
    [
      'a key twice',
      'a.json',
      '{"m": {\n "d": 1,\n "d": 2}}',
      'found the key "d" again at m.d (line 3, column 2), expected each key once (first at line 2, column 2)',
    ],
    [
      'a key twice, once escaped',
      'a.json',
      '{"d": 1, "\\u0064": 2}',
      'found the key "d" again at d (line 1, column 10), expected each key once (first at line 1, column 2)',
    ],
    [
      'deep nesting',
      'a.json',
      '['.repeat(100_000),
      `found more than 100 levels of nesting at ${'[0]'.repeat(100)} (line 1, column 101), expected at most 100`,
    ],
    [
      'a tab for indentation',
      'a.yaml',
      'a:\n\tb: 1\n',
      'found broken YAML (Tabs are not allowed as indentation) (line 2, column 1), expected valid YAML',
    ],
    [
      'a quote missing',
      'a.yaml',
      'a: "b\nc: 1\n',
      'found broken YAML (Missing closing "quote) (line 3, column 1), expected valid YAML',
    ],
    [
      'a bracket missing',
      'a.yaml',
      'a: [1, 2\nb: 3\n',
      'found broken YAML (Flow sequence in block collection must be sufficiently indented and end with a ]) (line 2, column 1), expected valid YAML',
    ],
    [
      'a key twice',
      'a.yaml',
      'm:\n  d: 1\n  d: 2\n',
      'found the key "d" again at m.d (line 3, column 3), expected each key once (first at line 2, column 3)',
    ],
    [
      'a tag',
      'a.yaml',
      'a: !!js/function x\n',
      'found a tag (Unresolved tag: tag:yaml.org,2002:js/function) (line 1, column 4), expected plain values without tags',
    ],
    [
      'a tag of its own',
      'a.yaml',
      'a: !thing x\n',
      'found a tag (Unresolved tag: !thing) (line 1, column 4), expected plain values without tags',
    ],
    [
      'two documents',
      'a.yaml',
      'a: 1\n---\nb: 2\n',
      'found a second document (line 2, column 1), expected one',
    ],
    [
      'deep nesting',
      'a.yaml',
      '['.repeat(100_000),
      'found more than 100 levels of nesting (line 1, column 1), expected at most 100',
    ],
    [
      'nesting over the limit',
      'a.yaml',
      '['.repeat(101) + ']'.repeat(101),
      `found more than 100 levels of nesting at ${'[0]'.repeat(100)} (line 1, column 101), expected at most 100`,
    ],
    [
      'many aliases',
      'a.yaml',
      aliases(101),
      'found more than 100 aliases at l[100] (line 2, column 405), expected at most 100',
    ],
    [
      'aliases that multiply',
      'a.yaml',
      bomb.join('\n'),
      'found aliases that multiply (line 1, column 1), expected at most 100',
    ],
    [
      'an alias of itself',
      'a.yaml',
      'a: &a [*a]\n',
      'found the alias *a inside its own anchor at a[0] (line 1, column 8), expected the anchor &a on a value above it',
    ],
    [
      'an alias of nothing',
      'a.yaml',
      'a: *b\n',
      'found the alias *b without an anchor at a (line 1, column 4), expected the anchor &b on a value above it',
    ],
    [
      'JSON without an extension',
      'plain',
      '{"a": 1,,}',
      'found "," (line 1, column 9), expected a key in double quotes',
    ],
    [
      'YAML without an extension',
      'plain',
      'a: [1\nb: 2',
      'found broken YAML (Flow sequence in block collection must be sufficiently indented and end with a ]) (line 2, column 1), expected valid YAML',
    ],
  ];
  it.each(cases)('%s (%s) is an error with its place', async (_, file, content, message) => {
    expect(await messageOf(readDocument(await put(file, content)))).toBe(`cannot read ${file}: ${message}`);
  });
});

describe('a file that cannot be read', () => {
  const expected = 'JSON or YAML text in UTF-8';
  const cases: [name: string, file: string, content: string | Uint8Array, message: string][] = [
    ['empty', 'empty.json', '', 'found an empty file, expected a JSON or YAML document'],
    ['blank', 'blank.yaml', ' \n\n', 'found nothing but white space, expected a JSON or YAML document'],
    ['a PDF', 'cv.json', '%PDF-1.7\n', `found a PDF file, expected ${expected}`],
    [
      'a PDF by its name',
      'cv.pdf',
      '%PDF-1.7\n',
      'found a name that ends in .pdf, expected a file that ends in .json, .yaml or .yml',
    ],
    [
      'a Word file',
      'cv.yaml',
      Buffer.from('504b030414000600', 'hex'),
      `found a ZIP archive (.docx and .xlsx files are such), expected ${expected}`,
    ],
    [
      'with zero bytes',
      'zero.json',
      '{"a": "\0"}',
      `found a binary file (a zero byte at character 8), expected ${expected}`,
    ],
    [
      'random bytes',
      'noise.json',
      Buffer.from('7f454c460000ff8000ff', 'hex'),
      `found a binary file, expected ${expected}`,
    ],
    [
      'in Latin-1',
      'latin.json',
      Buffer.from('{\n"name": "José"}', 'latin1'),
      `found bytes that are not UTF-8 (line 2, column 13), expected ${expected}`,
    ],
    [
      'cut within a character',
      'cut.json',
      Buffer.from('{"a": "é').subarray(0, -1),
      `found bytes that are not UTF-8 (line 1, column 8), expected ${expected}`,
    ],
  ];
  it.each(cases)('%s is refused', async (_, file, content, message) => {
    expect(await messageOf(readDocument(await put(file, content)))).toBe(`cannot read ${file}: ${message}`);
  });

  it('missing names what is near', async () => {
    await mkdir(join(dir, 'near'), { recursive: true });
    await put('near/resume.yaml', 'a: 1');
    await put('near/notes.txt', 'a');
    const path = (name: string) => readDocument(join(dir, 'near', name));
    const missing = (name: string, hint: string) =>
      `cannot read near/${name}: found no such file, expected an input file${hint}`;
    expect(await messageOf(path('resume.json'))).toBe(missing('resume.json', ' (did you mean resume.yaml?)'));
    expect(await messageOf(path('resmue.yaml'))).toBe(missing('resmue.yaml', ' (did you mean resume.yaml?)'));
    expect(await messageOf(path('plan.json'))).toBe(missing('plan.json', ''));
    expect(await messageOf(path('none/plan.json'))).toBe(missing('none/plan.json', ''));
  });

  it('says why the system refused', async () => {
    await mkdir(join(dir, 'folder.json'), { recursive: true });
    expect(await messageOf(readDocument(join(dir, 'folder.json')))).toBe(
      'cannot read folder.json: found a folder, expected a file',
    );
    const file = await put('file.json', '{}');
    expect(await messageOf(readDocument(`${file}/role.json`))).toBe(
      'cannot read file.json/role.json: found a file where the path needs a folder, expected a path to a file',
    );
    await symlink('loop.json', join(dir, 'loop.json'));
    expect(await messageOf(readDocument(join(dir, 'loop.json')))).toBe(
      'cannot read loop.json: found links that lead in a circle, expected a path to a file',
    );
    expect(await messageOf(readDocument('a\0b.json'))).toContain('found a zero character in the name');
    expect(await messageOf(readDocument(join(dir, `${'n'.repeat(300)}.json`)))).toContain(
      'found a name longer than',
    );
  });

  it.skipIf(process.getuid?.() === 0 && !canActAsNobody())(
    'without permission says so (skipped where the tests run as root for good)',
    async () => {
      const path = await put('secret.json', '{}');
      const { chmod } = await import('node:fs/promises');
      await chmod(path, 0o000);
      await chmod(dir, 0o755);
      const message = await asNobody(() => messageOf(readDocument(path)));
      expect(message).toBe(
        'cannot read secret.json: found no permission to read it, expected a file that you may read (see its owner and mode)',
      );
    },
  );

  it('larger than the limit is refused, from a file and from standard input', async () => {
    const path = await put('large.json', `"${'x'.repeat(3000)}"`);
    expect(await messageOf(readDocument(path, { limit: 2000 }))).toBe(
      'cannot read large.json: found 3002 bytes, expected at most 2000 bytes',
    );
    expect((await readDocument(path, { limit: 3002 })).text).toHaveLength(3002);
    const huge = await put('huge.json', Buffer.alloc(20_000_001, 32));
    expect(await messageOf(readDocument(huge))).toBe(
      'cannot read huge.json: found more than 20 MB, expected at most 20 MB',
    );
    let taken = 0;
    async function* endless() {
      for (;;) {
        taken += 1;
        yield Buffer.alloc(1_000_000, 32);
      }
    }
    expect(await messageOf(readDocument('-', { stdin: endless() }))).toBe(
      'cannot read standard input: found more than 20 MB, expected at most 20 MB',
    );
    expect(taken).toBe(21);
  });

  it('that would keep the YAML parser busy for long is refused', async () => {
    const path = await put('large.yaml', '- a\n'.repeat(1_300_000));
    expect(await messageOf(readDocument(path))).toBe(
      'cannot read large.yaml: found 5.2 million characters of YAML, expected at most 5 million (JSON may have more)',
    );
  });

  it('stops when told to, before and while it waits', async () => {
    const path = await put('stop.json', '{}');
    const before = readDocument(path, { signal: AbortSignal.abort() });
    await expect(before).rejects.toThrow(AbortedError);
    await expect(before).rejects.toThrow(/^cannot read .*stop\.json: stopped by the caller$/);
    const controller = new AbortController();
    const silent = new Readable({ read() {} });
    const waiting = readDocument('-', { stdin: silent, signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toThrow('cannot read standard input: stopped by the caller');
  });
});

function canActAsNobody(): boolean {
  try {
    process.seteuid?.(65534);
    process.seteuid?.(0);
    return true;
  } catch {
    return false;
  }
}

/** Root may read everything, so the test gives that up for the time being. */
async function asNobody<T>(action: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return action();
  process.seteuid?.(65534);
  try {
    return await action();
  } finally {
    process.seteuid?.(0);
  }
}
