import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchSummary, type FactSheet, Report } from '../../schemas/index.ts';
import { type CommandResult, runCommand } from '../support/run-command.ts';
import { type BatchScript, type ScriptedBatches, startScriptedBatches } from '../support/scripted-batches.ts';
import { sheetsOf, writerForAll } from '../support/scripted-people.ts';
import type { Script } from '../support/scripted-server.ts';

export const DATE = '2026-11-01';
export const MODEL = 'openai:scripted-model';
export const role = {
  title: 'Ward Clerk',
  experience: { years: 2 },
  market: { demand: 'high', salary: { min: 31000, max: 42000, currency: 'USD', period: 'year' } },
  skills: [
    { name: 'Excel', tier: 'core', level: 'Advanced' },
    { name: 'Medical Terminology', tier: 'core' },
    { name: 'Scheduling', tier: 'preferred' },
  ],
};
export const resumes = ['Beginner', 'Intermediate'].map((level, at) => ({
  basics: { name: `Zora Quill ${at}`, email: `zora${at}@example.com` },
  work: [{ name: 'Mercy Annex', position: 'Clerk', startDate: `201${at}-01`, endDate: '2020-01' }],
  skills: [
    { name: 'Scheduling', level },
    { name: 'Excel', level: 'Expert' },
  ],
}));
/** Sections of all people. */
export const FIRST_DRAFTS = 6 * resumes.length;

/** A folder with people and role, and servers for them. */
export interface World {
  dir: string;
  server: ScriptedBatches;
  start(writer: (sheet: FactSheet) => Script, script?: BatchScript): Promise<ScriptedBatches>;
  env(): Record<string, string>;
  /** A folder for one batch. */
  folder(): string;
  /** `gapwright batch` with the people of the world. */
  batch(out: string, ...more: string[]): Promise<CommandResult>;
  /** `--once` until it no longer waits. */
  steps(out: string, ...more: string[]): Promise<CommandResult & { said: string[] }>;
  end(): Promise<void>;
}

export async function makeWorld(): Promise<World> {
  const dir = mkdtempSync(join(tmpdir(), 'gapwright-provider-batch-'));
  const sheets = await sheetsOf(resumes, role, DATE);
  const lines = resumes.map((resume, at) => JSON.stringify({ id: `p${at}`, resume }));
  writeFileSync(join(dir, 'people.jsonl'), lines.join('\n'));
  writeFileSync(join(dir, 'role.json'), JSON.stringify(role));
  let [folders, server]: [number, ScriptedBatches | undefined] = [0, undefined];
  const world: World = {
    dir,
    get server() {
      if (!server) throw new Error('no server was started');
      return server;
    },
    async start(writer, script = {}) {
      await server?.close();
      server = await startScriptedBatches(writerForAll(sheets, writer), script);
      return server;
    },
    env: () => ({ OPENAI_BASE_URL: world.server.url, OPENAI_API_KEY: 'sk-scripted-key-000000' }),
    folder() {
      folders += 1;
      return join(dir, `out-${folders}`);
    },
    batch: (out, ...more) =>
      runCommand(
        [
          ...['batch', join(dir, 'people.jsonl'), '--role', join(dir, 'role.json'), '--out', out],
          ...['--date', DATE, '--model', MODEL, '--format', 'md,json', ...more],
        ],
        { env: world.env(), cwd: dir },
      ),
    async steps(out, ...more) {
      const said: string[] = [];
      for (let step = 0; step < 40; step += 1) {
        const result = await world.batch(out, '--provider-batch', '--once', ...more);
        said.push(result.stdout.trim());
        if (!result.stdout.startsWith('waiting')) return { ...result, said };
      }
      throw new Error(`never done:\n${said.join('\n')}`);
    },
    async end() {
      await server?.close();
      rmSync(dir, { recursive: true });
    },
  };
  return world;
}

/** The text of everybody's report, by the person's name. */
export const reportsIn = (out: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(out, 'reports'))
      .sort()
      .map((name) => [name, readFileSync(join(out, 'reports', name, 'skill-gap-report.md'), 'utf8')]),
  );

/** Every call of every report. */
export const callsIn = (out: string) =>
  Object.keys(reportsIn(out)).flatMap(
    (name) =>
      Report.parse(JSON.parse(readFileSync(join(out, 'reports', name, 'skill-gap-report.json'), 'utf8')))
        .writer.calls ?? [],
  );

export const summaryIn = (out: string): BatchSummary =>
  BatchSummary.parse(JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')));

/** The requests of all batches, by their ids, in order. */
export const sentTo = ({ batches }: ScriptedBatches): string[] =>
  batches.flatMap(({ lines }) => lines.map(({ custom_id }) => custom_id));
