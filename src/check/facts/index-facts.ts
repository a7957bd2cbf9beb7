import type { AskedSkill, ChosenResource, FactSheet, Phase } from '../../../schemas/fact-sheet.ts';
import { TermMatcher } from '../tokens/term.ts';
import { tokenize } from '../tokens/tokenize.ts';
import { AMBIGUOUS } from '../words/ambiguous.ts';
import type { LexiconEntry } from './lexicon.ts';
import { resourceSpellings } from './resource-spellings.ts';
import type { SkillInfo } from './skill-info.ts';
import { skillSpellings } from './skill-spellings.ts';

/** The fact sheet in the form that rules look things up in, with the one matcher of all its terms. */
export interface FactIndex {
  sheet: FactSheet | undefined;
  skills: ReadonlyMap<string, SkillInfo>;
  asked: readonly SkillInfo[];
  resources: ReadonlyMap<string, ChosenResource>;
  phases: readonly Phase[];
  matcher: TermMatcher;
  /** Skills that a gate of the role names: asked for, though not among its skills. */
  gated: ReadonlySet<string>;
}

/** Kinds of skills whose names are common nouns. */
const everyday = new Set(['knowledge', 'method', 'soft-skill', 'clinical', 'craft']);

/** Spellings with their variants: worked out once for each entry of a lexicon, not for each sheet. */
const variants = new WeakMap<LexiconEntry, ReadonlySet<string>>();

function spellingsOf(entry: LexiconEntry): ReadonlySet<string> {
  const known = variants.get(entry) ?? skillSpellings(entry.name, entry.spellings);
  variants.set(entry, known);
  return known;
}

const indexes = new WeakMap<FactSheet, WeakMap<readonly LexiconEntry[], FactIndex>>();
const selfIndexes = new WeakMap<readonly LexiconEntry[], FactIndex>();

/** Indexes the facts, once per sheet and lexicon. Without a sheet every skill of the lexicon is `unknown`. */
export function indexFacts(sheet: FactSheet | undefined, lexicon: readonly LexiconEntry[]): FactIndex {
  if (!sheet) {
    const known = selfIndexes.get(lexicon) ?? buildIndex(undefined, lexicon);
    selfIndexes.set(lexicon, known);
    return known;
  }
  const ofSheet = indexes.get(sheet) ?? new WeakMap<readonly LexiconEntry[], FactIndex>();
  indexes.set(sheet, ofSheet);
  const known = ofSheet.get(lexicon) ?? buildIndex(sheet, lexicon);
  ofSheet.set(lexicon, known);
  return known;
}

function buildIndex(sheet: FactSheet | undefined, lexicon: readonly LexiconEntry[]): FactIndex {
  const matcher = new TermMatcher();
  const skills = new Map<string, SkillInfo>();
  const taken = new Set<string>();
  const asked: SkillInfo[] = [];
  const addSkill = (info: SkillInfo, spellings: Iterable<string>, ambiguous: boolean) => {
    if (skills.has(info.id)) return;
    skills.set(info.id, info);
    for (const spelling of spellings) {
      // "no SQL" in prose denies SQL; it does not name NoSQL.
      if (/^no\s/i.test(spelling)) continue;
      const key = spelling.toLowerCase();
      // In a report on this role a field of knowledge in lower case is the skill; "go" and "excel" are not.
      const strict = info.status === 'unknown' || !everyday.has(info.kind);
      const common =
        AMBIGUOUS.has(key) ||
        (ambiguous && strict && !/\s/.test(spelling) && key === info.name.toLowerCase());
      taken.add(key);
      matcher.add({ kind: 'skill', id: info.id, name: info.name }, spelling, { ambiguous: common });
    }
  };
  // A member of an any-of group: held or not by itself, asked for as its group is.
  const addMember = (group: AskedSkill, member: NonNullable<AskedSkill['anyOf']>[number]) => {
    const entry = lexicon.find((one) => one.name === member.name);
    addSkill(
      {
        id: member.id,
        name: member.name,
        status: member.held ? group.status : group.status === 'missing' ? 'missing' : 'unknown',
        tier: group.tier,
        levelHeld: member.level,
        levelAsked: group.levelAsked,
        share: null,
        kind: group.kind,
        facts: [`skill.${group.id}.any-of`],
      },
      entry ? spellingsOf(entry) : skillSpellings(member.name, []),
      entry?.ambiguous ?? false,
    );
  };
  if (sheet) {
    const known = new Set(sheet.facts.map((fact) => fact.id));
    for (const skill of sheet.skills) {
      const info: SkillInfo = {
        id: skill.id,
        name: skill.name,
        status: skill.status,
        tier: skill.tier,
        levelHeld: skill.levelHeld,
        levelAsked: skill.levelAsked,
        share: skill.share,
        kind: skill.kind,
        facts: factIds(known, `skill.${skill.id}`, ['status', 'tier', 'level-held', 'level-asked', 'share']),
      };
      asked.push(info);
      addSkill(info, skillSpellings(info.name, skill.spellings), skill.ambiguous);
    }
    for (const skill of sheet.skills) for (const member of skill.anyOf ?? []) addMember(skill, member);
    for (const skill of sheet.extras)
      addSkill(
        {
          id: skill.id,
          name: skill.name,
          status: 'extra',
          tier: null,
          levelHeld: skill.levelHeld,
          levelAsked: null,
          share: null,
          kind: skill.kind,
          facts: factIds(known, `skill.${skill.id}`, ['status', 'level-held']),
        },
        skillSpellings(skill.name, skill.spellings),
        skill.ambiguous,
      );
    addNames(matcher, sheet);
  }
  for (const entry of lexicon) {
    if (skills.has(entry.id) || entry.spellings.some((spelling) => taken.has(spelling.toLowerCase())))
      continue;
    addSkill(
      {
        id: entry.id,
        name: entry.name,
        status: 'unknown',
        tier: null,
        levelHeld: null,
        levelAsked: null,
        share: null,
        kind: entry.kind,
        facts: [],
      },
      spellingsOf(entry),
      entry.ambiguous,
    );
  }
  const resources = new Map(
    (sheet ? [...sheet.resources.chosen, ...sheet.resources.others] : []).map((resource) => [
      resource.id,
      resource,
    ]),
  );
  const gated = new Set(
    (sheet?.gates ?? []).flatMap((gate) => skillsIn(`${gate.name}; ${gate.asked}`, matcher)),
  );
  return { sheet, skills, asked, resources, phases: sheet?.roadmap.phases ?? [], matcher, gated };
}

function skillsIn(text: string, matcher: TermMatcher): string[] {
  return matcher
    .merge(tokenize(text, 0, text.length), text)
    .flatMap((token) =>
      (token.term?.meanings ?? []).filter((meaning) => meaning.kind === 'skill').map((meaning) => meaning.id),
    );
}

function factIds(known: ReadonlySet<string>, prefix: string, parts: readonly string[]): string[] {
  const ids = [prefix, ...parts.map((part) => `${prefix}.${part}`)].filter((id) => known.has(id));
  return ids.length > 0 ? ids : [prefix];
}

function addNames(matcher: TermMatcher, sheet: FactSheet): void {
  const { candidate, resources, roadmap, role } = sheet;
  for (const [spelling, id, name] of resourceSpellings([...resources.chosen, ...resources.others]))
    matcher.add({ kind: 'resource', id, name }, spelling, { caseSensitive: !/\s/.test(spelling) });
  for (const resource of [...resources.chosen, ...resources.others])
    matcher.add({ kind: 'provider', id: resource.provider, name: resource.provider }, resource.provider, {
      caseSensitive: true,
    });
  // Computed phases bear titles of ours ("Core skills") that prose uses as common words.
  for (const phase of roadmap.origin === 'given' ? roadmap.phases : [])
    if (/\s/.test(phase.title))
      matcher.add({ kind: 'phase', id: String(phase.index), name: phase.title }, phase.title, {
        caseSensitive: true,
      });
  for (const job of candidate.work)
    if (job.employer) addWithShort(matcher, 'employer', String(job.index), job.employer);
  for (const school of candidate.education)
    if (school.institution)
      matcher.add(
        { kind: 'institution', id: school.institution, name: school.institution },
        school.institution,
      );
  for (const certificate of candidate.certificates)
    matcher.add({ kind: 'certificate', id: certificate.name, name: certificate.name }, certificate.name);
  matcher.add({ kind: 'role', id: role.title, name: role.title }, role.title);
  if (candidate.name) {
    matcher.add({ kind: 'candidate', id: 'candidate', name: candidate.name }, candidate.name);
    const parts = candidate.name.split(/\s+/).filter((part) => part.length > 2);
    for (const part of parts) matcher.add({ kind: 'candidate', id: 'candidate', name: candidate.name }, part);
  }
}

/** An employer with and without "Ltd" and its like. */
function addWithShort(matcher: TermMatcher, kind: 'employer', id: string, name: string): void {
  matcher.add({ kind, id, name }, name);
  const short = name.replace(/,?\s+(?:ltd|inc|gmbh|llc|plc|ag|co|corp|s\.?a|b\.?v|limited)\.?$/i, '');
  if (short !== name && short.length > 3) matcher.add({ kind, id, name }, short);
}
