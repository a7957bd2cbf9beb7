import type { Basis, Fact, FactSheet, Source, Unit } from '../../schemas/index.ts';
import type { Words } from '../language/index.ts';

/** What facts are made of. */
export type Structure = Omit<FactSheet, 'facts' | 'notes'>;
type Options = Partial<Pick<Fact, 'currency' | 'personal'>> & { basis?: Basis };

/** Collects facts in the order in which they are added. */
export class FactList {
  readonly facts: Fact[] = [];
  /** The language of the displays. */
  readonly words: Words;

  constructor(words: Words) {
    this.words = words;
  }

  add(
    id: string,
    value: Fact['value'],
    unit: Unit,
    display: string,
    source: Source,
    options: Options = {},
  ): void {
    const { basis = source.input === 'computed' ? 'computed' : 'given', ...rest } = options;
    this.facts.push({ id, value, unit, display, basis, source, ...rest });
  }

  /** A fact that the inputs may not hold: null is unknown, and says so. */
  maybe<T extends string | number>(
    id: string,
    value: T | null,
    unit: Unit,
    display: (value: T) => string,
    source: Source,
    options: Options = {},
  ): void {
    if (value === null)
      this.add(id, null, unit, this.words.say('fact.not-known'), source, { ...options, basis: 'unknown' });
    else this.add(id, value, unit, display(value), source, options);
  }

  /** All names are in the value; the display names the first ones and counts the rest. */
  list(id: string, names: readonly string[], source: Source, most = 8): void {
    const display = names.length === 0 ? this.words.say('fact.none') : this.words.cutList(names, most);
    this.add(id, [...names], 'list', display, source);
  }
}

/** Stands in an input as it is. */
export const given = (input: Source['input'], path: string): Source => ({ input, path, rule: 'as-given' });

/**
 * The place in an input, and where that input has it from: the source named, its date, and over how many postings it
 * was counted.
 */
export function sourced(
  source: Source,
  { sources = [] }: Structure['role'],
  named: {
    source?: string | undefined;
    date?: string | undefined;
    n?: number | null | undefined;
    sample?: { of: number } | undefined;
  },
): Source {
  const from = sources.find(({ id }) => id === named.source);
  if (!from) return source;
  const date = named.date ?? from.date;
  const n = named.sample?.of ?? named.n ?? from.n;
  return {
    ...source,
    from: { name: from.name, ...(date !== undefined && { date }), ...(typeof n === 'number' && { n }) },
  };
}

export const computed = (rule: string): Source => ({ input: 'computed', path: '', rule });
export const itself = (text: string) => text;
