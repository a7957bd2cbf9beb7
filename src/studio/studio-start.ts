import type { Level, Tier } from '../../schemas/scale.ts';
import { LEVELS, TIERS } from '../../schemas/scale.ts';
import { lexiconOf } from '../check/index.ts';
import { DEFAULT_HOURS_PER_WEEK } from '../facts/compute-facts.ts';
import { RESUME_FORMATS } from '../input/resumes/resume-formats.ts';
import { RENDERERS } from '../render/index.ts';
import { DEFAULT_STYLE, PRONOUNS, READERS, type Style } from '../sections/index.ts';
import { VERSION } from '../version.ts';
import type { ExampleCase } from './example-cases.ts';
import { isInstalled } from './is-installed.ts';
import { MOST_BYTES, type StudioParts } from './studio-parts.ts';

/** A format that the report can be downloaded in. */
export interface StudioFormat {
  id: string;
  extension: string;
  description: string;
  /** What has to be installed first; absent where all is there. */
  install?: string;
}

/** What the page is told at its start. */
export interface StudioStart {
  version: string;
  /** Id of the model, `offline` where none is set. */
  model: string;
  /** Whether the model is shown names of people, employers and schools. */
  sharesNames: boolean;
  style: Style;
  /** Hours of study a week, unless another number is chosen. */
  hoursPerWeek: number;
  pronouns: readonly Style['pronoun'][];
  readers: readonly Style['reader'][];
  levels: readonly Level[];
  tiers: readonly Tier[];
  formats: readonly StudioFormat[];
  /** Endings of files that can be a resume, with the dot. */
  resumeExtensions: readonly string[];
  examples: readonly ExampleCase[];
  mostBytes: number;
  keepMinutes: number;
  /** The report's date, as told; else that of the day. */
  date?: string;
  /** Skills of the user's own catalog, for the checker. */
  lexicon?: ReturnType<typeof lexiconOf>;
}

/** Gives what the page is told at its start. */
export function describeStart({ model, options, examples, keepMs }: StudioParts): StudioStart {
  return {
    version: VERSION,
    model,
    sharesNames: model !== 'offline' && (options.shareNames ?? false),
    style: { ...DEFAULT_STYLE, ...options.style },
    hoursPerWeek: options.hoursPerWeek ?? DEFAULT_HOURS_PER_WEEK,
    pronouns: PRONOUNS,
    readers: READERS,
    levels: LEVELS,
    tiers: TIERS,
    formats: RENDERERS.map((renderer): StudioFormat => {
      const { id, extension, description } = renderer;
      const absent = renderer.binary ? renderer.packages.filter((name) => !isInstalled(name)) : [];
      return {
        id,
        extension,
        description,
        ...(absent.length > 0 && { install: `npm install ${absent.join(' ')}` }),
      };
    }),
    resumeExtensions: RESUME_FORMATS.flatMap(({ extensions }) => extensions).filter((one) => one !== ''),
    examples,
    mostBytes: MOST_BYTES,
    keepMinutes: Math.round(keepMs / 60_000),
    ...(options.date !== undefined && { date: options.date }),
    ...(options.catalog && { lexicon: lexiconOf(options.catalog) }),
  };
}
