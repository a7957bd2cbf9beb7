import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SuiteModel } from './define-suite.ts';
import { digest, digestText } from './digest.ts';
import type { LoadedVariant } from './load-variant.ts';
import { idOf, type RunPlan } from './plan-run.ts';
import type { EvalCase } from './trial.ts';

/** One cell of a run. */
export interface Cell {
  case: EvalCase;
  variant: LoadedVariant;
  model: SuiteModel;
  repeat: number;
  /** The folder of its recording within that of all; the second half of an A/A run has recordings of its own. */
  recording: string;
}

/**
 * Every cell of a plan: case by case, so that the facts of a case are needed at one time only; within a case each
 * repeat of every variant beside the others, so that a server that grows worse does so for all of them.
 */
export function* listCells({ plan, cases, variants, models }: RunPlan): Generator<Cell> {
  for (const one of cases)
    for (let repeat = 0; repeat < plan.repeats; repeat += 1)
      for (const model of models)
        for (const variant of variants) {
          const { name, offset } = variant.sample ?? { name: variant.variant.name, offset: 0 };
          const recording = join(plan.suite, one.id, name, safeName(idOf(model)), String(repeat + offset));
          yield { case: one, variant, model, repeat, recording };
        }
}

/**
 * Makes the keys of cells. The facts are in them by what they follow from: the inputs of the case and the version of
 * the code. `replay` is the folder that replies come from: other recordings make other rows.
 */
export function keyMaker({ plan }: RunPlan, replay: string | undefined): (cell: Cell) => string {
  const common = digest([
    plan.suite,
    plan.task,
    plan.version,
    plan.maxRepairs,
    plan.seed,
    plan.scorers.map(({ id, code = null }) => [id, code]),
    replay !== undefined,
  ]);
  const ofCase = new Map(plan.cases.map(({ id, family, inputs }) => [id, digest([id, family, inputs])]));
  const ofVariant = new Map(
    plan.variants.map(({ name, prompts, style }) => [name, digest([name, prompts, style])]),
  );
  return ({ case: { id }, variant, model, repeat, recording }) => {
    const recorded = replay === undefined ? '' : digestFolder(join(replay, recording));
    const parts = [
      common,
      ofCase.get(id),
      ofVariant.get(variant.variant.name),
      idOf(model),
      repeat,
      recorded,
    ];
    return digestText(parts.join('\n'));
  };
}

/** SHA-256 over the files of a folder, by name and content. */
function digestFolder(folder: string): string {
  let names: string[];
  try {
    names = readdirSync(folder).sort();
  } catch {
    return 'none';
  }
  return digest(names.map((name) => [name, digestText(readFileSync(join(folder, name), 'utf8'))]));
}

/** The id of a model as the name of a folder. */
function safeName(id: string): string {
  return id.replace(/[^a-z0-9.-]+/gi, '_').slice(0, 80);
}
