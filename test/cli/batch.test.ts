import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BatchSummary, Progress } from '../../schemas/index.ts';
import { runCommand } from '../support/run-command.ts';

const example = (name: string) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
const role = example('nurse/role.yaml');

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'gapwright-batch-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

describe('gapwright batch', () => {
  const batch = (...more: string[]) =>
    runCommand([
      'batch',
      example('nurse/resume.yaml'),
      join(dir, 'people.jsonl'),
      '--role',
      role,
      '--date',
      '2026-11-01',
      '--out',
      join(dir, 'out'),
      ...more,
    ]);

  it('writes who can be written, tells who not, and goes on where it was', async () => {
    writeFileSync(
      join(dir, 'people.jsonl'),
      '{"id":"eve","resume":{"skills":[{"name":"Wound Care"}]}}\n{"id":"bob","resume":{"skills":7}}\n',
    );
    const first = await batch('--format', 'md,json');
    expect(first.code).toBe(1);
    expect(first.stderr).toContain('2 written, 0 kept, 0 copied, 1 failed.');
    expect(first.stderr).not.toContain('empty resume');
    expect(first.stdout.trim().split('\n')).toEqual(
      ['json', 'md', 'html'].map((extension) => join(dir, 'out', `summary.${extension}`)),
    );
    expect(readFileSync(join(dir, 'out/reports/eve/skill-gap-report.md'), 'utf8')).toContain(
      'Intensive Care Nurse',
    );
    const failure = JSON.parse(readFileSync(join(dir, 'out/failures.jsonl'), 'utf8'));
    expect(failure).toMatchObject({ id: 'bob', error: 'InputError' });
    expect(failure.reason).toContain('found 7 at skills');
    const summary = JSON.parse(readFileSync(join(dir, 'out/summary.json'), 'utf8'));
    expect(BatchSummary.safeParse(summary).error).toBeUndefined();

    const second = await batch('--format', 'md,json');
    expect(second.stderr).toContain('0 written, 2 kept, 0 copied, 1 failed.');
    // Another format is another file: it has to be written.
    const third = await batch('--format', 'html', '--quiet');
    expect(third.code).toBe(1);
    expect(readFileSync(join(dir, 'out/reports/eve/skill-gap-report.html'), 'utf8')).toContain('<html');
  });

  it('is wrong usage where the role cannot be read, before anything is written', async () => {
    const { code, stderr } = await runCommand([
      ...['batch', example('nurse/resume.yaml'), '--role', join(dir, 'none.yaml')],
      ...['--out', join(dir, 'nothing')],
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('none.yaml: found no such file');
  });
});

describe('gapwright diff', () => {
  it('compares a fact sheet with a report, as Markdown and as facts', async () => {
    const facts = async (resume: string, date: string, ...format: string[]) => {
      const { stdout } = await runCommand([
        ...(format.length > 0 ? ['report', ...format] : ['facts']),
        ...['--resume', resume, '--role', role, '--date', date],
      ]);
      const file = join(dir, `${date}.json`);
      writeFileSync(file, stdout);
      return file;
    };
    const before = join(dir, 'before.json');
    writeFileSync(
      before,
      JSON.stringify({ basics: { name: 'Amara Lindqvist' }, skills: [{ name: 'IV Therapy' }] }),
    );
    const old = await facts(before, '2026-03-01');
    const now = await facts(example('nurse/resume.yaml'), '2026-11-01', '--format', 'json');
    const text = await runCommand(['diff', old, now]);
    expect(text.code).toBe(0);
    expect(text.stdout).toContain('# Progress since March 2026');
    expect(text.stdout).toMatch(/\| Patient Assessment +\| closed +\|/);
    const json = await runCommand(['diff', old, now, '--format', 'json']);
    expect(Progress.safeParse(JSON.parse(json.stdout)).error).toBeUndefined();
    const turned = await runCommand(['diff', now, old]);
    expect(turned.code).toBe(2);
    expect(turned.stderr).toContain('expected the older one first');
  });
});
