import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLine, safe } from '../../src/cli/io.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { DATE } from '../support/read-example.ts';
import { runCommand } from '../support/run-command.ts';
import { startScriptedServer } from '../support/scripted-server.ts';
import { ATTACKS, baseInputs, INSERT } from './base-case.ts';

/** Sets the title of the terminal, clears it, turns the writing round, and a bell. */
const POISON = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202eevil\u200b\u{e0041}';
const UNSEEN = /(?!\n)\p{Cc}|\p{Cf}|\p{Co}/gu;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gapwright-terminal-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function flagsOf(name: string, inputs: Record<string, unknown>): string[] {
  return [
    ...Object.entries(inputs).flatMap(([noun, value]) => [`--${noun}`, write(`${name}-${noun}.json`, value)]),
    ...['--date', DATE],
  ];
}

describe('what reaches the terminal', () => {
  it('of a text: everything but what is unseen', () => {
    expect(safe(`a${POISON}b\tc\nd 👩‍💻`)).toBe('a]0;owned[2J31mevilb\tc\nd 👩‍💻');
  });

  it('of a JSON line: everything, but written', () => {
    const line = jsonLine({ text: POISON });
    expect(line.match(UNSEEN)).toBeNull();
    expect(JSON.parse(line)).toEqual({ text: POISON });
  });

  const wrong: [string, (inputs: ReturnType<typeof baseInputs>) => void][] = [
    ['a wrong value', ({ role }) => void Object.assign(role.market, { demand: POISON })],
    ['an unknown key', ({ resume }) => Object.assign(resume, { [POISON]: 1 })],
    [
      'a level that cannot be read',
      ({ resume }) => void Object.assign(resume.skills[0] ?? {}, { level: POISON }),
    ],
    ['a date that is none', ({ resume }) => void Object.assign(resume.work[0] ?? {}, { startDate: POISON })],
  ];

  it.each(wrong)('of a message about %s: no control sequence', async (_, spoil) => {
    const inputs = baseInputs();
    spoil(inputs);
    for (const more of [[], ['--json'], ['--verbose']]) {
      const { stdout, stderr } = await runCommand(['facts', ...flagsOf('wrong', inputs), ...more]);
      expect(`${stdout}${stderr}`.match(UNSEEN)).toBeNull();
      expect(stderr).not.toBe('');
    }
  });

  it('of a file that is not there: no control sequence of its name', async () => {
    const { code, stderr } = await runCommand([
      'report',
      '--resume',
      `${POISON}.json`,
      '--role',
      `x${POISON}`,
    ]);
    expect(code).toBe(2);
    expect(stderr.match(UNSEEN)).toBeNull();
  });

  it('of the facts of every attack: no control sequence', async () => {
    const inputs = baseInputs();
    for (const { where, text } of ATTACKS) INSERT[where](inputs, text);
    const { code, stdout, stderr } = await runCommand(['facts', ...flagsOf('facts', inputs)]);
    expect(code).toBe(0);
    expect(stdout.match(UNSEEN)).toBeNull();
    expect(stderr.match(UNSEEN)).toBeNull();
  });

  it.each([[], ['--json'], ['--strict'], ['--strict', '--verbose']])(
    'of a server that answers with one: no control sequence (%s %s)',
    async (...flags) => {
      const server = await startScriptedServer((call) =>
        call.index % 2 === 0
          ? { status: 400, error: { message: `no ${POISON}`, code: POISON } }
          : { content: { paragraphs: [{ sentences: [{ text: `Said ${POISON}.`, facts: [POISON] }] }] } },
      );
      try {
        const { stdout, stderr } = await runCommand(
          [
            'report',
            ...flagsOf('server', baseInputs()),
            '--model',
            'openai:m',
            '--max-repairs',
            '0',
            ...flags,
          ],
          { env: { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'sk-terminal-0123456789' } },
        );
        expect(stdout.match(UNSEEN)).toBeNull();
        expect(stderr.match(UNSEEN)).toBeNull();
        expect(stderr).toContain('no');
      } finally {
        await server.close();
      }
    },
  );

  it('of the live list: its own sequences and none of a server', async () => {
    const server = await startScriptedServer((call) =>
      call.index < 6
        ? { status: 503, headers: { 'retry-after': '0' }, error: { message: `slow ${POISON} down` } }
        : { status: 401, error: { message: `no ${POISON}` } },
    );
    try {
      const shown: string[] = [];
      const stderr = Object.assign(
        new Writable({
          write(chunk, _encoding, done) {
            shown.push(String(chunk));
            done();
          },
        }),
        { isTTY: true, columns: 200, rows: 50 },
      );
      const stdout = new Writable({ write: (_chunk, _encoding, done) => done() });
      const code = await runCli(['report', ...flagsOf('live', baseInputs()), '--model', 'openai:m'], {
        stdout,
        stderr,
        stdin: (async function* () {})(),
        env: { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'sk-terminal-0123456789' },
        cwd: folder,
        signal: new AbortController().signal,
      });
      const text = shown.join('');
      expect(code).toBe(0);
      expect(text).toContain('waiting');
      expect(text).toContain('slow');
      for (const part of ['\u001b]0;', '\u001b[2J', '\u0007', '\u009b', '\u202e', '\u200b', '\u{e0041}'])
        expect(text).not.toContain(part);
    } finally {
      await server.close();
    }
  });

  it.each(['text', 'json', 'sarif', 'junit', 'github'])(
    'of a check of somebody’s report as %s: no control sequence',
    async (format) => {
      const report = write('poisoned.md', `# Report\n\nAna Kovac ${POISON}\n\n- Python${POISON}: missing\n`);
      const { resume, role } = baseInputs();
      const { stdout, stderr } = await runCommand([
        ...['check', report, '--format', format],
        ...flagsOf('check', { resume, role }),
      ]);
      expect(stdout).toContain('Python');
      expect(`${stdout}${stderr}`.match(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu)).toBeNull();
    },
  );
});
