/** What came of one change of one case. */
export interface Outcome {
  /** Facts that changed although the relation says that they stay. */
  leaked: string[];
  independent: number;
  strays: string[];
  /** What changed is cited, must show, and no sentence was worded anew. */
  hidden: boolean;
  /** Null where the prompts had to change. */
  promptsKept: boolean | null;
}
