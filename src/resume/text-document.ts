/** A line of a document as a reader of some format saw it. What the format does not know is left out. */
export interface TextLine {
  /** Ligatures, soft hyphens and odd spaces are gone; a tab stands between columns of one line. */
  text: string;
  /** From 1, in its file, or on its page where there are pages. */
  line: number;
  /** From 1. */
  page?: number;
  /** The file in a folder of several. */
  file?: string;
  /** 1 for the largest; only where the format marks headings. */
  heading?: number;
  bullet?: boolean;
  /** Where the text (after a bullet) starts: columns of a plain text, points on a page. */
  indent?: number;
  /** More space above than between lines of one paragraph. */
  gap?: boolean;
  /** Runs up to where its lines end, so that the next one may go on with it. */
  full?: boolean;
  /** Equal for lines of the same font and size. */
  style?: string;
  /** Begins a column in much larger type than the text: a name, if it is no heading. */
  title?: boolean;
  /** Stands outside the text: a footer that repeats. Only contacts are looked for in it. */
  margin?: boolean;
}

/** Text in reading order. */
export interface TextDocument {
  /** Its name for messages. */
  file: string;
  lines: readonly TextLine[];
}
