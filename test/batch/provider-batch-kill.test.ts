import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BatchStep } from '../support/scripted-batches.ts';
import { contradictingWriter } from '../support/scripted-writer.ts';
import { DATE, MODEL, makeWorld, reportsIn, sentTo, summaryIn, type World } from './provider-batch-world.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

/** Where each start of the program is killed: the server has done the step, or not, and nobody gets its answer. */
const KILLS: { when: 'before' | 'after'; step: BatchStep; count: number }[] = [
  { when: 'after', step: 'upload', count: 1 },
  { when: 'before', step: 'create', count: 1 },
  { when: 'after', step: 'create', count: 2 },
  { when: 'before', step: 'content', count: 1 },
  // The repairs' batch.
  { when: 'after', step: 'create', count: 3 },
];

describe('a provider batch under kill -9', { timeout: 240_000 }, () => {
  it('sends no request twice, wherever it is killed, and gives the same reports', async () => {
    await world.start(contradictingWriter);
    const calm = world.folder();
    expect((await world.batch(calm)).code).toBe(0);

    let child: ReturnType<typeof spawn> | undefined;
    const killed: string[] = [];
    const strike = (when: 'before' | 'after') => (step: BatchStep, count: number) => {
      const isDue = KILLS.some((kill) => kill.when === when && kill.step === step && kill.count === count);
      if (!isDue || !child) return undefined;
      killed.push(`${when} ${step} ${count}`);
      child.kill('SIGKILL');
      return 'hang' as const;
    };
    const server = await world.start(contradictingWriter, {
      course: () => ['validating', 'completed'],
      before: strike('before'),
      after: strike('after'),
    });
    const out = world.folder();
    const run = () =>
      new Promise<{ code: number | null; signal: string | null; told: string }>((resolve, reject) => {
        let told = '';
        child = spawn(
          process.execPath,
          [
            ...[
              CLI,
              'batch',
              join(world.dir, 'people.jsonl'),
              '--role',
              join(world.dir, 'role.json'),
              '--out',
              out,
            ],
            ...['--date', DATE, '--model', MODEL, '--format', 'md,json', '--provider-batch', '--poll', '1'],
          ],
          {
            env: { ...process.env, ...world.env(), NODE_COMPILE_CACHE: join(world.dir, 'cache') },
            cwd: world.dir,
            stdio: ['ignore', 'ignore', 'pipe'],
          },
        );
        child.stderr?.on('data', (chunk) => {
          told += String(chunk);
        });
        child.on('error', reject);
        child.on('close', (code, signal) => resolve({ code, signal, told }));
      });

    let last = await run();
    for (let start = 0; start < KILLS.length + 2 && last.signal === 'SIGKILL'; start += 1) last = await run();
    expect(last.code, last.told).toBe(0);
    expect(killed.length, killed.join(', ')).toBe(KILLS.length);

    expect(reportsIn(out)).toEqual(reportsIn(calm));
    expect(summaryIn(out)).toEqual(summaryIn(calm));
    // Two rounds of twelve, each request in one batch and once in it.
    expect(server.batches.map(({ lines }) => lines.length)).toEqual([12, 12]);
    expect(new Set(sentTo(server)).size).toBe(24);
    expect(server.requests.filter((one) => one.endsWith('/chat/completions'))).toEqual([]);
    expect([...server.files]).toEqual([]);
  });
});
