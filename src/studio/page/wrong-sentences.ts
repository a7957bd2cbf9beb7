import type { Finding } from '../../../schemas/finding.ts';
import type { Report } from '../../../schemas/report.ts';
import type { Edit } from '../apply-edits.ts';

type Place = Omit<Edit, 'text'>;

/** A place of the text that contradicts the facts. */
export interface WrongSentence {
  /** Apart from all others. */
  key: string;
  /** The sentence, to be opened; undefined where the finding lies on none, such as one on a heading. */
  place: Place | undefined;
  text: string;
  sectionTitle: string;
  findings: readonly Finding[];
}

/** Gives what contradicts the facts, sentence by sentence, in the order of the text. */
export function wrongSentences(
  report: Report,
  bySentence: ReadonlyMap<string, readonly Finding[]>,
  textAt: (place: Place) => string,
): WrongSentence[] {
  return [...bySentence].flatMap(([key, list]): WrongSentence[] => {
    const findings = list.filter(({ severity }) => severity === 'error');
    if (findings.length === 0) return [];
    if (key === '') {
      const text = findings.map(({ quote }) => quote).join(' … ');
      return [{ key, place: undefined, text, sectionTitle: 'Outside the sentences', findings }];
    }
    const [section = 0, block = 0, sentence = 0] = key.split('.').map(Number);
    const place = { section, block, sentence };
    return [
      { key, place, text: textAt(place), sectionTitle: report.sections[section]?.title ?? '', findings },
    ];
  });
}
