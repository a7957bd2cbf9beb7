import type { Fact, FactSheet } from '../../../schemas/index.ts';
import { slotsOf } from '../../sections/index.ts';
import type { FirstSentence } from '../trial.ts';
import { type FoundName, findNames } from './find-names.ts';
import { numbersIn } from './numbers-in.ts';

/** The part of an id that names a thing: `skill.python`, `work.2`, `roadmap.phase.1`. */
export function groupOf(id: string): string {
  const parts = id.split('.');
  return parts.slice(0, parts[0] === 'roadmap' && parts[1] === 'phase' ? 3 : 2).join('.');
}

/** The facts of a sheet by id, and those that name a thing by its group. */
export interface FactMap {
  sheet: FactSheet;
  byId: ReadonlyMap<string, Fact>;
  names: ReadonlyMap<string, readonly string[]>;
}

export function mapFacts(sheet: FactSheet): FactMap {
  const names = new Map<string, string[]>();
  for (const { id, unit, display } of sheet.facts) {
    if ((unit !== 'name' && unit !== 'text') || display === '') continue;
    const group = groupOf(id);
    names.set(group, [...(names.get(group) ?? []), display.toLowerCase()]);
  }
  return { sheet, byId: new Map(sheet.facts.map((fact) => [fact.id, fact])), names };
}

/** What stands in a sentence, read once for all that it cites. */
export interface ReadSentence {
  text: string;
  low: string;
  slots: ReadonlySet<string>;
  names: readonly FoundName[];
  groups: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
  /** Members of lists that stand in it as slots: "..., and twelve more" states those too. */
  listed: ReadonlySet<string>;
}

export function readSentence({ template, text }: FirstSentence, { sheet, byId }: FactMap): ReadSentence {
  const names = findNames(text, sheet);
  const slots = new Set(slotsOf(template));
  const listed = [...slots].flatMap((id) => {
    const value = byId.get(id)?.value;
    return Array.isArray(value) ? value.map((member) => member.toLowerCase()) : [];
  });
  return {
    text,
    low: text.toLowerCase(),
    slots,
    names,
    groups: new Set(names.flatMap(({ groups }) => [...groups])),
    numbers: new Set(numbersIn(text)),
    listed: new Set(listed),
  };
}
