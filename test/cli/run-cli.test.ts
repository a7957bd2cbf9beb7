import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FactSheet, Report } from '../../schemas/index.ts';
import { COMMANDS } from '../../src/cli/run-cli.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { DATE, examplePaths, readExample } from '../support/read-example.ts';
import { runCommand } from '../support/run-command.ts';
import { startScriptedServer } from '../support/scripted-server.ts';
import { contradictingWriter } from '../support/scripted-writer.ts';

const { resume = '', role = '' } = examplePaths('ai-engineer');
const given = ['--resume', resume, '--role', role, '--date', DATE];
const script = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gapwright-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file of this test's own. */
function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('report', () => {
  it('prints Markdown to stdout and says on stderr that no model is set', async () => {
    const { code, stdout, stderr } = await runCommand(['report', ...given]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# Skill Gap Report: Santana Mena/);
    expect(stderr).toContain('No model is set: the offline writer phrases this report.');
  });

  it('is silent on stderr with --quiet', async () => {
    expect((await runCommand(['report', ...given, '--quiet'])).stderr).toBe('');
  });

  it('writes every format to a folder and prints the paths', async () => {
    const out = join(folder, 'three');
    const { code, stdout, stderr } = await runCommand([
      'report',
      ...given,
      '--format',
      'md,html,json',
      '--out',
      out,
    ]);
    expect(code).toBe(0);
    expect(readdirSync(out).sort()).toEqual([
      'skill-gap-report.html',
      'skill-gap-report.json',
      'skill-gap-report.md',
    ]);
    expect(stdout.trim().split('\n')).toHaveLength(3);
    expect(stderr).toContain('in a browser to read the report');
    const report = Report.parse(JSON.parse(readFileSync(join(out, 'skill-gap-report.json'), 'utf8')));
    expect(report.check.summary.errors).toBe(0);
  });

  it('says the same each time', async () => {
    const first = await runCommand(['report', ...given]);
    expect((await runCommand(['report', ...given])).stdout).toBe(first.stdout);
  });

  it('does not touch a folder that holds files, unless forced', async () => {
    const out = join(folder, 'filled');
    mkdirSync(out);
    writeFileSync(join(out, 'notes.txt'), 'mine');
    const refused = await runCommand(['report', ...given, '--out', out]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('--force');
    expect(readdirSync(out)).toEqual(['notes.txt']);
    expect((await runCommand(['report', ...given, '--out', out, '--force'])).code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['notes.txt', 'skill-gap-report.md']);
  });

  it('takes a model from the environment, repairs what it contradicts, and tells of it', async () => {
    const sheet = computeFacts(await readExample('ai-engineer'), { resources: builtInResources() });
    const server = await startScriptedServer(contradictingWriter(sheet));
    const env = {
      GAPWRIGHT_MODEL: 'openai:scripted-model',
      OPENAI_BASE_URL: server.url,
      OPENAI_API_KEY: 'sk-secret-0123456789abcdef',
    };
    try {
      const { code, stdout, stderr } = await runCommand(['report', ...given, '--format', 'json'], { env });
      expect(code).toBe(0);
      expect(Report.parse(JSON.parse(stdout)).writer.sentences).toMatchObject({ repaired: 6 });
      expect(stderr).toContain('6 were repaired');
      const events = await runCommand(['report', ...given, '--json'], { env });
      const lines = events.stderr
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { type?: string });
      expect(lines.filter((line) => line.type === 'section-repair')).toHaveLength(6);
      expect(`${stdout}${stderr}${events.stdout}${events.stderr}`).not.toContain('sk-secret');
    } finally {
      await server.close();
    }
  });

  it('ends with 3 when the model fails for good and --strict is set', async () => {
    const server = await startScriptedServer(() => ({
      status: 401,
      error: { message: 'Incorrect API key' },
    }));
    const env = { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'sk-secret-0123456789abcdef' };
    try {
      const { code, stdout, stderr } = await runCommand(
        ['report', ...given, '--model', 'openai:m', '--strict'],
        { env },
      );
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
      expect(stderr).toContain('gapwright: cannot');
      expect(stderr).not.toContain('sk-secret');
    } finally {
      await server.close();
    }
  });

  it('says which package a provider needs', async () => {
    const { code, stderr } = await runCommand(['report', ...given, '--model', 'anthropic:claude'], {
      env: { ANTHROPIC_API_KEY: 'k' },
    });
    expect(code).toBe(3);
    expect(stderr).toContain('npm install @langchain/anthropic');
  });

  it('says which provider it does not know', async () => {
    const { code, stderr } = await runCommand(['report', ...given, '--model', 'mistral:small']);
    expect(code).toBe(2);
    expect(stderr).toContain(
      'cannot use the model "mistral:small": found the provider "mistral", expected offline or one of openai:<model>',
    );
  });

  it('uses the settings of .env, which lose against the environment', async () => {
    const cwd = mkdtempSync(join(folder, 'env-'));
    writeFileSync(join(cwd, '.env'), 'GAPWRIGHT_MAX_REPAIRS=eleven\n');
    expect(await runCommand(['report', ...given], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('GAPWRIGHT_MAX_REPAIRS'),
    });
    expect(
      await runCommand(['report', ...given], { cwd, env: { GAPWRIGHT_MAX_REPAIRS: '1' } }),
    ).toMatchObject({ code: 0 });
  });
});

describe('facts', () => {
  it('prints the fact sheet and nothing else', async () => {
    const { code, stdout, stderr } = await runCommand(['facts', ...given]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const sheet = FactSheet.parse(JSON.parse(stdout));
    expect(sheet.skills.filter((skill) => skill.status === 'met').map((skill) => skill.name)).toEqual([
      'Python',
    ]);
  });

  it('reads one input from standard input', async () => {
    const { code, stdout } = await runCommand(['facts', '--resume', '-', '--role', role, '--date', DATE], {
      stdin: readFileSync(resume, 'utf8'),
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).candidate.name).toBe('Santana Mena');
  });

  it('limits the roadmap, spends a budget, and keeps to what is free', async () => {
    const sheet = async (...more: string[]) =>
      FactSheet.parse(JSON.parse((await runCommand(['facts', ...given, ...more])).stdout));
    const short = await sheet('--weeks', '20', '--hours-per-week', '10');
    expect(short.roadmap.totalWeeks).toBeLessThanOrEqual(20);
    expect(short.roadmap.left.length).toBeGreaterThan(0);
    expect((await sheet('--free-only')).resources.chosen.every((resource) => resource.cost !== 'paid')).toBe(
      true,
    );
    expect((await sheet('--budget', '0 EUR')).resources.totals).toEqual([]);
  });

  it('takes a table of study hours', async () => {
    const table = write('hours.json', JSON.stringify({ unknown: [1, 1, 1, 1] }));
    const sheet = FactSheet.parse(
      JSON.parse((await runCommand(['facts', ...given, '--hours-table', table])).stdout),
    );
    expect(sheet.roadmap.totalHours).toBe(13);
  });
});

describe('check', () => {
  it('finds nothing in a report of our own, read again as Markdown, HTML and JSON', async () => {
    const out = join(folder, 'own');
    await runCommand(['report', ...given, '--format', 'md,html,json', '--out', out]);
    for (const name of ['skill-gap-report.md', 'skill-gap-report.html']) {
      const { code, stdout } = await runCommand([
        'check',
        join(out, name),
        '--resume',
        resume,
        '--role',
        role,
        '--date',
        DATE,
      ]);
      expect(stdout, name).toContain('0 errors');
      expect(code, name).toBe(0);
    }
    expect(await runCommand(['check', join(out, 'skill-gap-report.json')])).toMatchObject({ code: 0 });
  });

  it('ends with 1 on a contradiction, and prints it as text and JSON', async () => {
    const path = write('wrong.md', '## Skill Gap Assessment\n\nPython is missing from the resume.\n');
    const text = await runCommand(['check', path, ...given]);
    expect(text.code).toBe(1);
    expect(text.stdout).toContain('wrong.md:3:');
    expect(text.stdout).toMatch(/\^{3,}/);
    const json = await runCommand(['check', path, ...given, '--format', 'json']);
    const { findings, summary } = JSON.parse(json.stdout);
    expect(summary.errors).toBe(1);
    expect(findings[0]).toMatchObject({ subject: 'Python', line: 3 });
  });

  it('finds a fault planted in a report JSON by the facts that it carries', async () => {
    const { stdout } = await runCommand(['report', ...given, '--format', 'json']);
    const planted = stdout.replace(/meets one: Python/g, 'meets one: Kubernetes');
    expect(planted).not.toBe(stdout);
    expect((await runCommand(['check', write('planted.json', planted)])).code).toBe(1);
  });

  it('checks the draft of a section with its slots and citations', async () => {
    const draft = {
      paragraphs: [
        { sentences: [{ text: 'The plan takes 12 weeks.', facts: ['roadmap.weeks', 'roadmap.no-such'] }] },
      ],
    };
    const path = write('draft.json', JSON.stringify(draft));
    const { code, stdout } = await runCommand([
      'check',
      path,
      '--section',
      'upskilling-roadmap',
      ...given,
      '--format',
      'json',
    ]);
    expect(code).toBe(1);
    const rules = JSON.parse(stdout).findings.map((finding: { rule: string }) => finding.rule);
    expect(rules).toEqual(expect.arrayContaining(['known-facts', 'bare-figure', 'must-mention']));
  });

  it('takes facts from a file, and refuses two sources of facts', async () => {
    const facts = write('facts.json', (await runCommand(['facts', ...given])).stdout);
    const path = write('fine.md', 'Python is met.\n');
    expect(await runCommand(['check', path, '--facts', facts])).toMatchObject({ code: 0 });
    expect(await runCommand(['check', path, '--facts', facts, '--resume', resume])).toMatchObject({
      code: 2,
    });
  });
});

describe('init, models, schema', () => {
  it('init writes inputs that make a report, and overwrites nothing', async () => {
    const cwd = mkdtempSync(join(folder, 'init-'));
    expect(await runCommand(['init', 'start'], { cwd })).toMatchObject({ code: 0 });
    const file = (noun: string) => join(cwd, 'start', `${noun}.yaml`);
    const all = ['resume', 'role', 'plan', 'resources'].flatMap((noun) => [`--${noun}`, file(noun)]);
    const { code, stderr } = await runCommand(['report', ...all, '--date', DATE]);
    expect({ code, warnings: stderr.includes('warning') }).toEqual({ code: 0, warnings: false });
    expect(await runCommand(['init', 'start'], { cwd })).toMatchObject({ code: 2 });
  });

  it('models shows what is in force and hides the key', async () => {
    const { code, stdout } = await runCommand(['models'], {
      env: { OPENAI_API_KEY: 'sk-secret-0123456789abcdef' },
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/GAPWRIGHT_MODEL +offline \(default\)/);
    expect(stdout).not.toContain('sk-secret');
    expect(stdout).toMatch(/OPENAI_API_KEY.*\(environment\)/);
  });

  it('models --test makes one call, --list lists', async () => {
    const server = await startScriptedServer(() => ({ content: { ok: true } }), { models: ['b', 'a'] });
    const env = { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'k' };
    try {
      const { code, stdout } = await runCommand(['models', '--model', 'openai:m', '--test'], { env });
      expect({ code, calls: server.calls.length }).toEqual({ code: 0, calls: 1 });
      expect(stdout).toContain('as the JSON asked for');
      expect((await runCommand(['models', '--list'], { env })).stdout).toBe('openai:a\nopenai:b\n');
    } finally {
      await server.close();
    }
  });

  it.each(['resume', 'role', 'plan', 'resources', 'facts', 'report', 'findings'])(
    'schema %s is a JSON Schema',
    async (name) => {
      const { code, stdout } = await runCommand(['schema', name]);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({
        title: name,
        $schema: 'https://json-schema.org/draft/2020-12/schema',
      });
    },
  );
});

describe('bad input ends with 2, a clear word, and nothing written', () => {
  const roleWith = (change: object) =>
    JSON.stringify({ title: 'T', skills: [{ name: 'SQL', tier: 'core' }], ...change });
  const cases: [string, () => string[], RegExp][] = [
    [
      'broken JSON',
      () => ['--role', write('broken.json', '{ "title": "T",\n "skills": [ }')],
      /line 2, column 14/,
    ],
    ['broken YAML', () => ['--role', write('broken.yaml', 'title: T\nskills: [a\n')], /line \d+, column \d+/],
    ['a wrong type', () => ['--role', write('type.json', roleWith({ title: 5 }))], /found 5 at title/],
    [
      'a wrong word',
      () => ['--role', write('word.json', roleWith({ market: { demand: 'hgh' } }))],
      /"hgh" at market\.demand.*low, medium, high/,
    ],
    ['no skills', () => ['--role', write('none.json', roleWith({ skills: [] }))], /skills/],
    [
      'an unknown currency',
      () => [
        '--role',
        write('currency.json', roleWith({ market: { salary: { min: 1, max: 2, currency: 'ABX' } } })),
      ],
      /currency/,
    ],
    [
      'a salary the wrong way round',
      () => [
        '--role',
        write('salary.json', roleWith({ market: { salary: { min: 9, max: 2, currency: 'USD' } } })),
      ],
      /min/,
    ],
    [
      'negative weeks',
      () => [
        '--plan',
        write('weeks.json', '{"hoursPerWeek": 5, "phases": [{"title": "a", "weeks": -1, "skills": []}]}'),
      ],
      /-1 at phases\[0\]\.weeks/,
    ],
    [
      'an end before the start',
      () => ['--resume', write('end.json', '{"work": [{"startDate": "2022-05", "endDate": "2021-05"}]}')],
      /work\[0\]\.endDate/,
    ],
    [
      'a start in the future',
      () => ['--resume', write('future.json', '{"work": [{"startDate": "2031-05"}]}')],
      /2031-05/,
    ],
    ['a date that is none', () => ['--date', '2026-02-30'], /2026-02-30/],
    ['a missing file', () => ['--role', join(folder, 'nowhere.json')], /nowhere\.json/],
    ['a folder for a file', () => ['--role', folder], /folder|directory|ends in/],
    [
      'a binary file',
      () => ['--role', write('binary.json', new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 1, 2]))],
      /PDF/,
    ],
    ['an empty file', () => ['--role', write('empty.json', '')], /empty file/],
    ['an unknown format', () => ['--format', 'rtf'], /md, html, json, pdf, docx/],
    ['several formats for stdout', () => ['--format', 'md,html'], /--out/],
    ['a budget in words', () => ['--budget', 'plenty'], /200 EUR/],
    ['weeks that are no number', () => ['--weeks', 'some'], /whole weeks/],
    ['an unknown pronoun', () => ['--pronoun', 'xe'], /they, she, he/],
    ['an unknown model', () => ['--model', 'nonsense'], /provider:model/],
    ['an unknown option', () => ['--rsume', 'x'], /--resume/],
  ];

  it.each(cases)('%s', async (name, change, expected) => {
    const out = join(folder, `out-${name.replace(/\W+/g, '-')}`);
    const { code, stdout, stderr } = await runCommand([
      'report',
      ...given,
      ...(name === 'several formats for stdout' ? [] : ['--out', out]),
      ...change(),
    ]);
    expect(stderr).toMatch(expected);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(readdirSync(folder)).not.toContain(out);
  });

  it('takes 10,000 skills', async () => {
    const skills = Array.from({ length: 10_000 }, (_, i) => ({
      name: `Skill ${i}`,
      tier: ['core', 'preferred', 'emerging'][i % 3],
    }));
    const path = write('many.json', JSON.stringify({ title: 'Everything', skills }));
    const { code, stdout } = await runCommand(['facts', '--resume', resume, '--role', path]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).skills).toHaveLength(10_000);
  }, 30_000);

  it('refuses a file of more than 20 MB', async () => {
    const path = write('huge.json', Buffer.alloc(21_000_000, ' '));
    expect(await runCommand(['facts', '--resume', path, '--role', role])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('20 MB'),
    });
  });

  it('warns of an unknown key by its name and goes on', async () => {
    const path = write('typo.json', roleWith({ skils: [] }));
    expect(await runCommand(['facts', '--resume', resume, '--role', path])).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('"skils"'),
    });
  });

  it('lets no escape sequence of a file reach the terminal', async () => {
    const path = write('escape.json', roleWith({ market: { demand: '\u001b[31mred' } }));
    const { stderr } = await runCommand(['facts', '--resume', resume, '--role', path]);
    expect(stderr).not.toContain('\u001b');
  });
});

describe('the program', () => {
  it('lists its commands, and ends with 2 where none is given', async () => {
    const { code, stdout } = await runCommand(['--help']);
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(stdout).toContain(name);
    expect((await runCommand([])).code).toBe(2);
    expect((await runCommand(['reprot'])).stderr).toContain('report');
  });

  it.each(COMMANDS.map(({ name }) => name))('%s explains itself', async (name) => {
    const { code, stdout } = await runCommand([name, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: gapwright ${name}`);
  });

  it('has the version of package.json', async () => {
    const { version } = JSON.parse(
      readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8'),
    );
    expect((await runCommand(['--version'])).stdout.trim()).toBe(version);
  });

  it('ends with 130 on Ctrl-C in the middle, and leaves nothing behind', async () => {
    const asked = Promise.withResolvers<void>();
    const server = await startScriptedServer(() => {
      asked.resolve();
      return { fault: 'hang' };
    });
    const out = join(folder, 'interrupted');
    const child = spawn(process.execPath, [script, 'report', ...given, '--model', 'openai:m', '--out', out], {
      env: { ...process.env, OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'k' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    try {
      await asked.promise;
      child.kill('SIGINT');
      expect(await ended).toBe(130);
      expect(stderr).toContain('interrupted');
      expect(readdirSync(folder)).not.toContain('interrupted');
    } finally {
      child.kill('SIGKILL');
      await server.close();
    }
  }, 20_000);
});

describe('report --strict', () => {
  it('ends with 3 where a model never learns, and shows what it had sent', async () => {
    const server = await startScriptedServer(() => ({ content: { report: 'x\u001b[31m' } }));
    const env = { OPENAI_BASE_URL: server.url };
    const args = ['report', ...given, '--model', 'openai:m', '--strict', '--max-repairs', '1'];
    try {
      const { code, stdout, stderr } = await runCommand(args, { env });
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
      expect(stderr).toContain('cannot get a section from openai:m: found not of the shape asked for');
      expect(stderr).toContain('the model had sent: "{\\"report\\":');
      const lines = (await runCommand([...args, '--json'], { env })).stderr.trim().split('\n');
      expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
        ...{ level: 'error', fault: 'invalid-reply', text: '{"report":"x\\u001b[31m"}' },
      });
    } finally {
      await server.close();
    }
  });
});
