import type { Provenance } from '../../../schemas/index.ts';
import type { Trial } from '../trial.ts';

/** A sentence of the finished report, and the section that it stands in. */
export interface ReportSentence {
  section: string;
  text: string;
  template: string;
  facts: readonly string[];
  provenance: Provenance;
  /** How often it was worded before. */
  rewordings: number;
}

/** The prose of the finished report, without its tables; empty where no report was handed over. */
export function sentencesOf({ report }: Pick<Trial, 'report'>): ReportSentence[] {
  return (report?.sections ?? []).flatMap((section) =>
    section.blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? block.sentences.map(({ text, template, facts, provenance, history }) => ({
            section: section.id,
            text,
            template,
            facts,
            provenance,
            rewordings: history.length,
          }))
        : [],
    ),
  );
}

/** Sentences by their section, in the order of the report. */
export function bySection<T extends { section: string }>(sentences: readonly T[]): Map<string, T[]> {
  const sections = new Map<string, T[]>();
  for (const sentence of sentences) {
    const known = sections.get(sentence.section);
    if (known) known.push(sentence);
    else sections.set(sentence.section, [sentence]);
  }
  return sections;
}
