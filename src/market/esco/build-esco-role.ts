import type { MarketSource, Role, RoleSkill, Tier } from '../../../schemas/index.ts';
import type { Catalog } from '../../skills/index.ts';
import { keepOnce } from '../keep-once.ts';
import type { Esco, EscoOccupation } from './read-esco.ts';

export interface EscoRoleOptions {
  catalog: Catalog;
  /** Version of the classification, such as 1.1.1. */
  release?: string | undefined;
  /** When that version was published. */
  date?: string | undefined;
}

const ID = 'esco';

/**
 * What a held skill gives towards the next broader or narrower one: whoever holds "Python" has a start in "computer
 * programming", and the other way round. Never more than half of the way, like every head start.
 */
export const HIERARCHY_CREDIT = 0.4;

/**
 * The profile of an ESCO occupation: essential skills are core, optional ones preferred. ESCO knows no levels, shares
 * or pay, so none are given. A regulated profession has its recognition as a gate.
 */
export function buildEscoRole(occupation: EscoOccupation, esco: Esco, options: EscoRoleOptions): Role {
  const { catalog, release, date } = options;
  const toSkills = (uris: readonly string[], tier: Tier) =>
    uris.flatMap((uri) => {
      const skill = toSkill(uri, tier, esco, catalog);
      return skill ? [skill] : [];
    });
  const skills = keepOnce(
    [...toSkills(occupation.essential, 'core'), ...toSkills(occupation.optional, 'preferred')],
    catalog,
  );
  return {
    title: occupation.title,
    ...(occupation.alternateTitles.length > 0 && { aliases: occupation.alternateTitles }),
    occupation: { scheme: 'ESCO', code: occupation.code || occupation.uri, title: occupation.title },
    market: { sources: [describeSource(release, date)] },
    skills,
    ...(occupation.regulated && {
      gates: [
        {
          kind: 'licence' as const,
          name: `Professional recognition as ${occupation.title}`,
          source: ID,
        },
      ],
      notes: [
        'ESCO marks the profession as regulated: which recognition it needs depends on the country and is not in ESCO.',
      ],
    }),
  };
}

function toSkill(uri: string, tier: Tier, esco: Esco, catalog: Catalog): RoleSkill | undefined {
  const skill = esco.skills.get(uri);
  if (!skill) return undefined;
  const known = catalog.find(skill.name)?.name;
  const near = [...(esco.broader.get(uri) ?? []), ...(esco.narrower.get(uri) ?? [])]
    .flatMap((other) => esco.skills.get(other)?.name ?? [])
    .map((name) => catalog.find(name)?.name ?? name)
    .filter((name) => name !== (known ?? skill.name));
  return {
    name: known ?? skill.name,
    tier,
    ...(known !== undefined && known !== skill.name && { namedAs: skill.name }),
    ...(near.length > 0 && {
      related: [...new Set(near)].sort().map((name) => ({ name, credit: HIERARCHY_CREDIT })),
    }),
    source: ID,
  };
}

function describeSource(release: string | undefined, date: string | undefined): MarketSource {
  return {
    id: ID,
    name: `ESCO classification${release === undefined ? '' : ` v${release}`}`,
    kind: 'esco',
    ...(release !== undefined && { version: release }),
    ...(date !== undefined && { date }),
    url: 'https://esco.ec.europa.eu/',
    licence: 'European Commission reuse (Decision 2011/833/EU)',
    attribution: 'This service uses the ESCO classification of the European Commission.',
  };
}
