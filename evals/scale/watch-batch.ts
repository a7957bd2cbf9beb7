import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** What one start of the batch did until it ended or was killed. */
export interface BatchStart {
  ended: number | 'killed';
  /** From start to end. */
  seconds: number;
  /** Seconds of each report that was written, in order. */
  latencies: number[];
  /** Resident memory every second, in MB. */
  memory: number[];
  /** CPU time in seconds, up to the last look at it; 0 where the system does not tell. */
  cpu: number;
  /** The last words on stderr that are no event. */
  said: string[];
}

/**
 * Starts the batch and ends with it, or kills it with SIGKILL so many seconds after it has come to its first report:
 * by the clock alone a busy machine would kill it before it has begun.
 */
export async function watchBatch(
  args: readonly string[],
  { env, killAfter }: { env: Record<string, string>; killAfter: number | undefined },
): Promise<BatchStart> {
  const start = performance.now();
  const child = spawn(process.execPath, [...args, '--json'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let timer: NodeJS.Timeout | undefined;
  let cpu = 0;
  const [latencies, memory, said]: [number[], number[], string[]] = [[], [], []];
  createInterface(child.stderr).on('line', (line) => {
    const event = readEvent(line);
    if (killAfter !== undefined && event.type?.startsWith('person-'))
      timer ??= setTimeout(() => child.kill('SIGKILL'), killAfter * 1000);
    if (event.type === 'person-written') latencies.push(Number(event.seconds));
    if (event.type === undefined || event.type === 'person-failed') said.push(line);
  });
  const sampling = setInterval(() => {
    const bytes = readMemory(child);
    if (bytes !== undefined) memory.push(bytes / 2 ** 20);
    cpu = readCpu(child) ?? cpu;
  }, 1000);
  const ended = await new Promise<BatchStart['ended']>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal === 'SIGKILL' ? 'killed' : (code ?? -1)));
  });
  clearInterval(sampling);
  clearTimeout(timer);
  return { ended, seconds: (performance.now() - start) / 1000, latencies, memory, cpu, said };
}

function readEvent(line: string): { type?: string; seconds?: number } {
  try {
    return JSON.parse(line) as { type?: string; seconds?: number };
  } catch {
    return {};
  }
}

/** Resident memory of a process in bytes; undefined once it is gone. */
function readMemory({ pid }: ChildProcess): number | undefined {
  try {
    const file = `/proc/${pid}/status`;
    const kilobytes = existsSync(file)
      ? /^VmRSS:\s+(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1]
      : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}

/** CPU time of a process in seconds, where /proc tells it in hundredths. */
function readCpu({ pid }: ChildProcess): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return undefined;
  }
}
