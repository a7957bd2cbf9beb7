import { ModelError, type ModelFault } from '../errors.ts';
import type { Model } from '../model/model.ts';
import type { Style } from '../sections/index.ts';
import type { SectionPrompts } from './build-messages.ts';
import type { CallLog } from './call-log.ts';
import type { ReportEvent } from './events.ts';
import type { Privacy } from './privacy.ts';
import type { ReplyMode } from './reply-modes.ts';

/** What one section has found out about the model, for the others. */
export interface Habits {
  /** It answers in prose, whatever it is asked for. */
  prose: boolean;
}

export interface DraftOptions {
  model: Model;
  /** Where the calls of `model` are kept, which it watches (`log.watch`); default: one of this section's own. */
  log?: CallLog;
  /** Shared by the sections of a report; default: known to this one alone. */
  habits?: Habits;
  prompts: SectionPrompts;
  /** How the prompts ask the model to reply. */
  reply: ReplyMode;
  style: Style;
  /** Facts that stand with the rules before every section (see `commonFacts`); default: none. */
  common?: ReadonlySet<string>;
  /** What prompts may not show; default: the names of the sheet. */
  privacy?: Privacy | undefined;
  /** Rounds of repair at most. */
  maxRepairs: number;
  /**
   * Whether it is an error when sentences cannot be had from the model, instead of being written offline: always, or
   * for faults of these kinds.
   */
  strict?: boolean | readonly ModelFault[];
  /** Whether replies are streamed, each piece an event. */
  deltas?: boolean;
  signal?: AbortSignal | undefined;
  onEvent?: (event: ReportEvent) => void;
}

/** The same with a log that watches the model. */
export type WatchedOptions = DraftOptions & { log: CallLog };

/** Whether a fault of this kind ends the section instead of having it written offline. */
export function isStrict(fault: ModelFault, { strict = false }: DraftOptions): boolean {
  return typeof strict === 'boolean' ? strict : strict.includes(fault);
}

/** Throws what came instead of usable sentences, where that is an error. */
export function refuse(found: string, text: string, options: DraftOptions): void {
  if (!isStrict('invalid-reply', options)) return;
  throw new ModelError(
    'invalid-reply',
    `cannot get a section from ${options.model.id}: found ${found.replace(/\s+/gu, ' ')}, expected sentences that agree with the facts. Use another model, allow more repairs, or leave out --strict.`,
    { text },
  );
}
