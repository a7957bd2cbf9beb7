import type { Severity } from '../../../../schemas/index.ts';

/** What the page's script works on. Indexes point into the lists of the same object; keys are short, cells are many. */
export interface PageData {
  scorers: readonly PageScorer[];
  variants: readonly string[];
  models: readonly string[];
  cases: readonly PageCase[];
  cells: readonly PageCell[];
  texts: readonly PageText[];
}

export interface PageScorer {
  id: string;
  title: string;
  description: string;
  kind: 'binary' | 'share' | 'amount';
  unit?: string;
  better: 'higher' | 'lower';
  gating: boolean;
}

export const FLAGS = ['broken', 'failed', 'missing', 'worse', 'better', 'findings'] as const;
export type Flag = (typeof FLAGS)[number];

export interface PageCase {
  id: string;
  family: string;
  tags: readonly string[];
  flags: readonly Flag[];
  /** What the gate or a comparison says of it. */
  notes: readonly string[];
}

export interface PageCell {
  case: number;
  variant: number;
  model: number;
  repeat: number;
  /** Why there is no result. */
  failed?: string;
  broken?: readonly string[];
  /** In the order of the scorers. */
  values: readonly (number | null)[];
  /** Why a value is not there, by index of the scorer. */
  why?: Readonly<Record<number, string>>;
  /** What a value rests on, by index of the scorer. */
  evidence?: Readonly<Record<number, readonly string[]>>;
  text?: number;
}

export interface PageText {
  final: MarkedText;
  /** Absent where nothing was drafted before the final text. */
  first?: MarkedText;
}

export interface MarkedText {
  text: string;
  findings: readonly PageFinding[];
}

export interface PageFinding {
  rule: string;
  severity: Severity;
  /** UTF-16 offsets into the text. */
  start: number;
  end: number;
  message: string;
  expected: string;
  /** Each with its value and its source, where the fact sheet was kept. */
  facts: readonly string[];
}
