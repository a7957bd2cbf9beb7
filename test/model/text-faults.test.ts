import { describe, expect, it } from 'vitest';
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

describe.each(textFaultRows)('$name', ({ content, mark }) => {
  /** Writes two sections with a model that is at fault as long as `isFaulty` says so. */
  async function write(isFaulty: (call: ScriptedCall, earlier: readonly ScriptedCall[]) => boolean) {
    const theCase = await readExample('accountant');
    const sheet = computeFacts(theCase, { resources: builtInResources() });
    const perfect = perfectWriter(sheet);
    const server = await startScriptedServer((call) =>
      isFaulty(call, server.calls.slice(0, call.index)) ? { content: content(call, sheet) } : perfect(call),
    );
    try {
      const model = await openModel('openai:m', { baseUrl: server.url });
      const report = await writeReport(theCase, { model, sections, maxRepairs: 1, retry: false }).report;
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
    expect(report.writer.sentences.offline).toBeGreaterThan(0);
  });

  it('once leaves one as well', async () => {
    const { report, text } = await write(({ section }, earlier) =>
      earlier.every((other) => other.section !== section),
    );
    expect(report.check.summary.errors).toBe(0);
    expect(text).not.toMatch(mark);
  });
});
