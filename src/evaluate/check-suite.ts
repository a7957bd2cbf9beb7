import { InputError, type InputIssue } from '../errors.ts';
import type { Scorer } from './define-scorer.ts';
import type { Suite } from './define-suite.ts';

const NAME = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** The built-in scorers, where the suite names any of them: a suite with its own alone starts without the checker. */
export async function builtInScorersFor({ scorers }: Pick<Suite, 'scorers'>): Promise<readonly Scorer[]> {
  if (Array.isArray(scorers) && scorers.every((scorer) => typeof scorer !== 'string')) return [];
  return (await import('./scorers/index.ts')).SCORERS;
}

/**
 * Checks what the type of a suite cannot hold, and what a suite in JavaScript may get wrong.
 * @throws {InputError} with everything that is wrong
 */
export function checkSuite(suite: Suite, file: string, builtIn: readonly Scorer[]): void {
  const issues = [
    ...checkNames(suite),
    ...checkCounts(suite),
    ...checkScorers(suite, builtIn),
    ...checkInlineCases(suite),
  ];
  if (issues.length === 0) return;
  const told = issues.map(
    ({ path, found, expected }) => `found ${found}${path && ` at ${path}`}, expected ${expected}`,
  );
  throw new InputError(file, `cannot use the suite ${file}: ${told.join('; ')}`, issues);
}

function* checkNames({ name, variants, models, task }: Suite): Iterable<InputIssue> {
  const expected = 'a name of a-z, 0-9 and hyphens';
  if (typeof name !== 'string' || !NAME.test(name)) yield { path: 'name', found: show(name), expected };
  if (task && !NAME.test(task.id)) yield { path: 'task.id', found: show(task.id), expected };
  if (task && typeof task.run !== 'function')
    yield { path: 'task.run', found: show(task.run), expected: 'a function' };
  for (const [list, entries] of [
    ['variants', variants?.map((variant) => variant.name)],
    ['models', models?.map((model) => (typeof model === 'string' ? model : model.id))],
  ] as const) {
    if (entries?.length === 0)
      yield { path: list, found: 'an empty list', expected: 'at least one, or no list' };
    yield* findTwice(list, entries ?? []);
  }
  for (const [at, variant] of (variants ?? []).entries())
    if (!NAME.test(variant.name)) yield { path: `variants[${at}].name`, found: show(variant.name), expected };
}

function* checkCounts({ repeats = 1, maxRepairs = 0 }: Suite): Iterable<InputIssue> {
  if (!Number.isInteger(repeats) || repeats < 1 || repeats > 1000)
    yield { path: 'repeats', found: show(repeats), expected: 'a whole number from 1 to 1000' };
  if (!Number.isInteger(maxRepairs) || maxRepairs < 0 || maxRepairs > 20)
    yield { path: 'maxRepairs', found: show(maxRepairs), expected: 'a whole number from 0 to 20' };
}

function* checkScorers(
  { scorers, thresholds = {} }: Suite,
  builtIn: readonly Scorer[],
): Iterable<InputIssue> {
  const known = builtIn.map(({ id }) => id);
  const ids = (scorers ?? known).map((scorer) => (typeof scorer === 'string' ? scorer : scorer.id));
  if (scorers?.length === 0)
    yield { path: 'scorers', found: 'an empty list', expected: 'at least one scorer, or no list' };
  for (const [at, scorer] of (scorers ?? []).entries()) {
    if (typeof scorer === 'string') {
      if (!known.includes(scorer))
        yield { path: `scorers[${at}]`, found: show(scorer), expected: `one of ${known.join(', ')}` };
    } else if (typeof scorer?.score !== 'function' || !NAME.test(scorer.id))
      yield { path: `scorers[${at}]`, found: show(scorer), expected: 'what defineScorer gives' };
  }
  yield* findTwice('scorers', ids);
  for (const [id, value] of Object.entries(thresholds)) {
    if (!ids.includes(id))
      yield {
        path: `thresholds.${id}`,
        found: 'a threshold',
        expected: `a scorer of the suite: ${ids.join(', ')}`,
      };
    if (!Number.isFinite(value)) yield { path: `thresholds.${id}`, found: show(value), expected: 'a number' };
  }
}

function* checkInlineCases({ cases }: Suite): Iterable<InputIssue> {
  if (typeof cases === 'string') return;
  if (!Array.isArray(cases)) {
    yield { path: 'cases', found: show(cases), expected: 'a folder or a list of cases' };
    return;
  }
  if (cases.length === 0) yield { path: 'cases', found: 'an empty list', expected: 'at least one case' };
  for (const [at, one] of cases.entries())
    if (!NAME.test(one.id))
      yield { path: `cases[${at}].id`, found: show(one.id), expected: 'a name of a-z, 0-9 and hyphens' };
  yield* findTwice(
    'cases',
    cases.map(({ id }) => id),
  );
}

function* findTwice(list: string, names: readonly string[]): Iterable<InputIssue> {
  const seen = new Set<string>();
  for (const [at, name] of names.entries()) {
    if (seen.has(name))
      yield { path: `${list}[${at}]`, found: `${show(name)} a second time`, expected: 'each name once' };
    seen.add(name);
  }
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'object' || typeof value === 'function'
    ? `a ${typeof value}`
    : JSON.stringify(value);
}
