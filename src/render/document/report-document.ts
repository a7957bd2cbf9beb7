import type { Sentence, Table } from '../../../schemas/report.ts';
import type { Palette, RenderTheme } from '../render-theme.ts';

/** A picture of facts: the same in every format, with words and a table that state the same. */
export interface Figure {
  readonly kind: 'figure';
  readonly id: string;
  readonly title: string;
  /**
   * A standalone SVG with `viewBox`, `width` and `height` in px. Colours are presentation attributes of the theme's
   * light palette, and each coloured shape has a class too, so that a page's CSS may give it another one in the dark.
   */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** What the picture shows, as sentences made of facts. */
  readonly alt: string;
  /** The same facts as a table. */
  readonly table: Table;
}

export interface ProseBlock {
  readonly kind: 'paragraph';
  readonly sentences: readonly Sentence[];
}

/** Fixed words of the program, not of the report: method, notes, legend. `list` prints an item each. */
export interface WordsBlock {
  readonly kind: 'words';
  readonly as: 'paragraph' | 'list';
  readonly texts: readonly string[];
}

/** Labels and values, as a definition list. */
export interface PairsBlock {
  readonly kind: 'pairs';
  readonly pairs: readonly { readonly label: string; readonly value: string }[];
}

/** A resource to learn with. */
export interface Card {
  readonly title: string;
  readonly href?: string;
  readonly provider: string;
  /** Course, book and the like. */
  readonly kind: string;
  /** Phase, level and hours, as printed. */
  readonly details: readonly { readonly label: string; readonly value: string }[];
  /** Class of cost, price, and when they were checked, as printed. */
  readonly cost: string;
  /** Names of the gaps that it closes. */
  readonly closes: readonly string[];
  /** What stands before gaps and cost. */
  readonly labels: { readonly for: string; readonly cost: string };
}

/** Resources side by side; they stand for a table of the report. */
export interface CardsBlock {
  readonly kind: 'cards';
  readonly title: string;
  readonly cards: readonly Card[];
  readonly table: Table;
  /** What opens the table. */
  readonly sameAsTable: string;
}

export interface HeadingBlock {
  readonly kind: 'heading';
  readonly text: string;
}

export type Block = Figure | ProseBlock | WordsBlock | PairsBlock | CardsBlock | HeadingBlock | Table;

export interface Part {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A report laid out once for all formats: a format prints it and adds nothing to what it says. */
export interface ReportDocument {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  /** Colours of the theme, for formats without a style sheet. */
  readonly palette: Palette;
  readonly logo?: RenderTheme['logo'];
  /** Name of the font that the theme asks for. */
  readonly font?: string;
  /** Its files, for formats that can hold them. */
  readonly fonts?: RenderTheme['fonts'];
  /** Candidate, role, date. */
  readonly about: readonly { readonly label: string; readonly value: string }[];
  /** The verdict: the first paragraph of the first section, which goes on with the rest. Empty where it has none. */
  readonly verdict: readonly Sentence[];
  /** Figures at a glance: coverage with its parts, size of what is to be learnt. */
  readonly glance: Part;
  /** Sections, own ones of the theme among them. */
  readonly parts: readonly Part[];
  /** Method, writer, sources; absent where provenance is not wanted. */
  readonly making?: Part;
  readonly footer: string;
}
