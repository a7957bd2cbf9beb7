import type { ReportEvent } from '../draft/index.ts';
import type { ModelFault } from '../errors.ts';

/** What the page follows: the events of the report without what the model sent, and how the job ended. */
export type StudioEvent =
  | Exclude<
      ReportEvent,
      { type: 'section-delta' | 'section-reply' | 'call-retry' | 'section-finding' | 'section-kept' }
    >
  /** So many characters of a reply have come. */
  | { type: 'section-delta'; section: string; characters: number }
  | { type: 'section-finding'; section: string; round: number; rule: string; message: string; quote: string }
  | {
      type: 'call-retry';
      section: string;
      attempt: number;
      delaySeconds: number;
      fault: ModelFault;
      message: string;
    }
  /** A section as it was accepted. */
  | { type: 'section-text'; section: string; paragraphs: readonly string[] }
  | { type: 'job-done' }
  | { type: 'job-cancelled' }
  | { type: 'job-failed'; code: string; message: string };

/** Types of events after which none comes. */
export const LAST_EVENTS: readonly StudioEvent['type'][] = ['job-done', 'job-cancelled', 'job-failed'];

/** Makes the page's events of those of a report; what the page has no use for gives nothing. */
export function studioEvents(): (event: ReportEvent) => StudioEvent | undefined {
  const lengths = new Map<string, { characters: number; told: number }>();
  return (event) => {
    switch (event.type) {
      case 'section-delta': {
        const length = lengths.get(event.section) ?? { characters: 0, told: 0 };
        length.characters += event.text.length;
        lengths.set(event.section, length);
        if (length.characters - length.told < DELTA) return undefined;
        length.told = length.characters;
        return { type: 'section-delta', section: event.section, characters: length.characters };
      }
      case 'section-reply':
      case 'section-kept':
        return undefined;
      case 'section-finding': {
        const { rule, message, quote } = event.finding;
        return {
          type: 'section-finding',
          section: event.section,
          round: event.round,
          rule,
          message,
          quote,
        };
      }
      case 'call-retry': {
        lengths.delete(event.section);
        const { section, attempt, delaySeconds, error } = event;
        return {
          type: 'call-retry',
          section,
          attempt,
          delaySeconds,
          fault: error.fault,
          message: error.message,
        };
      }
      default:
        return event;
    }
  };
}

/** Characters between two events about a reply that is coming in. */
const DELTA = 400;
