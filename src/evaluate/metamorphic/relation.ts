import type { Case, FactSheet } from '../../../schemas/index.ts';

/** A change of the inputs, and what of the facts may follow it. */
export interface Relation {
  /** Kebab-case. */
  id: string;
  /** One sentence: what is changed, and what may change with it. */
  description: string;
  /**
   * Ids of facts that may differ afterwards; `*` stands for one part of an id, `**` at the end for all that follows.
   * Everything else must stay.
   */
  mayChange(facts: FactSheet): readonly string[];
  /**
   * What stays word by word: every sentence that cites nothing changed, or (where sums, lists and order change, so
   * that sentences are joined or led in otherwise) every section that cites nothing changed.
   */
  keeps: 'sentences' | 'sections';
  /** Whether the report must read differently afterwards, if a sentence of it cites what changed. */
  mustShow: boolean;
  /** The inputs after the change; undefined where the case has nothing of the kind. */
  change(theCase: Case, facts: FactSheet): Case | undefined;
}

export function defineRelation(relation: Relation): Relation {
  return relation;
}
