import type { z } from 'zod';
import type { InputIssue } from '../errors.ts';
import { createInputError } from './create-input-error.ts';
import { describeValue, quote } from './describe-value.ts';
import { createInputWarning, type InputWarning } from './input-warning.ts';
import { type KnownKeys, readKnownKeys } from './known-keys.ts';
import { findNearName } from './near-name.ts';
import { findConstructorKeys, type Omission, omitKeys } from './omit-keys.ts';
import { formatPath, type Locate, type Path } from './place.ts';
import { wordExpectation } from './word-expectation.ts';

type Issue = z.core.$ZodIssue;

/** A known key that an unknown one was probably meant to be. */
interface Guess {
  /** As said to the user: the key's name, with its path where it stands elsewhere. */
  name: string;
  path: string;
}

interface UnknownKey {
  parent: Path;
  key: string;
  guess: Guess | undefined;
}

/**
 * Reads unknown data by a schema of strict objects. Keys that the schema does not know are left out and named in a
 * warning; everything else that does not fit is an error. `file` is the name for messages, `locate` finds lines.
 * @throws {InputError} with every wrong value: where, what was found, what was expected.
 */
export function parseInput<S extends z.ZodType>(
  schema: S,
  data: unknown,
  { file, locate }: { file: string; locate?: Locate | undefined },
): { value: z.output<S>; warnings: InputWarning[] } {
  const reserved = findConstructorKeys(data);
  const unknown: UnknownKey[] = reserved.map(({ path }) => ({
    parent: path,
    key: 'constructor',
    guess: undefined,
  }));
  let rest = omitKeys(data, reserved);
  let known: KnownKeys | undefined;
  for (;;) {
    const result = schema.safeParse(rest);
    const issues: readonly Issue[] = result.error?.issues ?? [];
    const omissions = issues.flatMap((issue): Omission[] =>
      issue.code === 'unrecognized_keys' ? [{ path: issue.path, keys: issue.keys }] : [],
    );
    if (omissions.length > 0) {
      known ??= readKnownKeys(schema);
      for (const { path, keys } of omissions)
        for (const key of keys) unknown.push({ parent: path, key, guess: guessKey(known, path, key, rest) });
      rest = omitKeys(rest, omissions);
      continue;
    }
    if (result.success)
      return { value: result.data, warnings: unknown.map((key) => warn(file, key, locate)) };
    const meant = new Map(unknown.map(({ key, guess }) => [guess?.path, key]));
    const described = issues.map((issue) => toInputIssue(issue, valueAt(data, issue.path), meant, locate));
    throw createInputError(file, described, { cause: result.error });
  }
}

/** Takes a key that is near and not there already, else a former name, else the same name at another place. */
function guessKey(known: KnownKeys, parent: Path, key: string, data: unknown): Guess | undefined {
  const around = valueAt(data, parent);
  const free = known.at(parent).filter((name) => !(isObject(around) && Object.hasOwn(around, name)));
  const near = findNearName(key, free) ?? known.formerly(parent, key);
  if (near !== undefined) return { name: near, path: formatPath([...parent, near]) };
  const elsewhere = known.elsewhere(key);
  return elsewhere && { name: formatPath(elsewhere), path: formatPath(elsewhere) };
}

function warn(file: string, { parent, key, guess }: UnknownKey, locate: Locate | undefined): InputWarning {
  const note = guess === undefined ? 'it is ignored' : `it is ignored (did you mean ${guess.name}?)`;
  return createInputWarning(file, [...parent, key], `key ${quote(key)}`, { locate, target: 'key', note });
}

/** @param meant unknown keys by the path that they were probably meant to have */
function toInputIssue(
  issue: Issue,
  value: unknown,
  meant: ReadonlyMap<string | undefined, string>,
  locate: Locate | undefined,
): InputIssue {
  const path = formatPath(issue.path);
  const stray = value === undefined ? meant.get(path) : undefined;
  const hint = stray === undefined ? '' : ` (is the key ${quote(stray)} meant to be it?)`;
  const expected = wordExpectation(issue, value) + hint;
  return { path, found: describeValue(value), expected, ...locate?.(issue.path) };
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const key of path) value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value;
}

function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
