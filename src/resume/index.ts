export { cleanLine, cleanText } from './clean-text.ts';
export { extractResume } from './extract-resume.ts';
export {
  CERTAINTIES,
  type Certainty,
  EXTRACTION_NOTES,
  type Extraction,
  type ExtractionNote,
  type ExtractionNoteCode,
  type FieldSource,
  type Source,
} from './extraction.ts';
export { printResume, type ResumeMeta } from './print-resume.ts';
export { type DateRange, readDates } from './read/dates.ts';
export { saysNotHeld } from './read/skill-item.ts';
export { type DocumentSection, splitSections } from './split-sections.ts';
export type { TextDocument, TextLine } from './text-document.ts';
