import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AbortedError, ModelError, UsageError } from '../../../src/errors.ts';
import { RateLimiter } from '../../../src/model/index.ts';
import type { Ticket } from '../../../src/model/rate-limit/rate-limiter.ts';
import { FakeClock, settled } from './fake-clock.ts';

interface Sent {
  call: number;
  at: number;
  tokens: number;
}

/** Sends calls that come after these pauses (ms), and says when each went out. */
async function send(
  calls: readonly { tokens: number; pause: number }[],
  limits: { rpm?: number; tpm?: number },
): Promise<Sent[]> {
  const clock = new FakeClock();
  const limiter = new RateLimiter({ ...limits, clock });
  const sent: Sent[] = [];
  let time = 0;
  for (const [call, { tokens, pause }] of calls.entries()) {
    time += pause;
    await clock.goTo(time);
    void limiter.enter(tokens).then((ticket) => {
      sent.push({ call, at: clock.now(), tokens });
      limiter.settle(ticket, tokens);
    });
  }
  await clock.goOn();
  return sent;
}

/** The most that went out in a minute, whenever it begins. */
function busiestMinute(sent: readonly Sent[], size: (one: Sent) => number): number {
  return Math.max(
    0,
    ...sent.map(({ at: from }) =>
      sent.filter(({ at }) => at >= from && at <= from + 60_000).reduce((sum, one) => sum + size(one), 0),
    ),
  );
}

const someCalls = fc.array(
  fc.record({
    tokens: fc.integer({ min: 1, max: 3000 }),
    pause: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000 })),
  }),
  { maxLength: 60 },
);

describe('RateLimiter', () => {
  it('lets no minute have more than its limits, keeps the order, and leaves nobody behind', async () => {
    await fc.assert(
      fc.asyncProperty(
        someCalls,
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 3000, max: 30_000 }),
        async (calls, rpm, tpm) => {
          const sent = await send(calls, { rpm, tpm });
          expect(sent.map(({ call }) => call)).toEqual([...calls.keys()]);
          expect(busiestMinute(sent, () => 1)).toBeLessThanOrEqual(rpm);
          expect(busiestMinute(sent, ({ tokens }) => tokens)).toBeLessThanOrEqual(tpm);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    [{ rpm: 3 }, 1],
    [{ rpm: 60 }, 1],
    [{ rpm: 600 }, 1],
    [{ tpm: 10_000 }, 500],
    [{ tpm: 100_000 }, 1700],
  ])('uses at least 95 %% of %j in the long run', async (limits, tokens) => {
    const limit = 'rpm' in limits ? limits.rpm : limits.tpm / tokens;
    const calls = Array.from({ length: Math.ceil(limit * 10) }, () => ({ tokens, pause: 0 }));
    const sent = await send(calls, limits);
    const minutes = (sent.at(-1)?.at ?? 0) / 60_000;
    expect(sent.length / minutes / limit).toBeGreaterThan(0.95);
  });

  it('sends a report at once where a minute has room for many', async () => {
    const sent = await send(
      Array.from({ length: 6 }, () => ({ tokens: 3000, pause: 0 })),
      { rpm: 60, tpm: 200_000 },
    );
    expect(sent.map(({ at }) => at)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('lets out the calls of one report before anything has come back, then all', async () => {
    const limiter = new RateLimiter({ clock: new FakeClock() });
    const tickets: Ticket[] = [];
    for (let call = 0; call < 100; call += 1) void limiter.enter(1).then((ticket) => tickets.push(ticket));
    await settled();
    expect(tickets).toHaveLength(6);
    limiter.settle(tickets[0] as Ticket, undefined);
    await settled();
    expect(tickets).toHaveLength(100);
  });

  it('lets everything through where no limit is known', async () => {
    const sent = await send(
      Array.from({ length: 500 }, () => ({ tokens: 100_000, pause: 0 })),
      {},
    );
    expect(sent.every(({ at }) => at === 0)).toBe(true);
  });

  it('throws for a call that no minute has room for, at once and in the line', async () => {
    const clock = new FakeClock();
    const limiter = new RateLimiter({ tpm: 1000, clock });
    const error = await limiter.enter(1001).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ModelError);
    expect(error).toMatchObject({
      fault: 'bad-request',
      retryable: false,
      message:
        'cannot send the call: found about 1,001 tokens in it, expected at most the 1,000 a minute that were allowed (--tpm); no wait would help. Allow more, or use a model with a higher one.',
    });
  });

  it('gives up a call in the line once the server tells a limit that it cannot meet', async () => {
    const clock = new FakeClock();
    const limiter = new RateLimiter({
      rpm: 1,
      clock,
      fetch: async () => new Response('', { headers: { 'x-ratelimit-limit-tokens': '500' } }),
    });
    const ticket = await limiter.enter(100);
    const large = limiter.enter(600).catch((error: ModelError) => error.message);
    await limiter.run(ticket, () => limiter.fetch('http://nowhere'));
    await clock.goOn();
    expect(await large).toBe(
      'cannot send the call: found about 600 tokens in it, expected at most the 500 a minute that the server allows; no wait would help. Ask the provider for a higher limit, or use a model with a higher one.',
    );
  });

  it('keeps to the limits that the server tells, and to those of the user where they are lower', async () => {
    const clock = new FakeClock();
    const limiter = new RateLimiter({
      rpm: 100,
      clock,
      fetch: async () =>
        new Response('', {
          headers: { 'x-ratelimit-limit-requests': '10', 'x-ratelimit-limit-tokens': '10000' },
        }),
    });
    const sent: number[] = [];
    const call = async () => {
      const ticket = await limiter.enter(100);
      sent.push(clock.now());
      await limiter.run(ticket, () => limiter.fetch('http://nowhere'));
    };
    await call();
    const calls = Array.from({ length: 20 }, call);
    await clock.goOn();
    await Promise.all(calls);
    expect(sent.filter((at) => at <= 60_000)).toHaveLength(10);
  });

  it('leaves room for what others use of the same limit', async () => {
    const clock = new FakeClock();
    const limiter = new RateLimiter({
      clock,
      fetch: async () =>
        new Response('', {
          headers: {
            'x-ratelimit-limit-requests': '600',
            'x-ratelimit-remaining-requests': '0',
            'x-ratelimit-reset-requests': '20s',
          },
        }),
    });
    await limiter.run(await limiter.enter(1), () => limiter.fetch('http://nowhere'));
    let at = -1;
    void limiter.enter(1).then(() => {
      at = clock.now();
    });
    // One of 600 comes free in a thirtieth of a second.
    expect(limiter.waitSeconds).toBeCloseTo(1 / 30);
    await clock.goOn();
    expect(at).toBe(34);
  });

  it('counts the further requests of a call, which go before the calls that wait', async () => {
    const clock = new FakeClock();
    const limiter = new RateLimiter({ rpm: 2, clock, fetch: async () => new Response('') });
    const order: string[] = [];
    const first = limiter.run(await limiter.enter(1), async () => {
      for (const name of ['a', 'b', 'c']) {
        await limiter.fetch('http://nowhere');
        order.push(`${name} ${Math.round(clock.now() / 1000)}`);
      }
    });
    const second = limiter.enter(1).then(() => order.push(`d ${Math.round(clock.now() / 1000)}`));
    await clock.goOn();
    await Promise.all([first, second]);
    expect(order).toEqual(['a 0', 'b 31', 'c 61', 'd 92']);
  });

  it('takes a call out of the line as soon as its signal fires', async () => {
    const clock = new FakeClock();
    const limiter = new RateLimiter({ rpm: 1, clock });
    await limiter.enter(1);
    const stop = new AbortController();
    const stopped = limiter.enter(1, { signal: stop.signal });
    let at = -1;
    void limiter.enter(1).then(() => {
      at = clock.now();
    });
    stop.abort();
    await expect(stopped).rejects.toBeInstanceOf(AbortedError);
    expect(limiter.waiting).toBe(1);
    await clock.goOn();
    expect(Math.round(at / 1000)).toBe(61);
    await expect(limiter.enter(1, { signal: stop.signal })).rejects.toBeInstanceOf(AbortedError);
    expect(clock.alarms).toBe(0);
  });

  it('tells how long a call will wait, and when that is over', async () => {
    const clock = new FakeClock();
    const limiter = new RateLimiter({ rpm: 5, clock });
    const told: [number, number][] = [];
    for (const call of [0, 1, 2])
      void limiter.enter(1, { onWait: (seconds) => told.push([call, Math.round(seconds)]) });
    await clock.goOn();
    expect(told).toEqual([
      [1, 12],
      [2, 24],
      [1, 0],
      [2, 0],
    ]);
  });

  describe('after a refusal', () => {
    /** Has more calls wait than can go for so long; gives how many went out in the last minute of it. */
    async function rateAfter(limiter: RateLimiter, clock: FakeClock, seconds: number): Promise<number> {
      const sent: number[] = [];
      const stop = new AbortController();
      for (let call = 0; call < seconds * 12; call += 1)
        void limiter.enter(1, { signal: stop.signal }).then(
          (ticket) => {
            sent.push(clock.now());
            limiter.settle(ticket, 1);
          },
          () => {},
        );
      const until = clock.now() + seconds * 1000;
      await clock.goTo(until);
      stop.abort();
      await clock.goOn();
      return sent.filter((at) => at > until - 60_000).length;
    }

    it('waits as long as the server says, then goes on at 0.7 of the limit, and comes back to all of it', async () => {
      const clock = new FakeClock();
      const limiter = new RateLimiter({ rpm: 600, clock });
      limiter.refused(await limiter.enter(1), 30);
      expect(await rateAfter(limiter, clock, 29)).toBe(0);
      const slow = await rateAfter(limiter, clock, 60);
      expect(slow).toBeGreaterThan(600 * 0.7);
      expect(slow).toBeLessThan(600);
      expect(await rateAfter(limiter, clock, 120)).toBeGreaterThan(600 * 0.95);
    });

    it('takes refusals of calls that went out together as one', async () => {
      const rateOf = async (refusals: number) => {
        const clock = new FakeClock();
        const limiter = new RateLimiter({ rpm: 600, clock });
        const tickets = await Promise.all(Array.from({ length: 5 }, () => limiter.enter(1)));
        for (const ticket of tickets.slice(0, refusals)) limiter.refused(ticket, 1);
        return rateAfter(limiter, clock, 60);
      };
      expect(await rateOf(5)).toBe(await rateOf(1));
    });

    it('finds out the limit of a server that tells none', async () => {
      const clock = new FakeClock();
      const limiter = new RateLimiter({ clock });
      limiter.settle(await limiter.enter(1), 1);
      const tickets = await Promise.all(Array.from({ length: 200 }, () => limiter.enter(1)));
      for (const ticket of tickets) limiter.refused(ticket, undefined);
      const first = await rateAfter(limiter, clock, 60);
      expect(first).toBeGreaterThan(140);
      expect(first).toBeLessThan(200);
      // Not bound to what was guessed.
      expect(await rateAfter(limiter, clock, 300)).toBeGreaterThan(300);
    });

    it('doubles its pause from one second to a minute where the server names none', async () => {
      const clock = new FakeClock();
      const limiter = new RateLimiter({ rpm: 100_000, clock });
      const pauses: number[] = [];
      for (let refusal = 0; refusal < 8; refusal += 1) {
        const before = clock.now();
        const entering = limiter.enter(1, { place: 1 });
        await clock.goOn();
        pauses.push(Math.round((clock.now() - before) / 1000));
        limiter.refused(await entering, undefined);
      }
      expect(pauses).toEqual([0, 1, 2, 4, 8, 16, 32, 60]);
    });
  });

  it.each([0, -1, Number.NaN])('refuses a limit of %d', (rpm) => {
    expect(() => new RateLimiter({ rpm })).toThrow(
      new UsageError(`cannot keep to a rate limit: found rpm ${rpm}, expected a number above 0`),
    );
  });
});
