import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const types: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'nothing',
  undefined: 'nothing',
};

/** Says in plain words what a Zod issue asks for: `one of low, medium, high`, `a number of at most 1`. */
export function wordExpectation(issue: Issue, found: unknown): string {
  const own = /^expected (.+?)(?:, found .*)?$/is.exec(issue.message)?.[1];
  if (own) return own;
  switch (issue.code) {
    case 'invalid_type':
      return wordType(issue.expected, found);
    case 'invalid_value':
      return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.join(', ')}`;
    case 'too_small':
      return wordLimit(issue.origin, issue.minimum, issue.inclusive ? 'at least' : 'more than');
    case 'too_big':
      return wordLimit(issue.origin, issue.maximum, issue.inclusive ? 'at most' : 'less than');
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`;
    case 'unrecognized_keys':
      return 'no other keys';
    default:
      return `another value (${issue.message})`;
  }
}

function wordType(expected: string, found: unknown): string {
  const words = types[expected] ?? expected;
  // YAML reads 2020 and true as what they look like, so the way out is worth saying.
  const unquoted = typeof found === 'number' || typeof found === 'boolean';
  if (expected === 'string' && unquoted) return `text in quotes, such as "${found}"`;
  if (
    expected === 'number' &&
    typeof found === 'string' &&
    found.trim() !== '' &&
    Number.isFinite(Number(found))
  )
    return `a number without quotes, such as ${Number(found)}`;
  return words;
}

function wordLimit(origin: string, limit: number | bigint, comparison: string): string {
  if (origin === 'string') return limit === 1 ? 'some text' : `text of ${comparison} ${limit} characters`;
  if (origin === 'array') return `a list of ${comparison} ${limit}`;
  if (comparison === 'more than') return `a number above ${limit}`;
  if (comparison === 'less than') return `a number below ${limit}`;
  return `a number of ${comparison} ${limit}`;
}
