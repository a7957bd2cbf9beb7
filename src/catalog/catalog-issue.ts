/** Something about a catalog that is wrong (`error`: it cannot be used) or odd. */
export interface CatalogIssue {
  severity: 'error' | 'warning';
  /** What it is about: circle, collision, replaced, unknown-skill, unknown-relation, kind-missing, cost-date, unused. */
  code: string;
  /** The file; "built-in catalog" for what ships with the program. */
  file: string;
  /** Complete, without the file. */
  message: string;
}

export const BUILT_IN = 'built-in catalog';
