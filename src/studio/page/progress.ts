import type { ModelFault } from '../../errors.ts';
import type { StudioEvent } from '../studio-event.ts';

/** How far a section is. */
export interface SectionProgress {
  id: string;
  title: string;
  state: 'waiting' | 'drafting' | 'checking' | 'repairing' | 'done';
  /** Characters of the reply that is coming in; 0 where replies are not streamed. */
  characters: number;
  /** What happened on the way, oldest first. */
  told: readonly { at: number; kind: 'retry' | 'finding' | 'repair' | 'fallback' | 'mended'; text: string }[];
  /** Who wrote its sentences, once it is done. */
  sentences: { model: number; repaired: number; offline: number } | undefined;
  paragraphs: readonly string[];
}

/** How far a report is. */
export interface Progress {
  model: string;
  sections: readonly SectionProgress[];
  end: 'done' | 'cancelled' | { failed: string } | undefined;
}

export const NO_PROGRESS: Progress = { model: 'offline', sections: [], end: undefined };

/** What a failed call is to somebody who does not know what a status is. */
const FAULTS: Readonly<Record<ModelFault, string>> = {
  'rate-limit': 'The model’s server is busy and asks for patience.',
  quota: 'The account at the model’s server has nothing left.',
  auth: 'The model’s server does not accept the key.',
  'not-found': 'The model’s server does not know this model.',
  'bad-request': 'The model’s server did not understand the question.',
  server: 'The model’s server had a fault of its own.',
  network: 'The connection to the model’s server broke.',
  timeout: 'The model’s server did not answer in time.',
  empty: 'The model sent an empty answer.',
  'invalid-reply': 'The model’s answer could not be read.',
  refusal: 'The model declined to answer.',
  'content-filter': 'A filter of the model’s server withheld the answer.',
  length: 'The model’s answer was cut off.',
  budget: 'The budget for this report is used up.',
  'missing-package': 'A package that this model needs is not installed.',
  pending: 'the reply is not there yet',
  unknown: 'The model could not be asked.',
};

/** Gives the progress after an event. Pure. */
export function advance(progress: Progress, event: StudioEvent): Progress {
  switch (event.type) {
    case 'report-start':
      return {
        ...progress,
        model: event.model,
        sections: event.sections.map(({ id, title }) => ({
          id,
          title,
          state: 'waiting',
          characters: 0,
          told: [],
          sentences: undefined,
          paragraphs: [],
        })),
      };
    case 'section-start':
      return change(progress, event.section, { state: 'drafting' });
    case 'section-delta':
      return change(progress, event.section, { characters: event.characters });
    case 'call-retry':
      return tell(
        progress,
        event.section,
        { characters: 0 },
        'retry',
        `${FAULTS[event.fault]} Trying again ${inSeconds(event.delaySeconds)}.`,
      );
    case 'section-mended':
      return tell(progress, event.section, {}, 'mended', `Put in order: ${event.mended.join('; ')}.`);
    case 'section-draft':
      return change(progress, event.section, { state: 'checking' });
    case 'section-finding':
      return tell(
        progress,
        event.section,
        { state: 'checking' },
        'finding',
        `“${event.quote}”: ${event.message}`,
      );
    case 'section-repair':
      return tell(
        progress,
        event.section,
        { state: 'repairing', characters: 0 },
        'repair',
        `Sent back to the model with what is wrong: ${counted(event.sentences, 'sentence')}, round ${event.round}.`,
      );
    case 'section-fallback':
      return tell(progress, event.section, {}, 'fallback', fallbackWords(event));
    case 'section-text':
      return change(progress, event.section, { paragraphs: event.paragraphs });
    case 'section-end':
      return change(progress, event.section, { state: 'done', sentences: event.sentences });
    case 'report-end':
      // The offline writer tells of no sections.
      return { ...progress, sections: progress.sections.map((one) => ({ ...one, state: 'done' })) };
    case 'job-done':
      return { ...progress, end: 'done' };
    case 'job-cancelled':
      return { ...progress, end: 'cancelled' };
    case 'job-failed':
      return { ...progress, end: { failed: event.message } };
    default:
      return progress;
  }
}

/** Gives one line on how far a report is, to be read out. */
export function sayProgress({ sections, end }: Progress): string {
  if (end === 'done') return 'The report is written and checked.';
  if (end === 'cancelled') return 'The report was cancelled.';
  if (end) return 'The report could not be written.';
  const done = sections.filter(({ state }) => state === 'done').length;
  return sections.length === 0 ? 'The report is begun.' : `${done} of ${sections.length} sections are done.`;
}

function change(progress: Progress, id: string, to: Partial<SectionProgress>): Progress {
  return { ...progress, sections: progress.sections.map((one) => (one.id === id ? { ...one, ...to } : one)) };
}

function tell(
  progress: Progress,
  id: string,
  to: Partial<SectionProgress>,
  kind: SectionProgress['told'][number]['kind'],
  text: string,
): Progress {
  const told = progress.sections.find((one) => one.id === id)?.told ?? [];
  return change(progress, id, { ...to, told: [...told, { at: told.length, kind, text }] });
}

function fallbackWords({
  sentences,
  leftOut,
  reason,
}: Extract<StudioEvent, { type: 'section-fallback' }>): string {
  const parts = [
    ...(sentences > 0 ? [`${counted(sentences, 'sentence')} written without the model`] : []),
    ...(leftOut > 0 ? [`${counted(leftOut, 'sentence')} left out`] : []),
  ];
  return `${parts.join(', ')}: ${reason}`;
}

function inSeconds(seconds: number): string {
  return seconds < 1 ? 'at once' : `in ${counted(Math.round(seconds), 'second')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
