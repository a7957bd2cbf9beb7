import { Resource } from '../../schemas/resource.ts';
import { neutraliseName } from '../input/index.ts';
import { type Catalog, scanMentions } from '../skills/index.ts';
import { COURSE_FIELDS, type CourseField } from './course-fields.ts';

export type CourseFields = Partial<Readonly<Record<CourseField, string>>>;

/** Names that files have for the columns, in small letters without signs. */
const USUAL: Readonly<Record<CourseField, readonly string[]>> = {
  title: ['title', 'coursetitle', 'course', 'coursename', 'name'],
  provider: ['provider', 'platform', 'partner', 'organization', 'vendor', 'institution', 'site'],
  url: ['url', 'link', 'courseurl', 'website', 'href'],
  cost: ['cost', 'pricing', 'free', 'ispaid', 'type'],
  price: ['price', 'amount', 'fee', 'coursefee'],
  currency: ['currency', 'pricecurrency'],
  hours: ['hours', 'duration', 'contentduration', 'durationhours', 'length', 'workload'],
  level: ['level', 'difficulty', 'difficultylevel', 'courselevel'],
  kind: ['kind', 'format', 'resourcetype'],
  skills: ['skills', 'skill', 'skillstaught', 'topics', 'tags', 'subject'],
  description: ['description', 'summary', 'about', 'coursedescription'],
  'cost-checked': ['costchecked', 'checked', 'pricechecked'],
};

export interface ImportOptions {
  catalog: Catalog;
  /** Columns that are called otherwise. */
  fields?: CourseFields;
  /** Stands in where the row gives none. */
  provider?: string | undefined;
  kind?: Resource['kind'] | undefined;
  cost?: Resource['cost'] | undefined;
  currency?: string | undefined;
  costChecked?: string | undefined;
}

/**
 * Makes resources of the rows of a course catalog. A row without title, address, cost or any skill is left out and named.
 * Skills are those of the column, by the catalog's names; without one, those that the title names.
 * @returns with notes, each complete
 */
export function importCourses(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  options: ImportOptions,
): { resources: Resource[]; notes: string[] } {
  const { fields = {}, catalog } = options;
  const places = new Map(
    COURSE_FIELDS.map((field) => {
      const named = fields[field];
      const at = columns.findIndex((column) =>
        named === undefined
          ? USUAL[field].includes(column.toLowerCase().replace(/[^a-z]/g, ''))
          : column === named,
      );
      return [field, at];
    }),
  );
  const notes: string[] = [];
  const resources: Resource[] = [];
  const seen = new Set<string>();
  for (const [at, row] of rows.entries()) {
    const get = (field: CourseField) => {
      const place = places.get(field) ?? -1;
      return place < 0 ? '' : (row[place] ?? '').trim();
    };
    const parsed = Resource.safeParse(toResource(get, options, catalog));
    // The header is line 1.
    const line = `line ${at + 2}`;
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      notes.push(
        `${line} is left out: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a resource'}`,
      );
      continue;
    }
    const key = `${parsed.data.title.toLowerCase()}|${parsed.data.provider.toLowerCase()}`;
    if (seen.has(key)) {
      notes.push(`${line} is left out: ${parsed.data.title} by ${parsed.data.provider} stands above already`);
      continue;
    }
    seen.add(key);
    resources.push(parsed.data);
  }
  return { resources, notes };
}

function toResource(
  get: (field: CourseField) => string,
  options: ImportOptions,
  catalog: Catalog,
): Record<string, unknown> {
  const name = (text: string) => neutraliseName(text, { otherwise: '' }).text;
  const price = toNumber(get('price'));
  const currency = (get('currency') || options.currency || '').toUpperCase();
  const hours = toHours(get('hours'));
  const checked = get('cost-checked') || options.costChecked;
  return {
    title: name(get('title')),
    provider: name(get('provider')) || options.provider || '',
    url: get('url'),
    cost: toCost(get('cost'), price) ?? options.cost,
    ...(price !== undefined && price > 0 && currency !== '' && { price: { amount: price, currency } }),
    ...(hours !== undefined && { hours }),
    ...(get('level') !== '' && !/^all/i.test(get('level')) && { level: name(get('level')) }),
    kind: KINDS.find(([, pattern]) => pattern.test(get('kind')))?.[0] ?? options.kind ?? 'course',
    skills: toSkills(get('skills'), get('title'), catalog),
    ...(checked !== undefined && { costChecked: checked }),
  };
}

const KINDS: readonly (readonly [Resource['kind'], RegExp])[] = [
  ['certification', /certificat|exam/i],
  ['book', /book/i],
  ['documentation', /doc|tutorial|article/i],
  ['practice', /practice|project|lab|exercise/i],
  ['community', /communit|forum/i],
  ['course', /course|class|speciali[sz]ation|degree|bootcamp/i],
];

function toSkills(text: string, title: string, catalog: Catalog): string[] {
  const listed = text
    .split(/[;|,\n]/)
    .map((item) => item.replace(/^[\s['"]+|[\s\]'"]+$/g, ''))
    .filter((item) => item !== '')
    .map((item) => catalog.find(item)?.name ?? neutraliseName(item, { otherwise: '' }).text)
    .filter((item) => item !== '');
  const names = listed.length > 0 ? listed : scanMentions(title, catalog).map(({ entry }) => entry.name);
  return [...new Set(names)];
}

function toCost(text: string, price: number | undefined): Resource['cost'] | undefined {
  const words = text.toLowerCase();
  if (/freemium|audit|free to|trial/.test(words)) return 'freemium';
  if (/\bfree\b|^(?:0|0\.00|false|no)$/.test(words)) return 'free';
  if (/\bpaid\b|subscription|^(?:true|yes)$|\d/.test(words)) return 'paid';
  if (price !== undefined) return price === 0 ? 'free' : 'paid';
  return undefined;
}

/** "12 hours", "1.5 h", "90 minutes", "12"; weeks say nothing of hours. */
function toHours(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(?:(h|hrs?|hours?)|(m|mins?|minutes?))?(?:\s+\w+)?$/i.exec(text.trim());
  if (!match) return undefined;
  const value = Number(match[1]) / (match[3] === undefined ? 1 : 60);
  return value > 0 ? Math.round(value * 100) / 100 : undefined;
}

function toNumber(text: string): number | undefined {
  if (/^free$/i.test(text)) return 0;
  const digits = /^\D{0,4}(\d[\d,]*(?:\.\d{1,2})?)\D{0,4}$/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits.replace(/,/g, ''));
}
