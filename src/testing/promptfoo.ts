import { z } from 'zod';
import { FactSheet, SEVERITIES } from '../../schemas/index.ts';
import { checkReport, FORMATS } from '../check/index.ts';
import { UsageError } from '../errors.ts';
import { computeFacts } from '../facts/index.ts';
import { parseInput, readCase, readDocument } from '../input/index.ts';
import { builtInResources } from '../resources/built-in-resources.ts';

export {
  GapwrightProvider,
  // A provider is looked for under this name.
  GapwrightProvider as default,
  type ProviderContext,
  type ProviderOptions,
  type ProviderResponse,
} from './promptfoo-provider.ts';

/** What promptfoo hands to an assertion, as far as it is used here. */
export interface AssertionContext {
  vars?: Readonly<Record<string, unknown>>;
  config?: Readonly<Record<string, unknown>>;
}

/** What promptfoo takes from an assertion. */
export interface GradingResult {
  pass: boolean;
  /** 0 to 1: the share of claims that do not contradict the facts. */
  score: number;
  reason: string;
  componentResults: GradingResult[];
}

const Settings = z.strictObject({
  /** A fact sheet, or the path of one. */
  facts: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
  /** A case, each by path or as it is. */
  resume: z.unknown().optional(),
  role: z.unknown().optional(),
  plan: z.unknown().optional(),
  resources: z.unknown().optional(),
  date: z.string().optional(),
  /** How the output is read. */
  format: z.enum(FORMATS).optional(),
  /** Severity by rule. */
  rules: z.record(z.string(), z.enum([...SEVERITIES, 'off'])).optional(),
});
type Settings = z.infer<typeof Settings>;

/**
 * An assertion for promptfoo: fails where the output has a finding of severity error. The facts come from the
 * assertion's `config` or, what that does not name, from the test's `vars`: `facts` (a fact sheet or its path), or
 * `resume` and `role`, with `plan`, `resources` and `date` if need be. With none of them the output is checked against
 * itself.
 * @throws {UsageError} {InputError} where the facts cannot be had; promptfoo counts that as a failure and shows it
 */
export async function assertNoContradictions(
  output: unknown,
  { vars = {}, config = {} }: AssertionContext = {},
): Promise<GradingResult> {
  const settings = readSettings(vars, config);
  const facts = await readFacts(settings);
  const { format, rules } = settings;
  const text = typeof output === 'string' ? output : textsOf(output).join('\n\n');
  const { findings, summary } = checkReport(text, facts, {
    ...(format && { format }),
    ...(rules && { rules }),
  });
  const pass = summary.errors === 0;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const against = facts ? 'the facts' : 'itself';
  return {
    pass,
    score: pass ? 1 : Math.max(0, 1 - errors.length / Math.max(summary.claims, errors.length)),
    reason: pass
      ? `no contradiction to ${against} in ${summary.claims} ${summary.claims === 1 ? 'claim' : 'claims'}`
      : errors.map(({ line, message }) => `line ${line}: ${message}`).join('\n'),
    componentResults: findings.map(({ severity, rule, line, message, quote }) => ({
      pass: severity !== 'error',
      score: severity === 'error' ? 0 : 1,
      reason: `${rule}, line ${line}: ${message} ("${quote}")`,
      componentResults: [],
    })),
  };
}

function readSettings(
  vars: Readonly<Record<string, unknown>>,
  config: Readonly<Record<string, unknown>>,
): Settings {
  // A test has variables of its own beside ours; what the assertion is configured with is all for us.
  const known = Object.keys(Settings.shape);
  const own = Object.fromEntries(Object.entries(vars).filter(([key]) => known.includes(key)));
  const given = Object.entries({ ...own, ...config }).map(([key, value]) => [key, fromJson(value)]);
  return parseInput(Settings, Object.fromEntries(given), { file: "the assertion's config and vars" }).value;
}

/** A variable that is `file://facts.json` comes as the text of the file. */
function fromJson(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

async function readFacts({
  facts,
  resume,
  role,
  plan,
  resources,
  date,
}: Settings): Promise<FactSheet | undefined> {
  if (facts !== undefined) {
    if (typeof facts !== 'string') return parseInput(FactSheet, facts, { file: 'facts' }).value;
    const { data, file, locate } = await readDocument(facts);
    return parseInput(FactSheet, data, { file, locate }).value;
  }
  if (resume === undefined && role === undefined) return undefined;
  if (resume === undefined || role === undefined)
    throw new UsageError(
      `cannot compute facts: found ${resume === undefined ? 'no resume' : 'no role'} in config or vars, expected both resume and role`,
    );
  const { case: theCase } = await readCase({ resume, role, plan, resources, date });
  return computeFacts(theCase, { resources: builtInResources() });
}

/** What a parsed output says: its strings, each a paragraph. As JSON they would read like quotations. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
