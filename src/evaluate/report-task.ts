import type { Usage } from '../../schemas/index.ts';
import type { ReportEvent } from '../draft/index.ts';
import { type ModelFault, ReportError } from '../errors.ts';
import type { TaskCell, TaskResult } from './define-task.ts';
import { defineTask } from './define-task.ts';

/**
 * What says nothing of how well a model writes: the cell is run again. Sentences that stay wrong (`invalid-reply`) are
 * a result: the offline writer takes their place, and its share is scored.
 */
export const OUTAGES: readonly ModelFault[] = [
  'rate-limit',
  'quota',
  'auth',
  'not-found',
  'bad-request',
  'server',
  'network',
  'timeout',
  'empty',
  'refusal',
  'content-filter',
  'length',
  'budget',
  'missing-package',
  'unknown',
];

/**
 * Writes the report of a case, as `gapwright report` does. A model that fails for good is an error of the cell, never
 * a report by the offline writer. A report that is withheld because it contradicts its facts is a result: a broken
 * invariant.
 */
export const reportTask = defineTask({
  id: 'report',
  version: '1',
  usesReport: true,
  run: writeCellReport,
});

async function writeCellReport(cell: TaskCell): Promise<TaskResult> {
  const { model, variant, signal, maxRepairs } = cell;
  const [{ writeReport }, { renderReportMarkdown }, facts, prompts] = await Promise.all([
    import('../write-report.ts'),
    import('../render/index.ts'),
    cell.facts(),
    cell.prompts(),
  ]);
  const style = variant.style ?? {};
  const start = performance.now();
  const run = writeReport(cell.case.case, {
    facts,
    model,
    prompts,
    style,
    maxRepairs,
    strict: OUTAGES,
    ...(cell.replayed && { retry: { firstDelaySeconds: 0.001 } }),
    signal,
  });
  const events: ReportEvent[] = [];
  const follow = async () => {
    for await (const event of run.events) if (event.type !== 'section-delta') events.push(event);
  };
  const [report] = await Promise.all([
    run.report.catch((error: unknown) => {
      if (error instanceof ReportError) return error;
      throw error;
    }),
    follow(),
  ]);
  const seconds = (performance.now() - start) / 1000;
  const common = {
    usage: await usageOf(events, cell),
    seconds: model === undefined || cell.replayed ? null : seconds,
    ...(model && {
      first: (await import('./collect-first-draft.ts')).collectFirstDraft(events, facts, prompts, style),
    }),
  };
  if (report instanceof ReportError) {
    const findings = report.findings as TaskResult['findings'];
    return {
      ...common,
      report: undefined,
      text: '',
      ...(findings && { findings }),
      broken: [report.message],
    };
  }
  return {
    ...common,
    report,
    text: renderReportMarkdown(report, { provenance: false }).text,
    findings: report.check.findings,
    // `writeReport` hands over no such report; should it ever, no score may hide it.
    broken: report.check.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ message, quote }) => `${message} ("${quote.slice(0, 120)}")`),
  };
}

/** From the sections: a report that was withheld has cost something, too. */
async function usageOf(events: readonly ReportEvent[], { model }: TaskCell) {
  const sum: Usage = { calls: 0, inputTokens: 0, outputTokens: 0 };
  let retries = 0;
  for (const event of events) {
    if (event.type === 'call-retry') retries += 1;
    if (event.type !== 'section-end') continue;
    sum.calls += event.usage.calls;
    for (const key of ['inputTokens', 'outputTokens'] as const) {
      const more = event.usage[key];
      const before = sum[key];
      sum[key] = before === null || more === null ? null : before + more;
    }
  }
  if (!model) return { ...sum, cost: 0, retries };
  const { computeCost } = await import('../model/compute-cost.ts');
  return { ...sum, cost: computeCost(sum, model.id), retries };
}
