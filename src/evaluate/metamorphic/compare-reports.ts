import type { Fact, FactSheet, Report, Sentence } from '../../../schemas/index.ts';

/** A sentence that is on one side only although nothing that it cites has changed. */
export interface Stray {
  section: string;
  side: 'before' | 'after';
  text: string;
}

export interface ReportComparison {
  /** Ids of facts that are there on one side only, or differ in value, unit or display. */
  changed: ReadonlySet<string>;
  /** Sentences that cite nothing changed, over both sides, and those among them that have no equal in place. */
  independent: number;
  strays: readonly Stray[];
  /** Whether a sentence of the first report cites a changed fact, and whether any such sentence was worded anew. */
  cited: boolean;
  shown: boolean;
}

/** The ids of facts that differ. Where a fact stands in the inputs (its source) is no difference. */
export function changedFacts(before: FactSheet, after: FactSheet): Set<string> {
  const one = new Map(before.facts.map((fact) => [fact.id, contentOf(fact)]));
  const other = new Map(after.facts.map((fact) => [fact.id, contentOf(fact)]));
  return new Set([...one.keys(), ...other.keys()].filter((id) => one.get(id) !== other.get(id)));
}

/**
 * Holds two reports of one writer against each other, section by section. With `sections` a section is looked at only
 * where none of its sentences cites what changed.
 */
export function compareReports(
  before: Report,
  after: Report,
  { keeps = 'sentences' }: { keeps?: 'sentences' | 'sections' } = {},
): ReportComparison {
  const changed = changedFacts(before.facts, after.facts);
  const strays: Stray[] = [];
  let independent = 0;
  let cited = false;
  let shown = false;
  const sections = new Set([...before.sections, ...after.sections].map(({ id }) => id));
  for (const section of sections) {
    const [one, other] = [proseOf(before, section), proseOf(after, section)];
    const depends = ({ facts }: Sentence) => facts.some((id) => changed.has(id));
    const [left, right] = [one, other].map((all) =>
      all.filter((sentence) => !depends(sentence)).map(({ text }) => text),
    ) as [string[], string[]];
    const dependent = [one, other].map((all) => all.filter(depends).map(({ text }) => text));
    if ((dependent[0]?.length ?? 0) > 0) cited = true;
    if (JSON.stringify(dependent[0]) !== JSON.stringify(dependent[1])) shown = true;
    if (keeps === 'sections' && dependent.some((all) => all.length > 0)) continue;
    independent += left.length + right.length;
    const kept = longestCommon(left, right);
    for (const [side, all] of [
      ['before', left],
      ['after', right],
    ] as const)
      for (const text of withoutKept(all, kept)) strays.push({ section, side, text });
  }
  return { changed, independent, strays, cited, shown };
}

function contentOf({ value, unit, display, currency }: Fact): string {
  return JSON.stringify([value, unit, display, currency]);
}

function proseOf({ sections }: Report, id: string): Sentence[] {
  return (sections.find((section) => section.id === id)?.blocks ?? []).flatMap((block) =>
    block.kind === 'paragraph' ? block.sentences : [],
  );
}

/** The longest row of sentences that both sides have in the same order. */
function longestCommon(a: readonly string[], b: readonly string[]): string[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      (lengths[i] as number[])[j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const common: string[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      common.push(a[i] as string);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return common;
}

function withoutKept(all: readonly string[], kept: readonly string[]): string[] {
  let next = 0;
  return all.filter((text) => {
    if (text !== kept[next]) return true;
    next += 1;
    return false;
  });
}
