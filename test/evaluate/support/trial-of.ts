import type { Case, FactSheet } from '../../../schemas/index.ts';
import { Report } from '../../../schemas/index.ts';
import { checkReport } from '../../../src/check/index.ts';
import type { FirstSentence, Trial } from '../../../src/evaluate/trial.ts';
import { writeReport } from '../../../src/index.ts';
import { renderReportMarkdown } from '../../../src/render/index.ts';
import { fillSlots, SECTIONS } from '../../../src/sections/index.ts';

/** A trial of the offline writer. */
export async function offlineTrial(theCase: Case, over: Partial<Trial> = {}): Promise<Trial> {
  return trialOfReport(theCase, await writeReport(theCase).report, over);
}

/** A trial that ended in this report. */
export function trialOfReport(theCase: Case, report: Report, over: Partial<Trial> = {}): Trial {
  const { text } = renderReportMarkdown(report, { provenance: false });
  const check = checkReport(text, report.facts);
  return {
    case: { id: 'example', family: 'example', tags: [], case: theCase, expect: {} },
    variant: 'default',
    model: report.writer.model,
    repeat: 0,
    facts: report.facts,
    report: { ...report, check },
    text,
    findings: check.findings,
    first: { sentences: [], text: '', findings: [] },
    usage: { calls: 0, inputTokens: 0, outputTokens: 0, cost: null, retries: 0 },
    seconds: null,
    ...over,
  };
}

/** The same report after its sentences were changed one by one; `undefined` drops a sentence. */
export function changeSentences(
  report: Report,
  change: (sentence: { section: string; text: string; at: number }) => string | undefined,
): Report {
  let at = 0;
  return Report.parse({
    ...report,
    sections: report.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.kind === 'table'
          ? block
          : {
              ...block,
              sentences: block.sentences.flatMap((sentence) => {
                const text = change({ section: section.id, text: sentence.text, at });
                at += 1;
                if (text === undefined) return [];
                return [text === sentence.text ? sentence : { ...sentence, text, template: text }];
              }),
            },
      ),
    })),
  });
}

/** A first draft of these sentences, read as the engine does: section by section, with headings. */
export function firstOf(
  facts: FactSheet,
  sentences: readonly { section: string; text: string; facts: readonly string[] }[],
): Trial['first'] {
  const byId = new Map(facts.facts.map((fact) => [fact.id, fact]));
  const filled: FirstSentence[] = sentences.map(({ section, text, facts: cited }) => ({
    section,
    template: text,
    text: fillSlots(text, byId),
    facts: cited,
  }));
  const text = SECTIONS.map(({ id, title }) => ({
    title,
    own: filled.filter(({ section }) => section === id),
  }))
    .filter(({ own }) => own.length > 0)
    .map(({ title, own }) => `## ${title}\n\n${own.map((sentence) => sentence.text).join(' ')}`)
    .join('\n\n');
  const { findings, summary } = checkReport(text, facts);
  return { sentences: filled, text, findings, summary };
}
