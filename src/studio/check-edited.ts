import type { Finding } from '../../schemas/finding.ts';
import type { Report } from '../../schemas/report.ts';
import { type CheckOptions, checkReport } from '../check/index.ts';
import { renderReportMarkdown } from '../render/render-markdown.ts';
import { applyEdits, type Edit, placeKey } from './apply-edits.ts';

/** An edited report with its check, and which sentence each finding lies on. */
export interface EditedCheck {
  report: Report;
  /** Findings by the place that the sentence has in the report before the edits; under `''` those that lie on none. */
  bySentence: ReadonlyMap<string, readonly Finding[]>;
}

/** Edits a report and checks its whole text as `writeReport` does. Pure: it runs in the page and on the server. */
export function checkEdited(before: Report, edits: readonly Edit[], options: CheckOptions = {}): EditedCheck {
  const { report, places } = applyEdits(before, edits);
  const { text, sentences } = renderReportMarkdown(report, { provenance: false });
  const check = checkReport(text, report.facts, options);
  const bySentence = new Map<string, Finding[]>();
  for (const finding of check.findings) {
    const place = sentences.find(({ start, end }) => start < finding.end && finding.start < end);
    const key = place ? (places.get(placeKey(place)) ?? '') : '';
    const known = bySentence.get(key);
    if (known) known.push(finding);
    else bySentence.set(key, [finding]);
  }
  return { report: { ...report, check }, bySentence };
}
