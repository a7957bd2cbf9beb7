/** One person of a batch. */
export interface Person {
  /** Where the resume stands, as it is told: `people/ada.json`, `people.jsonl:17`. The same in every run. */
  source: string;
  /** What the person's files would be called, before names are told apart. */
  name: string;
  /** A path in a format that `--resume` reads, or the resume itself. */
  resume: { path: string } | { value: unknown };
}
