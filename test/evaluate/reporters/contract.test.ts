import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import stringWidth from 'string-width';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { EvalReport } from '../../../schemas/index.ts';
import type { ReporterInput } from '../../../src/evaluate/define-reporter.ts';
import { findReporter, REPORTERS } from '../../../src/evaluate/reporters/index.ts';
import { VERDICTS } from '../../../src/evaluate/reporters/words/describe-comparison.ts';
import { readXml } from '../../support/read-xml.ts';
import { HOSTILE, madeUpRun, RUNS, SCORERS } from './fixture.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'long-title': 'off', 'no-raw-characters': 'off', 'no-trailing-whitespace': 'off' },
});

/** Markup that the Markdown reporter writes itself. */
const OWN_MARKUP =
  /^(?:<!-- gapwright-eval:[\w-]* -->|<\/?(?:details|summary|sub)>|<br>|<summary>.*<\/summary>|<details>\n<summary>[^<]*<\/summary>)$/s;

/** What must hold of a reporter's text, whatever the run: it can be read by those it is for. */
const READABLE: Readonly<Record<string, (output: string, input: ReporterInput) => void | Promise<void>>> = {
  terminal(output, { summary }) {
    expect(output.replaceAll('\n', '')).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
    for (const line of output.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(100);
    for (const { verdict, gating } of summary.comparisons)
      if (gating) expect(output).toContain(VERDICTS[verdict].word);
  },
  json(output, { summary, aa, changes }) {
    const parsed = EvalReport.parse(JSON.parse(output));
    const whole = { ...summary, ...(aa && { aa }), ...(changes && { changes }) };
    expect(parsed).toEqual(JSON.parse(JSON.stringify(whole)));
  },
  junit(output, { summary }) {
    const elements = readXml(output);
    const named = (name: string) => elements.filter((element) => element.name === name);
    const sum = (attribute: string) =>
      named('testsuite').reduce((total, { attributes }) => total + Number(attributes[attribute]), 0);
    for (const attribute of ['tests', 'failures', 'errors', 'skipped'])
      expect(Number(named('testsuites')[0]?.attributes[attribute])).toBe(sum(attribute));
    expect(named('testcase')).toHaveLength(sum('tests'));
    expect(named('failure')).toHaveLength(sum('failures'));
    expect(named('error')).toHaveLength(sum('errors'));
    expect(named('skipped')).toHaveLength(sum('skipped'));
    const failed = sum('failures') + sum('errors') > 0;
    if (summary.gate && !summary.gate.passed) expect(failed).toBe(true);
  },
  markdown(output, { summary }) {
    expect(output.length).toBeLessThanOrEqual(65_536);
    const tree = fromMarkdown(output, {
      extensions: [gfm()],
      mdastExtensions: [gfmFromMarkdown()],
    });
    visit(tree, (node) => {
      if (node.type === 'html') expect(node.value).toMatch(OWN_MARKUP);
      expect(node.type).not.toMatch(/^(?:image|definition|footnote)/);
      if (node.type === 'table')
        for (const row of node.children)
          expect(row.children).toHaveLength(node.children[0]?.children.length ?? 0);
    });
    if (summary.gate) expect(output).toContain(summary.gate.passed ? '✅' : '❌');
  },
  github(output, { summary }) {
    const lines = output.trimEnd().split('\n');
    for (const line of lines.slice(0, -1))
      expect(line).toMatch(/^::(?:error|warning|notice) title=[^:,\r\n]*::[^\r\n]*$/);
    expect(lines.at(-1)).not.toContain('::');
    expect(lines.filter((line) => line.startsWith('::error')).length > 0).toBe(
      summary.gate?.passed === false,
    );
  },
  async html(output, { summary }) {
    const { results } = await validator.validateString(output);
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
    const hash = (pattern: RegExp) =>
      createHash('sha256')
        .update(pattern.exec(output)?.[1] ?? '', 'utf8')
        .digest('base64');
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(output)?.[1]?.replaceAll('&apos;', "'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'sha256-${hash(/<style>([\s\S]*?)<\/style>/)}'`);
    expect(policy).toContain(`script-src 'sha256-${hash(/<script>([\s\S]*?)<\/script>/)}'`);
    expect(output.match(/<script/g)?.length).toBe(output.includes('id="data"') ? 2 : 1);
    expect(output).not.toMatch(
      /<(?:iframe|img|object|embed|form|base)\b|@import|url\((?!#)| style="| on[a-z]+="/i,
    );
    expect(output.match(/<link [^>]*>/g)).toEqual(['<link rel="icon" href="data:,">']);
    if (summary.comparisons.length > 0)
      expect(output.indexOf('Against the margin')).toBeLessThan(output.indexOf('id="scores"'));
  },
};

describe.each(REPORTERS.map((reporter) => [reporter.id, reporter] as const))('%s', (id, reporter) => {
  it.each(Object.entries(RUNS))('can be read: %s', async (_, make) => {
    const input = make();
    const output = await reporter.render(input);
    expect(output.endsWith('\n') && !output.endsWith('\n\n')).toBe(true);
    await READABLE[id]?.(output, input);
  });

  it('says the same each time, and changes no input', async () => {
    const input = RUNS.failed?.() as ReporterInput;
    const before = JSON.stringify([input.summary, input.plan, input.rows]);
    const output = await reporter.render(input);
    expect(await reporter.render(input)).toBe(output);
    expect(JSON.stringify([input.summary, input.plan, input.rows])).toBe(before);
  });

  it('says why a gate failed', async () => {
    const output = await reporter.render(RUNS.failed?.() as ReporterInput);
    expect(output).toContain('Python is called missing, and it is met');
    expect(output).toContain('timeout after 120 s');
    expect(output).toContain('unreadable reply');
  });

  it('can be read whatever names and messages are', async () => {
    const anyText = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'<>&"\'%:,\r\n\t\\`|@*_[]()!#-'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }),
      ),
      minLength: 1,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (name, message) => {
        const input = madeUpRun({
          cases: 3,
          variants: ['a', `v${name}`],
          scorers: SCORERS.slice(0, 2),
          repeats: 1,
          gate: 'no-baseline',
          caseId: (at) => `${name}${at}`,
          row: () => ({ broken: [message] }),
        });
        const changes = [message];
        await READABLE[id]?.(await reporter.render({ ...input, changes }), { ...input, changes });
      }),
      { numRuns: id === 'html' ? 6 : 30 },
    );
  });

  it('needs no rows, no plan and no texts', async () => {
    const input = { ...madeUpRun(), rows: [], plan: undefined };
    await READABLE[id]?.(await reporter.render(input), input);
  });
});

describe('the list', () => {
  it('has a reader in this test for each reporter', () => {
    expect(REPORTERS.map(({ id }) => id).sort()).toEqual(Object.keys(READABLE).sort());
  });

  it('has a line of help for each, and endings of files', () => {
    for (const { description, extension, title } of REPORTERS) {
      expect(description).toMatch(/^\S.{15,100}[^.]$/);
      expect(extension).toMatch(/^[a-z]+$/);
      expect(title).not.toBe('');
    }
  });

  it('names the reporters where one is unknown', () => {
    expect(() => findReporter('pdf')).toThrow(
      'cannot report as "pdf": expected one of terminal, json, junit, markdown, github, html',
    );
  });

  it('shows hostile text as text everywhere', async () => {
    const input = RUNS.hostile?.() as ReporterInput;
    const { append } = findReporter('github');
    expect(append?.variable).toBe('GITHUB_STEP_SUMMARY');
    await READABLE.markdown?.((await append?.render(input)) ?? '', input);
    expect(HOSTILE).toContain('</script>');
  });
});
