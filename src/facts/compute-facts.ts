import type { AskedSkill, Case, ExtraSkill, FactSheet, Level, Note, Resource } from '../../schemas/index.ts';
import { builtInCatalog, type Catalog, levelNumber, toSlugs } from '../skills/index.ts';
import { buildFacts } from './build-facts.ts';
import { type Asked, computeAskedSkills } from './compute-asked-skills.ts';
import { computeCoverage } from './compute-coverage.ts';
import { computeEvidence, type SkillEvidence } from './compute-evidence.ts';
import { computeGates } from './compute-gates.ts';
import { computeHeldSkills, type HeldSkill } from './compute-held-skills.ts';
import { computeLeadership } from './compute-leadership.ts';
import { computeMonths, toMonthSpan } from './compute-months.ts';
import { computePriority } from './compute-priority.ts';
import { computeResources, type ResourceOptions } from './compute-resources.ts';
import { computeGivenRoadmap, computeRoadmap } from './compute-roadmap.ts';
import { computeStudyHours, DEFAULT_HOURS, type HoursTable } from './hours-table.ts';
import { compareNames, type Identity } from './identify.ts';

export interface FactOptions extends ResourceOptions {
  /** Hours a week for a computed roadmap; a plan brings its own. Default 8. */
  hoursPerWeek?: number;
  /** Weeks at most for a computed roadmap. */
  weeks?: number | undefined;
  hoursTable?: HoursTable;
  catalog?: Catalog;
  /** Resources to choose from where the case brings none. */
  resources?: readonly Resource[];
}

/** Hours a week where nobody says. */
export const DEFAULT_HOURS_PER_WEEK = 8;

/**
 * The deterministic gap calculator: everything that a report may say about this case, as facts. Pure: no clock, no
 * I/O, and the order of lists in the inputs changes nothing but the paths in `source`.
 * @throws InputError where the catalog given is not sound (two owners of a name, prerequisites in a circle).
 */
export function computeFacts(theCase: Case, options: FactOptions = {}): FactSheet {
  const {
    hoursPerWeek = DEFAULT_HOURS_PER_WEEK,
    weeks,
    hoursTable = DEFAULT_HOURS,
    catalog = builtInCatalog(),
  } = options;
  const { resume, role, plan, date } = theCase;
  const notes: Note[] = [];

  const { held, notes: heldNotes } = computeHeldSkills(resume, catalog);
  const { asked, notes: askedNotes } = computeAskedSkills(role, catalog);
  notes.push(...heldNotes, ...askedNotes);
  addCredentials(held, theCase, asked, catalog);

  const everything = new Map<string, Identity>(
    [...held.values(), ...asked.flatMap((a) => [a, ...a.members])].map((i) => [i.key, i]),
  );
  const evidence = computeEvidence(resume, [...everything.values()], catalog, date);
  notes.push(...noteUnlisted(asked, held, evidence));

  const wanted = new Set(asked.flatMap((a) => [a.key, ...a.members.map((member) => member.key)]));
  const extraSkills = [...held.values()].filter((skill) => !wanted.has(skill.key)).sort(namedFirst);
  const slugs = toSlugs([...asked, ...extraSkills].map((skill) => skill.name));

  const skills = rankGaps(
    asked.map((skill, at) =>
      computeAsked(skill, slugs[at] as string, { held, evidence, catalog, hoursTable }),
    ),
  );
  const extras = extraSkills.map(
    (skill, at): ExtraSkill =>
      describe(skill, slugs[asked.length + at] as string, skill, evidence.get(skill.key)),
  );
  const gaps = skills.filter((skill) => skill.rank !== null);

  const computed = plan
    ? computeGivenRoadmap(plan, skills, catalog)
    : { roadmap: computeRoadmap(gaps, catalog, { hoursPerWeek, weeks }), notes: [] };
  notes.push(...computed.notes);
  const offers = theCase.resources ?? options.resources ?? [];
  const resources = computeResources(gaps, offers, theCase.resources ? 'given' : 'catalog', catalog, options);
  notes.push(...noteDefaults(skills), ...noteCosts(resources));

  const tier = (name: AskedSkill['tier']) => computeCoverage(skills.filter((skill) => skill.tier === name));
  const candidate = describeCandidate(theCase);
  const sheet = {
    schema: 'gapwright/facts@1' as const,
    date,
    candidate,
    role: {
      title: role.title,
      years: role.experience?.years ?? null,
      demand: role.market?.demand ?? null,
      salary: role.market?.salary ?? null,
      growthAreas: role.market?.growthAreas ?? [],
      postings: role.market?.postings ?? null,
      asOf: role.market?.asOf ?? null,
    },
    skills,
    extras,
    gates: computeGates(role, { resume, months: candidate.months, catalog }),
    coverage: {
      core: tier('core'),
      preferred: tier('preferred'),
      emerging: tier('emerging'),
      all: computeCoverage(skills),
    },
    roadmap: computed.roadmap,
    resources,
  };
  return {
    ...sheet,
    facts: buildFacts(sheet),
    notes: notes.sort((a, b) => compareNames(a.code, b.code) || compareNames(a.message, b.message)),
  };
}

/** Certificates and languages of the resume are held where the role asks for them as skills. */
function addCredentials(
  held: Map<string, HeldSkill>,
  { resume }: Case,
  asked: readonly Asked[],
  catalog: Catalog,
): void {
  const wanted = new Map(asked.flatMap((a) => [a, ...a.members]).map((identity) => [identity.key, identity]));
  for (const [i, certificate] of (resume.certificates ?? []).entries()) {
    const entry = certificate.name === undefined ? undefined : catalog.find(certificate.name);
    const identity = entry && wanted.get(entry.name);
    if (identity && !held.has(identity.key))
      held.set(identity.key, { ...identity, level: null, paths: [`certificates[${i}].name`] });
  }
}

interface Ground {
  held: ReadonlyMap<string, HeldSkill>;
  evidence: ReadonlyMap<string, SkillEvidence>;
  catalog: Catalog;
  hoursTable: HoursTable;
}

function computeAsked(skill: Asked, id: string, ground: Ground): Omit<AskedSkill, 'rank'> {
  const wanted = skill.level;
  const members = skill.members.map((member) => ({ member, own: ground.held.get(member.key) }));
  members.sort(
    (a, b) =>
      memberScore(b, wanted, ground) - memberScore(a, wanted, ground) ||
      compareNames(a.member.name, b.member.name),
  );
  const holder = skill.members.length > 0 ? members.find(({ own }) => own)?.own : ground.held.get(skill.key);
  const kind = (members[0]?.member ?? skill).entry?.kind ?? 'unknown';

  const enough =
    holder !== undefined &&
    (wanted === null || holder.level === null || levelNumber(holder.level) >= levelNumber(wanted));
  const status = holder === undefined ? 'missing' : enough ? 'met' : 'partial';
  const target = wanted === null ? 1 : levelNumber(wanted);
  const from = holder === undefined ? 0 : levelNumber(holder.level);
  const steps = status === 'met' ? 0 : target - from;
  const studied = kind !== 'credential';
  const hours =
    status === 'met' ? 0 : studied ? computeStudyHours(kind, from, target, ground.hoursTable) : null;
  return {
    ...describe(skill, id, holder, holder && ground.evidence.get(holder.key)),
    kind,
    tier: skill.tier,
    status,
    held: holder !== undefined,
    levelAsked: wanted,
    share: skill.share,
    ...(members.length > 0 && {
      anyOf: members.map(({ member, own }) => ({
        id: toSlugs([member.name])[0] as string,
        name: member.name,
        held: own !== undefined,
        level: own?.level ?? null,
      })),
    }),
    steps,
    priority: computePriority(skill.tier, skill.share, steps),
    hours,
    related: status === 'met' ? [] : relatedTo(members[0]?.member ?? skill, ground),
  };
}

/** Best member of a group first: held high enough, then held, then the one with the best head start. */
function memberScore(
  { member, own }: { member: Identity; own: HeldSkill | undefined },
  wanted: Level | null,
  ground: Ground,
): number {
  if (own) return 10 + (own.level === null ? levelNumber(wanted) : levelNumber(own.level));
  return Math.max(0, ...relatedTo(member, ground).map((other) => other.credit));
}

function relatedTo(skill: Identity, { held, catalog }: Ground): AskedSkill['related'] {
  const credits = new Map<string, number>();
  for (const [name, credit] of skill.entry?.related ?? []) credits.set(name, credit);
  for (const own of held.values()) {
    for (const [name, credit] of own.entry?.related ?? []) {
      if (name === skill.entry?.name) credits.set(own.name, Math.max(credits.get(own.name) ?? 0, credit));
    }
  }
  return [...credits]
    .filter(([name]) => held.has(name) && catalog.get(name) !== undefined)
    .map(([name, credit]) => ({ id: toSlugs([name])[0] as string, name, credit }))
    .sort((a, b) => b.credit - a.credit || compareNames(a.name, b.name));
}

function describe(
  identity: Identity,
  id: string,
  holder: HeldSkill | undefined,
  more: SkillEvidence | undefined,
): ExtraSkill {
  const { entry } = identity;
  const listed = (holder?.paths ?? []).map((path) => ({ kind: 'listed' as const, path, label: '' }));
  return {
    id,
    name: identity.name,
    spellings: entry ? [entry.name, ...(entry.aliases ?? [])] : [identity.name],
    ambiguous: entry?.ambiguous ?? false,
    known: entry !== undefined,
    kind: entry?.kind ?? 'unknown',
    levelHeld: holder?.level ?? null,
    evidence: holder ? [...(more?.evidence ?? []), ...listed] : [],
    monthsUsed: (holder && more?.monthsUsed) ?? null,
    lastUsed: (holder && more?.lastUsed) ?? null,
  };
}

function rankGaps(skills: readonly Omit<AskedSkill, 'rank'>[]): AskedSkill[] {
  const gaps = skills.filter((skill) => skill.status !== 'met');
  gaps.sort((a, b) => b.priority - a.priority || compareNames(a.name, b.name));
  return skills.map((skill) => ({ ...skill, rank: skill.status === 'met' ? null : gaps.indexOf(skill) + 1 }));
}

function describeCandidate({ resume, date }: Case): FactSheet['candidate'] {
  const dated = (resume.work ?? []).filter((job) => job.startDate !== undefined && job.startDate <= date);
  const span = (job: (typeof dated)[number]) =>
    toMonthSpan({ from: job.startDate ?? date, to: job.endDate }, date);
  return {
    name: resume.basics?.name?.trim() || null,
    label: resume.basics?.label?.trim() || null,
    months: dated.length === 0 ? null : computeMonths(dated.map(span)),
    work: (resume.work ?? [])
      .map((job, index) => ({
        index,
        employer: job.name ?? null,
        position: job.position ?? null,
        from: job.startDate ?? null,
        to: job.endDate ?? null,
        months: dated.includes(job) ? computeMonths([span(job)]) : null,
      }))
      .sort(
        (a, b) =>
          latestFirst(a.to ?? '9', b.to ?? '9') ||
          latestFirst(a.from, b.from) ||
          compareNames(a.position ?? '', b.position ?? ''),
      ),
    education: (resume.education ?? [])
      .map((study) => ({
        institution: study.institution ?? null,
        area: study.area ?? null,
        studyType: study.studyType ?? null,
        to: study.endDate ?? null,
      }))
      .sort(
        (a, b) =>
          latestFirst(a.to, b.to) || compareNames(`${a.studyType} ${a.area}`, `${b.studyType} ${b.area}`),
      ),
    certificates: (resume.certificates ?? [])
      .flatMap((item) =>
        item.name === undefined
          ? []
          : [{ name: item.name, issuer: item.issuer ?? null, date: item.date ?? null }],
      )
      .sort((a, b) => latestFirst(a.date, b.date) || compareNames(a.name, b.name)),
    languages: (resume.languages ?? []).flatMap((item) =>
      item.language === undefined ? [] : [{ language: item.language, fluency: item.fluency ?? null }],
    ),
    leadership: computeLeadership(resume),
  };
}

/** Skills with an entry of their own before keywords of others, then the higher level, then the name. */
function namedFirst(a: HeldSkill, b: HeldSkill): number {
  const keyword = (skill: HeldSkill) => Number(skill.paths.every((path) => path.includes('.keywords[')));
  return (
    keyword(a) - keyword(b) || levelNumber(b.level) - levelNumber(a.level) || compareNames(a.name, b.name)
  );
}

/** Undated entries last. */
function latestFirst(a: string | null, b: string | null): number {
  return compareNames(b ?? '', a ?? '');
}

function noteUnlisted(
  asked: readonly Asked[],
  held: ReadonlyMap<string, HeldSkill>,
  evidence: ReadonlyMap<string, SkillEvidence>,
): Note[] {
  return asked
    .filter((skill) => skill.members.length === 0 && !held.has(skill.key))
    .flatMap((skill) => {
      const first = evidence.get(skill.key)?.evidence[0];
      if (!first) return [];
      return [
        {
          code: 'named-not-listed',
          message: `${skill.name} is named at ${first.path} but not listed as a skill, so it counts as not held; list it if it is held.`,
          facts: [],
        },
      ];
    });
}

function noteDefaults(skills: readonly AskedSkill[]): Note[] {
  const silent = skills.filter((skill) => skill.status !== 'met' && skill.share === null);
  const unknown = skills.filter(
    (skill) => skill.status !== 'met' && skill.hours !== null && !skill.known && !skill.anyOf,
  );
  return [
    ...(silent.length > 0
      ? [
          {
            code: 'share-default',
            message: `The role gives no share of postings for ${silent.length} of the gaps; their priority assumes 50%.`,
            facts: silent.map((s) => `skill.${s.id}.priority`),
          },
        ]
      : []),
    ...(unknown.length > 0
      ? [
          {
            code: 'skill-unknown',
            message: `The catalog does not know ${unknown.map((s) => s.name).join(', ')}; the hours are those of an average skill.`,
            facts: unknown.map((s) => `skill.${s.id}.hours`),
          },
        ]
      : []),
  ];
}

function noteCosts({ chosen, origin }: FactSheet['resources']): Note[] {
  const dates = [...new Set(chosen.flatMap((resource) => resource.costChecked ?? []))].sort();
  if (origin !== 'catalog' || dates.length === 0) return [];
  return [
    {
      code: 'cost-date',
      message: `Costs of resources were last checked in ${dates[0]}; look them up before you pay.`,
      facts: [],
    },
  ];
}
