import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../evals/checker/corpus.ts';
import { score } from '../../evals/checker/score.ts';
import { checkReport } from '../../src/check/index.ts';

const corpus = readCorpus();
const errors = (report: NonNullable<typeof corpus>[number]) =>
  checkReport(report.text, report.facts).findings.filter((finding) => finding.severity === 'error');

describe.skipIf(!corpus)('the development corpus (needs ../shared)', () => {
  const reports = corpus ?? [];

  it('is found with precision and recall above the targets', () => {
    const result = score(
      reports.filter((report) => report.facts),
      errors,
    );
    expect(result.right / result.findings).toBeGreaterThanOrEqual(0.97);
    expect(result.found / result.labels).toBeGreaterThanOrEqual(0.92);
    expect(result.hard.found / result.hard.labels).toBeGreaterThanOrEqual(0.85);
    expect(result.falseOnClean).toBe(0);
  });

  it('has every label of the seed report found from the text alone, and nothing else', () => {
    const result = score(
      reports.filter((report) => !report.facts),
      errors,
    );
    expect(result.missed.map(({ label }) => `${label.subject}: ${label.quote}`)).toEqual([]);
    expect(result.wrong).toEqual([]);
  });
});
