import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BatchFault, BatchScript, BatchStep, ScriptedBatch } from '../support/scripted-batches.ts';
import type { Script } from '../support/scripted-server.ts';
import { contradictingWriter, perfectWriter } from '../support/scripted-writer.ts';
import {
  callsIn,
  FIRST_DRAFTS,
  makeWorld,
  reportsIn,
  sentTo,
  summaryIn,
  type World,
} from './provider-batch-world.ts';

/** Random courses of faults. */
const RUNS = 3;

let world: World;
/** What an ordinary run gives. */
let plain: Record<string, string>;
beforeAll(async () => {
  world = await makeWorld();
  await world.start(perfectWriter);
  const out = world.folder();
  await world.batch(out);
  plain = reportsIn(out);
}, 60_000);
afterAll(() => world.end());

const quick = (last: string) => () => ['validating', last];
const isFirst = ({ index }: ScriptedBatch) => index === 0;
const half = { index: (line: { index: number }) => line.index % 2 === 0 };
/** A script for the first batch alone; later ones are answered. */
const first = (script: BatchScript): BatchScript => ({
  course: (batch) =>
    isFirst(batch) ? (script.course?.(batch) ?? ['validating', 'completed']) : ['validating', 'completed'],
  fate: (line, batch) => (isFirst(batch) ? (script.fate?.(line, batch) ?? 'answer') : 'answer'),
  errors: (batch) => (isFirst(batch) ? script.errors?.(batch) : undefined),
});

interface Row {
  script: BatchScript;
  flags?: string[];
  /** Requests in each batch. */
  batches: number[];
  /** Ordinary calls. */
  calls?: number;
  says: string;
}

const rows: Record<string, Row> = {
  'expired with half of the replies: ordinary calls': {
    script: first({ course: quick('expired'), fate: (line) => (half.index(line) ? 'answer' : 'expired') }),
    batches: [12],
    calls: 6,
    says: 'batch 1: expired; 6 replies, 6 are left to ordinary calls',
  },
  'expired without a word of the rest': {
    script: first({ course: quick('expired'), fate: (line) => (half.index(line) ? 'answer' : 'missing') }),
    batches: [12],
    calls: 6,
    says: 'batch 1: expired; 6 replies, 6 are left to ordinary calls',
  },
  'expired, and no ordinary call may be made: the next batch': {
    script: first({ course: quick('expired'), fate: (line) => (half.index(line) ? 'answer' : 'expired') }),
    flags: ['--no-fallback'],
    batches: [12, 6],
    says: 'batch 1: expired; 6 replies, 6 requests go into the next batch',
  },
  'single requests that failed: the next batch': {
    script: first({ fate: ({ index }) => (index < 3 ? { status: 500, message: 'oh' } : 'answer') }),
    batches: [12, 3],
    says: 'batch 1: completed; 9 replies, 3 requests go into the next batch',
  },
  'a rate limit within the batch': {
    script: first({ fate: ({ index }) => (index < 2 ? { status: 429, message: 'slow' } : 'answer') }),
    batches: [12, 2],
    says: '2 requests go into the next batch',
  },
  'requests that fail in each batch: ordinary calls': {
    script: {
      course: quick('completed'),
      fate: ({ custom_id }) => (custom_id < '8' ? { status: 500, message: 'oh' } : 'answer'),
    },
    batches: [12, Number.NaN],
    calls: Number.NaN,
    says: 'are left to ordinary calls',
  },
  'requests that the provider lost': {
    script: first({ fate: ({ index }) => (index === 5 ? 'missing' : 'answer') }),
    batches: [12, 1],
    says: '11 replies, 1 requests go into the next batch',
  },
  'cancelled with half of the replies': {
    script: first({ course: quick('cancelled'), fate: (line) => (half.index(line) ? 'answer' : 'missing') }),
    batches: [12, 6],
    says: 'batch 1: cancelled; 6 replies, 6 requests go into the next batch',
  },
  'validation that fails for one line': {
    script: first({
      course: quick('failed'),
      errors: () => [{ code: 'invalid_request', message: 'wrong', line: 2 }],
    }),
    batches: [12, 11],
    calls: 1,
    says: 'batch 1: failed; 0 replies, 11 requests go into the next batch, 1 are left to ordinary calls, invalid_request: wrong',
  },
  'validation that fails for a full queue': {
    script: first({
      course: quick('failed'),
      errors: () => [{ code: 'token_limit_exceeded', message: 'Enqueued token limit reached' }],
    }),
    batches: [12, 12],
    says: 'token_limit_exceeded: Enqueued token limit reached',
  },
  'validation that fails twice for no reason': {
    script: { course: quick('failed') },
    batches: [12, 12],
    calls: 12,
    says: 'batch 2: failed; 0 replies, 12 are left to ordinary calls, the provider gave no reason',
  },
  'a status that nobody knows': {
    script: first({ course: () => ['validating', 'pondering', 'completed'] }),
    batches: [12],
    says: 'batch 1: unknown, 0 of 12 done',
  },
  '429 when the batch is made': {
    script: {
      before: (step, count) =>
        step === 'create' && count === 1 ? { status: 429, headers: { 'retry-after-ms': '5' } } : undefined,
    },
    batches: [12],
    says: 'batch 1 (round 1): 12 requests are with the provider as batch_1',
  },
  'a connection that breaks before the batch is made': {
    script: { before: (step, count) => (step === 'create' && count === 1 ? 'reset' : undefined) },
    batches: [12],
    says: 'batch 1 (round 1): 12 requests',
  },
  'a connection that breaks after the batch was made': {
    script: { after: (step, count) => (step === 'create' && count === 1 ? 'reset' : undefined) },
    batches: [12],
    says: 'batch 1 (round 1): 12 requests',
  },
  'a connection that breaks after the file was stored': {
    script: { after: (step, count) => (step === 'upload' && count === 1 ? 'reset' : undefined) },
    batches: [12],
    says: 'batch 1 (round 1): 12 requests',
  },
  'half of a download': {
    script: {
      course: quick('completed'),
      after: (step, count) => (step === 'content' && count === 1 ? 'half' : undefined),
    },
    batches: [12],
    says: 'batch 1: completed; 12 replies',
  },
  'a file that cannot be deleted at first': {
    script: {
      course: quick('completed'),
      before: (step, count) => (step === 'delete' && count === 1 ? { status: 400 } : undefined),
    },
    batches: [12],
    says: 'batch 1: cannot delete its files file-1, file-2 at the provider now',
  },
  'replies that are gone': {
    script: {
      course: quick('completed'),
      before: (step, count) => (step === 'content' && count === 1 ? { status: 404 } : undefined),
    },
    batches: [12, 12],
    says: 'batch 1: completed; 0 replies, 12 requests go into the next batch',
  },
};

describe('what goes wrong with batches', { timeout: 60_000 }, () => {
  it.each(Object.entries(rows))('%s', async (_, { script, flags = [], batches, calls = 0, says }) => {
    const server = await world.start(perfectWriter, script);
    const out = world.folder();
    let told = '';
    let last = await world.batch(out, '--provider-batch', '--once', ...flags);
    for (let step = 0; step < 20 && last.stdout.startsWith('waiting'); step += 1) {
      told += last.stderr;
      last = await world.batch(out, '--provider-batch', '--once', ...flags);
    }
    told += last.stderr;
    expect(last.code, told).toBe(0);
    expect(told).toContain(says);
    expect(reportsIn(out)).toEqual(plain);

    const ordinary = server.requests.filter((one) => one.endsWith('/chat/completions')).length;
    const lengths = server.batches.map(({ lines }) => lines.length);
    if (Number.isNaN(calls)) {
      expect(lengths.length).toBe(batches.length);
      expect(ordinary).toBe(lengths[1]);
    } else {
      expect(lengths).toEqual(batches);
      expect(ordinary).toBe(calls);
    }
    // Every reply is accounted for: by batch, or by a call at its own price.
    expect(callsIn(out).length).toBe(FIRST_DRAFTS);
    expect(callsIn(out).filter((call) => call.batch).length).toBe(FIRST_DRAFTS - ordinary);
    expect([...server.files]).toEqual([]);
  });

  it.each([
    ['a refused key', { status: 401, code: 'invalid_api_key' }, 'a key that may use this model'],
    ['no credit', { status: 429, code: 'insufficient_quota' }, 'credit on the account'],
    ['a server that is down', { status: 503, headers: { 'retry-after': '600' } }, 'a working server'],
  ])('ends at %s, and goes on later', async (_, fault, message) => {
    let isBroken = true;
    const server = await world.start(perfectWriter, {
      course: quick('completed'),
      before: (step) => (isBroken && step === 'create' ? fault : undefined),
    });
    const out = world.folder();
    const broken = await world.batch(out, '--provider-batch');
    expect(broken.code).toBe(3);
    expect(broken.stderr).toContain(message);
    isBroken = false;
    expect((await world.steps(out)).code).toBe(0);
    expect(reportsIn(out)).toEqual(plain);
    expect(server.uploads.length).toBe(1);
    expect(sentTo(server).length).toBe(12);
  });

  it('ends where the account has no credit for a batch that was taken', async () => {
    await world.start(
      perfectWriter,
      first({
        course: quick('failed'),
        errors: () => [{ code: 'billing_hard_limit_reached', message: 'pay' }],
      }),
    );
    const out = world.folder();
    await world.batch(out, '--provider-batch', '--once');
    const failed = await world.batch(out, '--provider-batch', '--once');
    expect(failed.code).toBe(3);
    expect(failed.stderr).toContain('billing_hard_limit_reached: pay');
    expect((await world.steps(out)).code).toBe(0);
  });

  it('rides out an outage of the provider once it has been reached', async () => {
    const server = await world.start(perfectWriter, {
      course: quick('completed'),
      before: (step, count) =>
        step === 'retrieve' && count === 1 ? { status: 503, headers: { 'retry-after': '600' } } : undefined,
    });
    const out = world.folder();
    const { code, stderr } = await world.batch(out, '--provider-batch', '--poll', '1');
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('the provider is out of reach and is asked again later: ');
    expect(server.batches.length).toBe(1);
  });

  it('asks in a milder form where the endpoint refuses schemas, as an ordinary call does', async () => {
    const server = await world.start((sheet) => refusingSchemas(perfectWriter(sheet)), {
      course: quick('completed'),
    });
    const out = world.folder();
    expect((await world.steps(out)).code).toBe(0);
    expect(reportsIn(out)).toEqual(plain);
    const forms = server.batches.map(({ lines }) => [
      ...new Set(
        lines.map(({ body }) => (body as { response_format: { type: string } }).response_format.type),
      ),
    ]);
    expect(forms).toEqual([['json_schema'], ['json_object']]);
    expect(sentTo(server).length).toBe(2 * FIRST_DRAFTS);
  });

  it('asks again for a reply that is empty, cut off or no JSON, each in the next batch', async () => {
    const seen = new Map<string, number>();
    const server = await world.start(
      (sheet) => {
        const good = perfectWriter(sheet);
        return (call) => {
          const about = `${call.section} ${sheet.skills.map(({ status }) => status)} ${sheet.candidate.months}`;
          const times = (seen.get(about) ?? 0) + 1;
          seen.set(about, times);
          if (call.section === 'executive_summary' && times === 1) return { content: '' };
          if (call.section === 'candidate_profile' && times === 1) return { content: '{"paragraphs": "no"}' };
          // From now on this section asks in another form, and the others still in theirs.
          if (call.section === 'upskilling_roadmap' && times === 1) return { content: 'Sure, here you are.' };
          return good(call);
        };
      },
      { course: quick('completed') },
    );
    const out = world.folder();
    expect((await world.steps(out)).code).toBe(0);
    expect(reportsIn(out)).toEqual(plain);
    expect(server.batches.map(({ lines }) => lines.length)).toEqual([12, 6]);
    expect(new Set(sentTo(server)).size).toBe(18);
    expect(callsIn(out).filter(({ fault }) => fault === 'empty').length).toBe(2);
  });

  it('writes offline what no batch answers, where no ordinary call may be made', async () => {
    const server = await world.start(perfectWriter, {
      course: quick('completed'),
      fate: ({ custom_id }, batch) =>
        custom_id === batch.lines[0]?.custom_id && batch.lines.length !== 11
          ? { status: 500, message: 'oh' }
          : 'answer',
    });
    const out = world.folder();
    const result = await world.steps(out, '--no-fallback');
    expect(result.code, result.stderr).toBe(0);
    expect(server.batches.map(({ lines }) => lines.length)).toEqual([12, 1, 1, 1]);
    expect(result.stderr).toContain('1 got no reply');
    expect(summaryIn(out).sentences.offline).toBeGreaterThan(0);
    expect(server.requests.filter((one) => one.endsWith('/chat/completions'))).toEqual([]);
  });

  it('is not held up by a batch of earlier inputs that cannot be made', async () => {
    const server = await world.start(perfectWriter, {
      course: quick('completed'),
      before: (step, count) =>
        step === 'create' && count === 1 ? { status: 400, message: 'no such model' } : undefined,
    });
    const out = world.folder();
    const refused = await world.batch(out, '--provider-batch');
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain('no such model');
    const result = await world.steps(out, '--length', 'long');
    expect(result.code, result.stderr).toBe(0);
    expect(server.batches.map(({ lines }) => lines.length)).toEqual([12]);
    expect([...server.files]).toEqual([]);
  });

  it('says so where the batch is no longer there', async () => {
    const server = await world.start(perfectWriter);
    const out = world.folder();
    await world.batch(out, '--provider-batch', '--once');
    server.batches.length = 0;
    const { code, stderr } = await world.batch(out, '--provider-batch');
    expect(code).toBe(3);
    expect(stderr).toContain(
      'cannot go on with batch_1: found no such batch at the provider, expected the key, project and address',
    );
  });

  it('sends nothing twice and ends well, whatever breaks and wherever', { timeout: 240_000 }, async () => {
    const step = fc.constantFrom<BatchStep>(
      'upload',
      'files',
      'content',
      'delete',
      'create',
      'list',
      'retrieve',
    );
    const inDoubt: BatchFault[] = [
      'reset',
      { status: 500, headers: { 'retry-after-ms': '1' } },
      { status: 502, headers: { 'retry-after': '600' } },
    ];
    // A server that says 429 has done nothing: it is taken at its word.
    const refused: BatchFault = { status: 429, headers: { 'retry-after-ms': '1' } };
    const times = { step, count: fc.integer({ min: 1, max: 4 }) };
    const faults = fc.array(
      fc.oneof(
        fc.record({ when: fc.constant('after'), fault: fc.constantFrom(...inDoubt), ...times }),
        fc.record({ when: fc.constant('before'), fault: fc.constantFrom(refused, ...inDoubt), ...times }),
      ),
      { minLength: 2, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(faults, async (all) => {
        const strike = (when: string) => (at: BatchStep, count: number) =>
          all.find((one) => one.when === when && one.step === at && one.count === count)?.fault;
        const server = await world.start(contradictingWriter, {
          course: quick('completed'),
          before: strike('before'),
          after: strike('after'),
        });
        const out = world.folder();
        let last = await world.batch(out, '--provider-batch', '--once');
        for (let tries = 0; tries < 40 && (last.code === 3 || last.stdout.startsWith('waiting')); tries += 1)
          last = await world.batch(out, '--provider-batch', '--once');
        expect(last.code, last.stderr).toBe(0);
        expect(server.batches.map(({ lines }) => lines.length)).toEqual([12, 12]);
        expect(new Set(sentTo(server)).size).toBe(24);
        expect(summaryIn(out).spent.calls).toBe(24);
        expect(server.requests.filter((one) => one.endsWith('/chat/completions'))).toEqual([]);
        // What could not be deleted in the last step goes with the next one.
        if (server.files.size > 0) await world.batch(out, '--provider-batch', '--once');
        expect([...server.files.values()].map(({ filename }) => filename)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('says how far it is, step by step', async () => {
    await world.start(contradictingWriter, { course: quick('completed') });
    const { code, said } = await world.steps(world.folder());
    expect(code).toBe(0);
    const state = (batch: number) =>
      `waiting: 0 people have a report, 2 wait, 0 failed; batch ${batch} of round ${batch} validating (0 of 12 requests done)`;
    expect(said.slice(0, 2)).toEqual([state(1), state(2)]);
    expect(said.length).toBe(3);
    const { stderr } = await world.batch(world.folder(), '--provider-batch', '--once', '--json');
    const events = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(events.at(-1)).toMatchObject({
      type: 'batch-state',
      state: 'waiting',
      counts: { written: 0, pending: 2 },
      batches: [{ batch: 1, round: 1, status: 'validating', requests: 12 }],
      underWay: { requests: 12 },
    });
  });
});

function refusingSchemas(script: Script): Script {
  return (call) =>
    call.body.response_format?.type === 'json_schema'
      ? { error: { message: 'no schemas here', param: 'response_format' } }
      : script(call);
}
