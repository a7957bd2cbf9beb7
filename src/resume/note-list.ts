import { flatten } from './clean-text.ts';
import type { Certainty, ExtractionNote, ExtractionNoteCode, FieldSource, Source } from './extraction.ts';
import type { TextLine } from './text-document.ts';

const LONGEST_EXCERPT = 120;

/** Collects where fields were read and what is to be looked at. */
export class NoteList {
  readonly fields: FieldSource[] = [];
  readonly notes: ExtractionNote[] = [];
  readonly #said = new Set<string>();
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  field(path: string, certainty: Certainty, line: TextLine): void {
    this.fields.push({ path, certainty, ...this.#sourceOf(line) });
  }

  note(code: ExtractionNoteCode, message: string, line?: TextLine): void {
    const key = `${code} ${message}`;
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.notes.push({ code, message, ...(line && this.#sourceOf(line)) });
  }

  /** The line on which a field was read. */
  lineOf(path: string): TextLine {
    const { file, page, line = 1, excerpt = '' } = this.fields.find((field) => field.path === path) ?? {};
    return { text: excerpt, line, ...(file !== undefined && { file }), ...(page !== undefined && { page }) };
  }

  #sourceOf({ file = this.#file, page, line, text }: TextLine): Source {
    const excerpt = flatten(text);
    const cut =
      excerpt.length > LONGEST_EXCERPT
        ? `${excerpt.slice(0, LONGEST_EXCERPT - 3).toWellFormed()}...`
        : excerpt;
    return { file, ...(page !== undefined && { page }), line, excerpt: cut };
  }
}
