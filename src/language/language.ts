/** How values are written where the general way by Intl is not wanted. */
export interface NumberHabits {
  /** Digits with separators of thousands and at most one decimal. */
  number(value: number): string;
  /** A share, given in per cent with one decimal at most. */
  percent(value: number): string;
  /** Money with `digits` decimals; undefined leaves it to Intl. */
  money(amount: number, currency: string, digits: number): string | undefined;
  /** `day` and `month` (1 to 12) as far as they are known. */
  date(year: string, month: number, day: number | undefined): string;
  /** Items as one list. */
  list(items: readonly string[], word: 'and' | 'or'): string;
}

/** One language as data: its tag, its name, and ICU messages by id. */
export interface Language<Id extends string = string> {
  /** BCP 47, as `--language` takes it and documents carry it. */
  readonly tag: string;
  /** The tag with its main region, where programs such as Word want one. */
  readonly locale?: string;
  /** Its English name, for prompts and help. */
  readonly name: string;
  readonly messages: Readonly<Record<Id, string>>;
  /** Whether the checker reads its prose. Else only figures, names and slots are checked, and the report says so. */
  readonly checked?: boolean;
  /** Whether "a" before a value turns into "an" where the value wants it. */
  readonly articles?: boolean;
  readonly habits?: NumberHabits;
}

/** Makes the language that all others are translations of; its ids are the ids of all catalogs. */
export function defineBaseLanguage<Id extends string>(language: Language<Id>): Language<Id> {
  return language;
}
