import type { Fact, FactSheet, Finding, Severity } from '../../../schemas/index.ts';
import type { Words } from '../../language/index.ts';
import type { Catalog } from '../../skills/index.ts';

/** A sentence as a model wrote it: values as slots, with the facts it says it rests on. */
export interface DraftSentence {
  /** With slots `{{fact-id}}`. */
  template: string;
  facts: readonly string[];
}

/** What a draft rule looks at: one sentence, and what it may rest on. */
export interface DraftContext {
  sentence: DraftSentence;
  /** The template with every known slot blanked out by spaces, so that offsets hold. */
  bare: string;
  brief: ReadonlySet<string>;
  byId: ReadonlyMap<string, Fact>;
  sheet: FactSheet;
  catalog: Catalog;
  /** The language of the report. */
  words: Words;
  /** How the candidate is to be spoken of; not checked where the caller does not say. */
  address: Address | undefined;
}

export interface Address {
  person: 'third' | 'second';
  pronoun: 'they' | 'she' | 'he';
}

/** What a rule says; `checkDraft` adds rule, severity, line and column. Offsets are into the template. */
export type DraftFault = Pick<
  Finding,
  'start' | 'end' | 'subject' | 'expected' | 'actual' | 'message' | 'facts'
>;

/** How a draft is written: values as slots, figures written and cited, or free prose. */
export type DraftMode = 'slots' | 'cited' | 'plain';

/** A rule over the sentences of a draft: what only a draft has, slots and citations. */
export interface DraftRule {
  id: string;
  severity: Severity;
  description: string;
  /** Drafts in which languages it reads: English where it does not say, `any`, or `other` for all but English. */
  languages?: 'any' | 'other';
  /** Which ways of writing it applies to. */
  modes: readonly DraftMode[];
  check(context: DraftContext): DraftFault[];
}

export function defineDraftRule(rule: DraftRule): DraftRule {
  return rule;
}

export const SLOT_PATTERN = /\{\{\s*([^{}\s]+)\s*\}\}/gu;
