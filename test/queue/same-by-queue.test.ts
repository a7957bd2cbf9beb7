import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type CommandResult, runCommand } from '../support/run-command.ts';
import { DATE, resumeOf } from './people.ts';
import { API_KEY, QueueWorld } from './set-up.ts';
import { HAS_REDIS } from './start-redis.ts';

const example = (name: string) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));

const CATALOG = `
skills:
  - name: Filing System 0
    kind: tool
  - name: Excel
    aliases: [House Tables]
hours:
  tool: [3, 5, 8, 13]
`;

/** Flags that shape a report: each has to reach the workers. */
const OFFLINE: readonly [string, string[]][] = [
  ['none', []],
  ['a roadmap', ['--hours-per-week', '3', '--weeks', '12', '--budget', '50 EUR', '--free-only']],
  ['a plan', ['--plan', example('accountant/plan.json')]],
  ['a style', ['--pronoun', 'she', '--reader', 'candidate', '--tone', 'formal', '--length', 'short']],
  ['a catalog', ['--catalog', 'catalog']],
  ['another language', ['--language', 'de']],
  ['a language', ['--language', 'de']],
];
const ASKED: readonly [string, string[]][] = [
  ['another way to reply', ['--prompt-style', 'cited', '--share-names', '--max-repairs', '1']],
  ['prompts of one’s own', ['--prompts', 'prompts']],
];

describe.skipIf(!HAS_REDIS)(
  'a batch by the command line, with a queue and without (needs redis-server)',
  () => {
    const world = QueueWorld.set();

    /** Runs both, and gives what each has written beneath its folder of reports. */
    async function runBoth(flags: readonly string[], model: string) {
      const cwd = world.dir;
      mkdirSync(join(cwd, 'catalog'));
      writeFileSync(join(cwd, 'catalog/own.yaml'), CATALOG);
      mkdirSync(join(cwd, 'prompts'));
      const shared = readFileSync(fileURLToPath(new URL('../../prompts/shared.md', import.meta.url)), 'utf8');
      writeFileSync(
        join(cwd, 'prompts/shared.md'),
        shared.replace(/\n---\n/, '\n---\nWrite for our house.\n'),
      );
      const lines = [0, 1].map((at) => JSON.stringify({ id: `person-${at}`, resume: resumeOf(at) }));
      writeFileSync(join(cwd, 'people.jsonl'), [...lines, '{ "id": "wrong", "resume": 5 }'].join('\n'));
      const theirs = { cwd, env: { OPENAI_BASE_URL: world.server.url, OPENAI_API_KEY: API_KEY } };
      const batch = (out: string, ...more: string[]): Promise<CommandResult> =>
        runCommand(
          [
            ...['batch', 'people.jsonl', '--role', example('accountant/role.json'), '--date', DATE],
            ...['--model', model, '--format', 'md,json', '--out', out, '--quiet', ...flags, ...more],
          ],
          theirs,
        );
      const place = ['--queue', world.redis.url, '--store', 'shared'];
      const alone = await batch('alone');
      const asked = world.server.calls.length;
      const stop = new AbortController();
      const worker = runCommand(['worker', ...place], { ...theirs, signal: stop.signal });
      const queued = await batch('queued', ...place);
      stop.abort();
      expect(await worker).toMatchObject({ code: 0 });
      expect([alone.code, alone.stderr, queued.code, queued.stderr]).toEqual([
        1,
        alone.stderr,
        1,
        alone.stderr.replaceAll('alone', 'queued'),
      ]);
      const calls = world.server.calls.map(({ body }) =>
        askedIn(body.messages.map(({ content }) => content)),
      );
      return {
        alone: filesIn(join(cwd, 'alone')),
        queued: filesIn(join(cwd, 'queued')),
        calls: { alone: distinct(calls.slice(0, asked)), queued: distinct(calls.slice(asked)) },
      };
    }

    it.each(OFFLINE)('writes the same files with %s', async (_, flags) => {
      const { alone, queued } = await runBoth(flags, 'offline');
      expect(Object.keys(alone)).toHaveLength(8);
      expect(queued).toEqual(alone);
    });

    it.each(ASKED)('asks the model the same with %s', async (_, flags) => {
      // No reply of any use: every request is asked, with its repairs, and the offline writer does the rest.
      world.script(() => ({ content: 'no JSON' }));
      const { alone, queued, calls } = await runBoth(flags, 'openai:scripted-model');
      expect(calls.alone).toHaveLength(12);
      expect(calls.queued).toEqual(calls.alone);
      expect(queued).toEqual(alone);
    });
  },
);

/**
 * Rules and question of a request, without the shape of the reply: how that is asked for depends on what the client has
 * learned of the server before.
 */
const askedIn = ([rules = '', question = '']: readonly string[]) =>
  createHash('sha256')
    .update(rules + question.replace(/\n\nAnswer with one JSON object.*$/s, ''))
    .digest('hex');

const distinct = (values: readonly string[]) => [...new Set(values)].sort();

/** Reports, failures and summaries by path; the journal is a database. */
function filesIn(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names
      .filter((name) => /\.(md|json|jsonl|html)$/.test(name))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}
