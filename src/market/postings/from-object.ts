import { plainText } from './html-to-text.ts';
import type { PostedPay, Posting } from './posting.ts';
import { currencyOf, readPay, toAmount } from './read-pay.ts';
import { readPeriod } from './read-period.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Fields of a posting that can be mapped to other names. */
export const POSTING_FIELDS = [
  'title',
  'description',
  'date',
  'skills',
  'salary',
  'salary-min',
  'salary-max',
  'currency',
  'period',
] as const;
export type PostingField = (typeof POSTING_FIELDS)[number];

/** The column or key of each field that is called otherwise. */
export type FieldNames = Partial<Readonly<Record<PostingField, string>>>;

/** Names that files have for the fields, in small letters without signs. */
const USUAL: Readonly<Record<PostingField, readonly string[]>> = {
  title: ['title', 'jobtitle', 'position', 'role', 'name'],
  description: ['description', 'jobdescription', 'text', 'body', 'content', 'details', 'jobtext'],
  date: ['date', 'dateposted', 'postedat', 'posteddate', 'posted', 'publishedat', 'createdat', 'workyear'],
  skills: ['skills', 'requiredskills', 'technologies', 'tags', 'jobskills'],
  salary: ['salary', 'pay', 'compensation', 'salaryrange'],
  'salary-min': ['salarymin', 'minsalary', 'salaryfrom', 'mininumsalary', 'minamount'],
  'salary-max': ['salarymax', 'maxsalary', 'salaryto', 'maximumsalary', 'maxamount'],
  currency: ['currency', 'salarycurrency', 'paycurrency'],
  period: ['period', 'salaryperiod', 'payperiod', 'interval', 'unittext', 'salaryunit'],
};

/** Finds the `JobPosting` objects in parsed JSON-LD: alone, in lists, in `@graph`, or inside another object. */
export function findJobPostings(data: unknown, depth = 0): Fields[] {
  if (depth > 12 || typeof data !== 'object' || data === null) return [];
  if (Array.isArray(data)) return data.flatMap((item) => findJobPostings(item, depth + 1));
  const fields = data as Fields;
  const type = fields['@type'];
  if (type === 'JobPosting' || (Array.isArray(type) && type.includes('JobPosting'))) return [fields];
  return Object.values(fields).flatMap((value) => findJobPostings(value, depth + 1));
}

/** A posting of a schema.org JobPosting, of the JSON Resume job schema, or of a row with columns. */
export function fromObject(fields: Fields, place: string, names: FieldNames = {}): Posting {
  const get = (field: PostingField): unknown => {
    const name = names[field];
    // Files of one call may differ: where there is no such column, the usual names count.
    if (name !== undefined && name in fields) return fields[name];
    for (const [key, value] of Object.entries(fields))
      if (USUAL[field].includes(key.toLowerCase().replace(/[^a-z]/g, '')) && isThere(value)) return value;
    return undefined;
  };
  const parts = [
    toText(get('description')),
    ...SECTIONS.flatMap(([key, heading]) => {
      const text = toText(fields[key]);
      return text === '' ? [] : [`## ${heading}\n${text}`];
    }),
  ];
  const text = parts.filter((part) => part !== '').join('\n\n');
  return {
    place,
    title: toText(get('title')).split('\n')[0]?.trim() || undefined,
    date: toDate(get('date')),
    text,
    skills: toSkills(get('skills')),
    pay:
      structuredPay(fields.baseSalary ?? fields.estimatedSalary) ??
      columnPay(get) ??
      (text === '' ? undefined : readPay(text)),
  };
}

/** Fields with a section of their own in the text. */
const SECTIONS: readonly (readonly [key: string, heading: string])[] = [
  ['responsibilities', 'Responsibilities'],
  ['qualifications', 'Qualifications'],
  ['experienceRequirements', 'Requirements'],
  ['educationRequirements', 'Education'],
  ['jobBenefits', 'Benefits'],
];

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function toText(value: unknown): string {
  if (typeof value === 'string') return plainText(value).trim();
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return value
      .map(toText)
      .filter((item) => item !== '')
      .map((item) => `- ${item}`)
      .join('\n');
  if (typeof value !== 'object' || value === null) return '';
  const { monthsOfExperience, description, name } = value as Fields;
  if (typeof monthsOfExperience === 'number' && monthsOfExperience > 0)
    return `${Math.round((monthsOfExperience / 12) * 10) / 10}+ years of experience`;
  return toText(description ?? name);
}

function toSkills(value: unknown): Posting['skills'] {
  if (typeof value === 'string')
    return plainText(value)
      .split(/[,;|\n]/)
      .map((name) => ({ name: name.replace(/^[-*•\s]+/, '').trim(), level: undefined }))
      .filter(({ name }) => name !== '' && name.length <= 80);
  if (!Array.isArray(value)) return [];
  return value.flatMap((item): Posting['skills'] => {
    if (typeof item === 'string') return toSkills(item);
    if (typeof item !== 'object' || item === null) return [];
    const { name, level, keywords } = item as Fields;
    const own =
      typeof name === 'string' && name.trim() !== ''
        ? [{ name: name.trim(), level: undefined as string | undefined }]
        : [];
    if (own[0] && typeof level === 'string') own[0].level = level;
    return [...own, ...toSkills(keywords)];
  });
}

function toDate(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return /^([12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?![\d-])/.exec(text)?.[1];
}

/** A schema.org MonetaryAmount. */
function structuredPay(value: unknown): PostedPay | undefined {
  if (typeof value === 'string') return readPay(value, { trusted: true });
  if (typeof value !== 'object' || value === null) return undefined;
  const { currency, value: amount, unitText, minValue, maxValue } = value as Fields;
  const inner: Fields =
    typeof amount === 'object' && amount !== null
      ? (amount as Fields)
      : { value: amount, unitText, minValue, maxValue };
  const min = toNumber(inner.minValue ?? inner.value);
  const max = toNumber(inner.maxValue ?? inner.value ?? inner.minValue);
  if (min === undefined || max === undefined || min <= 0 || min > max) return undefined;
  return {
    min,
    max,
    currency: typeof currency === 'string' ? (currencyOf(currency) ?? undefined) : undefined,
    period: typeof inner.unitText === 'string' ? readPeriod(inner.unitText) : undefined,
  };
}

function columnPay(get: (field: PostingField) => unknown): PostedPay | undefined {
  const [low, high] = [toNumber(get('salary-min')), toNumber(get('salary-max'))];
  const one = get('salary');
  const given = [currencyText(get('currency')), periodText(get('period'))] as const;
  const min = low ?? high ?? toNumber(one);
  const max = high ?? low ?? toNumber(one);
  if (min !== undefined && max !== undefined)
    return min > 0 && min <= max ? { min, max, currency: given[0], period: given[1] } : undefined;
  const read = typeof one === 'string' ? readPay(one, { trusted: true }) : undefined;
  return read && { ...read, currency: read.currency ?? given[0], period: read.period ?? given[1] };
}

function currencyText(value: unknown): string | undefined {
  return typeof value === 'string' ? (currencyOf(value.trim()) ?? undefined) : undefined;
}

function periodText(value: unknown) {
  return typeof value === 'string' ? readPeriod(value) : undefined;
}

function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || !/^\s*\d[\d ,.’']*\s*$/.test(value)) return undefined;
  const number = toAmount(value.trim());
  return Number.isFinite(number) ? number : undefined;
}
