import { describe, expect, it } from 'vitest';
import { ModelError } from '../../src/errors.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { openModel } from '../../src/model/index.ts';
import { renderReportMarkdown } from '../../src/render/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { SECTIONS } from '../../src/sections/index.ts';
import { writeReport } from '../../src/write-report.ts';
import { readExample } from '../support/read-example.ts';
import { type ScriptedCall, startScriptedServer } from '../support/scripted-server.ts';
import { perfectWriter } from '../support/scripted-writer.ts';
import { textFaultRows } from './text-fault-rows.ts';

const sections = SECTIONS.slice(0, 2);

describe.each(textFaultRows)('$name', ({ content, mark, isMended }) => {
  /** Writes two sections with a model that is at fault as long as `isFaulty` says so. */
  async function write(
    isFaulty: (call: ScriptedCall, earlier: readonly ScriptedCall[]) => boolean,
    strict = false,
  ) {
    const theCase = await readExample('accountant');
    const sheet = computeFacts(theCase, { resources: builtInResources() });
    const perfect = perfectWriter(sheet);
    const server = await startScriptedServer((call) =>
      isFaulty(call, server.calls.slice(0, call.index)) ? { content: content(call, sheet) } : perfect(call),
    );
    try {
      const model = await openModel('openai:m', { baseUrl: server.url });
      const report = await writeReport(theCase, { model, sections, maxRepairs: 1, retry: false, strict })
        .report;
      return { report, text: renderReportMarkdown(report, { provenance: false }).text };
    } finally {
      await server.close();
    }
  }

  it('again and again leaves a checked report without it', async () => {
    const { report, text } = await write(() => true);
    expect(report.check.summary.errors).toBe(0);
    expect(report.sections).toHaveLength(sections.length);
    expect(text).not.toMatch(mark);
    for (const { blocks } of report.sections) {
      const sentences = blocks.flatMap((block) =>
        block.kind === 'paragraph' ? block.sentences.map((one) => one.text) : [],
      );
      expect(new Set(sentences).size).toBe(sentences.length);
    }
    if (isMended) {
      expect(report.writer.sentences).toMatchObject({ offline: 0, repaired: 0 });
      expect(report.writer.calls?.[0]?.mended).not.toEqual([]);
    } else expect(report.writer.sentences.offline).toBeGreaterThan(0);
  });

  it.skipIf(isMended)('again and again ends in an error with `strict`, which keeps the text', async () => {
    const failing = write(() => true, true);
    await expect(failing).rejects.toBeInstanceOf(ModelError);
    await expect(failing).rejects.toMatchObject({
      fault: 'invalid-reply',
      message: expect.stringMatching(
        /^cannot get a section from openai:m: found .+, expected .+\. Use another model/,
      ),
      text: expect.stringMatching(/\S/),
    });
  });

  it('once leaves one as well', async () => {
    const { report, text } = await write(({ section }, earlier) =>
      earlier.every((other) => other.section !== section),
    );
    expect(report.check.summary.errors).toBe(0);
    expect(text).not.toMatch(mark);
  });
});
