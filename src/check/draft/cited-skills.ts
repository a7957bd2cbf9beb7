import type { FactSheet } from '../../../schemas/index.ts';
import { type Catalog, indexCatalog, type SkillEntry, scanMentions } from '../../skills/index.ts';
import { onceFor } from '../once-for.ts';
import { type DraftContext, type DraftFault, defineDraftRule } from './draft-rule.ts';

/** Every skill named is one of the sheet, and the sentence cites a fact about it. */
export const citedSkills = defineDraftRule({
  id: 'cited-skills',
  severity: 'error',
  languages: 'any',
  modes: ['slots', 'cited'],
  description:
    'A skill may be named only where the sentence cites a fact about it; a skill outside the facts may not be named.',
  check(context) {
    const { bare, sheet, catalog, sentence } = context;
    const text = blankTitles(bare, context);
    const known = skillsOf(sheet);
    const cited = citedNames(context);
    const own = scanMentions(text, known.catalog);
    // What lies within the name of a group or of a longer skill is a part of that name.
    const named = [...own, ...verbatim(bare, known.long)];
    const others = scanMentions(text, catalog).filter(
      ({ start, end }) => !named.some((mention) => mention.start < end && start < mention.end),
    );
    const faults: DraftFault[] = [];
    for (const { entry, start, end } of [...own, ...others]) {
      const actual = sentence.template.slice(start, end);
      const skill = known.byName.get(entry.name);
      if (!skill) {
        if (known.members.has(entry.name)) continue;
        faults.push({
          start,
          end,
          subject: entry.name,
          expected: 'a skill of the facts',
          actual,
          message: `Unexpected skill "${actual}", expected only skills of the facts`,
          facts: [],
        });
      } else if (!cited.has(entry.name)) {
        faults.push({
          start,
          end,
          subject: entry.name,
          expected: `skill.${skill} among the facts cited`,
          actual,
          message: `Unexpected mention of ${entry.name} without a fact about it, expected skill.${skill} or a list with it among the facts cited`,
          facts: [`skill.${skill}`],
        });
      }
    }
    return faults;
  },
});

interface Known {
  catalog: Catalog;
  /** Name to id. */
  byName: Map<string, string>;
  /** Members of any-of groups. */
  members: Set<string>;
  /** Names of several words, which may hold another skill's name. */
  long: readonly string[];
}

/** Where names stand letter by letter: one such as "Microsoft C# or the like" is no spelling that a catalog takes. */
function verbatim(text: string, names: readonly string[]): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  for (const name of names)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      ranges.push({ start: at, end: at + name.length });
  return ranges;
}

const skillsOf = onceFor((sheet: FactSheet): Known => {
  const all = [...sheet.skills, ...sheet.extras];
  const entries = all.map(
    (skill): SkillEntry => ({
      name: skill.name,
      kind: 'knowledge',
      domain: 'general',
      aliases: skill.spellings.filter((spelling) => spelling !== skill.name),
      // The facts are context enough: in its own report a skill's name in its own case is the skill.
      ambiguous: false,
      ...(skill.ambiguous && { caseSensitive: true }),
    }),
  );
  return {
    // Not checked for owners: a group may bear the name of a skill, and either's facts will do.
    catalog: indexCatalog(entries),
    byName: new Map(all.map((skill) => [skill.name, skill.id])),
    long: all.map((skill) => skill.name).filter((name) => /\s/.test(name)),
    members: new Set(sheet.skills.flatMap((skill) => (skill.anyOf ?? []).map((member) => member.name))),
  };
});

/** Names of skills by the beginning of the ids of their facts. */
const namesByPrefix = onceFor(
  ({ skills, extras }: FactSheet) =>
    new Map([...skills, ...extras].map((skill) => [`skill.${skill.id}`, skill.name])),
);

/** Names that the cited facts are about: a skill's own facts, or a list that holds it. */
function citedNames({ sentence, byId, sheet }: DraftContext): Set<string> {
  const names = new Set<string>();
  const byPrefix = namesByPrefix(sheet);
  const slots = [...sentence.template.matchAll(/\{\{\s*([^{}\s]+)\s*\}\}/gu)].map((match) => match[1] ?? '');
  for (const id of [...sentence.facts, ...slots]) {
    const parts = id.split('.');
    const own = byPrefix.get(parts.slice(0, 2).join('.'));
    if (own !== undefined) names.add(own);
    const fact = byId.get(id);
    for (const value of Array.isArray(fact?.value) ? fact.value : [fact?.value])
      if (typeof value === 'string') names.add(value);
  }
  return names;
}

/** Titles (of the role, of jobs, degrees, resources) may hold the name of a skill without speaking of it. */
function blankTitles(text: string, { sheet }: DraftContext): string {
  let blanked = text;
  for (const title of titlesOf(sheet))
    blanked = blanked.replaceAll(title, (found) => ' '.repeat(found.length));
  return blanked;
}

/** The longer one first: "Registered Nurse, Medical-Surgical Unit" before "Registered Nurse". */
const titlesOf = onceFor((sheet: FactSheet) =>
  sheet.facts
    .filter(
      ({ unit, id, display }) =>
        (unit === 'name' || unit === 'text') && !id.startsWith('skill.') && display.length >= 3,
    )
    .map((fact) => fact.display)
    .sort((a, b) => b.length - a.length),
);
