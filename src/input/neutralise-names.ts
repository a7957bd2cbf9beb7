import { quote } from './describe-value.ts';
import { createInputWarning, type InputWarning } from './input-warning.ts';
import { neutraliseName } from './neutralise-name.ts';
import type { Locate, Path } from './place.ts';

/** Sentences of people may be longer than names. */
const LONGEST_TEXT = 300;

/**
 * The texts of each input that a report or a prompt may show, `*` for every item of a list. Texts that are only
 * searched for skills (summaries, highlights) are shown nowhere.
 */
export const SHOWN_TEXTS = {
  resume: [
    'basics.name',
    'basics.label',
    'work.*.name',
    'work.*.position',
    'volunteer.*.organization',
    'volunteer.*.position',
    'education.*.institution',
    'education.*.area',
    'education.*.studyType',
    'education.*.courses.*',
    'certificates.*.name',
    'certificates.*.issuer',
    'skills.*.name',
    'skills.*.level',
    'skills.*.keywords.*',
    'languages.*.language',
    'languages.*.fluency',
    'projects.*.name',
    'projects.*.roles.*',
  ],
  role: [
    'title',
    'market.growthAreas.*',
    'skills.*.name',
    'skills.*.level',
    'skills.*.anyOf.*',
    'gates.*.name',
    'gates.*.level',
    'skills.*.related.*.name',
    'skills.*.namedAs',
    'market.sources.*.name',
    'market.sources.*.version',
    'market.sources.*.licence',
    'market.sources.*.attribution',
    'market.demandBasis.definition',
    'market.salary.span',
    'market.changes.*.skill',
    'notes.*',
  ],
  plan: ['phases.*.title', 'phases.*.skills.*', 'phases.*.activities.*'],
  resources: ['*.title', '*.provider', '*.level', '*.skills.*'],
} as const satisfies Record<string, readonly string[]>;

/** Texts that may be as long as a sentence. */
const SENTENCES = new Set<string>([
  'basics.label',
  'phases.*.activities.*',
  'market.demandBasis.definition',
  'notes.*',
]);

/** A licence words its own line, and it may be long. */
const LONGEST_LINE = 700;
const LINES = new Set<string>(['market.sources.*.attribution']);

/** What a removed name was a name of, by the end of its pattern: different things must not get one name. */
const NOUNS: readonly (readonly [end: string, noun: string])[] = [
  ['skills.*.name', 'skill'],
  ['skills.*', 'skill'],
  ['keywords.*', 'skill'],
  ['anyOf.*', 'skill'],
  ['phases.*.title', 'phase title'],
  ['activities.*', 'activity'],
  ['growthAreas.*', 'area'],
  ['gates.*.name', 'condition'],
  ['provider', 'provider'],
  ['*.title', 'resource title'],
  ['title', 'role title'],
  ['sources.*.name', 'source'],
  ['position', 'position'],
  ['work.*.name', 'employer'],
  ['institution', 'school'],
  ['certificates.*.name', 'certificate'],
  ['courses.*', 'course'],
  ['projects.*.name', 'project'],
  ['language', 'language'],
];

/**
 * Gives the input with harmless texts in the place of suspicious ones, and a warning for each of these. An input
 * without any is given back as it is.
 */
export function neutraliseNames<T>(
  input: T,
  shown: readonly string[],
  { file, locate }: { file: string; locate?: Locate | undefined },
): { value: T; warnings: InputWarning[] } {
  const warnings: InputWarning[] = [];
  const visit = (value: unknown, pattern: string, rest: readonly string[], path: Path): unknown => {
    const [key, ...more] = rest;
    if (key === undefined) return typeof value === 'string' ? clean(value, pattern, path) : value;
    if (key === '*') {
      if (!Array.isArray(value)) return value;
      const items = value.map((item, at) => visit(item, pattern, more, [...path, at]));
      return items.every((item, at) => item === value[at]) ? value : items;
    }
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return value;
    const old = (value as Record<string, unknown>)[key];
    const item = visit(old, pattern, more, [...path, key]);
    return item === old ? value : { ...value, [key]: item };
  };
  const clean = (value: string, pattern: string, path: Path): string => {
    const noun = NOUNS.find(([end]) => pattern.endsWith(end))?.[1] ?? 'text';
    const { text, reasons } = neutraliseName(value, {
      otherwise: `(${noun} removed)`,
      ...(SENTENCES.has(pattern) && { longest: LONGEST_TEXT }),
      ...(LINES.has(pattern) && { longest: LONGEST_LINE }),
    });
    if (reasons.length > 0)
      warnings.push(
        createInputWarning(file, path, reasons.join(' and '), {
          locate,
          note: `it is read as ${quote(text)}`,
        }),
      );
    return text;
  };
  const value = shown.reduce<unknown>(
    (current, pattern) => visit(current, pattern, pattern.split('.'), []),
    input,
  ) as T;
  return { value, warnings };
}
