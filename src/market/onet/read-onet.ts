import { basename } from 'node:path';
import { findDataFiles, missingFile } from '../find-data-files.ts';
import { readTable, type TextTable } from '../read-table.ts';

/** An occupation of O*NET as its files give it. Nothing is judged yet. */
export interface OnetOccupation {
  code: string;
  title: string;
  description: string;
  alternateTitles: string[];
  ratings: OnetRating[];
  technologies: OnetTechnology[];
  /** Null where O*NET assigned none. */
  jobZone: number | null;
  related: { code: string; title: string }[];
}

/** Importance and level of one skill or area of knowledge. What is suppressed or was not asked is null. */
export interface OnetRating {
  id: string;
  name: string;
  /** 1 to 5. */
  importance: number | null;
  /** 0 to 7. */
  level: number | null;
  /** Most of those asked said that it does not matter for the occupation. */
  notRelevant: boolean;
  /** How many were asked; null where the file does not say. */
  n: number | null;
  /** `YYYY-MM`. */
  date: string | null;
}

export interface OnetTechnology {
  name: string;
  category: string;
  /** Often asked for in postings of any occupation. */
  hot: boolean;
  /** Often asked for in postings of this occupation. */
  inDemand: boolean;
}

export interface Onet {
  /** By O*NET-SOC code. */
  occupations: ReadonlyMap<string, OnetOccupation>;
  /** Names of the Job Zones by number. */
  jobZones: ReadonlyMap<number, string>;
  /** Release such as 29.3, where the folder's name says it. */
  release: string | undefined;
}

/** The names that O*NET gives the files, and whether the profile can be made without. */
const FROM = 'the O*NET database in its text form (https://www.onetcenter.org/database.html)';
const CODE = 'O*NET-SOC Code';

/**
 * Reads the files of the O*NET database in its text form (tab-separated, .txt or .tsv). "Occupation Data" has to be
 * there; what another file would say is unknown without it.
 * @throws InputError where a file cannot be read or has not the columns that are needed
 */
export async function readOnet(dir: string, { signal }: { signal?: AbortSignal } = {}): Promise<Onet> {
  const files = await findDataFiles(dir, ['.txt', '.tsv']);
  const main = files('Occupation Data');
  if (main === undefined) throw missingFile(dir, 'Occupation Data.txt', FROM);
  const read = async (name: string): Promise<TextTable | undefined> => {
    const path = files(name);
    return path === undefined ? undefined : readTable(path, { delimiter: '\t', signal });
  };
  const occupations = new Map<string, OnetOccupation>();
  const data = await readTable(main, { delimiter: '\t', signal });
  const [code, title, description] = [data.column(CODE), data.column('Title'), data.column('Description')];
  for (const row of data.rows)
    occupations.set(code(row), {
      code: code(row),
      title: title(row),
      description: description(row),
      alternateTitles: [],
      ratings: [],
      technologies: [],
      jobZone: null,
      related: [],
    });
  addTitles(occupations, await read('Alternate Titles'));
  for (const name of ['Skills', 'Knowledge']) addRatings(occupations, await read(name));
  addTechnologies(occupations, await read('Technology Skills'));
  addJobZones(occupations, await read('Job Zones'));
  addRelated(occupations, await read('Related Occupations'));
  return { occupations, jobZones: readZoneNames(await read('Job Zone Reference')), release: releaseOf(dir) };
}

/** `db_29_3_text` is release 29.3. */
function releaseOf(dir: string): string | undefined {
  const match = /\bdb_(\d+)_(\d+)(?:_|$)/.exec(basename(dir));
  return match ? `${match[1]}.${match[2]}` : undefined;
}

type Occupations = ReadonlyMap<string, OnetOccupation>;

function addTitles(occupations: Occupations, table: TextTable | undefined): void {
  if (!table) return;
  const [code, title] = [table.column(CODE), table.column('Alternate Title')];
  const short = table.has('Short Title') ? table.column('Short Title') : () => '';
  for (const row of table.rows) {
    const titles = occupations.get(code(row))?.alternateTitles;
    titles?.push(...[title(row), short(row)].filter((text) => text !== '' && text !== 'n/a'));
  }
}

function addRatings(occupations: Occupations, table: TextTable | undefined): void {
  if (!table) return;
  const [code, id, name] = [table.column(CODE), table.column('Element ID'), table.column('Element Name')];
  const [scale, value, n] = [table.column('Scale ID'), table.column('Data Value'), table.column('N')];
  const [suppress, irrelevant] = [table.column('Recommend Suppress'), table.column('Not Relevant')];
  const date = table.column('Date');
  const known = new Map<string, OnetRating>();
  for (const row of table.rows) {
    const occupation = occupations.get(code(row));
    if (!occupation) continue;
    const key = `${code(row)}|${id(row)}`;
    let rating = known.get(key);
    if (!rating) {
      rating = {
        id: id(row),
        name: name(row),
        importance: null,
        level: null,
        notRelevant: false,
        n: null,
        date: null,
      };
      known.set(key, rating);
      occupation.ratings.push(rating);
    }
    if (irrelevant(row) === 'Y') rating.notRelevant = true;
    // O*NET itself holds such a figure to be too uncertain to be used.
    if (suppress(row) === 'Y') continue;
    const figure = toNumber(value(row));
    if (scale(row) === 'IM') Object.assign(rating, { importance: figure, n: toNumber(n(row)) });
    else if (scale(row) === 'LV') rating.level = figure;
    rating.date = toMonth(date(row)) ?? rating.date;
  }
}

function addTechnologies(occupations: Occupations, table: TextTable | undefined): void {
  if (!table) return;
  const [code, example, category] = [
    table.column(CODE),
    table.column('Example'),
    table.column('Commodity Title'),
  ];
  // Older releases have no In Demand.
  const hot = table.has('Hot Technology') ? table.column('Hot Technology') : () => 'N';
  const demand = table.has('In Demand') ? table.column('In Demand') : () => 'N';
  for (const row of table.rows)
    occupations.get(code(row))?.technologies.push({
      name: example(row),
      category: category(row),
      hot: hot(row) === 'Y',
      inDemand: demand(row) === 'Y',
    });
}

function addJobZones(occupations: Occupations, table: TextTable | undefined): void {
  if (!table) return;
  const [code, zone] = [table.column(CODE), table.column('Job Zone')];
  for (const row of table.rows) {
    const occupation = occupations.get(code(row));
    if (occupation) occupation.jobZone = toNumber(zone(row));
  }
}

function addRelated(occupations: Occupations, table: TextTable | undefined): void {
  if (!table) return;
  const [code, other, tier] = [
    table.column(CODE),
    table.column('Related O*NET-SOC Code'),
    table.column('Relatedness Tier'),
  ];
  for (const row of table.rows) {
    const related = occupations.get(other(row));
    if (related && tier(row) === 'Primary-Short')
      occupations.get(code(row))?.related.push({ code: related.code, title: related.title });
  }
}

function readZoneNames(table: TextTable | undefined): Map<number, string> {
  if (!table) return new Map();
  const [zone, name] = [table.column('Job Zone'), table.column('Name')];
  return new Map(table.rows.map((row) => [Number(zone(row)), name(row)]));
}

function toNumber(text: string): number | null {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
}

/** `08/2023` is 2023-08. */
function toMonth(text: string): string | null {
  const match = /^(\d\d)\/(\d{4})$/.exec(text);
  return match ? `${match[2]}-${match[1]}` : null;
}
