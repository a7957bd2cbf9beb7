import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { EvalExpectations } from '../../schemas/index.ts';
import { InputError } from '../errors.ts';
import { type InputWarning, parseInput, readCase, readDocument } from '../input/index.ts';
import type { EvalCase } from './trial.ts';

/** Date of a case's report where neither the case nor its suite names one: scores must not drift with the calendar. */
export const DEFAULT_CASE_DATE = '2026-11-24';

const NOUNS = ['resume', 'role', 'plan', 'resources', 'expect'] as const;
const EXTENSIONS = ['.json', '.yaml', '.yml'];
const NAME = /^[a-z0-9][a-z0-9-]{0,79}$/;

export interface ReadEvalCaseOptions {
  /** Date of the report where `expect.yaml` names none. */
  date?: string | undefined;
  signal?: AbortSignal | undefined;
}

export interface ReadEvalCasesOptions extends ReadEvalCaseOptions {
  /** Which cases to read, by id. Default: all. */
  accept?: (id: string) => boolean;
}

/**
 * Reads the folder of one case: `resume.*` and `role.*`, with `plan.*`, `resources.*` and `expect.*` if there are, each
 * as JSON or YAML. The folder's name is the id.
 * @throws {InputError} where a file is missing, there twice, or wrong
 */
export async function readEvalCase(
  dir: string,
  { date = DEFAULT_CASE_DATE, signal }: ReadEvalCaseOptions = {},
): Promise<{ case: EvalCase; warnings: InputWarning[] }> {
  const id = basename(dir);
  if (!NAME.test(id))
    throw wrongCase(dir, 'its name', id, 'a name of a-z, 0-9 and hyphens, which is the id of the case');
  const names = await readdir(dir);
  const file = (noun: (typeof NOUNS)[number]): string | undefined => {
    const found = EXTENSIONS.map((extension) => `${noun}${extension}`).filter((name) => names.includes(name));
    if (found.length > 1) throw wrongCase(dir, found.join(' and '), 'both', 'one of them');
    return found[0] === undefined ? undefined : join(dir, found[0]);
  };
  const [resume, role, plan, resources, expect] = NOUNS.map(file);
  if (resume === undefined || role === undefined) {
    const missing = [resume === undefined && 'resume', role === undefined && 'role'].filter(Boolean);
    throw wrongCase(dir, `${missing.join(' and ')}`, 'no such file', 'resume.* and role.* as .json or .yaml');
  }
  const expected = expect === undefined ? undefined : await readExpectations(expect, signal);
  const { mention, forbid, tags = [], family = id } = expected?.value ?? {};
  const inputs = {
    resume,
    role,
    ...(plan !== undefined && { plan }),
    ...(resources !== undefined && { resources }),
    date: expected?.value.date ?? date,
  };
  const { case: theCase, warnings } = await readCase(inputs, signal ? { signal } : {});
  return {
    case: {
      id,
      family,
      tags,
      case: theCase,
      expect: { ...(mention && { mention }), ...(forbid && { forbid }) },
    },
    warnings: [...(expected?.warnings ?? []), ...warnings],
  };
}

async function readExpectations(path: string, signal: AbortSignal | undefined) {
  const { data, file, locate } = await readDocument(path, signal ? { signal } : {});
  return parseInput(EvalExpectations, data, { file, locate });
}

function wrongCase(dir: string, what: string, found: string, expected: string): InputError {
  return new InputError(
    dir,
    `cannot read the case ${dir}: found ${found} for ${what}, expected ${expected}`,
    [{ path: '', found, expected }],
  );
}
