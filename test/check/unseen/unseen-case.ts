/** Texts written before any tuning on them: each true one must pass, each false one must be found. */
export interface UnseenCase {
  name: string;
  /** Inputs as JSON, read through the schema. */
  case: unknown;
  right: readonly string[];
  /** Text and a part of the subject of the finding. */
  wrong: readonly (readonly [text: string, subject: string])[];
}
