import type { Locate } from './place.ts';

/** A document as read: plain data, and where each part of it stands. */
export interface ParsedText {
  data: unknown;
  locate: Locate;
}

/** One way to write an input. */
export interface InputFormat {
  id: string;
  title: string;
  /** In lower case, with the dot. */
  extensions: readonly string[];
  /**
   * Reads a text. `file` is its name for messages.
   * @throws {InputError} with line and column of the first fault.
   */
  parse(text: string, file: string): ParsedText | Promise<ParsedText>;
}

/** No input that people write comes near it, and what walks over the data may recurse. */
export const maxDepth = 100;
