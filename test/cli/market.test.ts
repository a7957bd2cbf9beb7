import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Role } from '../../schemas/index.ts';
import { DATE, examplePaths } from '../support/read-example.ts';
import { runCommand } from '../support/run-command.ts';

const { resume = '' } = examplePaths('ai-engineer');
const folder = mkdtempSync(join(tmpdir(), 'gapwright-market-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}
const a = write(
  'a.md',
  '# Florb Engineer\n\n## Requirements\n- Python\n- AWS or GCP\n- No Java required\n\n## Nice to have\n- Rust\n',
);
const b = write('b.txt', 'Florb Engineer\n\nRequired: Python and Docker. Salary: 50k-60k EUR per year.\n');

describe('market', () => {
  it('makes a profile of postings from which a report is written, counts instead of percentages', async () => {
    const out = join(folder, 'role.json');
    const built = await runCommand([
      'market',
      'build',
      a,
      b,
      '--title',
      'Florb Engineer',
      '--as-of',
      '2026-10',
      '--min-count',
      '1',
      '--out',
      out,
    ]);
    expect(built.code).toBe(0);
    expect(built.stdout).toBe(`${out}\n`);
    expect(built.stderr).toContain(
      'The sample is small (2 distinct postings): reports give counts and no percentages.',
    );
    const role = Role.parse(JSON.parse(readFileSync(out, 'utf8')));
    expect(role.skills.map(({ name, tier, postings }) => [name, tier, postings])).toEqual([
      ['Python', 'core', 2],
      ['AWS or Google Cloud', 'core', 1],
      ['Docker', 'core', 1],
      ['Rust', 'preferred', 1],
    ]);
    const report = await runCommand(['report', '--resume', resume, '--role', out, '--date', DATE]);
    expect([report.code, report.stderr.includes('cannot')]).toEqual([0, false]);
    expect(report.stdout).toContain('Python is named most often, in both postings');
    expect(report.stdout).toContain('counted in two distinct postings as of October 2026');
    expect(report.stdout).not.toMatch(/\d% of (?:the )?postings/);
    const checked = await runCommand([
      'check',
      write('report.md', report.stdout),
      '--resume',
      resume,
      '--role',
      out,
      '--date',
      DATE,
    ]);
    expect([checked.code, checked.stdout]).toEqual([0, expect.stringContaining('0 errors')]);
  });

  it('writes over nothing without --force', async () => {
    const out = write('taken.json', '{}');
    const { code, stderr } = await runCommand([
      'market',
      'build',
      a,
      '--title',
      'X',
      '--min-count',
      '1',
      '--out',
      out,
    ]);
    expect([code, readFileSync(out, 'utf8')]).toEqual([2, '{}']);
    expect(stderr).toContain('taken.json');
  });

  it('merges, shows, and finds a profile of a library by its title', async () => {
    const one = write(
      'one.json',
      JSON.stringify({ title: 'Florber', skills: [{ name: 'Python', tier: 'core' }] }),
    );
    const two = write(
      'two.json',
      JSON.stringify({ title: 'Blorper', skills: [{ name: 'Python', tier: 'preferred' }] }),
    );
    const merged = await runCommand(['market', 'merge', one, two]);
    expect(JSON.parse(merged.stdout)).toMatchObject({ title: 'Florber', aliases: ['Blorper'] });
    expect(merged.stderr).toContain('The tier of Python is "core"');
    expect((await runCommand(['market', 'show', 'blorpers', '--roles', folder])).stdout).toMatch(
      /^Blorper\n=======/,
    );
    const facts = await runCommand([
      'facts',
      '--resume',
      resume,
      '--role',
      'florber',
      '--roles',
      folder,
      '--date',
      DATE,
    ]);
    expect(JSON.parse(facts.stdout)).toMatchObject({ role: { title: 'Florber' } });
    const none = await runCommand(['facts', '--resume', resume, '--role', 'nobody', '--roles', folder]);
    expect([none.code, none.stdout]).toEqual([2, '']);
    expect(none.stderr).toContain('cannot choose a role: found --role "nobody"');
  });

  it.each([
    [['--rate', 'EUR=1'], 'expected FROM:TO=RATE'],
    [['--field', 'florb=x'], 'expected FIELD=COLUMN'],
    [['--core-share', '40'], 'expected a share from 0 to 1'],
    [['--min-count', '0'], 'expected a whole number from 1 on'],
    [['--as-of', 'May'], 'expected a date'],
    [['--demand', 'high'], 'found --demand without --demand-definition'],
  ])('refuses %j', async (flags, message) => {
    const { code, stderr } = await runCommand(['market', 'build', a, '--title', 'X', ...flags]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('catalog', () => {
  it('checks, imports, and is used by report and check', async () => {
    const csv = write(
      'courses.csv',
      'title,provider,url,cost,skills\nFlorb Now,ACME,https://example.com,free,Florbing\n',
    );
    const dir = mkdtempSync(join(folder, 'catalog-'));
    const imported = await runCommand(['catalog', 'import', csv, '--out', join(dir, 'courses.yaml')]);
    expect(imported.code).toBe(0);
    writeFileSync(
      join(dir, 'skills.yaml'),
      'skills:\n  - {name: Florbing, kind: tool, aliases: [florb work]}\n',
    );
    const check = await runCommand(['catalog', 'check', dir, '--date', DATE]);
    expect([check.code, check.stdout]).toEqual([0, expect.stringContaining('0 errors, 0 warnings')]);
    const role = write(
      'florb.json',
      JSON.stringify({ title: 'Lead', skills: [{ name: 'florb work', tier: 'core' }] }),
    );
    const given = ['--resume', resume, '--role', role, '--date', DATE, '--catalog', dir];
    const report = await runCommand(['report', ...given]);
    expect(report.stdout).toContain('Florb Now by ACME');
    const text = write('with-catalog.md', '## Skills\n\nThe candidate holds Florb Work.\n');
    const wrong = await runCommand(['check', text, ...given]);
    expect([wrong.code, wrong.stdout]).toEqual([1, expect.stringContaining('skill-polarity')]);
  });

  it('ends with 1 where a catalog has errors', async () => {
    const dir = mkdtempSync(join(folder, 'wrong-'));
    writeFileSync(
      join(dir, 'a.yaml'),
      'skills:\n  - {name: Florbing, kind: tool, prerequisites: [Nothing]}\n',
    );
    const { code, stdout } = await runCommand(['catalog', 'check', dir]);
    expect([code, stdout]).toEqual([1, expect.stringContaining('error: found "Nothing" beside Florbing')]);
    expect((await runCommand(['facts', '--resume', resume, '--role', a, '--catalog', dir])).code).toBe(2);
  });
});
