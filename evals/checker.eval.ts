/**
 * The checker as a suite: labelled reports are the cases, and what it finds in them is scored against the labels. A
 * change of the checker is gated like a change of a prompt: `gapwright eval checker --gate`. The table by category is
 * `npm run eval:checker`.
 */
import { fileURLToPath } from 'node:url';
import type { Case } from '../schemas/case.ts';
import { checkReport } from '../src/check/index.ts';
import { codeVersion } from '../src/evaluate/code-version.ts';
import { defineScorer, type Score, type Scorer } from '../src/evaluate/define-scorer.ts';
import { defineSuite } from '../src/evaluate/define-suite.ts';
import { defineTask } from '../src/evaluate/define-task.ts';
import { digest } from '../src/evaluate/digest.ts';
import type { EvalCase, Trial } from '../src/evaluate/trial.ts';
import { type CorpusReport, readCorpus } from './checker/corpus.ts';
import { score } from './checker/score.ts';

const reports = new Map<string, CorpusReport>();
const cases: EvalCase[] = [];
for (const corpus of ['corpus', 'heldout']) {
  const root = fileURLToPath(new URL(`./checker/${corpus}/`, import.meta.url));
  for (const report of readCorpus(root) ?? []) {
    if (!report.facts) continue;
    const id = `${corpus}-${report.id.replaceAll('/', '-')}`;
    reports.set(id, report);
    cases.push({
      id,
      // Reports about one candidate are not independent.
      family: report.id.split('/')[0] ?? id,
      tags: [corpus, report.labels.length === 0 ? 'clean' : 'faulty'],
      // The facts below are computed from inputs that lie in the corpus; here they count by their hash.
      case: {} as Case,
      expect: {},
      data: { text: report.text, labels: report.labels, facts: digest(report.facts) },
    });
  }
}

const common = { gating: true, deterministic: true, margin: 0.02 } as const;

/** Scores one report as `npm run eval:checker` scores a corpus. */
function scorer(
  about: Pick<Scorer, 'id' | 'title' | 'description' | 'kind' | 'better'> & { unit?: string },
  read: (found: ReturnType<typeof score>) => Score,
): Scorer {
  return defineScorer({
    ...common,
    ...about,
    score({ case: { id }, findings }: Trial) {
      const report = reports.get(id);
      if (!report) return { value: null, missing: 'no such report in the corpus' };
      return read(score([report], () => findings.filter(({ severity }) => severity === 'error')));
    },
  });
}

const none = (missing: string): Score => ({ value: null, missing, inapplicable: true });

export default defineSuite({
  name: 'checker',
  description: 'What the checker finds in labelled reports.',
  cases,
  task: defineTask({
    id: 'check',
    version: codeVersion(),
    run({ case: { id } }) {
      const report = reports.get(id);
      if (!report) throw new Error(`no such report: ${id}`);
      const { findings } = checkReport(report.text, report.facts);
      return { text: report.text, findings };
    },
  }),
  scorers: [
    scorer(
      {
        id: 'recall',
        title: 'Recall',
        description: 'Labelled faults that were found, of all labelled faults of a report.',
        kind: 'share',
        better: 'higher',
      },
      ({ labels, found, missed }) =>
        labels === 0
          ? none('the report has no fault')
          : { value: found / labels, evidence: missed.map(({ label }) => `missed: ${label.quote}`) },
    ),
    scorer(
      {
        id: 'precision',
        title: 'Precision',
        description: 'Findings that lie on a labelled fault, of all findings of a report.',
        kind: 'share',
        better: 'higher',
      },
      ({ findings, right, wrong }) =>
        findings === 0
          ? none('nothing was found')
          : { value: right / findings, evidence: wrong.map(({ text }) => `false alarm: ${text}`) },
    ),
    scorer(
      {
        id: 'false-alarms',
        title: 'False alarms',
        description: 'Findings in a report that has no fault.',
        kind: 'amount',
        unit: 'findings',
        better: 'lower',
      },
      ({ labels, findings, wrong }) =>
        labels > 0
          ? none('the report has faults')
          : { value: findings, evidence: wrong.map(({ text }) => text) },
    ),
  ],
});
