import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.ts';

const dir = mkdtempSync(join(tmpdir(), 'gapwright-queue-command-'));
afterAll(() => rmSync(dir, { recursive: true }));
const example = (name: string) => new URL(`../../examples/${name}`, import.meta.url).pathname;
const batch = (...args: string[]) =>
  runCommand(
    ['batch', example('nurse/resume.yaml'), '--role', example('nurse/role.yaml'), '--out', 'out', ...args],
    { cwd: dir },
  );

/** Nobody listens at port 1. */
const NOWHERE = 'redis://127.0.0.1:1';

describe('the commands of a queue, without Redis', () => {
  it.each<[string, string[], string]>([
    ['no store', ['--queue', NOWHERE], 'found no --store and no GAPWRIGHT_STORE'],
    [
      'flags of workers',
      ['--queue', NOWHERE, '--store', 's', '--max-cost', '5', '--concurrency', '3'],
      'cannot use --max-cost, --concurrency with --queue: the model is asked by the workers',
    ],
    [
      "the provider's batches beside it",
      ['--queue', NOWHERE, '--store', 's', '--model', 'openai:x', '--provider-batch'],
      'cannot use --queue with --provider-batch',
    ],
    [
      'an unknown provider',
      ['--queue', NOWHERE, '--store', 's', '--model', 'nobody:x'],
      'cannot use the model "nobody:x"',
    ],
    [
      'another scheme',
      ['--queue', 'amqp://u:secret@h', '--store', 's'],
      'cannot use the queue "amqp://***@h"',
    ],
    ['no address', ['--queue', 'localhost', '--store', 's'], 'expected the address of a Redis server'],
    ['detach without a queue', ['--detach'], 'cannot use --detach: found no --queue'],
  ])('a batch refuses %s', async (_, args, message) => {
    const { code, stderr } = await batch(...args);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('secret');
    expect(code).toBe(2);
  });

  it('says that nobody is at the address', { timeout: 30_000 }, async () => {
    const { code, stderr } = await batch('--queue', NOWHERE, '--store', 's');
    expect(stderr).toContain('cannot reach the queue at redis://127.0.0.1:1: found connect ECONNREFUSED');
    expect(code).toBe(3);
  });

  it.each([['10/min/s'], ['0/s'], ['many']])('a worker refuses the rate %s', async (rate) => {
    const { code, stderr } = await runCommand(['worker', '--queue-rate', rate], { cwd: dir });
    expect(stderr).toContain('expected 10/s, 500/min, 5000/h or off');
    expect(code).toBe(2);
  });

  it('a worker wants to know its queue', async () => {
    const { code, stderr } = await runCommand(['worker'], { cwd: dir });
    expect(stderr).toContain('found no --queue and no GAPWRIGHT_QUEUE');
    expect(code).toBe(2);
  });
});
