import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openMetrics, serveHealth } from '../../src/queue/index.ts';
import { peopleOf, scriptFor } from './people.ts';
import { QueueWorld } from './set-up.ts';
import { HAS_REDIS } from './start-redis.ts';

/** Samples of the program's own metrics: name and labels to value. */
const samplesOf = (text: string): Record<string, number> =>
  Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line.startsWith('gapwright_'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );

describe.skipIf(!HAS_REDIS)('health and metrics of a worker (needs redis-server)', () => {
  const world = QueueWorld.set();

  it('counts what was done and what waits, and is not ready once it ends', async () => {
    world.script(await scriptFor(2, { faultRate: 1 }));
    const metrics = await openMetrics();
    const worker = await world.work({ onEvent: (event) => metrics.follow(event) });
    metrics.watch(worker);
    const health = await serveHealth(worker, metrics, { port: 0 });
    try {
      expect(health.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      const get = async (path: string) => {
        const response = await fetch(health.url + path);
        return { status: response.status, text: await response.text() };
      };
      expect(await get('/healthz')).toEqual({ status: 200, text: 'ok\n' });
      expect(await get('/readyz')).toEqual({ status: 200, text: 'ready\n' });
      await world.batch(peopleOf(2));
      const { text } = await get('/metrics');
      expect(samplesOf(text)).toMatchObject({
        'gapwright_jobs_total{kind="section",outcome="done"}': 12,
        'gapwright_jobs_total{kind="report",outcome="done"}': 2,
        gapwright_reports_total: 2,
        'gapwright_job_seconds_count{kind="section"}': 12,
        'gapwright_jobs_active{kind="section"}': 0,
        'gapwright_queue_jobs{kind="section",state="wait"}': 0,
      });
      const samples = samplesOf(text);
      const repairs = world.server.calls.length - 12;
      expect(repairs).toBeGreaterThan(6);
      expect(samples.gapwright_repairs_total).toBe(repairs);
      expect(samples['gapwright_tokens_total{direction="in"}']).toBeGreaterThan(1000);
      expect(Object.keys(samples).some((name) => name.startsWith('gapwright_findings_total'))).toBe(true);
      expect(text).not.toContain('Quillfeather');
      expect((await get('/nothing')).status).toBe(404);
      expect((await fetch(`${health.url}/metrics`, { method: 'POST' })).status).toBe(405);
      await worker.stop();
      expect((await get('/readyz')).status).toBe(503);
      expect((await get('/healthz')).status).toBe(200);
    } finally {
      await health.close();
    }
  });
});

describe('the health of a worker', () => {
  it('says so where the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const metrics = { contentType: 'text/plain', print: async () => '' };
    await expect(serveHealth({ isReady: () => true }, metrics, { port })).rejects.toThrow(
      `cannot offer metrics at 127.0.0.1:${port}: found EADDRINUSE`,
    );
    await new Promise((resolve) => other.close(resolve));
  });
});
