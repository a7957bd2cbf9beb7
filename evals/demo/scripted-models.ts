/**
 * One report by three scripted models over real HTTP: one without fault, one that contradicts the facts once in each
 * section and mends it when told, one that never learns. Shows for each sentence that was repaired or replaced what
 * the model had written, what was found, and what stands in the report.
 */
import {
  builtInResources,
  computeFacts,
  openModel,
  type Report,
  readCase,
  writeReport,
} from '../../src/index.ts';
import { type Script, startScriptedServer } from '../../test/support/scripted-server.ts';
import { contradictingWriter, perfectWriter, stubbornWriter } from '../../test/support/scripted-writer.ts';

const { case: theCase } = await readCase({
  resume: 'examples/ai-engineer/resume.json',
  role: 'examples/ai-engineer/role.json',
  date: '2026-11-24',
});
const sheet = computeFacts(theCase, { resources: builtInResources() });

async function write(script: Script): Promise<{ report: Report; calls: number }> {
  const server = await startScriptedServer(script);
  try {
    const model = await openModel('openai:scripted-model', { apiKey: 'none', baseUrl: server.url });
    return { report: await writeReport(theCase, { model }).report, calls: server.calls.length };
  } finally {
    await server.close();
  }
}

const models: [string, Script][] = [
  ['(a) a perfect model', perfectWriter(sheet)],
  ['(b) a model that contradicts the facts in each section', contradictingWriter(sheet)],
  ['(c) a model that never learns', stubbornWriter(sheet)],
];
for (const [name, script] of models) {
  const { report, calls } = await write(script);
  const { model, repaired, offline } = report.writer.sentences;
  console.log(
    `\n${name}: ${calls} calls; ${model} sentences as written, ${repaired} repaired, ${offline} offline; errors in the report: ${report.check.summary.errors}`,
  );
  for (const section of report.sections) {
    for (const block of section.blocks) {
      if (block.kind !== 'paragraph') continue;
      for (const sentence of block.sentences) {
        const [first] = sentence.history;
        if (!first) continue;
        console.log(
          `\n  ${section.title}, ${sentence.provenance} after ${sentence.history.length} ${sentence.history.length === 1 ? 'try' : 'tries'}`,
        );
        console.log(`    wrote:  ${first.template}`);
        for (const finding of first.findings) console.log(`    found:  ${finding.message} (${finding.rule})`);
        console.log(`    stands: ${sentence.text}`);
      }
    }
  }
}
