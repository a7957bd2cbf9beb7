import { InputError, type InputIssue } from '../errors.ts';

const mostPrinted = 10;

/**
 * Makes an error that holds every issue and prints the first ten. The first line is whole in itself: `cannot read
 * role.json: found "hgh" at market.demand (line 4, column 15), expected one of low, medium, high`.
 */
export function createInputError(
  file: string,
  issues: readonly InputIssue[],
  options: { cause?: unknown } = {},
): InputError {
  const lines = issues.slice(0, mostPrinted).map(wordIssue);
  const more = issues.length - lines.length;
  if (more > 0) lines.push(`and ${more} more`);
  return new InputError(file, `cannot read ${file}: ${lines.join('\n  ')}`, issues, options);
}

function wordIssue({ path, found, expected, line, column }: InputIssue): string {
  const at = path === '' ? '' : ` at ${path}`;
  const place = line === undefined ? '' : ` (line ${line}, column ${column ?? 1})`;
  return `found ${found}${at}${place}, expected ${expected}`;
}
