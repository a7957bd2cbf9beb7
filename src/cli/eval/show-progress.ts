import type { EvalEvent } from '../../evaluate/events.ts';
import { type Io, type Speaker, safe } from '../io.ts';
import { describeWait, tellWaits } from '../tell-waits.ts';
import type { EvalFlags } from './eval-flags.ts';

/** Between two drawings of the line. */
const DRAW_EVERY_MS = 100;

/** How far a run is, computed from its events alone. */
export interface Progress {
  cells: number;
  done: number;
  kept: number;
  errors: number;
  broken: number;
}

/**
 * The state after an event.
 */
export function follow(progress: Progress, event: EvalEvent): Progress {
  switch (event.type) {
    case 'eval-start':
      return { cells: event.cells, done: 0, kept: 0, errors: 0, broken: 0 };
    case 'cell-kept':
      return { ...progress, done: progress.done + 1, kept: progress.kept + 1 };
    case 'cell-end':
      return {
        ...progress,
        done: progress.done + 1,
        errors: progress.errors + (event.status === 'error' ? 1 : 0),
        broken: progress.broken + (event.broken > 0 ? 1 : 0),
      };
    default:
      return progress;
  }
}

/** Seconds left at the pace of the cells that were run, or undefined before there is a pace. */
export function secondsLeft({ cells, done, kept }: Progress, seconds: number): number | undefined {
  const ran = done - kept;
  if (ran === 0 || cells <= done) return undefined;
  return (seconds / ran) * (cells - done);
}

/** `smoke  12/40 cells, 2 kept, 1 failed, about 1 min 20 s left`. */
export function describeProgress(suite: string, progress: Progress, seconds: number): string {
  const { cells, done, kept, errors, broken } = progress;
  const left = secondsLeft(progress, seconds);
  return [
    `${suite}  ${done}/${cells} cells`,
    kept > 0 && `${kept} kept`,
    errors > 0 && `${errors} failed`,
    broken > 0 && `${broken} broken`,
    left !== undefined && `about ${formatSeconds(left)} left`,
  ]
    .filter(Boolean)
    .join(', ');
}

export function formatSeconds(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.ceil(seconds - minutes * 60)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Reads the events of a run: JSON lines with --json, one line that changes on a terminal, words where a cell failed. */
export function showProgress(
  suite: string,
  io: Io,
  flags: EvalFlags,
  speaker: Speaker,
  waitSeconds: () => number = () => 0,
): { show(event: EvalEvent): void; end(): void } {
  const live = io.stderr.isTTY === true && !flags.quiet && !flags.json && !flags.verbose;
  const start = performance.now();
  let progress: Progress = { cells: 0, done: 0, kept: 0, errors: 0, broken: 0 };
  let drawn = Number.NEGATIVE_INFINITY;
  const clear = () => {
    if (live && drawn > 0) io.stderr.write('\r\x1b[2K');
  };
  const draw = () => {
    const now = performance.now();
    if (!live || progress.cells === 0 || now - drawn < DRAW_EVERY_MS) return;
    const line = [describeProgress(suite, progress, (now - start) / 1000), describeWait(waitSeconds())];
    io.stderr.write(`\r\x1b[2K${safe(line.filter(Boolean).join(', ')).slice(0, 120)}`);
    drawn = now;
  };
  const show = (event: EvalEvent) => {
    speaker.event({ ...event });
    progress = follow(progress, event);
    if (event.type === 'eval-warning') {
      clear();
      speaker.warn(event.message);
    }
    if (event.type === 'cell-end' && event.error && !flags.json) {
      clear();
      const { case: id, variant, model, repeat, error } = event;
      speaker.say(`failed: ${id} (${variant}, ${model}, repeat ${repeat + 1}): ${error.message}`);
    }
    if (event.type === 'eval-end') {
      clear();
      if (event.kept > 0 && !flags.json)
        speaker.say(`${event.kept} of ${progress.cells} cells of ${suite} were kept from an earlier run.`);
    } else draw();
  };
  return { show, end: tellWaits(waitSeconds, speaker, draw) };
}
