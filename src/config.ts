import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import type { z } from 'zod';
import { UsageError } from './errors.ts';
import { type Setting, settings } from './settings.ts';

type Settings = (typeof settings)[number];

/** Where a value came from. */
export type Origin = 'flag' | 'environment' | '.env' | 'default';

/** The value of every setting by its key, and where each came from. */
export type Config = { readonly [S in Settings as S['key']]: z.output<S['schema']> } & {
  readonly origin: Readonly<Record<Settings['key'], Origin>>;
};

/** Options of the command line by their names in camel case: `{ model, timeout, maxRepairs, noColor }`. */
export type Flags = Readonly<Record<string, string | number | boolean | undefined>>;

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings: flags first, then the environment, then `.env`, then defaults. An empty variable counts as not
 * set.
 * @throws {UsageError} for a value that a setting cannot have, with its name; secrets are not repeated.
 */
export function readConfig(
  flags: Flags,
  env: Variables,
  { dotenv = {} }: { dotenv?: Variables } = {},
): Config {
  const values: Record<string, unknown> = {};
  const origin: Record<string, Origin> = {};
  for (const setting of settings as readonly Setting[]) {
    const given = findGiven(setting, flags, env, dotenv);
    const result = setting.schema.safeParse(given.text);
    if (!result.success) throw wrongValue(setting, given);
    values[setting.key] = result.data;
    origin[setting.key] = given.origin;
  }
  return { ...values, origin } as unknown as Config;
}

/**
 * Reads the file `.env` of a folder; no file is no settings. The process's own environment stays as it is.
 * @throws {UsageError} where there is a `.env` that cannot be read.
 */
export function loadDotenv(cwd: string): Record<string, string> {
  const path = join(cwd, '.env');
  try {
    return parse(readFileSync(path));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return {};
    throw new UsageError(`cannot read ${path}: found ${message}, expected a file of lines NAME=value`, {
      cause,
    });
  }
}

/** One line of `gapwright models`. `value` can be printed: of a secret it shows the last characters at most. */
export interface SettingInForce {
  name: string;
  flag: string | undefined;
  description: string;
  value: string;
  origin: Origin;
}

/** Lists every setting with its value in force and where that came from. */
export function describeSettings(config: Config): SettingInForce[] {
  return (settings as readonly Setting[]).map((setting) => {
    const key = setting.key as Settings['key'];
    const value = printValue(config[key], setting.secret ?? false);
    return {
      name: setting.name,
      flag: setting.flag,
      description: setting.description,
      value,
      origin: config.origin[key],
    };
  });
}

/** Gives the text of `.env.example`: every setting that belongs there, its default in place. */
export function renderEnvExample(): string {
  const blocks = (settings as readonly Setting[])
    .filter(({ convention }) => !convention)
    .map(({ name, flag, description, expected, schema }) => {
      const value = schema.parse(undefined);
      const also = flag === undefined ? '' : ` The flag ${flag} goes before it.`;
      return `# ${description}${also}\n# Expected: ${expected}.\n${name}=${value ?? ''}\n`;
    });
  return `# Copy to .env and fill in what you need. Real environment variables go before this file.\n\n${blocks.join('\n')}`;
}

interface Given {
  text: string | undefined;
  /** As the user knows it: `--timeout`, `GROQ_API_KEY`. */
  as: string;
  origin: Origin;
}

function findGiven(
  { name, aliases = [], flag }: Setting,
  flags: Flags,
  env: Variables,
  dotenv: Variables,
): Given {
  const flagged = flag === undefined ? undefined : flags[toCamelCase(flag)];
  if (flag !== undefined && flagged !== undefined && flagged !== false)
    return { text: String(flagged), as: `${flag} (${name})`, origin: 'flag' };
  const sources = [
    { origin: 'environment', variables: env },
    { origin: '.env', variables: dotenv },
  ] as const;
  for (const { origin, variables } of sources)
    for (const as of [name, ...aliases]) {
      const text = variables[as]?.trim();
      if (text) return { text, as: origin === '.env' ? `${as} in .env` : as, origin };
    }
  return { text: undefined, as: name, origin: 'default' };
}

function wrongValue({ secret, expected }: Setting, { text = '', as }: Given): UsageError {
  const found = secret ? 'other characters' : JSON.stringify(text);
  return new UsageError(`cannot use ${as}: found ${found}, expected ${expected}`);
}

function printValue(value: unknown, secret: boolean): string {
  if (value === undefined) return 'not set';
  const text = String(value);
  if (!secret) return text.replace(/(?<=:\/\/)[^/@]+@/, '***@');
  // Four characters of a short key would be too much of it.
  return text.length < 20 ? 'set' : `set, ends in ${text.slice(-4)}`;
}

function toCamelCase(flag: string): string {
  return flag.replace(/^--/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
