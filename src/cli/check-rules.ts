import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CheckResult, Severity } from '../../schemas/index.ts';
import { UsageError } from '../errors.ts';
import type { RuleText } from '../findings/index.ts';
import { parseInput, type ReadOptions, readDocument } from '../input/index.ts';
import { findNearName } from '../input/near-name.ts';
import type { Io, Speaker } from './io.ts';
import { RULE_WEIGHTS, type RuleSettings } from './parse-rule-flag.ts';

const RuleSetting = z.enum(RULE_WEIGHTS);

/** `gapwright.config.json` or `.yaml`: how much each rule weighs. */
export const CheckConfig = z.strictObject({ rules: z.record(z.string(), RuleSetting).default({}) });

export type { RuleSettings };

const CONFIG_NAMES = ['gapwright.config.json', 'gapwright.config.yaml', 'gapwright.config.yml'];

/** What finds that a section leaves out what it must say; a check of the section itself, not one of the rules. */
const MUST_MENTION: RuleText = {
  id: 'must-mention',
  severity: 'error',
  description: 'A draft is silent about something that its section must say.',
};

/** Every rule that a finding can be of: those over reports, and those over drafts. */
export async function listRules(): Promise<readonly RuleText[]> {
  const [{ RULES }, { DRAFT_RULES }] = await Promise.all([
    import('../check/index.ts'),
    import('../check/draft/index.ts'),
  ]);
  return [...RULES, ...DRAFT_RULES, MUST_MENTION];
}

/**
 * Gives the rule of an id.
 * @throws {UsageError} with the name that was probably meant
 */
export function findRule(id: string, rules: readonly RuleText[], where: string): RuleText {
  const rule = rules.find((one) => one.id === id);
  if (rule) return rule;
  const ids = rules.map((one) => one.id);
  const near = findNearName(id, ids) ?? ids.find((one) => one.includes(id) || id.includes(one));
  const way = near === undefined ? `one of ${ids.join(', ')}` : `the id of a rule (did you mean ${near}?)`;
  throw new UsageError(`cannot use ${where}: found rule "${id}", expected ${way}`);
}

/**
 * Gives the weight of each rule: the flags, before the configuration file named, before the one in the working folder.
 * @throws {UsageError} for a rule that is none
 * @throws {InputError} for a file that cannot be used
 */
export async function readRuleSettings(
  { config, rule = {} }: { config?: string; rule?: RuleSettings },
  rules: readonly RuleText[],
  io: Io,
  speaker: Speaker,
): Promise<RuleSettings> {
  const path = config ?? CONFIG_NAMES.map((name) => join(io.cwd, name)).find((file) => existsSync(file));
  const configured = path === undefined ? {} : await readConfigFile(path, io, speaker);
  for (const id of Object.keys(configured)) findRule(id, rules, path ?? '');
  for (const id of Object.keys(rule)) findRule(id, rules, '--rule');
  return { ...configured, ...rule };
}

async function readConfigFile(path: string, io: Io, speaker: Speaker): Promise<RuleSettings> {
  const options: ReadOptions = { stdin: io.stdin, signal: io.signal };
  const { data, file, locate } = await readDocument(path, options);
  const { value, warnings } = parseInput(CheckConfig, data, { file, locate });
  for (const warning of warnings) speaker.warn(warning.message);
  return value.rules;
}

/** The result with other weights; for drafts, whose check knows none. */
export function reweigh({ findings, summary }: CheckResult, settings: RuleSettings): CheckResult {
  const kept = findings.flatMap((finding) => {
    const setting = settings[finding.rule];
    if (setting === 'off') return [];
    return [setting === undefined ? finding : { ...finding, severity: setting }];
  });
  const count = (severity: Severity) => kept.filter((finding) => finding.severity === severity).length;
  return { findings: kept, summary: { ...summary, errors: count('error'), warnings: count('warning') } };
}
