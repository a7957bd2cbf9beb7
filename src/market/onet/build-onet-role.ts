import type { MarketSource, Role, RoleSkill } from '../../../schemas/index.ts';
import type { Catalog } from '../../skills/index.ts';
import { keepOnce } from '../keep-once.ts';
import { mapLevel } from './map-level.ts';
import { nameTechnology } from './name-technology.ts';
import type { OnetOccupation, OnetRating } from './read-onet.ts';

export interface OnetRoleOptions {
  catalog: Catalog;
  /** Release of the database, such as 29.3. */
  release?: string | undefined;
  /** Least importance (1 to 5) of the core. Default 3.5. */
  coreImportance?: number | undefined;
  /** Least importance of what is preferred. Default 3: "important". */
  preferredImportance?: number | undefined;
  jobZones?: ReadonlyMap<number, string>;
}

export const CORE_IMPORTANCE = 3.5;
export const PREFERRED_IMPORTANCE = 3;

const ID = 'onet';

/** Elements whose name means something else to people who list skills, and what they are. */
const NAMES: Readonly<Record<string, string>> = {
  // In a skills list it is the monitoring of computer systems.
  Monitoring: 'Monitoring (performance of people and organizations)',
  // A resume lists it among its languages.
  'English Language': 'English',
};

/**
 * The profile of an O*NET occupation. A skill or area of knowledge is core from an importance of 3.5 on, preferred
 * from 3; what is not relevant, suppressed or below is left out. Of technologies, those in demand are core and hot ones
 * preferred; others are left out. What O*NET does not rate stays unknown and is noted.
 */
export function buildOnetRole(occupation: OnetOccupation, options: OnetRoleOptions): Role {
  const { catalog, release, jobZones } = options;
  const rated = occupation.ratings.flatMap((rating) => toSkill(rating, options));
  const skills = keepOnce([...rated, ...toTechnologies(occupation, catalog)], catalog);
  const date = occupation.ratings
    .flatMap((rating) => rating.date ?? [])
    .sort()
    .at(-1);
  const zone = occupation.jobZone === null ? undefined : jobZones?.get(occupation.jobZone);
  return {
    title: occupation.title,
    ...(occupation.alternateTitles.length > 0 && { aliases: [...new Set(occupation.alternateTitles)] }),
    occupation: {
      scheme: 'O*NET-SOC',
      code: occupation.code,
      title: occupation.title,
      ...(occupation.jobZone !== null && { jobZone: occupation.jobZone }),
      ...(occupation.related.length > 0 && { related: occupation.related }),
    },
    market: { sources: [describeSource(release, date)] },
    skills,
    notes: [
      ...noteUnknown(occupation),
      ...(zone === undefined ? [] : [`O*NET places the occupation in ${zone}.`]),
    ],
  };
}

function toSkill(rating: OnetRating, options: OnetRoleOptions): RoleSkill[] {
  const { coreImportance = CORE_IMPORTANCE, preferredImportance = PREFERRED_IMPORTANCE } = options;
  const { importance, level } = rating;
  if (rating.notRelevant || importance === null || importance < preferredImportance) return [];
  const name = NAMES[rating.name] ?? rating.name;
  return [
    {
      name,
      tier: importance >= coreImportance ? 'core' : 'preferred',
      ...(level !== null && { level: mapLevel(level), levelScore: level }),
      ...(name !== rating.name && { namedAs: rating.name }),
      importance,
      source: ID,
      ...(rating.date !== null && { date: rating.date }),
      ...(rating.n !== null && rating.n > 0 && { n: rating.n }),
    },
  ];
}

function toTechnologies({ technologies }: OnetOccupation, catalog: Catalog): RoleSkill[] {
  return technologies
    .filter(({ hot, inDemand }) => hot || inDemand)
    .map(({ name, hot, inDemand }) => {
      const known = nameTechnology(name, catalog);
      return {
        name: known,
        tier: inDemand ? 'core' : 'preferred',
        ...(known !== name && { namedAs: name }),
        hotTechnology: hot,
        inDemand,
        source: ID,
      };
    });
}

function noteUnknown({ ratings, technologies, jobZone }: OnetOccupation): string[] {
  return [
    ...(ratings.length === 0
      ? [
          'O*NET has no ratings of skills and knowledge for this occupation: their importance and level are unknown.',
        ]
      : []),
    ...(technologies.length === 0
      ? ['O*NET lists no technology for this occupation: what is used is unknown.']
      : []),
    ...(jobZone === null ? ['O*NET gives no Job Zone for this occupation.'] : []),
  ];
}

function describeSource(release: string | undefined, date: string | undefined): MarketSource {
  const name = `O*NET${release === undefined ? '' : ` ${release}`} Database`;
  return {
    id: ID,
    name,
    kind: 'onet',
    ...(release !== undefined && { version: release }),
    ...(date !== undefined && { date }),
    url: 'https://www.onetcenter.org/database.html',
    licence: 'CC BY 4.0',
    attribution: `This report includes information from the ${name} by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA. gapwright has modified all or some of this information. USDOL/ETA has not approved, endorsed, or tested these modifications.`,
  };
}
