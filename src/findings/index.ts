import { UsageError } from '../errors.ts';
import type { FindingFormat } from './finding-format.ts';
import { githubFormat } from './github.ts';
import { jsonFormat } from './json.ts';
import { junitFormat } from './junit.ts';
import { sarifFormat } from './sarif.ts';
import { textFormat } from './text.ts';

/** Every format that findings can be written in. A new one is a file here and a line in this list. */
export const FINDING_FORMATS: readonly FindingFormat[] = [
  textFormat,
  jsonFormat,
  sarifFormat,
  junitFormat,
  githubFormat,
];

/**
 * Gives the format of an id.
 * @throws UsageError where none has it; the message names those that there are
 */
export function findFindingFormat(id: string): FindingFormat {
  const format = FINDING_FORMATS.find((one) => one.id === id);
  if (format) return format;
  const known = FINDING_FORMATS.map((one) => one.id).join(', ');
  throw new UsageError(`cannot print findings: found format "${id}", expected one of ${known}`);
}

export { explainRule } from './explain-rule.ts';
export {
  type CheckedText,
  defineFindingFormat,
  type FindingContext,
  type FindingFormat,
  type FormatOptions,
  type RuleText,
} from './finding-format.ts';
