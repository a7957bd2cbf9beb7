import { InvalidArgumentError } from 'commander';
import type { FieldNames, PostingField, Rate } from '../../market/index.ts';

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function parseAsOf(text: string): string {
  if (!/^[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(text))
    throw new InvalidArgumentError('expected a date as YYYY-MM-DD, YYYY-MM or YYYY.');
  return text;
}

const FIELDS: readonly PostingField[] = [
  'title',
  'description',
  'date',
  'skills',
  'salary',
  'salary-min',
  'salary-max',
  'currency',
  'period',
];

/** One `--field title=job_title`; several add up. */
export function parseField(text: string, before: FieldNames = {}): FieldNames {
  const at = text.indexOf('=');
  const [name, column] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  const field = FIELDS.find((one) => one === name);
  if (at < 0 || !field || column === '')
    throw new InvalidArgumentError(`expected FIELD=COLUMN with one of ${FIELDS.join(', ')}.`);
  return { ...before, [field]: column };
}

/** One `--rate EUR:USD=1.08`; several add up. */
export function parseRate(text: string, before: readonly Rate[] = []): Rate[] {
  const match = /^([A-Za-z]{3}):([A-Za-z]{3})=(\d+(?:\.\d+)?)$/.exec(text.trim());
  const [from = '', to = ''] = [match?.[1], match?.[2]].map((code) => code?.toUpperCase());
  const known = Intl.supportedValuesOf('currency');
  if (!match || !known.includes(from) || !known.includes(to) || from === to || Number(match[3]) <= 0)
    throw new InvalidArgumentError('expected FROM:TO=RATE with currency codes, such as EUR:USD=1.08.');
  return [...before, { from, to, rate: Number(match[3]) }];
}

/** A share of 0 to 1. */
export function parseShare(text: string): number {
  const value = Number(text);
  if (!/^(?:0(?:\.\d+)?|1(?:\.0+)?|\.\d+)$/.test(text))
    throw new InvalidArgumentError('expected a share from 0 to 1, such as 0.4.');
  return value;
}

/** A whole number from 1 on. */
export function parseCount(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('expected a whole number from 1 on.');
  return Number(text);
}

/** A currency code. */
export function parseCurrency(text: string): string {
  const code = text.toUpperCase();
  if (!Intl.supportedValuesOf('currency').includes(code))
    throw new InvalidArgumentError('expected a currency code such as USD or EUR.');
  return code;
}
