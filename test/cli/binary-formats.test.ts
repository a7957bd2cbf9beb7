import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { DATE, examplePaths } from '../support/read-example.ts';

const { resume = '', role = '' } = examplePaths('ai-engineer');
const given = ['report', '--resume', resume, '--role', role, '--date', DATE];
const HEADS = { pdf: '%PDF-', docx: 'PK\u0003\u0004' };
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gapwright-binary-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command line and gives the bytes that it writes. */
async function run(argv: readonly string[], isTTY: boolean) {
  const streams = [0, 1].map(() => {
    const chunks: Buffer[] = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        chunks.push(Buffer.from(chunk));
        done();
      },
    });
    return { stream, bytes: () => Buffer.concat(chunks) };
  });
  const [out, err] = streams as [(typeof streams)[0], (typeof streams)[0]];
  const code = await runCli([...given, ...argv], {
    stdout: Object.assign(out.stream, { isTTY }),
    stderr: err.stream,
    stdin: (async function* () {})(),
    env: {},
    cwd: '/',
    signal: new AbortController().signal,
  });
  return { code, stdout: out.bytes(), stderr: err.bytes().toString('utf8') };
}

it.each(['pdf', 'docx'])('does not print %s to a terminal, and says what to do', async (format) => {
  const { code, stdout, stderr } = await run(['--format', format], true);
  expect(stderr).toContain(
    `cannot print ${format} to a terminal: found --format ${format} without --out, expected --out DIR or stdout sent to a file`,
  );
  expect({ code, length: stdout.length }).toEqual({ code: 2, length: 0 });
});

it.each(Object.entries(HEADS))('prints %s to stdout that is no terminal', async (format, head) => {
  const { code, stdout } = await run(['--format', format], false);
  expect(code).toBe(0);
  expect(stdout.subarray(0, head.length).toString('latin1')).toBe(head);
});

it('writes both beside text formats', async () => {
  const out = join(folder, 'all');
  const { code, stdout } = await run(['--format', 'pdf,docx,md', '--out', out], true);
  expect(code).toBe(0);
  expect(stdout.toString('utf8').trim().split('\n')).toHaveLength(3);
  for (const [format, head] of Object.entries(HEADS))
    expect(
      readFileSync(join(out, `skill-gap-report.${format}`))
        .subarray(0, head.length)
        .toString('latin1'),
    ).toBe(head);
});
