import type { Resource } from '../../schemas/index.ts';
import type { Catalog, SkillEntry } from '../skills/index.ts';
import type { CatalogIssue } from './catalog-issue.ts';

/** Looks for relations that lead to no entry, and for prerequisites that run in a circle, each circle once. */
export function findFaults(entries: readonly SkillEntry[], fileOf: (name: string) => string): CatalogIssue[] {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const issues: CatalogIssue[] = [];
  for (const entry of entries) {
    const related = (entry.related ?? []).map(([name]) => name);
    for (const name of [...(entry.parents ?? []), ...(entry.prerequisites ?? []), ...related])
      if (!byName.has(name))
        issues.push({
          severity: 'error',
          code: 'unknown-relation',
          file: fileOf(entry.name),
          message: `found "${name}" beside ${entry.name}, expected the name of a skill of the catalog`,
        });
  }
  const done = new Set<string>();
  const visit = (name: string, way: string[]): void => {
    const from = way.indexOf(name);
    if (from >= 0) {
      const circle = [...way.slice(from), name];
      issues.push({
        severity: 'error',
        code: 'circle',
        file: fileOf(name),
        message: `found prerequisites in a circle (${circle.join(' -> ')}), expected none`,
      });
      return;
    }
    if (done.has(name)) return;
    for (const next of byName.get(name)?.prerequisites ?? []) visit(next, [...way, name]);
    done.add(name);
  };
  for (const { name } of entries) visit(name, []);
  return issues;
}

/** Months after which nobody should trust what something costs. */
export const STALE_MONTHS = 24;

/** Looks for resources of skills that the catalog does not know, and for dates of costs that are old, missing or to come. */
export function findResourceFaults(
  resources: readonly Resource[],
  catalog: Catalog,
  file: string,
  today: string,
): CatalogIssue[] {
  return resources.flatMap((resource, at) => {
    const where = `${resource.title} (resources[${at}])`;
    const unknown = resource.skills.filter((name) => !catalog.find(name));
    const warn = (code: string, message: string): CatalogIssue => ({
      severity: 'warning',
      code,
      file,
      message,
    });
    const { costChecked, cost } = resource;
    return [
      ...unknown.map((name) =>
        warn(
          'unknown-skill',
          `${where} teaches "${name}", which the catalog does not know: only a role that says exactly this is served`,
        ),
      ),
      ...(costChecked === undefined && cost !== 'free'
        ? [warn('cost-date', `${where} is ${cost} and does not say when its cost was checked`)]
        : []),
      ...(costChecked !== undefined && costChecked > today
        ? [warn('cost-date', `the cost of ${where} was checked in ${costChecked}, which lies after ${today}`)]
        : []),
      ...(costChecked !== undefined && monthsBetween(costChecked, today) > STALE_MONTHS
        ? [
            warn(
              'cost-date',
              `the cost of ${where} was last checked in ${costChecked}, more than ${STALE_MONTHS} months ago`,
            ),
          ]
        : []),
    ];
  });
}

function monthsBetween(from: string, to: string): number {
  const count = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 12);
  return count(to) - count(from);
}
