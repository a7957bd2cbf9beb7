import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Report } from '../../schemas/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { SECTIONS } from '../../src/sections/index.ts';
import { DATE, examplePaths, readExample } from '../support/read-example.ts';
import { runCommand } from '../support/run-command.ts';
import {
  type Script,
  type ScriptedCall,
  type ScriptedServer,
  startScriptedServer,
} from '../support/scripted-server.ts';
import { contradictingWriter, sectionOf } from '../support/scripted-writer.ts';

const program = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const { resume = '', role = '' } = examplePaths('nurse');
const KEY = 'sk-secret-0123456789abcdef';
const ids = SECTIONS.map(({ id }) => id);

let root = '';
let writer: Script;
/** The report of a run that nobody disturbed, and its calls by section. */
let undisturbed = '';
let callsEach: Record<string, number>;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'gapwright-run-cli-'));
  const sheet = computeFacts(await readExample('nurse'), { resources: builtInResources() });
  const contradicting = contradictingWriter(sheet);
  // Tokens tell the sections apart, so that a usage in the wrong place is seen.
  writer = async (call) => ({
    ...(await contradicting(call)),
    usage: { prompt_tokens: 1000 + ids.indexOf(sectionOf(call).id), completion_tokens: call.raw.length % 97 },
    latencyMs: 5 + ((call.raw.length * 7) % 40),
  });
  const server = await startScriptedServer(writer);
  const { code, stdout } = await runCommand(command(), { env: environment(server) });
  await server.close();
  expect(code).toBe(0);
  undisturbed = stdout;
  callsEach = countBySection(server.calls);
}, 30_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const command = (...more: string[]) => [
  ...['report', '--resume', resume, '--role', role, '--date', DATE],
  ...['--model', 'openai:scripted-model', '--format', 'json', ...more],
];

const environment = (server: ScriptedServer) => ({ OPENAI_BASE_URL: server.url, OPENAI_API_KEY: KEY });

function countBySection(calls: readonly ScriptedCall[]): Record<string, number> {
  const count: Record<string, number> = {};
  for (const call of calls) {
    const { id } = sectionOf(call);
    count[id] = (count[id] ?? 0) + 1;
  }
  return count;
}

const keptIn = (run: string) => {
  const folder = join(run, 'sections');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => (/^\w.*\.json$/.test(name) ? [name.slice(0, -5)] : []));
};

/** A server that answers for so many sections, the first that ask, and lets the others wait until it is opened. */
async function startGate(sections: number) {
  const admitted = new Set<string>();
  let open = false;
  const server = await startScriptedServer(async (call) => {
    const { id } = sectionOf(call);
    if (admitted.size < sections) admitted.add(id);
    return open || admitted.has(id) ? writer(call) : { fault: 'hang' };
  });
  return {
    server,
    admit(more: number) {
      sections = more;
      if (more >= ids.length) open = true;
    },
  };
}

/** Starts the program as a process of its own. */
function start(server: ScriptedServer, run: string) {
  const child = spawn(process.execPath, [program, ...command('--run', run)], {
    env: { PATH: process.env.PATH, ...environment(server) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, stdout, stderr })),
  );
  return { child, ended };
}

/** Waits until so many sections are kept, or the process has ended by itself. */
async function untilKept(run: string, count: number, child: ChildProcess): Promise<void> {
  while (keptIn(run).length < count && child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 4));
}

async function untilAsked(server: ScriptedServer, count: number, child: ChildProcess): Promise<void> {
  while (server.calls.length < count && child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 1));
}

/** What a run that goes on must be like: the undisturbed report, and no call for what had been kept. */
function expectSame(stdout: string, kept: readonly string[], callsBefore: number, server: ScriptedServer) {
  expect(stdout).toBe(undisturbed);
  const later = countBySection(server.calls.slice(callsBefore));
  const fresh = ids.filter((id) => !kept.includes(id));
  expect(later).toEqual(Object.fromEntries(fresh.map((id) => [id, callsEach[id]])));
}

describe.concurrent('a run that is killed', () => {
  it('after any number of sections goes on with the same command, time and again', async () => {
    const run = join(root, 'killed');
    const gate = await startGate(0);
    const { server } = gate;
    const ends: Promise<void>[] = [];
    try {
      for (const count of [0, 1, 2, 3, 4, 5]) {
        const [before, asked] = [keptIn(run), server.calls.length];
        gate.admit(count);
        const { child, ended } = start(server, run);
        await untilAsked(server, asked + 1, child);
        await untilKept(run, count, child);
        child.kill('SIGKILL');
        await ended;
        const kept = keptIn(run);
        expect(kept).toHaveLength(count);
        const calls = countBySection(server.calls.slice(asked));
        for (const id of before) expect(calls[id], id).toBeUndefined();
        const copy = join(root, `killed-after-${count}`);
        cpSync(run, copy, { recursive: true });
        // While the next process starts and is killed, this one goes on from here to the end.
        ends.push(goOn(copy, kept));
      }
      await Promise.all(ends);
    } finally {
      await Promise.allSettled(ends);
      await server.close();
    }
  }, 120_000);

  /** A run that goes on to the end from where so many sections are kept. */
  async function goOn(run: string, kept: readonly string[]): Promise<void> {
    const later = await startScriptedServer(writer);
    try {
      const { code, stdout, stderr } = await runCommand(command('--run', run), { env: environment(later) });
      expect(code).toBe(0);
      expectSame(stdout, kept, 0, later);
      if (kept.length > 0)
        expect(stderr).toContain(`${kept.length} of 6 sections were kept from the earlier run.`);
      else expect(stderr).not.toContain('earlier run');
      expect(readdirSync(run).sort()).toEqual(['manifest.json', 'sections']);
    } finally {
      await later.close();
    }
  }

  it('in the middle of calls and repairs goes on, as a process of its own', async () => {
    const run = join(root, 'middle');
    const server = await startScriptedServer(writer);
    const { child, ended } = start(server, run);
    try {
      await untilAsked(server, 9, child);
      child.kill('SIGKILL');
      await ended;
      const [kept, asked] = [keptIn(run), server.calls.length];
      const { code, stdout } = await start(server, run).ended;
      expect(code).toBe(0);
      expectSame(stdout, kept, asked, server);
      const usage = (text: string) => Report.parse(JSON.parse(text)).writer.usage;
      expect(usage(stdout)).toEqual(usage(undisturbed));
    } finally {
      child.kill('SIGKILL');
      await server.close();
    }
  }, 120_000);
});

describe.concurrent('a run that is interrupted', () => {
  it('has kept others out, says what is kept, ends with 130, and goes on with the same command', async () => {
    const run = join(root, 'ctrl-c');
    const gate = await startGate(3);
    const { server } = gate;
    const { child, ended } = start(server, run);
    try {
      await untilKept(run, 3, child);
      const early = server.calls.length;
      const second = await runCommand(command('--run', run), { env: environment(server) });
      expect(second.code).toBe(2);
      expect(second.stderr).toContain(`found it in use by process ${child.pid}`);
      expect(server.calls.length).toBe(early);

      child.kill('SIGINT');
      const { code, stdout, stderr } = await ended;
      expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
      expect(stderr).toContain(`3 of 6 sections are kept in ${run}: the same command goes on from there.`);
      expect(readdirSync(run).sort()).toEqual(['manifest.json', 'sections']);
      const [kept, asked] = [keptIn(run), server.calls.length];
      gate.admit(ids.length);
      const again = await runCommand(command('--run', run), { env: environment(server) });
      expect(again.code).toBe(0);
      expectSame(again.stdout, kept, asked, server);
    } finally {
      child.kill('SIGKILL');
      await server.close();
    }
  }, 120_000);
});

describe('report --run', () => {
  it('tells of the sections kept, asks for none again, and holds neither key nor contact', async () => {
    const run = join(root, 'whole');
    const server = await startScriptedServer(writer);
    const env = environment(server);
    try {
      const first = await runCommand(command('--run', run), { env });
      expect(first.stdout).toBe(undisturbed);
      expect(first.stderr).not.toContain('earlier run');
      const asked = server.calls.length;
      const second = await runCommand(command('--run', run, '--json'), { env });
      expect(second.stdout).toBe(undisturbed);
      expect(server.calls.length).toBe(asked);
      const events = second.stderr
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { type?: string; section?: string });
      expect(events.filter(({ type }) => type === 'section-kept').map(({ section }) => section)).toEqual(ids);
      const { resume: given } = await readExample('nurse');
      const bytes = readdirSync(run, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.json'))
        .map((name) => readFileSync(join(run, name), 'utf8'))
        .join('');
      const secrets = [KEY, given.basics?.email, given.basics?.phone].filter((text) => text !== undefined);
      expect(secrets.length).toBeGreaterThan(1);
      for (const secret of secrets) expect(bytes).not.toContain(secret);
    } finally {
      await server.close();
    }
  });

  it('refuses another command on the same folder and says what changed', async () => {
    const run = join(root, 'refused');
    const server = await startScriptedServer(writer);
    const { code: began } = await runCommand(command('--run', run), { env: environment(server) });
    await server.close();
    expect(began).toBe(0);
    const refused = async (words: string, ...more: string[]) => {
      const { code, stdout, stderr } = await runCommand([...command('--run', run), ...more], {
        env: { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', OPENAI_API_KEY: KEY },
      });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(words);
      expect(stderr).toContain('name another folder (--run DIR)');
    };
    await refused('found that facts changed: date was "2026-11-24", is "2026-11-25"', '--date', '2026-11-25');
    await refused('style.pronoun was "they", is "she"', '--pronoun', 'she');
    await refused('model was "openai:scripted-model", is "openai:other"', '--model', 'openai:other');
    await refused('maxRepairs was 3, is 1', '--max-repairs', '1');
    await refused('facts changed: hoursPerWeek is new: "4"', '--hours-per-week', '4');
    const { role: otherRole = '' } = examplePaths('accountant');
    await refused('facts changed: role changed', '--role', otherRole);
  });

  it('goes on after a failure of the model, and asks again only for what was written offline', async () => {
    const run = join(root, 'failure');
    let broken = true;
    const server = await startScriptedServer((call) =>
      broken && call.section === 'upskilling_roadmap'
        ? { status: 401, error: { message: 'Incorrect API key' } }
        : writer(call),
    );
    const env = environment(server);
    try {
      const strict = await runCommand(command('--run', run, '--concurrency', '1', '--strict'), { env });
      expect(strict.code).toBe(3);
      expect(strict.stderr).toContain(`4 of 6 sections are kept in ${run}`);
      const lenient = await runCommand(command('--run', run), { env });
      expect(lenient.code).toBe(0);
      expect(Report.parse(JSON.parse(lenient.stdout)).writer.sentences.offline).toBeGreaterThan(0);
      broken = false;
      const asked = server.calls.length;
      const { code, stdout } = await runCommand(command('--run', run), { env });
      expect(code).toBe(0);
      expectSame(
        stdout,
        ids.filter((id) => id !== 'upskilling-roadmap'),
        asked,
        server,
      );
    } finally {
      await server.close();
    }
  });

  it('wants a folder of its own', async () => {
    const env = { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', OPENAI_API_KEY: KEY };
    const out = join(root, 'out');
    for (const run of [out, join(out, 'run')]) {
      const { code, stderr } = await runCommand(command('--out', out, '--run', run), { env });
      expect(code).toBe(2);
      expect(stderr).toContain('expected two folders apart');
    }
    expect(existsSync(out)).toBe(false);
    const foreign = mkdtempSync(join(root, 'foreign-'));
    writeFileSync(join(foreign, 'thesis.doc'), 'mine');
    const { code, stderr } = await runCommand(command('--run', foreign), { env });
    expect(code).toBe(2);
    expect(stderr).toContain('found thesis.doc and no manifest.json');
    expect(readdirSync(foreign)).toEqual(['thesis.doc']);
  });

  it('has no effect on the offline writer, and says so', async () => {
    const run = join(root, 'offline');
    const { code, stderr } = await runCommand([...command('--run', run), '--model', 'offline']);
    expect(code).toBe(0);
    expect(stderr).toContain('--run has no effect on the offline writer');
    expect(existsSync(run)).toBe(false);
  });
});
