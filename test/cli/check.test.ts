import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CheckResult } from '../../schemas/index.ts';
import { RULES } from '../../src/check/index.ts';
import { FINDING_FORMATS } from '../../src/findings/index.ts';
import { EXAMPLE_FACTS } from '../check/support/example-facts.ts';
import { runCommand } from '../support/run-command.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'gapwright-check-')));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const facts = join(root, 'facts.json');
writeFileSync(facts, JSON.stringify(EXAMPLE_FACTS));

let count = 0;
/** A file of this test's own. */
function write(content: string | Uint8Array, name = `${count++}.md`): string {
  const path = join(root, name);
  writeFileSync(path, content);
  return path;
}
/** A folder of this test's own, with files. */
function folder(files: Record<string, string> = {}): string {
  const dir = join(root, `dir-${count++}`);
  mkdirSync(dir);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content);
  return dir;
}
const check = (argv: readonly string[], options?: Parameters<typeof runCommand>[1]) =>
  runCommand(['check', ...argv], options);

const WRONG = 'Docker is one of the core skills.\n';
const RIGHT = 'Docker is one of the preferred skills.\n';
const OFF = ['--rule', 'tier=off', '--rule', 'count=off'];

describe('formats', () => {
  it.each(FINDING_FORMATS.map(({ id }) => id))('%s: prints findings and ends with 1', async (id) => {
    const { code, stdout, stderr } = await check([write(WRONG), '--facts', facts, '--format', id]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('tier');
    const clean = await check([write(RIGHT), '--facts', facts, '--format', id]);
    expect(clean.code).toBe(0);
  });

  it('shows facts with their source in the text', async () => {
    const { stdout } = await check([write(WRONG), '--facts', facts]);
    expect(stdout).toContain('  fact: skill.docker.tier = preferred (role skills[name=Docker].tier)');
  });

  it('colours only where it may', async () => {
    const path = write(WRONG);
    const colored = async (env: Record<string, string>, ...more: string[]) =>
      (await check([path, '--facts', facts, ...more], { env })).stdout.includes('\u001b[');
    expect(await colored({})).toBe(false);
    expect(await colored({ FORCE_COLOR: '1' })).toBe(true);
    expect(await colored({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(await colored({ FORCE_COLOR: '1' }, '--no-color')).toBe(false);
  });
});

describe('several reports', () => {
  it('gives the findings of each, and the worst exit code', async () => {
    const [right, wrong] = [write(RIGHT), write(WRONG)];
    const { code, stdout } = await check([right, wrong, '--facts', facts]);
    expect(code).toBe(1);
    expect(stdout).toContain(`${wrong}:1:1 error`);
    expect(stdout).not.toContain(`${right}:`);
    expect(stdout).toContain('in 2 files');
    expect((await check([right, right, '--facts', facts])).code).toBe(0);
    const json = JSON.parse((await check([right, wrong, '--facts', facts, '--format', 'json'])).stdout);
    expect(new Set(json.findings.map(({ file }: { file: string }) => file))).toEqual(new Set([wrong]));
  });

  it('prints the shape of the contract for one', async () => {
    const { stdout } = await check([write(WRONG), '--facts', facts, '--format', 'json']);
    expect(CheckResult.parse(JSON.parse(stdout)).summary.errors).toBeGreaterThan(0);
  });

  it('takes standard input beside files', async () => {
    const { code, stdout } = await check([write(RIGHT), '-', '--facts', facts], { stdin: WRONG });
    expect(code).toBe(1);
    expect(stdout).toContain('standard input:1:1 error');
  });

  it('checks nothing where one cannot be read', async () => {
    const { code, stdout, stderr } = await check([write(WRONG), join(root, 'none.md'), '--facts', facts]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('none.md');
  });
});

describe('weights of rules', () => {
  const severities = async (argv: readonly string[], options?: Parameters<typeof runCommand>[1]) => {
    const { code, stdout } = await check([...argv, '--facts', facts, '--format', 'json'], options);
    const { findings } = CheckResult.parse(JSON.parse(stdout));
    return { code, tier: findings.find(({ rule }) => rule === 'tier')?.severity };
  };
  const path = write(WRONG);
  const count = ['--rule', 'count=off'];

  it('--rule sets one, and again another', async () => {
    expect(await severities([path, '--rule', 'tier=warning', ...count])).toEqual({
      code: 0,
      tier: 'warning',
    });
    expect(await severities([path, ...OFF])).toEqual({ code: 0, tier: undefined });
  });

  it.each([
    ['gapwright.config.json', '{"rules": {"tier": "info", "count": "off"}}'],
    ['gapwright.config.yaml', 'rules:\n  tier: info\n  count: off\n'],
  ])('%s in the working folder counts', async (name, content) => {
    const cwd = folder({ [name]: content });
    expect(await severities([path], { cwd })).toEqual({ code: 0, tier: 'info' });
    expect(await severities([path, '--rule', 'tier=error'], { cwd })).toEqual({ code: 1, tier: 'error' });
    expect(await severities([path, '--config', join(folder({ 'c.json': '{}' }), 'c.json')], { cwd })).toEqual(
      {
        code: 1,
        tier: 'error',
      },
    );
  });

  it('--max-warnings ends with 1 beyond', async () => {
    const argv = [path, '--facts', facts, '--rule', 'tier=warning', ...count];
    expect((await check([...argv, '--max-warnings', '1'])).code).toBe(0);
    const { code, stderr } = await check([...argv, '--max-warnings', '0']);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'Found 1 warning, expected at most 0 (--max-warnings).\n',
    });
  });

  it('counts for drafts too', async () => {
    const draft = write(
      JSON.stringify({ paragraphs: [{ sentences: [{ text: 'It takes 12 weeks.', facts: ['no.such'] }] }] }),
      'draft.json',
    );
    const run = async (...more: string[]) => {
      const argv = [draft, '--section', 'upskilling-roadmap', '--facts', facts, '--format', 'json', ...more];
      const { findings, summary } = JSON.parse((await check(argv)).stdout);
      return { rules: new Set(findings.map(({ rule }: { rule: string }) => rule)), errors: summary.errors };
    };
    const all = await run();
    expect(all.rules).toContain('known-facts');
    const less = await run('--rule', 'known-facts=off', '--rule', 'must-mention=warning');
    expect(less.rules).not.toContain('known-facts');
    expect(less.errors).toBeLessThan(all.errors);
  });
});

describe('--explain', () => {
  it.each(RULES.map(({ id }) => id))('%s: what it finds and leaves alone, without a report', async (id) => {
    const rule = RULES.find((one) => one.id === id);
    const { code, stdout } = await check(['--explain', id]);
    expect(code).toBe(0);
    expect(stdout).toContain(`${id} (${rule?.severity}, ${rule?.category})\n${rule?.description}\n`);
    for (const { text } of [...(rule?.good ?? []), ...(rule?.bad ?? [])])
      expect(stdout).toContain(text.split('\n')[0]);
  });

  it('knows the rules over drafts', async () => {
    expect((await check(['--explain', 'known-facts'])).stdout).toContain('known-facts (error)');
  });
});

describe('--fix', () => {
  it('prints a diff and changes nothing', async () => {
    const path = write(WRONG);
    const { code, stdout, stderr } = await check([path, '--facts', facts, '--fix']);
    expect(code).toBe(1);
    expect(stdout).toContain(`-${WRONG}+${RIGHT}`);
    expect(stdout).toMatch(/^--- a\/.*\n\+\+\+ b\//);
    expect(stderr).toBe('1 place can be mended; --write does it.\n');
    expect(readFileSync(path, 'utf8')).toBe(WRONG);
  });

  it('says so where nothing can be mended', async () => {
    const { code, stdout, stderr } = await check([
      write('She does not have Python.\n'),
      '--facts',
      facts,
      '--fix',
    ]);
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Nothing can be mended with certainty.\n',
    });
  });

  it('takes standard input for a diff', async () => {
    expect((await check(['-', '--facts', facts, '--fix'], { stdin: WRONG })).stdout).toContain(`+${RIGHT}`);
  });

  it('--write changes the file and prints what is left', async () => {
    const path = write(`${WRONG}\nShe does not have Python.\n`);
    const { code, stdout, stderr } = await check([path, '--facts', facts, '--fix', '--write']);
    expect(readFileSync(path, 'utf8')).toBe(`${RIGHT}\nShe does not have Python.\n`);
    expect(code).toBe(1);
    expect(stdout).toContain(':3:');
    expect(stdout).not.toContain('tier\n');
    expect(stderr).toContain(`${path}: "core" -> "preferred"`);
  });

  it('--write ends with 0 where nothing is left, and prints in any format', async () => {
    const argv = [write(WRONG), write(RIGHT), '--facts', facts, '--fix', '--write', '--format', 'json'];
    const { code, stdout } = await check(argv);
    expect({ code, errors: JSON.parse(stdout).summary.errors }).toEqual({ code: 0, errors: 0 });
  });

  it('keeps a byte order mark, line breaks, permissions and links, and leaves nothing behind', async () => {
    const dir = folder();
    const path = join(dir, 'r.md');
    writeFileSync(path, `\ufeff# R\r\n\r\n${WRONG.trim()}\r\n`);
    chmodSync(path, 0o640);
    symlinkSync(path, join(dir, 'link.md'));
    expect((await check([join(dir, 'link.md'), '--facts', facts, '--fix', '--write'])).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(`\ufeff# R\r\n\r\n${RIGHT.trim()}\r\n`);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(dir).sort()).toEqual(['link.md', 'r.md']);
  });

  it('leaves a file in UTF-16 as it is', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(WRONG, 'utf16le')]);
    const path = write(bytes);
    const { code, stderr } = await check([path, '--facts', facts, '--fix', '--write']);
    expect(code).toBe(2);
    expect(stderr).toContain('expected the same text in UTF-8');
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });
});

describe('wrong usage ends with 2 and a clear word', () => {
  const path = write(WRONG);
  const cases: [string, () => string[], RegExp][] = [
    ['no report', () => ['--facts', facts], /found no REPORT, expected at least one file/],
    [
      'an unknown format',
      () => [path, '--format', 'xml'],
      /found format "xml", expected one of text, json, sarif, junit, github/,
    ],
    [
      'an unknown rule',
      () => [path, '--rule', 'skil-polarity=off'],
      /found rule "skil-polarity".*did you mean skill-polarity\?/,
    ],
    [
      'a rule without a name like it',
      () => [path, '--rule', 'zzzzzzzz=off'],
      /expected one of skill-polarity, tier/,
    ],
    [
      'an unknown severity',
      () => [path, '--rule', 'tier=fatal'],
      /found "tier=fatal", expected ID=SEVERITY with one of error, warning, info, off/,
    ],
    ['a rule to explain that is none', () => ['--explain', 'teir'], /found rule "teir".*did you mean tier\?/],
    [
      'a configuration with an unknown rule',
      () => [path, '--config', write('{"rules": {"teir": "off"}}', 'a.json')],
      /a\.json: found rule "teir".*did you mean tier\?/,
    ],
    [
      'a configuration with a wrong value',
      () => [path, '--config', write('rules: { tier: loud }', 'b.yaml')],
      /b\.yaml: found "loud" at rules\.tier/,
    ],
    ['a configuration that is not there', () => [path, '--config', join(root, 'none.json')], /none\.json/],
    ['warnings that are no number', () => [path, '--max-warnings', 'few'], /whole number/],
    ['--write alone', () => [path, '--facts', facts, '--write'], /expected --fix --write/],
    ['--fix without facts', () => [path, '--fix'], /found no facts, expected --facts/],
    [
      '--fix of a draft',
      () => [path, '--fix', '--section', 'x', '--facts', facts],
      /found --fix and --section/,
    ],
    [
      'a diff in another format',
      () => [path, '--facts', facts, '--fix', '--format', 'sarif'],
      /cannot print a diff as sarif/,
    ],
    [
      '--write to standard input',
      () => ['-', '--facts', facts, '--fix', '--write'],
      /cannot fix standard input/,
    ],
    ['standard input twice', () => ['-', '-', '--facts', facts], /found "-" more than once/],
    [
      'a report JSON to be fixed',
      () => [write('{}', 'c.json'), '--facts', facts, '--fix'],
      /found a report JSON, expected Markdown, HTML or text/,
    ],
  ];
  it.each(cases)('%s', async (_, argv, message) => {
    const { code, stdout, stderr } = await check(argv(), { stdin: WRONG });
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(readFileSync(path, 'utf8')).toBe(WRONG);
  });

  it('an unknown key of the configuration is a warning', async () => {
    const config = write('{"rule": {}}', 'd.json');
    const { stderr } = await check([path, '--facts', facts, '--config', config]);
    expect(stderr).toMatch(/key "rule".*did you mean rules\?/);
    expect(existsSync(config)).toBe(true);
  });
});
