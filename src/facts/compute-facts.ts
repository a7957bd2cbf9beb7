import type { Case, FactSheet, Resource, Tier } from '../../schemas/index.ts';
import { UsageError } from '../errors.ts';
import { findLanguage } from '../language/index.ts';
import { builtInCatalog, type Catalog, levelNumber } from '../skills/index.ts';
import { buildFacts } from './build-facts.ts';
import { noteCosts, noteDefaults, noteHours, noteUnlisted, sortNotes } from './collect-notes.ts';
import { computeAsked, computeCredits, describeSkill, rankGaps } from './compute-asked.ts';
import { computeAskedSkills } from './compute-asked-skills.ts';
import { computeCoverage } from './compute-coverage.ts';
import { computeEvidence } from './compute-evidence.ts';
import { computeGates } from './compute-gates.ts';
import { computeGivenRoadmap } from './compute-given-roadmap.ts';
import { addShownSkills, computeHeldSkills, type HeldSkill } from './compute-held-skills.ts';
import { computeResources, type ResourceOptions } from './compute-resources.ts';
import { computeRoadmap } from './compute-roadmap.ts';
import { describeCandidate } from './describe-candidate.ts';
import { DEFAULT_HOURS, type HoursTable } from './hours-table.ts';
import { compareIdentities, createIds, type Identity } from './identify.ts';

export interface FactOptions extends ResourceOptions {
  /** Hours a week for a computed roadmap; a plan brings its own. Default 8. */
  hoursPerWeek?: number;
  /** Weeks at most for a computed roadmap. */
  weeks?: number | undefined;
  hoursTable?: HoursTable;
  catalog?: Catalog;
  /** Tag of the language that facts are displayed in and the report is written in. Default `en`. */
  language?: string | undefined;
  /** Resources to choose from where the case brings none. The list must not change afterwards. */
  resources?: readonly Resource[];
}

/** Hours a week where nobody says. */
export const DEFAULT_HOURS_PER_WEEK = 8;

/**
 * The deterministic gap calculator: everything that a report may say about this case, as facts. Pure: no clock, no
 * I/O, and the order of lists in the inputs changes nothing but the paths in `source`, evidence and notes.
 * @throws UsageError where an option is out of range, or the language is none that there is.
 */
export function computeFacts(theCase: Case, options: FactOptions = {}): FactSheet {
  const {
    hoursPerWeek = DEFAULT_HOURS_PER_WEEK,
    weeks,
    hoursTable = DEFAULT_HOURS,
    catalog = builtInCatalog(),
    language = 'en',
  } = options;
  refuseOptions(hoursPerWeek, options);
  const { resume, role, plan, date } = theCase;
  const words = findLanguage(language);

  const { held, notes: heldNotes } = computeHeldSkills(resume, catalog, words);
  const { asked, notes: askedNotes } = computeAskedSkills(role, catalog, words);
  const wanted = new Map<string, Identity>();
  for (const skill of asked) {
    if (skill.members.length === 0) wanted.set(skill.key, skill);
    else for (const member of skill.members) wanted.set(member.key, member);
  }
  addShownSkills(held, resume, [...wanted.values()], catalog);

  const everything = new Map<string, Identity>([...held, ...wanted]);
  const evidence = computeEvidence(resume, [...everything.values()], catalog, date);

  const extraSkills = [...held.values()].filter((skill) => !wanted.has(skill.key)).sort(namedFirst);
  const idOf = createIds();
  for (const skill of [...asked, ...extraSkills, ...[...wanted.values()].sort(compareIdentities)])
    idOf(skill);

  const ground = { held, evidence, credits: computeCredits(held), hoursTable, idOf };
  const skills = rankGaps(asked.map((skill) => computeAsked(skill, ground)));
  const extras = extraSkills.map((skill) =>
    describeSkill(skill, idOf(skill), skill, evidence.get(skill.key)),
  );
  const gaps = skills.filter((skill) => skill.rank !== null);

  const { roadmap, notes: planNotes } = plan
    ? computeGivenRoadmap(plan, skills, catalog, idOf, words)
    : { roadmap: computeRoadmap(gaps, catalog, { hoursPerWeek, weeks, words }), notes: [] };
  const resources = theCase.resources
    ? computeResources(gaps, theCase.resources, 'given', catalog, options)
    : computeResources(gaps, options.resources ?? [], 'catalog', catalog, options);
  const hoursAssumed = !plan && options.hoursPerWeek === undefined;

  const tier = (name: Tier) => computeCoverage(skills.filter((skill) => skill.tier === name));
  const candidate = describeCandidate(theCase, words);
  const sheet = {
    schema: 'gapwright/facts@1' as const,
    date,
    ...(words.tag !== 'en' && { language: words.tag }),
    candidate,
    role: {
      title: role.title,
      years: role.experience?.years ?? null,
      demand: role.market?.demand ?? null,
      salary: role.market?.salary ?? null,
      growthAreas: role.market?.growthAreas ?? [],
      postings: role.market?.postings ?? null,
      asOf: role.market?.asOf ?? null,
      ...(role.market?.salaries && { salaries: role.market.salaries }),
      ...(role.market?.demandBasis && { demandBasis: role.market.demandBasis }),
      ...(role.market?.sources && { sources: role.market.sources }),
    },
    skills,
    extras,
    gates: computeGates(role, { resume, months: candidate.months, catalog, date, words }),
    coverage: {
      core: tier('core'),
      preferred: tier('preferred'),
      emerging: tier('emerging'),
      all: computeCoverage(skills),
    },
    roadmap,
    resources,
  };
  return {
    ...sheet,
    facts: buildFacts(sheet, { hoursAssumed }),
    notes: sortNotes([
      ...heldNotes,
      ...askedNotes,
      ...(role.notes ?? []).map((message) => ({ code: 'market', message, facts: [] })),
      ...noteUnlisted(asked, held, evidence, words),
      ...planNotes,
      ...noteDefaults(skills, words),
      ...(hoursAssumed ? noteHours(roadmap, words) : []),
      ...noteCosts(resources, words),
    ]),
  };
}

/** The week has 168 hours, so that is the most that anybody can study. */
const WEEK = 168;

function refuseOptions(hoursPerWeek: number, { weeks, budget }: FactOptions): void {
  const refuse = (what: string, found: unknown, expected: string) => {
    throw new UsageError(`cannot compute the facts: found ${what} ${String(found)}, expected ${expected}`);
  };
  if (!(hoursPerWeek > 0 && hoursPerWeek <= WEEK))
    refuse('hoursPerWeek', hoursPerWeek, `a number above 0, up to ${WEEK}`);
  if (weeks !== undefined && !(Number.isInteger(weeks) && weeks > 0))
    refuse('weeks', weeks, 'a whole number above 0');
  if (budget && !(budget.amount >= 0 && budget.amount < Number.POSITIVE_INFINITY))
    refuse('budget', budget.amount, 'an amount of 0 or more');
}

/** Skills with an entry of their own before keywords of others, then the higher level, then the name. */
function namedFirst(a: HeldSkill, b: HeldSkill): number {
  const keyword = (skill: HeldSkill) => Number(skill.paths.every((path) => path.includes('.keywords[')));
  return keyword(a) - keyword(b) || levelNumber(b.level) - levelNumber(a.level) || compareIdentities(a, b);
}
