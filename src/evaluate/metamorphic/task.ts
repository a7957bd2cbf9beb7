import { ReportError } from '../../errors.ts';
import type { Model } from '../../model/index.ts';
import { defineTask, type TaskCell, type TaskResult } from '../define-task.ts';
import { shorten } from '../reading/shorten.ts';
import { OUTAGES } from '../report-task.ts';
import type { EvalCase } from '../trial.ts';
import { compareReports } from './compare-reports.ts';
import { fitsPattern } from './fits-pattern.ts';
import type { Outcome } from './outcome.ts';
import { RELATIONS } from './relations.ts';

/** Every case with every relation, as cases of a suite with `metamorphicTask`. */
export function withRelations(cases: readonly EvalCase[]): EvalCase[] {
  return cases.flatMap((one) =>
    RELATIONS.map(({ id }) => ({ ...one, id: `${one.id}--${id}`, expect: {}, data: { relation: id } })),
  );
}

/** Writes a report, changes the inputs as the case's relation says, writes it again, and compares the two. */
export const metamorphicTask = defineTask({
  id: 'metamorphic',
  version: '1',
  usesReport: true,
  run: runRelation,
});

async function runRelation(cell: TaskCell): Promise<TaskResult> {
  const name = (cell.case.data as { relation?: unknown } | undefined)?.relation;
  const relation = RELATIONS.find(({ id }) => id === name);
  if (!relation)
    throw new TypeError(
      `cannot run the case ${cell.case.id}: found the relation ${JSON.stringify(name)}, expected one of ${RELATIONS.map(({ id }) => id).join(', ')}`,
    );
  const [{ writeReport }, facts, prompts] = await Promise.all([
    import('../../write-report.ts'),
    cell.facts(),
    cell.prompts(),
  ]);
  const changed = relation.change(cell.case.case, facts);
  if (!changed) return {};
  const { maxRepairs, signal, variant } = cell;
  const write = async (theCase: EvalCase['case']) => {
    const asked = cell.model && listen(cell.model);
    const report = await writeReport(theCase, {
      model: asked?.model,
      prompts,
      style: variant.style ?? {},
      maxRepairs,
      strict: OUTAGES,
      signal,
    }).report;
    return { report, asked: asked?.first };
  };
  try {
    const [before, after] = [await write(cell.case.case), await write(changed)];
    const compared = compareReports(before.report, after.report, relation);
    const allowed = relation.mayChange(facts);
    const leaked = [...compared.changed].filter((id) => !allowed.some((pattern) => fitsPattern(id, pattern)));
    const isPersonal = (id: string) =>
      [before, after]
        .flatMap(({ report }) => report.facts.facts.find((fact) => fact.id === id) ?? [])
        .every(({ personal }) => personal === true);
    const outcome: Outcome = {
      leaked,
      independent: compared.independent,
      strays: compared.strays.map(({ section, side, text }) =>
        shorten(`${section}, only ${side}: "${text}"`),
      ),
      hidden: relation.mustShow && compared.cited && !compared.shown,
      promptsKept:
        before.asked && after.asked && [...compared.changed].every(isPersonal)
          ? JSON.stringify([...before.asked].sort()) === JSON.stringify([...after.asked].sort())
          : null,
    };
    // Facts and the offline writer are exact: what changes there without a reason is a fault, not chance.
    const exact = [...(cell.model ? [] : outcome.strays), ...leaked.map((id) => `the fact ${id} changed`)];
    return { data: outcome, broken: exact.map((words) => `${relation.id}: ${words}`) };
  } catch (error) {
    if (error instanceof ReportError) return { broken: [`${relation.id}: ${error.message}`] };
    throw error;
  }
}

/** The first request for each section, by its section. */
function listen(model: Model): { model: Model; first: Map<string, string> } {
  const first = new Map<string, string>();
  return {
    first,
    model: {
      id: model.id,
      generate(request, options) {
        if (!first.has(request.section)) first.set(request.section, JSON.stringify(request.messages));
        return model.generate(request, options);
      },
    },
  };
}
