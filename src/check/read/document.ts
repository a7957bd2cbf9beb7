/** A stretch of the text as read, in UTF-16 offsets. */
export interface Range {
  start: number;
  end: number;
}

/** Text above or before a block that says what the block is about. */
export interface Scope extends Range {
  kind: 'heading' | 'lead-in' | 'item';
  /** 1 to 6 for a heading, 0 otherwise. */
  depth: number;
}

export interface Block extends Range {
  kind: 'heading' | 'paragraph' | 'item' | 'cell';
  /** Outermost first. */
  scopes: readonly Scope[];
  /** Bold stretches, in order. */
  bold: readonly Range[];
  depth: number;
}

export interface TableRow {
  cells: readonly Range[];
}

export interface Table {
  header: readonly Range[];
  rows: readonly TableRow[];
  scopes: readonly Scope[];
}

export interface Link extends Range {
  url: string;
}

/** A text with its structure. `mask` is as long as `text`; what is markup in `text` is blank in `mask`. */
export interface Document {
  text: string;
  mask: string;
  blocks: readonly Block[];
  tables: readonly Table[];
  links: readonly Link[];
  /** Content of comments, for directives to the checker. */
  comments: readonly (Range & { value: string })[];
}
