import type { FactSheet, Finding } from '../../schemas/index.ts';
import { checkReport, RULES } from '../check/index.ts';
import { groundOf, type PromptSet, type ReportEvent, toReportSection } from '../draft/index.ts';
import { renderSectionMarkdown } from '../render/index.ts';
import { DEFAULT_STYLE, MOST_SENTENCES, SECTIONS, type Style } from '../sections/index.ts';
import type { FirstSentence, Trial } from './trial.ts';

/**
 * What the model wrote at first, out of the events of a report: for each section the first reply that could be read,
 * up to the length that a section may have, its values filled in; what the checker says of this text as a whole; and
 * what was found in slots and citations before anything was repaired.
 */
export function collectFirstDraft(
  events: readonly ReportEvent[],
  sheet: FactSheet,
  { reply }: PromptSet,
  style: Partial<Style> = {},
): Trial['first'] {
  const whole = { ...DEFAULT_STYLE, ...style };
  const sentences: FirstSentence[] = [];
  const parts: string[] = [];
  let unusable = 0;
  for (const section of SECTIONS) {
    const ground = groundOf(section, sheet, reply.id, whole);
    for (const event of events) {
      if (event.type !== 'section-reply' || event.section !== section.id || event.purpose !== 'section')
        continue;
      const parsed = reply.parse(event.text, ground);
      const drafted = parsed.ok ? cut(parsed.value, MOST_SENTENCES[whole.length]) : [];
      if (drafted.length === 0) {
        unusable += 1;
        continue;
      }
      const printed = toReportSection(
        ground,
        drafted.map((paragraph) =>
          paragraph.map(({ text, facts }) => ({
            template: tidy(text),
            facts,
            provenance: 'model' as const,
            history: [],
          })),
        ),
      );
      for (const block of printed.blocks)
        if (block.kind === 'paragraph')
          for (const { template, text, facts } of block.sentences)
            sentences.push({ section: section.id, template, text, facts });
      parts.push(renderSectionMarkdown(printed).text.trimEnd());
      break;
    }
  }
  const text = parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
  const check = text === '' ? undefined : checkReport(text, sheet);
  const findings = [...(check?.findings ?? []), ...draftFindings(events, sentences, text)];
  return { sentences, text, findings, ...(check && { summary: check.summary }), unusable };
}

/** Findings in slots and citations, which the checker of texts cannot see, moved to where their sentence stands. */
function draftFindings(
  events: readonly ReportEvent[],
  sentences: readonly FirstSentence[],
  text: string,
): Finding[] {
  const ofTexts = new Set(RULES.map(({ id }) => id));
  return events.flatMap((event): Finding[] => {
    if (event.type !== 'section-finding' || event.round !== 1 || ofTexts.has(event.finding.rule)) return [];
    const { finding } = event;
    const sentence = sentences.find(
      ({ section, template }) =>
        section === event.section && template.slice(finding.start, finding.end) === finding.quote,
    );
    const start = sentence ? Math.max(0, text.indexOf(sentence.text)) : 0;
    const quote = sentence && text.startsWith(sentence.text, start) ? sentence.text : '';
    const before = text.slice(0, start).split('\n');
    return [
      {
        ...finding,
        start,
        end: start + quote.length,
        quote,
        line: before.length,
        column: (before.at(-1)?.length ?? 0) + 1,
        related: [],
      },
    ];
  });
}

function cut<T extends { text: string }>(paragraphs: readonly (readonly T[])[], most: number): T[][] {
  let left = most;
  return paragraphs.flatMap((all) => {
    const kept = all.filter(({ text }) => text.trim() !== '').slice(0, Math.max(0, left));
    left -= kept.length;
    return kept.length > 0 ? [kept] : [];
  });
}

/** As the draft is tidied: on one line, without what nobody sees. */
function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?!\u200d)[\p{Cf}\p{Co}]|(?!\s)\p{Cc}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
