import { ReportError } from '../../errors.ts';
import type { Model } from '../../model/index.ts';
import { defineScorer, type Scorer } from '../define-scorer.ts';
import { defineTask, type TaskCell, type TaskResult } from '../define-task.ts';
import { inapplicable } from '../reading/no-value.ts';
import { shorten } from '../reading/shorten.ts';
import { OUTAGES } from '../report-task.ts';
import type { EvalCase, Trial } from '../trial.ts';
import { compareReports } from './compare-reports.ts';
import { fitsPattern } from './fits-pattern.ts';
import { RELATIONS } from './relations.ts';

/** What came of one change of one case. */
interface Outcome {
  /** Facts that changed although the relation says that they stay. */
  leaked: string[];
  independent: number;
  strays: string[];
  /** What changed is cited, must show, and no sentence was worded anew. */
  hidden: boolean;
  /** Null where the prompts had to change. */
  promptsKept: boolean | null;
}

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

const NOT_CHANGED = 'the case has nothing of the kind to change, or no report was handed over';

function outcomeOf({ data }: Trial): Outcome | undefined {
  return data as Outcome | undefined;
}

/** What a metamorphic suite measures. */
export const METAMORPHIC_SCORERS: readonly Scorer[] = [
  defineScorer({
    id: 'independent-kept',
    title: 'Sentences that stay',
    description:
      'Sentences that cite nothing changed and stand word by word in both reports, of all such sentences.',
    kind: 'share',
    better: 'higher',
    margin: 0.05,
    gating: true,
    deterministic: true,
    score(trial) {
      const outcome = outcomeOf(trial);
      if (!outcome) return inapplicable(NOT_CHANGED);
      if (outcome.independent === 0) return inapplicable('every sentence cites something that changed');
      return {
        value: 1 - outcome.strays.length / outcome.independent,
        evidence: outcome.strays.slice(0, 10),
      };
    },
  }),
  defineScorer({
    id: 'facts-kept',
    title: 'Facts that stay',
    description: 'Whether no fact has changed but those that the change of the inputs concerns.',
    kind: 'binary',
    better: 'higher',
    margin: 0.01,
    gating: false,
    deterministic: true,
    score(trial) {
      const outcome = outcomeOf(trial);
      if (!outcome) return inapplicable(NOT_CHANGED);
      return { value: outcome.leaked.length === 0 ? 1 : 0, evidence: outcome.leaked.slice(0, 10) };
    },
  }),
  defineScorer({
    id: 'change-shown',
    title: 'Changes that show',
    description: 'Whether the report reads differently where a sentence cites what changed.',
    kind: 'binary',
    better: 'higher',
    margin: 0.02,
    gating: false,
    deterministic: true,
    score(trial) {
      const outcome = outcomeOf(trial);
      if (!outcome) return inapplicable(NOT_CHANGED);
      return { value: outcome.hidden ? 0 : 1 };
    },
  }),
  defineScorer({
    id: 'prompts-kept',
    title: 'Prompts that stay',
    description:
      'Whether the model was asked the same, byte by byte, where only what it may not see has changed (a name), or nothing.',
    kind: 'binary',
    better: 'higher',
    margin: 0.01,
    gating: false,
    deterministic: true,
    score(trial) {
      const outcome = outcomeOf(trial);
      if (!outcome) return inapplicable(NOT_CHANGED);
      if (outcome.promptsKept === null) return inapplicable('no model was asked, or its facts have changed');
      return { value: outcome.promptsKept ? 1 : 0 };
    },
  }),
];
