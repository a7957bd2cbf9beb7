#!/usr/bin/env node
// Nothing is imported before the version is known: an old Node would end in a syntax error of some module.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(
    `gapwright needs Node 22.12 or newer, found ${process.versions.node}. Get it from https://nodejs.org.\n`,
  );
  process.exitCode = 2;
} else {
  // Compiled code is kept by Node between runs: start-up is mostly the compiling of zod.
  (await import('node:module')).enableCompileCache?.();
  const { runCli } = await import('./cli/run-cli.ts');
  const stop = new AbortController();
  process.on('SIGINT', () => {
    // The second Ctrl-C does not wait for anything.
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  });
  process.on('SIGTERM', () => stop.abort());
  // A reader that closes the pipe early (head) has what it wanted.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  process.exitCode = await runCli(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: process.stdin,
    env: process.env,
    cwd: process.cwd(),
    signal: stop.signal,
  });
  // Sockets that a model's client keeps open must not keep the program.
  if (stop.signal.aborted) process.exit(process.exitCode);
}

export {};
