import type { Resume } from '../../schemas/resume.ts';

/**
 * How sure a field is. `certain`: its form leaves no other reading (a mail address, a labelled value, an entry of a
 * skills list that the catalog knows). `likely`: the place and the words around it say so (a date beside a position,
 * a listed name that the catalog does not know). `guess`: by order alone, or one of several readings.
 */
export const CERTAINTIES = ['certain', 'likely', 'guess'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Where something was read. */
export interface Source {
  file: string;
  /** From 1; only where the document has pages. */
  page?: number;
  /** From 1, on the page where there is one. */
  line: number;
  /** What stands there, cut at 120 characters. */
  excerpt: string;
}

/** Where a field of the resume was read. */
export interface FieldSource extends Source {
  /** As in `work[0].startDate`. */
  path: string;
  certainty: Certainty;
  /** Proposed by a model, and found in the text. */
  by?: 'model';
}

export const EXTRACTION_NOTES = [
  'not-held',
  'named-only',
  'no-skills-section',
  'no-name',
  'no-dates',
  'date-ambiguous',
  'order-guessed',
  'employer-carried',
  'skill-duration',
  'unread-section',
  'reads-like-posting',
  'address-unreadable',
  'model-dropped',
] as const;
export type ExtractionNoteCode = (typeof EXTRACTION_NOTES)[number];

/** Something for the user to look at. */
export interface ExtractionNote extends Partial<Source> {
  code: ExtractionNoteCode;
  message: string;
}

/** A resume read from running text, and how it was read. */
export interface Extraction {
  resume: Resume;
  fields: FieldSource[];
  notes: ExtractionNote[];
}
