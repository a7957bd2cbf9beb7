/** A piece of text as a PDF places it; points, y from the bottom. */
export interface PdfItem {
  text: string;
  x: number;
  y: number;
  width: number;
  /** The size of the letters. */
  size: number;
  font: string;
}

export interface PdfPage {
  width: number;
  height: number;
  items: PdfItem[];
}

/** What the worker is asked. */
export interface PdfRequest {
  bytes: Uint8Array;
  maxPages: number;
  maxCharacters: number;
}

/** What it answers. */
export type PdfReply =
  | { kind: 'pages'; pages: PdfPage[] }
  | { kind: 'encrypted' | 'missing-package' }
  | { kind: 'too-many-pages'; found: number }
  | { kind: 'too-long' }
  | { kind: 'broken'; message: string };
