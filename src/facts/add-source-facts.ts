import { type FactList, given, itself, type Structure } from './fact-list.ts';

/** Where the role and its figures come from, one by one. */
export function addSourceFacts(list: FactList, { role }: Structure): void {
  for (const source of role.sources ?? []) {
    const id = `source.${source.id}`;
    const place = given('role', `market.sources[id=${source.id}]`);
    list.add(id, source.name, 'name', source.name, place);
    list.maybe(`${id}.date`, source.date ?? null, 'date', (date) => list.words.date(date), place);
    list.maybe(`${id}.n`, source.n ?? null, 'count', (n) => list.words.count(n, 'posting'), place);
    list.maybe(`${id}.licence`, source.licence ?? null, 'text', itself, place);
  }
}
