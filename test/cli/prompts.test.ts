import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PROMPT_IDS } from '../../src/draft/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { DATE, examplePaths, readExample } from '../support/read-example.ts';
import { runCommand } from '../support/run-command.ts';
import { startScriptedServer } from '../support/scripted-server.ts';
import { perfectCitedWriter, perfectWriter } from '../support/scripted-writer.ts';

const { resume = '', role = '' } = examplePaths('nurse');
const given = ['--resume', resume, '--role', role, '--date', DATE];
const root = mkdtempSync(join(tmpdir(), 'gapwright-cli-prompts-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The folder of a set in which the rules say something of their own. */
async function ownPrompts(name: string): Promise<string> {
  const folder = join(root, name);
  expect((await runCommand(['prompts', 'copy', folder])).code).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(PROMPT_IDS.map((id) => `${id}.md`).sort());
  for (const id of PROMPT_IDS) if (id !== 'shared') rmSync(join(folder, `${id}.md`));
  const path = join(folder, 'shared.md');
  writeFileSync(path, readFileSync(path, 'utf8').replace('Rules\n', 'Rules of this house\n'));
  return folder;
}

describe('prompts show', () => {
  it.each([
    ['the defaults', [], perfectWriter],
    [
      'another tone, reader and length',
      ['--tone', 'warm', '--reader', 'candidate', '--length', 'short'],
      perfectWriter,
    ],
    ['another person and pronoun', ['--person', 'second', '--pronoun', 'she'], perfectWriter],
    ['another way to write', ['--prompt-style', 'cited'], perfectCitedWriter],
    ['prompts of the user', ['--prompts', ''], perfectWriter],
    ['names shared', ['--share-names'], perfectWriter],
  ] as const)('prints what report sends: %s', async (name, flags, writer) => {
    const own = await ownPrompts(name.replaceAll(' ', '-'));
    const all = flags.map((flag) => (flag === '' ? own : flag));
    const sheet = computeFacts(await readExample('nurse'), { resources: builtInResources() });
    const server = await startScriptedServer(writer(sheet));
    try {
      const env = { OPENAI_BASE_URL: server.url };
      // How the sections come out with another style is not the matter here.
      const model = ['--model', 'openai:m', '--max-repairs', '0'];
      expect((await runCommand(['report', ...given, ...all, ...model], { env })).code).toBe(0);
      const sent = server.calls.find(({ section }) => section === 'executive_summary')?.body.messages ?? [];
      const shown = await runCommand(['prompts', 'show', 'executive-summary', ...given, ...all]);
      expect(shown.stdout).toBe(sent.map(({ role: who, content }) => `--- ${who}\n${content}\n`).join(''));
      const rules = await runCommand(['prompts', 'show', 'shared', ...given, ...all]);
      expect(rules.stdout).toBe(`--- system\n${sent[0]?.content}\n`);
    } finally {
      await server.close();
    }
  });

  it('prints a prompt as it stands without a case', async () => {
    const { stdout } = await runCommand(['prompts', 'show', 'repair', '--prompt-style', 'plain']);
    expect(stdout).toContain('{{sentences}}');
    expect(stdout).toContain('{"id": 1, "text": "..."}');
  });

  it.each([
    ['a prompt that is none', ['show', 'sumary'], 'cannot show the prompt "sumary": expected one of shared'],
    ['a repair of nothing', ['show', 'repair', ...given], 'cannot render the prompt "repair" for a case'],
    ['another verb', ['print'], 'cannot do "print" with prompts: expected one of list, show, diff, copy'],
  ])('refuses %s', async (_, args, message) => {
    const { code, stderr } = await runCommand(['prompts', ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('prompts list and diff', () => {
  it('names every prompt with its hash, and what is different', async () => {
    const own = await ownPrompts('mine');
    const listed = await runCommand(['prompts', 'list', '--prompts', own]);
    for (const id of PROMPT_IDS)
      expect(listed.stdout).toMatch(new RegExp(`^${id} +v\\d+  [0-9a-f]{12}  `, 'm'));
    expect(listed.stdout).toContain(join(own, 'shared.md'));
    const { stdout } = await runCommand(['prompts', 'diff', 'slots', own]);
    expect(stdout).toContain('-Rules\n+Rules of this house\n');
    expect((await runCommand(['prompts', 'diff', 'slots', 'slots'])).stdout).toBe('');
  });
});
