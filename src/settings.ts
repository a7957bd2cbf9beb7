import { z } from 'zod';

/** One setting: how it is given, what it means, what it may be. */
export interface Setting {
  /** Its name in `Config`. */
  key: string;
  /** The variable of the environment or of `.env`. */
  name: string;
  /** Other variables of the same meaning, read where the first is not set. */
  aliases?: readonly string[];
  /** The option of the command line; its name in camel case is the key in `readConfig`'s flags. */
  flag?: string;
  description: string;
  /** Never printed. */
  secret?: true;
  /** Not for `.env`: a convention of terminals and build servers. */
  convention?: true;
  /** What the value may be, in words. */
  expected: string;
  /** Reads the text of a flag or variable; what it gives for `undefined` is the default. */
  schema: z.ZodType;
}

const secret = z
  .string()
  .regex(/^[\x21-\x7e]+$/)
  .optional();
const secretExpected = 'a key of visible characters without spaces';
const webUrl = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:\/\//i.test(text))
  .transform((text) => text.replace(/\/+$/, ''))
  .optional();
const webUrlExpected = 'an address that starts with https:// or http://';
const id = z
  .string()
  .regex(/^[\w.-]+$/)
  .optional();

/** Whole numbers only: `Number` would take "0x10", "1e2" and "". */
const wholeNumber = (min: number, max: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(min).max(max))
    .default(otherwise);
const limitAMinute = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .pipe(z.int().min(1))
  .optional();
const limitAMinuteExpected = 'a whole number from 1 on';

/** Set to anything but 0, no and false. */
const present = z
  .string()
  .transform((text) => !/^(0|false|no)$/i.test(text))
  .default(false);

/** Every setting there is. `.env.example` and `gapwright models` are made from this list. */
export const settings = [
  {
    key: 'model',
    name: 'GAPWRIGHT_MODEL',
    flag: '--model',
    description:
      'Who phrases the report: offline (no network, no key), openai:<model>, or another provider:<model>.',
    expected: 'offline or provider:model, such as openai:gpt-5-mini',
    schema: z
      .string()
      .regex(/^(offline|[a-z][a-z0-9_-]*:\S+)$/)
      .default('offline'),
  },
  {
    key: 'timeoutSeconds',
    name: 'GAPWRIGHT_TIMEOUT_SECONDS',
    flag: '--timeout',
    description: 'Seconds to wait for one reply of a model.',
    expected: 'a whole number of seconds from 1 to 3600',
    schema: wholeNumber(1, 3600, 120),
  },
  {
    key: 'concurrency',
    name: 'GAPWRIGHT_CONCURRENCY',
    flag: '--concurrency',
    description: 'Sections that are drafted at the same time.',
    expected: 'a whole number from 1 to 64',
    schema: wholeNumber(1, 64, 6),
  },
  {
    key: 'maxRepairs',
    name: 'GAPWRIGHT_MAX_REPAIRS',
    flag: '--max-repairs',
    description:
      'Times that a model may rewrite a sentence that contradicts the facts, before the offline one is used.',
    expected: 'a whole number from 0 to 10',
    schema: wholeNumber(0, 10, 3),
  },
  {
    key: 'requestsPerMinute',
    name: 'GAPWRIGHT_RPM',
    flag: '--rpm',
    description: 'Requests a minute at most, where the server tells no limit or a higher one.',
    expected: limitAMinuteExpected,
    schema: limitAMinute,
  },
  {
    key: 'tokensPerMinute',
    name: 'GAPWRIGHT_TPM',
    flag: '--tpm',
    description:
      'Tokens a minute at most, input and output together, where the server tells no limit or a higher one.',
    expected: limitAMinuteExpected,
    schema: limitAMinute,
  },
  {
    key: 'openaiApiKey',
    name: 'OPENAI_API_KEY',
    description: 'Key for openai:<model>. A local server that needs none takes any text.',
    secret: true,
    expected: secretExpected,
    schema: secret,
  },
  {
    key: 'openaiBaseUrl',
    name: 'OPENAI_BASE_URL',
    description: 'Address of any OpenAI-compatible server, such as http://localhost:11434/v1.',
    expected: webUrlExpected,
    schema: webUrl,
  },
  {
    key: 'openaiOrganization',
    name: 'OPENAI_ORG_ID',
    aliases: ['OPENAI_ORGANIZATION'],
    description: 'Organization that OpenAI bills, where the key belongs to several.',
    expected: 'an id such as org-abc123',
    schema: id,
  },
  {
    key: 'openaiProject',
    name: 'OPENAI_PROJECT_ID',
    description: 'Project that OpenAI bills, where the key belongs to several.',
    expected: 'an id such as proj_abc123',
    schema: id,
  },
  {
    key: 'azureApiKey',
    name: 'AZURE_OPENAI_API_KEY',
    description: 'Key for azure:<deployment>.',
    secret: true,
    expected: secretExpected,
    schema: secret,
  },
  {
    key: 'azureEndpoint',
    name: 'AZURE_OPENAI_ENDPOINT',
    description: 'Address of the Azure resource, such as https://name.openai.azure.com.',
    expected: webUrlExpected,
    schema: webUrl,
  },
  {
    key: 'azureApiVersion',
    name: 'AZURE_OPENAI_API_VERSION',
    aliases: ['OPENAI_API_VERSION'],
    description: 'Version of the Azure interface, such as 2024-10-21.',
    expected: 'a version such as 2024-10-21',
    schema: id,
  },
  {
    key: 'anthropicApiKey',
    name: 'ANTHROPIC_API_KEY',
    description: 'Key for anthropic:<model>.',
    secret: true,
    expected: secretExpected,
    schema: secret,
  },
  {
    key: 'googleApiKey',
    name: 'GOOGLE_API_KEY',
    description: 'Key for google-genai:<model>.',
    secret: true,
    expected: secretExpected,
    schema: secret,
  },
  {
    key: 'mistralApiKey',
    name: 'MISTRAL_API_KEY',
    description: 'Key for mistralai:<model>.',
    secret: true,
    expected: secretExpected,
    schema: secret,
  },
  {
    key: 'groqApiKey',
    name: 'GROQ_API_KEY',
    description: 'Key for groq:<model>.',
    secret: true,
    expected: secretExpected,
    schema: secret,
  },
  {
    key: 'ollamaBaseUrl',
    name: 'OLLAMA_BASE_URL',
    description: 'Address of the server for ollama:<model>.',
    expected: webUrlExpected,
    schema: webUrl,
  },
  {
    key: 'awsRegion',
    name: 'AWS_REGION',
    description: 'Region for bedrock:<model>. Its keys are read by the AWS package itself.',
    expected: 'a region such as eu-central-1',
    schema: id,
  },
  {
    key: 'roles',
    name: 'GAPWRIGHT_ROLES',
    flag: '--roles',
    description: 'Folder of role profiles: --role finds one by its title or an alias there.',
    expected: 'a path to a folder',
    schema: z.string().optional(),
  },
  {
    key: 'catalog',
    name: 'GAPWRIGHT_CATALOG',
    flag: '--catalog',
    description: 'Folder of YAML files with skills, resources and hours of your own (docs/catalog.md).',
    expected: 'a path to a folder',
    schema: z.string().optional(),
  },
  {
    key: 'queue',
    name: 'GAPWRIGHT_QUEUE',
    flag: '--queue',
    description: 'Redis server that gapwright worker and gapwright queue work with (docs/queue.md).',
    expected: 'an address such as redis://127.0.0.1:6379',
    schema: z.string().optional(),
  },
  {
    key: 'queuePassword',
    name: 'GAPWRIGHT_QUEUE_PASSWORD',
    description:
      'Password of the Redis server of a queue: better here than in an address that others may see.',
    secret: true,
    expected: 'a password of visible characters without spaces',
    schema: secret,
  },
  {
    key: 'store',
    name: 'GAPWRIGHT_STORE',
    flag: '--store',
    description: 'Where the work of a queue is kept: a folder that all machines see, or s3://bucket/prefix.',
    expected: 'a path to a folder, or s3://bucket/prefix',
    schema: z.string().optional(),
  },
  {
    key: 'noColor',
    name: 'NO_COLOR',
    flag: '--no-color',
    description: 'Set to anything: no colours.',
    convention: true,
    expected: 'any text',
    schema: z
      .string()
      .transform(() => true)
      .default(false),
  },
  {
    key: 'forceColor',
    name: 'FORCE_COLOR',
    description: 'Set to anything but 0: colours even where the output is no terminal.',
    convention: true,
    expected: 'any text',
    schema: present,
  },
  {
    key: 'ci',
    name: 'CI',
    description: 'Set by build servers: no moving progress.',
    convention: true,
    expected: 'any text',
    schema: present,
  },
] as const satisfies readonly Setting[];
