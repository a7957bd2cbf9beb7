import { relative, sep } from 'node:path';

/** What a suite is made of, as paths: what a watcher has to look at. All are full paths. */
export interface SuitePaths {
  /** The suite's own file. */
  file: string;
  /** The folder of its cases; undefined where the suite brings its own. */
  cases: string | undefined;
  /** Folders of prompts by the variants that use them; built-in prompts are used by all. */
  prompts: readonly { folder: string; variants: readonly string[] }[];
}

/** What has to run again: nothing, some cases, some variants, or the suite as a whole. */
export type Touched =
  | { kind: 'nothing' }
  | { kind: 'suite'; why: string }
  | { kind: 'some'; cases: readonly string[]; variants: readonly string[]; why: string };

/** Files that editors and systems write beside the ones that people mean. */
const NOISE = /(?:^|[\\/])(?:\.[^\\/]*|[^\\/]*~|#[^\\/]*#|4913|[^\\/]*\.(?:swp|swx|tmp))$/;

/**
 * Decides what changed files touch. A case is touched by its own folder; a variant by a prompt file of its own, all of
 * them by a built-in one; the suite as a whole by its file, or by what lies among the cases but in no case.
 */
export function touchedBy(changed: readonly string[], { file, cases, prompts }: SuitePaths): Touched {
  const [touchedCases, touchedVariants] = [new Set<string>(), new Set<string>()];
  const told: string[] = [];
  for (const path of changed) {
    if (NOISE.test(path)) continue;
    if (path === file) return { kind: 'suite', why: path };
    const inCases = cases === undefined ? undefined : within(cases, path);
    const folders = prompts.filter(
      ({ folder }) => path.endsWith('.md') && within(folder, path) !== undefined,
    );
    if (inCases !== undefined) {
      const [first, ...rest] = inCases.split(sep);
      if (!first || rest.length === 0) return { kind: 'suite', why: path };
      touchedCases.add(first);
    } else if (folders.length > 0)
      for (const name of folders.flatMap(({ variants }) => variants)) touchedVariants.add(name);
    else continue;
    told.push(path);
  }
  if (told.length === 0) return { kind: 'nothing' };
  return {
    kind: 'some',
    cases: [...touchedCases].sort(),
    variants: [...touchedVariants].sort(),
    why: told.join(', '),
  };
}

/** The path from a folder to what lies in it; undefined for what does not. */
function within(folder: string, path: string): string | undefined {
  const inner = relative(folder, path);
  return inner === '' || inner.startsWith('..') || inner === path ? undefined : inner;
}
