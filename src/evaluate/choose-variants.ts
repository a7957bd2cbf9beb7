import { UsageError } from '../errors.ts';
import type { Variant } from './define-suite.ts';

/** What a suite without variants has: the built-in prompts. */
export const CURRENT: Variant = { name: 'current' };

const STYLES = ['slots', 'cited', 'plain'] as const;
const NAME = /^[a-z0-9][a-z0-9-]{0,79}$/;

/**
 * The variants of a run, the one that others are compared with first. `NAME` takes a variant of the suite alone;
 * `NAME=DIR`, `NAME=git:REVISION` and `NAME=slots|cited|plain` add one. A revision comes before the suite's own, since
 * it is what these are compared with; a folder comes after them.
 * @param resolvePath makes a folder of the command line one that does not depend on the suite
 * @throws {UsageError} for an unknown or repeated name
 */
export function chooseVariants(
  own: readonly Variant[] = [CURRENT],
  wanted: readonly string[] = [],
  {
    against,
    resolvePath = (path) => path,
  }: { against?: string | undefined; resolvePath?: (path: string) => string } = {},
): readonly Variant[] {
  const given = wanted.filter((text) => text.includes('=')).map((text) => parseVariant(text, resolvePath));
  const names = wanted.filter((text) => !text.includes('='));
  for (const { name } of given)
    if ([...own, ...given].filter((variant) => variant.name === name).length > 1)
      throw new UsageError(
        `cannot use --variant ${name}=...: found that name twice, expected each name once`,
      );
  const kept = names.length === 0 ? own : own.filter(({ name }) => names.includes(name));
  const known = [...own, ...given].map(({ name }) => name);
  const unknown = [...names, ...(against === undefined ? [] : [against])].find(
    (name) => !known.includes(name),
  );
  if (unknown !== undefined)
    throw new UsageError(
      `cannot use the variant ${JSON.stringify(unknown)}: found no such variant, expected one of ${known.join(', ')}, or NAME=DIR, or NAME=git:REVISION`,
    );
  const isPast = (variant: Variant) => variant.prompts?.startsWith('git:') ?? false;
  const all = [...given.filter(isPast), ...kept, ...given.filter((variant) => !isPast(variant))];
  const first = all.filter(({ name }) => name === against);
  return [...first, ...all.filter(({ name }) => name !== against)];
}

function parseVariant(text: string, resolvePath: (path: string) => string): Variant {
  const at = text.indexOf('=');
  const [name, source] = [text.slice(0, at), text.slice(at + 1)];
  if (!NAME.test(name) || source === '')
    throw new UsageError(
      `cannot use --variant ${text}: expected NAME=DIR, NAME=git:REVISION or NAME=${STYLES.join('|')}, the name of a-z, 0-9 and hyphens`,
    );
  const promptStyle = STYLES.find((style) => style === source);
  if (promptStyle) return { name, promptStyle };
  return { name, prompts: source.startsWith('git:') ? source : resolvePath(source) };
}
