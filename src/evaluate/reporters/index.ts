import { UsageError } from '../../errors.ts';
import type { Reporter } from '../define-reporter.ts';
import { githubReporter } from './github.ts';
import { htmlReporter } from './html.ts';
import { jsonReporter } from './json.ts';
import { junitReporter } from './junit.ts';
import { markdownReporter } from './markdown.ts';
import { terminalReporter } from './terminal.ts';

/** The built-in reporters. A new one is a file here and a line in this list. */
export const REPORTERS: readonly Reporter[] = [
  terminalReporter,
  jsonReporter,
  junitReporter,
  markdownReporter,
  githubReporter,
  htmlReporter,
];

/** @throws {UsageError} for an unknown name */
export function findReporter(id: string): Reporter {
  const reporter = REPORTERS.find((one) => one.id === id);
  if (reporter) return reporter;
  throw new UsageError(
    `cannot report as ${JSON.stringify(id)}: expected one of ${REPORTERS.map((one) => one.id).join(', ')}`,
  );
}
