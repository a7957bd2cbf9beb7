import { UsageError } from '../../errors.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { EvalFlags } from './eval-flags.ts';
import { runsFolder } from './prepare-suites.ts';

/** `gapwright eval history [SUITE...]`: a line for each finished run, and the trend of each gating scorer. */
export async function showHistory(suites: readonly string[], flags: EvalFlags, io: Io): Promise<number> {
  const [{ listRuns }, { renderHistory }] = await Promise.all([
    import('../../evaluate/saved-runs.ts'),
    import('../../evaluate/render-history.ts'),
  ]);
  const [wanted = 'terminal', ...more] = flags.reporter ?? [];
  if (more.length > 0 || !['terminal', 'json'].includes(wanted))
    throw new UsageError(
      `cannot show the history so: found --reporter ${[wanted, ...more].join(',')}, expected terminal or json`,
    );
  const runs = runsFolder(flags, io.cwd);
  const found = (await listRuns(runs)).filter(
    ({ plan, summary }) => summary && (suites.length === 0 || suites.includes(plan.suite)),
  );
  if (found.length === 0) io.stderr.write(`No finished runs in ${runs}.\n`);
  if (wanted === 'json') {
    const lines = found.map(({ id, about, plan, summary }) =>
      JSON.stringify({
        id,
        suite: plan.suite,
        started: about.started,
        partial: plan.partial,
        cells: summary?.cells,
        scores: summary?.scores.map(({ scorer, variant, model, mean, interval }) => ({
          scorer,
          variant,
          model,
          mean,
          interval,
        })),
      }),
    );
    io.stdout.write(lines.map((line) => `${line}\n`).join(''));
  } else io.stdout.write(renderHistory(found, { width: io.stdout.columns }));
  return EXIT.done;
}
