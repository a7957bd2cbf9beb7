import type { FactSheet, Table } from '../../schemas/index.ts';
import type { Style } from './style.ts';

/** A sentence before its values are filled in. */
export interface SentenceDraft {
  text: string;
  /** Ids of the facts it rests on. */
  facts: string[];
}

/** A fact that the section must mention: a sentence must cite one of `any`. */
export interface MustMention {
  any: readonly string[];
  /** What is to be said, for the finding. */
  what: string;
}

/** One section of the report: what it is about, which facts it may use, and how it is written without a model. */
export interface Section {
  /** Kebab-case; also the name of its prompt file. */
  id: string;
  title: string;
  /** Ids of the facts that it may use. */
  brief(facts: FactSheet): string[];
  mustMention(facts: FactSheet): MustMention[];
  /** The section in prose, by code alone: paragraphs of sentences. */
  offline(facts: FactSheet, style: Style): SentenceDraft[][];
  /** Tables beneath the prose. */
  tables(facts: FactSheet): Table[];
}

export function defineSection(section: Section): Section {
  return section;
}

/**
 * The ids of a sheet that fit one of the patterns, in the sheet's order. In a pattern `*` stands for one part of an id
 * and `**` at the end for all that follows: `skill.*.status`, `roadmap.**`.
 */
export function idsLike(facts: FactSheet, patterns: readonly string[]): string[] {
  const tests = patterns.map((pattern) => pattern.split('.'));
  const fits = (id: readonly string[], pattern: readonly string[]) => {
    const open = pattern.at(-1) === '**';
    const head = open ? pattern.slice(0, -1) : pattern;
    if (open ? id.length <= head.length : id.length !== head.length) return false;
    return head.every((part, at) => part === '*' || part === id[at]);
  };
  return facts.facts
    .filter((fact) => tests.some((pattern) => fits(fact.id.split('.'), pattern)))
    .map((fact) => fact.id);
}
