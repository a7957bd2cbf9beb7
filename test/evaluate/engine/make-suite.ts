import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case } from '../../../schemas/index.ts';
import { defineScorer, type Scorer } from '../../../src/evaluate/define-scorer.ts';
import { defineSuite, type Suite } from '../../../src/evaluate/define-suite.ts';
import { defineTask, type TaskCell, type TaskResult } from '../../../src/evaluate/define-task.ts';
import type { EvalCase } from '../../../src/evaluate/trial.ts';

/** A case that no report is written of. */
export function makeCase(id: string, more: Partial<EvalCase> = {}): EvalCase {
  return {
    id,
    family: id,
    tags: [],
    case: { resume: {}, role: { title: 'Clerk', skills: [] }, date: '2026-11-24' } as unknown as Case,
    expect: {},
    ...more,
  };
}

/** The length of the text as an amount. */
export const lengthScorer: Scorer = defineScorer({
  id: 'letters',
  title: 'Letters',
  description: 'Letters of the text.',
  kind: 'amount',
  unit: 'letters',
  better: 'lower',
  margin: 1,
  gating: true,
  deterministic: true,
  score: ({ text }) => ({ value: text.length, evidence: [text] }),
});

/** Whether the text says that all is well. */
export const fineScorer: Scorer = defineScorer({
  ...lengthScorer,
  id: 'fine',
  title: 'Fine',
  description: 'Whether the text has the word fine.',
  kind: 'binary',
  better: 'higher',
  margin: 0.05,
  score: ({ text }) => ({ value: text.includes('fine') ? 1 : 0 }),
});

/** A suite of a task that says `ID fine REPEAT`, or what the function says. */
export function makeSuite(
  more: Partial<Suite> = {},
  run: (cell: TaskCell) => TaskResult | Promise<TaskResult> = ({ case: { id }, repeat }) => ({
    text: `${id} fine ${repeat}`,
  }),
): Suite {
  return defineSuite({
    name: 'tried',
    cases: ['ada', 'ben', 'cyd', 'dan', 'eve', 'fay'].map((id) => makeCase(id)),
    scorers: [lengthScorer, fineScorer],
    task: defineTask({ id: 'say', version: '1', run }),
    ...more,
  });
}

/** A folder that is gone when the tests of the file are over. */
export function temporaryFolder(cleanUp: (end: () => void) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'gapwright-eval-'));
  cleanUp(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
