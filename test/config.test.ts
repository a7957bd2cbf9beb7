import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeSettings, loadDotenv, readConfig, renderEnvExample } from '../src/config.ts';
import { UsageError } from '../src/errors.ts';
import { settings } from '../src/settings.ts';

describe('readConfig', () => {
  it('gives the defaults where nothing is set', () => {
    const { origin, ...values } = readConfig({}, {});
    expect(values).toEqual({
      model: 'offline',
      timeoutSeconds: 120,
      concurrency: 6,
      maxRepairs: 3,
      noColor: false,
      forceColor: false,
      ci: false,
    });
    expect(new Set(Object.values(origin))).toEqual(new Set(['default']));
  });

  it('takes the flag, then the environment, then .env', () => {
    const name = 'GAPWRIGHT_TIMEOUT_SECONDS';
    const of = (flags: object, env: object, dotenv: object) => {
      const { timeoutSeconds, origin } = readConfig({ ...flags }, { ...env }, { dotenv: { ...dotenv } });
      return [timeoutSeconds, origin.timeoutSeconds];
    };
    const flag = { timeout: '1' };
    const env = { [name]: '2' };
    const dotenv = { [name]: '3' };
    expect(of(flag, env, dotenv)).toEqual([1, 'flag']);
    expect(of({}, env, dotenv)).toEqual([2, 'environment']);
    expect(of({}, {}, dotenv)).toEqual([3, '.env']);
    expect(of({}, { [name]: ' ' }, dotenv)).toEqual([3, '.env']);
    expect(of({ timeout: undefined }, { [name]: '' }, {})).toEqual([120, 'default']);
  });

  const good: [variable: string, value: string, key: string, read: unknown][] = [
    ['GAPWRIGHT_MODEL', 'openai:gpt-5-mini', 'model', 'openai:gpt-5-mini'],
    ['GAPWRIGHT_MODEL', 'ollama:llama3.2:3b', 'model', 'ollama:llama3.2:3b'],
    ['GAPWRIGHT_MODEL', 'openai:org/model', 'model', 'openai:org/model'],
    ['GAPWRIGHT_MAX_REPAIRS', '0', 'maxRepairs', 0],
    ['GAPWRIGHT_MAX_REPAIRS', '10', 'maxRepairs', 10],
    ['GAPWRIGHT_CONCURRENCY', ' 2 ', 'concurrency', 2],
    ['GAPWRIGHT_RPM', '60', 'requestsPerMinute', 60],
    ['GAPWRIGHT_TPM', '200000', 'tokensPerMinute', 200_000],
    ['OPENAI_BASE_URL', 'http://localhost:11434/v1/', 'openaiBaseUrl', 'http://localhost:11434/v1'],
    ['OPENAI_ORG_ID', 'org-1', 'openaiOrganization', 'org-1'],
    ['OPENAI_ORGANIZATION', 'org-2', 'openaiOrganization', 'org-2'],
    ['NO_COLOR', '0', 'noColor', true],
    ['FORCE_COLOR', '1', 'forceColor', true],
    ['FORCE_COLOR', '0', 'forceColor', false],
    ['CI', 'true', 'ci', true],
    ['CI', 'false', 'ci', false],
  ];
  it.each(good)('reads %s=%s', (variable, value, key, read) => {
    expect(readConfig({}, { [variable]: value })).toHaveProperty(key, read);
  });

  it('reads an alias only where the name itself is not set', () => {
    const env = { OPENAI_ORG_ID: 'org-1', OPENAI_ORGANIZATION: 'org-2' };
    expect(readConfig({}, env).openaiOrganization).toBe('org-1');
  });

  it('reads flags as the command line gives them', () => {
    const config = readConfig(
      { model: 'offline', maxRepairs: 5, noColor: true, other: 'x' },
      { GAPWRIGHT_MODEL: 'a:b' },
    );
    expect(config).toMatchObject({ model: 'offline', maxRepairs: 5, noColor: true });
    expect(readConfig({ noColor: false }, { NO_COLOR: '1' }).noColor).toBe(true);
  });

  const bad: [name: string, flags: Record<string, string>, env: object, dotenv: object, message: string][] = [
    [
      'a word for a number',
      {},
      { GAPWRIGHT_TIMEOUT_SECONDS: 'long' },
      {},
      'GAPWRIGHT_TIMEOUT_SECONDS: found "long", expected a whole number of seconds from 1 to 3600',
    ],
    [
      'zero seconds',
      { timeout: '0' },
      {},
      {},
      '--timeout (GAPWRIGHT_TIMEOUT_SECONDS): found "0", expected a whole number of seconds from 1 to 3600',
    ],
    [
      'an empty flag',
      { model: '' },
      {},
      {},
      '--model (GAPWRIGHT_MODEL): found "", expected offline or provider:model, such as openai:gpt-5-mini',
    ],
    [
      'a model without its provider',
      {},
      {},
      { GAPWRIGHT_MODEL: 'gpt-5' },
      'GAPWRIGHT_MODEL in .env: found "gpt-5", expected offline or provider:model, such as openai:gpt-5-mini',
    ],
    [
      'too many repairs',
      { maxRepairs: '11' },
      {},
      {},
      '--max-repairs (GAPWRIGHT_MAX_REPAIRS): found "11", expected a whole number from 0 to 10',
    ],
    [
      'a negative number',
      {},
      { GAPWRIGHT_CONCURRENCY: '-1' },
      {},
      'GAPWRIGHT_CONCURRENCY: found "-1", expected a whole number from 1 to 64',
    ],
    [
      'a rate of nothing',
      { rpm: '0' },
      {},
      {},
      '--rpm (GAPWRIGHT_RPM): found "0", expected a whole number from 1 on',
    ],
    [
      'a fraction',
      {},
      { GAPWRIGHT_CONCURRENCY: '1.5' },
      {},
      'GAPWRIGHT_CONCURRENCY: found "1.5", expected a whole number from 1 to 64',
    ],
    [
      'an address without a scheme',
      {},
      { OPENAI_BASE_URL: 'localhost:11434' },
      {},
      'OPENAI_BASE_URL: found "localhost:11434", expected an address that starts with https:// or http://',
    ],
    [
      'a key with a space, which is not repeated',
      {},
      { OPENAI_API_KEY: 'sk-very secret' },
      {},
      'OPENAI_API_KEY: found other characters, expected a key of visible characters without spaces',
    ],
  ];
  it.each(bad)('refuses %s', (_, flags, env, dotenv, message) => {
    const read = () => readConfig(flags, { ...env }, { dotenv: { ...dotenv } });
    expect(read).toThrow(UsageError);
    expect(read).toThrow(`cannot use ${message}`);
  });

  it('reads or refuses whatever is set, and never shows a secret', () => {
    const names = settings.map(({ name }) => name);
    const secrets = settings.flatMap((setting) => ('secret' in setting ? [setting.name] : []));
    expect(secrets).toContain('OPENAI_API_KEY');
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom<string>(...names), fc.string()), (env) => {
        try {
          expect(describeSettings(readConfig({}, env))).toHaveLength(settings.length);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...secrets), fc.stringMatching(/^~[\x20-\x7e]{8,60}$/), (name, secret) => {
        let shown: string;
        try {
          shown = JSON.stringify(describeSettings(readConfig({}, { [name]: secret })));
        } catch (error) {
          shown = String(error);
        }
        expect(shown).not.toContain(JSON.stringify(secret.slice(0, -4)).slice(1, -1));
      }),
    );
  });
});

describe('describeSettings', () => {
  const shown = (env: Record<string, string>, name: string) =>
    describeSettings(readConfig({}, env)).find((setting) => setting.name === name);

  it.each([
    ['OPENAI_API_KEY', undefined, 'not set', 'default'],
    ['OPENAI_API_KEY', 'sk-0123456789abcdefghij', 'set, ends in ghij', 'environment'],
    ['OPENAI_API_KEY', 'short', 'set', 'environment'],
    ['OPENAI_BASE_URL', 'https://me:secret@example.org/v1', 'https://***@example.org/v1', 'environment'],
    ['GAPWRIGHT_MODEL', undefined, 'offline', 'default'],
  ])('%s=%s is shown as %s', (name, value, text, origin) => {
    expect(shown(value === undefined ? {} : { [name]: value }, name)).toMatchObject({ value: text, origin });
  });
});

describe('.env', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'gapwright-env-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('is read without a change to the environment', () => {
    writeFileSync(
      join(dir, '.env'),
      '# a note\nGAPWRIGHT_MODEL="openai:x" # mine\nOPENAI_API_KEY=sk-1\r\nODD\n',
    );
    const before = { ...process.env };
    expect(loadDotenv(dir)).toEqual({ GAPWRIGHT_MODEL: 'openai:x', OPENAI_API_KEY: 'sk-1' });
    expect(process.env).toEqual(before);
  });

  it('may be absent', () => {
    expect(loadDotenv(dir)).toEqual({});
    expect(loadDotenv(join(dir, 'none'))).toEqual({});
  });

  it('that cannot be read is an error', () => {
    mkdirSync(join(dir, '.env'));
    expect(() => loadDotenv(dir)).toThrow(UsageError);
    expect(() => loadDotenv(dir)).toThrow(/^cannot read .*\.env: found EISDIR/);
  });
});

describe('.env.example', () => {
  it('is made from the settings (npx vitest run test/config.test.ts -u writes it anew)', async () => {
    await expect(renderEnvExample()).toMatchFileSnapshot('../.env.example');
  });

  it('gives the defaults when it is used as it is', () => {
    const dir = mkdtempSync(join(tmpdir(), 'gapwright-example-'));
    writeFileSync(join(dir, '.env'), renderEnvExample());
    const dotenv = loadDotenv(dir);
    rmSync(dir, { recursive: true });
    const { origin: _, ...values } = readConfig({}, {}, { dotenv });
    const { origin: __, ...defaults } = readConfig({}, {});
    expect(values).toEqual(defaults);
    expect(Object.keys(dotenv)).toEqual(
      settings.filter((setting) => !('convention' in setting)).map(({ name }) => name),
    );
  });
});

describe('the environment', () => {
  it('is read by the command line alone', () => {
    const readers = globSync('src/**/*.ts').filter((file) =>
      /process\s*\.\s*env\b/.test(readFileSync(file, 'utf8')),
    );
    expect(readers.filter((file) => file !== 'src/cli.ts')).toEqual([]);
  });
});
