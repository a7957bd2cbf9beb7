import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** Whether this machine has a Redis server; without one the tests of the queue are skipped. */
export const HAS_REDIS = spawnSync('redis-server', ['--version']).status === 0;

export interface TestRedis {
  url: string;
  port: number;
  /** Everything in it, key by key, as text. */
  dump(): Promise<string>;
  flush(): Promise<void>;
  /** Ends the server as a power cut would, and starts it again on the same data. */
  restart(pauseMs?: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a Redis server on a free port of 127.0.0.1, with a folder of its own and the append-only file on. */
export async function startRedis({ password }: { password?: string } = {}): Promise<TestRedis> {
  const dir = mkdtempSync(join(tmpdir(), 'gapwright-redis-'));
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', ''];
  args.push('--appendonly', 'yes', '--maxmemory-policy', 'noeviction');
  if (password !== undefined) args.push('--requirepass', password);
  const start = async () => {
    const server = spawn('redis-server', args, { stdio: 'ignore' });
    await untilOpen(port, server);
    return server;
  };
  let server = await start();
  const url = `redis://${password === undefined ? '' : `:${password}@`}127.0.0.1:${port}`;
  const end = async (signal: NodeJS.Signals) => {
    const closed = new Promise((resolve) => server.once('close', resolve));
    server.kill(signal);
    await closed;
  };
  return {
    url,
    port,
    dump: () => withClient(url, dumpAll),
    flush: () => withClient(url, async (client) => void (await client.flushall())),
    async restart(pauseMs = 300) {
      await end('SIGKILL');
      await wait(pauseMs);
      server = await start();
    },
    async stop() {
      await end('SIGKILL');
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function withClient<T>(url: string, work: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(url);
  try {
    return await work(client);
  } finally {
    client.disconnect();
  }
}

async function dumpAll(client: Redis): Promise<string> {
  const lines: string[] = [];
  for (const key of (await client.keys('*')).sort()) {
    const type = await client.type(key);
    const [command = '', ...args] = READERS[type] ?? [];
    lines.push(`${key} ${type} ${JSON.stringify(await client.call(command, key, ...args))}`);
  }
  return lines.join('\n');
}

/** How the values of a type are read. */
const READERS: Readonly<Record<string, readonly string[]>> = {
  string: ['GET'],
  hash: ['HGETALL'],
  list: ['LRANGE', '0', '-1'],
  set: ['SMEMBERS'],
  zset: ['ZRANGE', '0', '-1', 'WITHSCORES'],
  stream: ['XRANGE', '-', '+'],
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilOpen(port: number, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`redis-server ended with code ${server.exitCode}`);
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (isOpen) return;
    await wait(20);
  }
}
