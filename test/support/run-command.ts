import { Writable } from 'node:stream';
import { runCli } from '../../src/cli/run-cli.ts';

export interface CommandResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the command line in this process, with a world of its own. */
export async function runCommand(
  argv: readonly string[],
  {
    env = {},
    cwd = '/',
    stdin = '',
    signal = new AbortController().signal,
  }: { env?: Record<string, string>; cwd?: string; stdin?: string; signal?: AbortSignal } = {},
): Promise<CommandResult> {
  const [stdout, stderr] = [collector(), collector()];
  const code = await runCli(argv, {
    stdout: stdout.stream,
    stderr: stderr.stream,
    stdin: feed(stdin),
    env,
    cwd,
    signal,
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

async function* feed(text: string): AsyncGenerator<Uint8Array> {
  if (text !== '') yield Buffer.from(text);
}

function collector() {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}
