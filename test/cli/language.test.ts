import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FactSheet } from '../../schemas/index.ts';
import { DATE, examplePaths } from '../support/read-example.ts';
import { runCommand } from '../support/run-command.ts';

const { resume = '', role = '' } = examplePaths('nurse');
const given = ['--resume', resume, '--role', role, '--date', DATE];
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gapwright-language-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('--language', () => {
  it('writes the report in it', async () => {
    const { code, stdout } = await runCommand(['report', ...given, '--language', 'de']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# Kompetenzabgleich: Amara Lindqvist und die Position Intensive Care Nurse/);
    expect(stdout).toContain('## Qualifizierungsplan');
  });

  it('gives the facts their displays, and leaves ids and values as they are', async () => {
    const [own, english] = await Promise.all(
      [['--language', 'es'], []].map(async (flags) =>
        FactSheet.parse(JSON.parse((await runCommand(['facts', ...given, ...flags])).stdout)),
      ),
    );
    expect(own?.language).toBe('es');
    expect(own?.facts.find(({ id }) => id === 'roadmap.weeks')?.display).toBe('52 semanas');
    expect(own?.facts.map(({ id }) => id)).toEqual(english?.facts.map(({ id }) => id));
  });

  it('is refused where there is none such', async () => {
    const { code, stderr } = await runCommand(['report', ...given, '--language', 'tlh']);
    expect(code).toBe(2);
    expect(stderr).toContain('found "tlh", expected one of en, de, es');
  });

  it('tells check what it reads', async () => {
    const { stdout: report } = await runCommand(['report', ...given, '--language', 'de']);
    const path = join(folder, 'report.md');
    writeFileSync(path, report);
    const check = ['check', path, ...given, '--language', 'de'];
    const sound = await runCommand(check);
    expect(sound.code).toBe(0);
    expect(sound.stderr).toContain('Prose in German is checked for figures, names and slots only.');
    expect(sound.stdout).toMatch(/^0 errors, .* 0 supported/m);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('52 Wochen', '55 Wochen').replace('drei fehlen', 'Docker fehlt'),
    );
    const wrong = await runCommand(check);
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toContain('Unexpected 55, expected a figure of the facts');
    expect(wrong.stdout).toContain('Unexpected Docker, expected only names of the facts');
  });

  it('serves a batch', async () => {
    const out = join(folder, 'batch');
    const { code } = await runCommand([
      'batch',
      resume,
      '--role',
      role,
      '--date',
      DATE,
      '--language',
      'es',
      '--out',
      out,
    ]);
    expect(code).toBe(0);
  });
});
