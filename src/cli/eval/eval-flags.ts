import { type Command, InvalidArgumentError } from 'commander';
import { addModelOptions, type ModelFlags } from '../open-configured.ts';

/** Flags of `gapwright eval`. */
export interface EvalFlags extends ModelFlags {
  case?: string[];
  tag?: string[];
  variant?: string[];
  against?: string;
  model?: string[];
  lastFailed?: boolean;
  repeats?: number;
  concurrency?: number;
  seed?: number;
  watch?: boolean;
  dryRun?: boolean;
  aa?: boolean;
  out?: string;
  resume?: boolean;
  artifacts?: boolean;
  gate?: boolean;
  baseline?: string;
  updateBaseline?: boolean;
  reporter?: string[];
  timeout?: string;
  maxRepairs?: string;
  json?: boolean;
  quiet?: boolean;
  verbose?: boolean;
  color?: boolean;
}

/** Declares them. */
export function addEvalOptions(command: Command): void {
  command
    .argument(
      '[suites...]',
      'suites by name, path or glob; none: all in evals/. Or: compare RUN RUN, history',
    )
    .option('--case <id>', 'only these cases: ids or globs (again or with commas for more)', list)
    .option('--tag <tag>', 'only cases, or suites, with one of these tags', list)
    .option(
      '--variant <variant>',
      'NAME of the suite, or one more: NAME=DIR, NAME=git:REVISION, NAME=slots|cited|plain',
      list,
    )
    .option('--against <name>', 'the variant that the others are compared with (default: the first)')
    .option('--model <id>', "in place of the suite's models: offline, openai:<model>, provider:model", list)
    .option('--last-failed', "only cases with something wrong in the suite's last saved run")
    .option('--repeats <n>', 'reports of each cell', whole(1, 1000))
    .option('--concurrency <n>', 'cells at the same time (default: 4)', whole(1, 1000))
    .option(
      '--seed <n>',
      'another seed is another sample; nothing is taken from earlier ones',
      whole(0, 2 ** 31),
    )
    .option('--aa', 'the same variant twice: how often this suite raises a false alarm')
    .option('--dry-run', 'calls, tokens, cost and the smallest visible effect; nothing is asked')
    .option('--watch', 'run again what a changed prompt, case or suite touches')
    .option('--out <dir>', 'folder of saved runs (default: evals/.runs)')
    .option('--no-resume', 'begin anew where a run of the same plan is there, instead of going on with it')
    .option('--no-artifacts', 'keep scores only, no reports and drafts (the HTML page needs them)')
    .option(
      '--gate',
      'exit code 1 for a regression, a broken invariant, a failed cell, a missing value, a threshold',
    )
    .option('--baseline <file>', 'what the gate compares with (default: evals/baseline.json)')
    .option('--update-baseline', "write the scores of this run's first variant there")
    .option('--reporter <list>', 'terminal (default), json, ...; NAME=FILE writes to a file', list)
    .option('--max-repairs <n>', 'rounds of repair for a section (default: 3)')
    .option('--timeout <seconds>', 'for one call of the model (default: 120)');
  addModelOptions(command);
}

function list(text: string, before: string[] = []): string[] {
  const more = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (more.length === 0) throw new InvalidArgumentError('expected at least one name.');
  return [...before, ...more];
}

function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d{1,10}$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`expected a whole number from ${least} to ${most}.`);
    return value;
  };
}
