import type { CliCommand } from './command.ts';
import { addEvalOptions, type EvalFlags } from './eval/eval-flags.ts';

/** `gapwright eval`: runs suites, compares saved runs, tells their history. */
export const evalCommand: CliCommand = {
  name: 'eval',
  summary: 'run eval suites: did a prompt or a model make reports better, and are we sure?',
  configure: addEvalOptions,
  async run(args, raw, io, speaker) {
    const flags = raw as EvalFlags;
    // A variadic argument comes as one list.
    const [first = '', ...rest] = args.flat();
    if (first === 'compare') return (await import('./eval/compare.ts')).compare(rest, flags, io, speaker);
    if (first === 'history') return (await import('./eval/history.ts')).showHistory(rest, flags, io);
    const names = first === '' ? [] : [first, ...rest];
    if (flags.watch) return (await import('./eval/watch.ts')).watchSuites(names, flags, io, speaker);
    return (await import('./eval/run-suites.ts')).runSuites(names, flags, io, speaker);
  },
};
