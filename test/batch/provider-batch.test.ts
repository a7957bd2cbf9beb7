import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.ts';
import { contradictingWriter, perfectWriter } from '../support/scripted-writer.ts';
import {
  callsIn,
  DATE,
  FIRST_DRAFTS,
  MODEL,
  makeWorld,
  reportsIn,
  resumes,
  sentTo,
  summaryIn,
  type World,
} from './provider-batch-world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

/** A price for the model that the tests ask, with and without one for batches. */
const pricesFile = (batch: object) => {
  const path = join(world.dir, `prices-${JSON.stringify(batch).length}.json`);
  writeFileSync(path, JSON.stringify({ models: { [MODEL]: { input: 2, output: 8, ...batch } } }));
  return path;
};

describe('gapwright batch --provider-batch', { timeout: 60_000 }, () => {
  it.each([
    ['a writer without fault', perfectWriter, 1],
    ['a writer whose sentences need repair', contradictingWriter, 2],
  ])('gives the reports of an ordinary run: %s', async (_, writer, rounds) => {
    const server = await world.start(writer);
    const [plain, batched] = [world.folder(), world.folder()];
    const ordinary = await world.batch(plain);
    expect(ordinary.code).toBe(0);
    const ordinaryBodies = server.calls.map(({ raw }) => raw).sort();

    const result = await world.steps(batched);
    expect(result.code, result.stderr).toBe(0);
    expect(reportsIn(batched)).toEqual(reportsIn(plain));
    expect(summaryIn(batched)).toEqual(summaryIn(plain));
    expect(callsIn(batched)).toEqual(callsIn(plain).map((call) => ({ ...call, batch: true })));
    // All first drafts of all people at once, and what needs repair in the next round.
    expect(server.batches.map(({ lines }) => lines.length)).toEqual(Array(rounds).fill(FIRST_DRAFTS));
    // The bytes of an ordinary call, each once.
    const bodies = server.batches.flatMap(({ lines }) => lines.map(({ body }) => JSON.stringify(body)));
    expect(bodies.sort()).toEqual(ordinaryBodies);
    expect(new Set(sentTo(server)).size).toBe(bodies.length);
    for (const { lines, endpoint } of server.batches)
      for (const { url, method } of lines) expect([url, method]).toEqual([endpoint, 'POST']);
    // Nothing is left at the provider, and nobody's name ever was there.
    expect([...server.files]).toEqual([]);
    expect(server.uploads.join()).not.toMatch(/Zora|Quill|example\.com|Mercy/);
  });

  it('runs to the end in one command, tells the way, and goes on after Ctrl-C', async () => {
    const server = await world.start(contradictingWriter, {
      course: () => ['validating', 'in_progress', 'completed'],
    });
    const out = world.folder();
    const stop = new AbortController();
    const argv = [
      'batch',
      join(world.dir, 'people.jsonl'),
      '--role',
      join(world.dir, 'role.json'),
      '--out',
      out,
    ];
    const flags = ['--date', DATE, '--model', MODEL, '--provider-batch', '--poll', '1'];
    const options = { env: world.env(), cwd: world.dir };
    const first = runCommand([...argv, ...flags], { ...options, signal: stop.signal });
    while (server.batches.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    stop.abort();
    expect((await first).code).toBe(130);
    const second = await runCommand([...argv, ...flags], options);
    expect(second.code, second.stderr).toBe(0);
    expect(second.stderr).toContain('batch 1: completed; 12 replies');
    expect(second.stderr).toContain('batch 2 (round 2): 12 requests are with the provider as batch_2');
    expect(second.stderr).toContain('2 written, 0 kept, 0 copied, 0 failed (24 requests, 2400 tokens in');
    expect(new Set(sentTo(server)).size).toBe(24);
    expect(server.requests.filter((one) => one.endsWith('/chat/completions'))).toEqual([]);

    const again = await world.batch(out, '--provider-batch', '--format', 'md');
    expect(again.stderr).toContain('0 written, 2 kept, 0 copied, 0 failed');
    // Another format is written from the replies that are there.
    const other = await world.batch(out, '--provider-batch', '--format', 'html');
    expect(other.stderr).toContain('2 written');
    expect(server.batches.length).toBe(2);
  });

  it('takes the Responses API where the chain does', async () => {
    const server = await world.start(perfectWriter);
    const out = world.folder();
    const model = ['--model', 'openai:gpt-5.6'];
    const result = await world.steps(out, ...model);
    expect(result.code, result.stderr).toBe(0);
    expect(server.batches.map(({ endpoint, lines }) => [endpoint, lines[0]?.url, lines.length])).toEqual([
      ['/v1/responses', '/v1/responses', 12],
    ]);
    expect(summaryIn(out).sentences).toMatchObject({ repaired: 0, offline: 0 });
    expect(summaryIn(out).spent).toMatchObject({ calls: 12, inputTokens: 12 * 900, outputTokens: 12 * 200 });
  });

  it('says what would be sent, and sends nothing', async () => {
    const server = await world.start(perfectWriter);
    const result = await world.batch(
      world.folder(),
      '--provider-batch',
      '--dry-run',
      '--prices',
      pricesFile({ batch: 0.5 }),
    );
    expect(result.code).toBe(0);
    expect(result.stdout).toMatch(
      /^12 requests, 0\.\d MB, about \d{4,} tokens in and \d{4,} out, 0\.0\d{3} USD through the Batch API, repairs not counted\n$/,
    );
    expect(server.requests).toEqual([]);
    // Not even a key is needed.
    const keyless = await runCommand(
      [
        ...['batch', join(world.dir, 'people.jsonl'), '--role', join(world.dir, 'role.json')],
        ...['--out', world.folder(), '--model', 'openai:gpt-5-mini', '--provider-batch', '--dry-run'],
      ],
      { cwd: world.dir },
    );
    expect(keyless.stdout).toMatch(/^12 requests, /);
  });

  it.each([
    ['half of it', { batch: 0.5 }, 0.5],
    ['unknown where the table has none', {}, null],
  ])('counts the price of the Batch API: %s', async (_, batch, share) => {
    await world.start(perfectWriter);
    const [plain, batched] = [world.folder(), world.folder()];
    const prices = ['--prices', pricesFile(batch)];
    await world.batch(plain, ...prices);
    const result = await world.steps(batched, ...prices);
    const full = summaryIn(plain).spent.cost as number;
    expect(full).toBeGreaterThan(0);
    const cost = summaryIn(batched).spent.cost;
    if (share === null) expect(cost).toBeNull();
    else expect(cost).toBeCloseTo(full * share, 10);
    expect(result.stderr).toContain(
      share === null ? 'cost unknown' : `cost ${(full * share).toFixed(4)} USD`,
    );
  });

  it.each([
    [
      ['--max-tokens', '900'],
      /found \d+ of 900 tokens used, under way or expected by estimate, so nothing was sent for the next 12 requests/,
    ],
    [['--max-cost', '0.001'], /found 0\.0\d+ of 0\.001 USD used, under way or expected by estimate/],
  ])('keeps to a budget before anything is uploaded: %s', async (flags, message) => {
    const server = await world.start(perfectWriter);
    const out = world.folder();
    const prices = ['--prices', pricesFile({ batch: 0.5 })];
    const result = await world.batch(out, '--provider-batch', ...flags, ...prices);
    expect(result.code).toBe(3);
    expect(result.stderr).toMatch(message);
    expect(server.requests).toEqual([]);
    expect((await world.steps(out, ...prices)).code).toBe(0);
  });

  it('counts what repairs would take against the budget as well', async () => {
    const server = await world.start(contradictingWriter);
    const out = world.folder();
    await world.batch(out, '--provider-batch', '--dry-run');
    const estimate = await world.batch(out, '--provider-batch', '--dry-run');
    const [, input = '', output = ''] = /about (\d+) tokens in and (\d+) out/.exec(estimate.stdout) ?? [];
    let last = estimate;
    for (let step = 0; step < 8 && last.code === 0; step += 1)
      last = await world.batch(
        out,
        '--provider-batch',
        '--once',
        '--max-tokens',
        String(Number(input) + Number(output)),
      );
    expect(last.code).toBe(3);
    expect(last.stderr).toContain('for the next 12 requests');
    expect(server.batches.length).toBe(1);
  });

  it('asks once for equal inputs, and keeps one bad resume to one line', async () => {
    const server = await world.start(perfectWriter);
    const out = world.folder();
    const people = join(world.dir, 'some.jsonl');
    const lines = [
      { id: 'a', resume: resumes[0] },
      { id: 'b', resume: { skills: 7 } },
      { id: 'c', resume: resumes[0] },
    ];
    writeFileSync(people, lines.map((line) => JSON.stringify(line)).join('\n'));
    const argv = ['batch', people, '--role', join(world.dir, 'role.json'), '--out', out, '--date', DATE];
    const step = () =>
      runCommand([...argv, '--model', MODEL, '--provider-batch', '--once'], {
        env: world.env(),
        cwd: world.dir,
      });
    let last = await step();
    expect(last.stdout).toBe(
      'waiting: 0 people have a report, 2 wait, 1 failed; batch 1 of round 1 validating (0 of 6 requests done)\n',
    );
    expect(last.code).toBe(0);
    while (last.stdout.startsWith('waiting')) last = await step();
    expect(last.code).toBe(1);
    expect(server.batches.map((one) => one.lines.length)).toEqual([6]);
    expect(summaryIn(out).reports).toEqual({ people: 3, written: 1, kept: 0, copied: 1, failed: 1 });
    expect(readFileSync(join(out, 'failures.jsonl'), 'utf8')).toMatch(/^\{"id":"b",.*\n$/);
  });

  it('keeps the date of the first request, so that a run of days asks nothing twice', async () => {
    const server = await world.start(contradictingWriter);
    const out = world.folder();
    const argv = [
      'batch',
      join(world.dir, 'people.jsonl'),
      '--role',
      join(world.dir, 'role.json'),
      '--out',
      out,
    ];
    const step = (...more: string[]) =>
      runCommand([...argv, '--model', MODEL, '--provider-batch', '--once', ...more], {
        env: world.env(),
        cwd: world.dir,
      });
    let last = await step('--date', '2024-02-29');
    while (last.stdout.startsWith('waiting')) last = await step();
    expect(last.code).toBe(0);
    expect(summaryIn(out).date).toBe('2024-02-29');
    expect(new Set(sentTo(server)).size).toBe(sentTo(server).length);
    expect(server.batches.length).toBe(2);
  });

  it('asks anew for what changed while batches were under way', async () => {
    const server = await world.start(perfectWriter);
    const out = world.folder();
    await world.batch(out, '--provider-batch', '--once');
    const result = await world.steps(out, '--length', 'long');
    expect(result.code, result.stderr).toBe(0);
    expect(server.batches.map(({ lines }) => lines.length)).toEqual([12, 12]);
    expect(new Set(sentTo(server)).size).toBe(24);
  });

  it('leaves the files where it is told to', async () => {
    const server = await world.start(perfectWriter);
    await world.steps(world.folder(), '--keep-files');
    expect([...server.files.values()].map(({ purpose }) => purpose)).toEqual(['batch', 'batch_output']);
  });

  it.each([
    [['--once'], 'cannot use --once: found no --provider-batch, expected it with them'],
    [['--poll', '5m', '--keep-files'], 'cannot use --poll and --keep-files: found no --provider-batch'],
    [['--provider-batch', '--poll', 'soon'], 'expected a time such as 60s, 5m or 1h'],
    [['--provider-batch', '--once', '--dry-run'], 'cannot use --once and --dry-run together'],
    [['--provider-batch', '--max-seconds', '9'], 'cannot use --max-seconds with --provider-batch'],
    [['--provider-batch', '--cache', 'x'], 'cannot use --cache with --provider-batch'],
    [['--provider-batch', '--max-cost', '1'], 'found no price for openai:scripted-model'],
    [['--provider-batch', '--model', 'offline'], 'cannot use --provider-batch: found no model'],
    [
      ['--provider-batch', '--model', 'ollama:x'],
      /cannot ask "ollama:x" through a Batch API|found no usable package/,
    ],
    [['--provider-batch', '--model', 'azure:x'], 'cannot ask "azure:x" through a Batch API'],
  ])('refuses %j', async (flags, message) => {
    await world.start(perfectWriter);
    const out = world.folder();
    const { code, stderr } = await runCommand(
      [
        'batch',
        join(world.dir, 'people.jsonl'),
        '--role',
        join(world.dir, 'role.json'),
        '--out',
        out,
        '--model',
        MODEL,
      ].concat(flags),
      {
        env: { ...world.env(), AZURE_OPENAI_API_KEY: 'k', AZURE_OPENAI_ENDPOINT: 'http://127.0.0.1:1' },
        cwd: world.dir,
      },
    );
    expect([2, 3]).toContain(code);
    if (typeof message === 'string') expect(stderr).toContain(message);
    else expect(stderr).toMatch(message);
    expect(world.server.requests).toEqual([]);
    expect(existsSync(join(out, 'summary.json'))).toBe(false);
  });

  it('refuses people of standard input, and a price for batches that nobody knows', async () => {
    await world.start(perfectWriter);
    const argv = [
      'batch',
      '-',
      '--role',
      join(world.dir, 'role.json'),
      '--out',
      world.folder(),
      '--model',
      MODEL,
    ];
    const { code, stderr } = await runCommand([...argv, '--provider-batch'], {
      env: world.env(),
      cwd: world.dir,
    });
    expect(code).toBe(2);
    expect(stderr).toContain('cannot read people from standard input with --provider-batch');
    const priced = await world.batch(
      world.folder(),
      '--provider-batch',
      '--max-cost',
      '1',
      '--prices',
      pricesFile({}),
    );
    expect(priced.stderr).toContain(
      'found no price of the Batch API for openai:scripted-model, expected "batch" beside',
    );
  });

  it('says so where the server has no Batch API', async () => {
    const server = await world.start(perfectWriter, { before: () => ({ status: 404 }) });
    const { code, stderr } = await world.batch(world.folder(), '--provider-batch');
    expect(code).toBe(3);
    expect(stderr).toContain('found HTTP 404 at /files, expected a server with /files and /batches');
    expect(server.requests).toEqual(['POST /v1/files']);
  });
});
