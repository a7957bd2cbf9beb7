import type { AskedSkill, ChosenResource, FactSheet, Phase } from '../../../schemas/fact-sheet.ts';
import { TermMatcher } from '../tokens/term.ts';
import { tokenize } from '../tokens/tokenize.ts';
import { AMBIGUOUS } from '../words/ambiguous.ts';
import { addCompoundNames } from './compound-names.ts';
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

/** The lexicon made ready: most of the terms of an index, and the same for every sheet. */
interface LexiconLayer {
  matcher: TermMatcher;
  skills: ReadonlyMap<string, SkillInfo>;
  /** Ids of the entries that have a spelling, in small letters. */
  bySpelling: ReadonlyMap<string, readonly string[]>;
}

const layers = new WeakMap<readonly LexiconEntry[], LexiconLayer>();

function layerOf(lexicon: readonly LexiconEntry[]): LexiconLayer {
  const known = layers.get(lexicon);
  if (known) return known;
  const layer = buildLayer(lexicon);
  layers.set(lexicon, layer);
  return layer;
}

function buildLayer(lexicon: readonly LexiconEntry[]): LexiconLayer {
  const matcher = new TermMatcher();
  const skills = new Map<string, SkillInfo>();
  const taken = new Set<string>();
  const bySpelling = new Map<string, string[]>();
  for (const entry of lexicon) {
    if (skills.has(entry.id) || entry.spellings.some((spelling) => taken.has(spelling.toLowerCase())))
      continue;
    addSkill({ matcher, skills, taken }, fromLexicon(entry), entry.spellings, entry.ambiguous);
    for (const spelling of entry.spellings) {
      const key = spelling.toLowerCase();
      const ids = bySpelling.get(key);
      if (ids) ids.push(entry.id);
      else bySpelling.set(key, [entry.id]);
    }
  }
  return { matcher, skills, bySpelling };
}

function fromLexicon({ id, name, kind }: LexiconEntry): SkillInfo {
  return {
    id,
    name,
    status: 'unknown',
    tier: null,
    levelHeld: null,
    levelAsked: null,
    share: null,
    kind,
    facts: [],
  };
}

interface Terms {
  matcher: TermMatcher;
  skills: Map<string, SkillInfo>;
  /** Spellings in small letters. */
  taken: Set<string>;
}

function addSkill(
  { matcher, skills, taken }: Terms,
  info: SkillInfo,
  spellings: readonly string[],
  ambiguous: boolean,
): void {
  if (skills.has(info.id)) return;
  skills.set(info.id, info);
  for (const spelling of skillSpellings(info.name, spellings)) {
    // "no SQL" in prose denies SQL; it does not name NoSQL.
    if (/^no\s/i.test(spelling)) continue;
    const key = spelling.toLowerCase();
    // In a report on this role a field of knowledge in lower case is the skill; "go" and "excel" are not.
    const strict = info.status === 'unknown' || !everyday.has(info.kind);
    const common =
      AMBIGUOUS.has(key) || (ambiguous && strict && !/\s/.test(spelling) && key === info.name.toLowerCase());
    taken.add(key);
    matcher.add({ kind: 'skill', id: info.id, name: info.name }, spelling, { ambiguous: common });
  }
}

function buildIndex(sheet: FactSheet | undefined, lexicon: readonly LexiconEntry[]): FactIndex {
  const layer = layerOf(lexicon);
  // A spelling that the sheet uses means the sheet's skill.
  const hidden = new Set<string>();
  const matcher = new TermMatcher(layer.matcher, hidden);
  const skills = new Map<string, SkillInfo>();
  const taken = new Set<string>();
  const asked: SkillInfo[] = [];
  const terms = { matcher, skills, taken };
  // A member of an any-of group: held or not by itself, asked for as its group is.
  const addMember = (group: AskedSkill, member: NonNullable<AskedSkill['anyOf']>[number]) => {
    const entry = lexicon.find((one) => one.name === member.name);
    addSkill(
      terms,
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
      entry?.spellings ?? [],
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
      addSkill(terms, info, skill.spellings, skill.ambiguous);
    }
    for (const skill of sheet.skills) for (const member of skill.anyOf ?? []) addMember(skill, member);
    for (const skill of sheet.extras)
      addSkill(
        terms,
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
        skill.spellings,
        skill.ambiguous,
      );
    addNames(matcher, sheet);
  }
  for (const key of taken) for (const id of layer.bySpelling.get(key) ?? []) hidden.add(id);
  for (const [id, info] of layer.skills) if (!hidden.has(id) && !skills.has(id)) skills.set(id, info);
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
  addCompoundNames(matcher, sheet);
}

/** An employer with and without "Ltd" and its like. */
function addWithShort(matcher: TermMatcher, kind: 'employer', id: string, name: string): void {
  matcher.add({ kind, id, name }, name);
  const short = name.replace(/,?\s+(?:ltd|inc|gmbh|llc|plc|ag|co|corp|s\.?a|b\.?v|limited)\.?$/i, '');
  if (short !== name && short.length > 3) matcher.add({ kind, id, name }, short);
}
