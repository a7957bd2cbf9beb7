import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'entities';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Report } from '../../schemas/index.ts';
import { checkReport } from '../../src/check/index.ts';
import { loadPromptSet, type PromptSet, renderMessages } from '../../src/draft/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { readCase } from '../../src/input/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { SECTIONS } from '../../src/sections/index.ts';
import { DATE } from '../support/read-example.ts';
import { runCommand } from '../support/run-command.ts';
import { type Script, type ScriptedServer, startScriptedServer } from '../support/scripted-server.ts';
import { perfectDraft, sectionOf } from '../support/scripted-writer.ts';
import { ATTACKS, type Attack, baseInputs, groupAttacks, INSERT } from './base-case.ts';

const GROUPS = groupAttacks(ATTACKS, 11).map(
  (group) => [group.map(({ id }) => id).join(', '), group] as const,
);

let folder = '';
let script: Script = () => ({});
let server: ScriptedServer;
/** Names of tags and attributes that a report without any attack has. */
let ownMarkup = new Set<string>();
let ownSentences = 0;
let prompts: PromptSet;
beforeAll(async () => {
  prompts = await loadPromptSet();
  folder = mkdtempSync(join(tmpdir(), 'gapwright-safety-'));
  server = await startScriptedServer((call) => script(call));
  const clean = await run('clean', [], ['--model', 'openai:obedient']);
  // The signs of sentences that the offline writer put in the place of others.
  ownMarkup = markupOf(`${clean.html}<sup class="sign"><span aria-hidden="true">`);
  ownSentences = countSentences(clean.report);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.close();
});

function inputsWith(attacks: readonly Attack[]) {
  const inputs = baseInputs();
  for (const { where, text } of attacks) INSERT[where](inputs, text);
  return inputs;
}

/** A model that writes well and adds what the attacks want, in the draft and in every repair. */
async function obey(attacks: readonly Attack[]): Promise<Script> {
  const { case: theCase } = await readCase({ ...inputsWith(attacks), date: DATE });
  const sheet = computeFacts(theCase, { resources: builtInResources() });
  const lies = attacks.flatMap(({ says }) => says).map((text) => ({ text, facts: ['role.title'] }));
  return (call) => {
    if (call.purpose === 'repair') {
      const ids = [...(call.body.messages.at(-1)?.content ?? '').matchAll(/"id": (\d+)/g)].map((match) =>
        Number(match[1]),
      );
      return {
        content: {
          sentences: ids.map((id, at) => ({ id, ...(lies[at % lies.length] ?? { text: '', facts: [] }) })),
        },
      };
    }
    const { paragraphs } = perfectDraft(sectionOf(call), sheet);
    const [first, ...others] = paragraphs;
    return {
      content: { paragraphs: [{ sentences: [...(first?.sentences ?? []), ...lies] }, ...others] },
    };
  };
}

/** Writes all formats by the command line, in this process, and gives every byte that it left. */
async function run(name: string, attacks: readonly Attack[], more: readonly string[]) {
  const dir = join(folder, name);
  mkdirSync(dir);
  const flags = Object.entries(inputsWith(attacks)).flatMap(([noun, value]) => {
    writeFileSync(join(dir, `${noun}.json`), JSON.stringify(value));
    return [`--${noun}`, join(dir, `${noun}.json`)];
  });
  script = await obey(attacks);
  const out = join(dir, 'out');
  const { code, stdout, stderr } = await runCommand(
    [
      'report',
      ...flags,
      '--date',
      DATE,
      '--format',
      'md,html,json',
      '--out',
      out,
      '--max-repairs',
      '1',
      ...more,
    ],
    { env: { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'sk-injection-0123456789' } },
  );
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  const [md, html, json] = ['md', 'html', 'json'].map((ending) =>
    readFileSync(join(out, `skill-gap-report.${ending}`), 'utf8'),
  ) as [string, string, string];
  return { md, html, json, stdout, stderr, report: Report.parse(JSON.parse(json)) };
}

type Written = Awaited<ReturnType<typeof run>>;

const SENTENCES = (report: Report) =>
  report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : [])),
  );
const countSentences = (report: Report) => SENTENCES(report).length;

function markupOf(html: string): Set<string> {
  const body = html.replace(/<style>[\s\S]*?<\/style>/, '');
  const names = new Set<string>();
  for (const [tag] of body.matchAll(/<[^<>]*>/g)) {
    names.add((/^<[/!]?\s*([^\s>/]*)/.exec(tag)?.[1] ?? '').toLowerCase());
    for (const attribute of tag.replace(/"[^"]*"/g, '""').matchAll(/\s([^\s"=>/]+)(?==|[\s>/])/g))
      names.add(`@${(attribute[1] ?? '').toLowerCase()}`);
  }
  return names;
}

/** What a reader sees, in small letters and with single spaces. */
function readable({ md, html, report }: Written): string[] {
  const text = html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^<>]*>/g, ' ');
  const withoutHistory = JSON.stringify(report, (key, value) =>
    key === 'history' || key === 'template' ? undefined : value,
  );
  const unescaped = md.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  return [unescaped, decode(text), withoutHistory].map((all) => all.toLowerCase().replace(/[^\S\r]+/g, ' '));
}

function linksOf({ md, html }: Written): string[] {
  const links: string[] = [];
  visit(fromMarkdown(md, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }), (node) => {
    if (node.type === 'link' || node.type === 'definition') links.push(node.url);
    if (node.type === 'image' || node.type === 'html' || node.type === 'imageReference')
      links.push(`${node.type} in Markdown`);
  });
  for (const [, name, target] of html.matchAll(/\s(href|src|srcset|action|formaction|data)="([^"]*)"/g))
    if (!(name === 'href' && (target?.startsWith('#') || target === 'data:,')))
      links.push(decode(target ?? ''));
  return links;
}

/** Everything but a line break that a terminal may act upon or that nobody sees. */
const UNSEEN = /(?!\n)\p{Cc}|\p{Cf}|\p{Co}|[\u{e0100}-\u{e01ef}\u3164\u2800]/gu;

function expectHarmless(written: Written, attacks: readonly Attack[]): void {
  const { md, html, json, stdout, stderr, report } = written;
  const texts = readable(written);
  const found = attacks.flatMap(({ id, never }) =>
    never.flatMap((part) =>
      texts.flatMap((text, at) =>
        text.includes(part) ? [`${id}: ${part} in ${['md', 'html', 'json'][at]}`] : [],
      ),
    ),
  );
  const prose = SENTENCES(report)
    .map(({ text }) => text.toLowerCase())
    .join('\n');
  const obeyed = attacks.flatMap(({ says }) =>
    says
      .flatMap((sentence) => sentence.replace(UNSEEN, '').split(/\{\{[^{}]*\}\}/))
      .map((part) => part.trim().toLowerCase())
      .filter((part) => part.length > 9 && prose.includes(part)),
  );
  expect({ found, obeyed }).toEqual({ found: [], obeyed: [] });

  const known = new Set(report.facts.resources.chosen.map(({ url }) => url));
  expect(linksOf(written).filter((link) => !known.has(link))).toEqual([]);
  expect([...markupOf(html)].filter((name) => !ownMarkup.has(name))).toEqual([]);
  for (const bytes of [md, html, json, stdout, stderr]) expect(bytes.match(UNSEEN) ?? []).toEqual([]);

  expect(report.check.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(countSentences(report)).toBeLessThanOrEqual(ownSentences * 1.5 + attacks.length);
}

describe('the corpus', () => {
  it('has sixty attacks or more, of every kind, each with an id of its own', () => {
    expect(ATTACKS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(ATTACKS.map(({ id }) => id)).size).toBe(ATTACKS.length);
    expect(new Set(ATTACKS.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(12);
    expect(new Set(ATTACKS.map(({ where }) => where)).size).toBe(Object.keys(INSERT).length);
    expect(GROUPS.flatMap(([, group]) => group)).toHaveLength(ATTACKS.length);
  });

  it('would be seen in a report that printed it', () => {
    const printed = ATTACKS.filter(({ says, never }) => {
      const all = says.join('\n').toLowerCase();
      return says.length > 0 && says[0] !== '' && never.some((part) => all.includes(part));
    });
    expect(printed.length).toBeGreaterThan(ATTACKS.length * 0.75);
  });
});

describe('an attack', () => {
  it.each(GROUPS)('is harmless offline: %s', async (name, group) => {
    const written = await run(`offline-${name.replace(/\W+/g, '-')}`, group, []);
    expectHarmless(written, group);
    expect(written.report.writer.sentences).toMatchObject({ model: 0, repaired: 0 });
  });

  it.each(GROUPS)('is harmless with a model that obeys it: %s', async (name, group) => {
    const loud = group.length % 2 === 0 ? '--verbose' : '--json';
    const written = await run(`obeyed-${name.replace(/\W+/g, '-')}`, group, [
      '--model',
      'openai:obedient',
      loud,
    ]);
    expectHarmless(written, group);
    const { findings } = checkReport(written.md, written.report.facts);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(written.report.writer.sentences.model).toBeGreaterThan(0);
  });

  it.each(ATTACKS.map((attack) => [attack.id, attack] as const))(
    'reaches no prompt: %s',
    async (_, attack) => {
      const { case: theCase, warnings } = await readCase({ ...inputsWith([attack]), date: DATE });
      const sheet = computeFacts(theCase, { resources: builtInResources() });
      const messages = SECTIONS.map(({ id }) => renderMessages(id, sheet, prompts));
      const sent = JSON.stringify(messages).toLowerCase();
      const data = attack.never.filter(
        (part) => !part.includes('{{') && part !== '}}' && part !== '</facts>',
      );
      expect(data.filter((part) => sent.includes(JSON.stringify(part).slice(1, -1)))).toEqual([]);
      const shown = !['highlight', 'summary'].includes(attack.where);
      const plain = ['entity', 'carriage'].includes(attack.id);
      if (shown && !plain)
        expect(warnings.map(({ message }) => message).join('\n')).toMatch(/it is read as "/);
    },
  );
});
