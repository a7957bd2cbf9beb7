import { InvalidArgumentError } from 'commander';
import type { CheckResult, FactSheet } from '../../schemas/index.ts';
import type { CheckOptions } from '../check/index.ts';
import { UsageError } from '../errors.ts';
import { addCaseOptions, type CaseFlags } from './case-options.ts';
import { catalogOptionsOf } from './catalog-option.ts';
import type { CliCommand } from './command.ts';
import { EXIT } from './exit-codes.ts';
import type { Io, Speaker } from './io.ts';
import { parseRuleFlag, type RuleSettings } from './parse-rule-flag.ts';
import type { Checkable } from './read-checkable.ts';

interface CheckFlags extends CaseFlags {
  facts?: string;
  section?: string;
  format: string;
  fix?: boolean;
  write?: boolean;
  maxWarnings?: number;
  rule?: RuleSettings;
  config?: string;
  explain?: string;
  color?: boolean;
}

/** `gapwright check`: finished reports, or a draft of one section, against the facts. */
export const checkCommand: CliCommand = {
  name: 'check',
  summary: 'check reports against the facts, or against themselves where none are given',
  configure(command) {
    command.argument(
      '[reports...]',
      'Markdown, HTML, text or report JSON (- for Markdown on standard input)',
    );
    addCaseOptions(command, { needed: false });
    command
      .option('--facts <file>', 'a fact sheet as gapwright facts prints it')
      .option('--section <id>', 'REPORT is the JSON draft of this section, with slots and citations')
      .option('--format <format>', 'how findings are printed: text, json, sarif, junit or github', 'text')
      .option('--fix', 'print the smallest true rewordings as a diff; nothing is changed')
      .option('--write', 'with --fix: change the files, and print what is left')
      .option('--max-warnings <n>', 'end with exit code 1 beyond so many warnings', wholeNumber)
      .option(
        '--rule <id=severity>',
        'weight of a rule: error, warning, info or off (again for more)',
        parseRuleFlag,
      )
      .option('--config <file>', 'weights of rules as JSON or YAML (default: gapwright.config.json or .yaml)')
      .option('--explain <rule>', 'say what a rule finds and what it leaves alone; needs no report');
  },
  async run(args, raw, io, speaker) {
    const flags = raw as unknown as CheckFlags;
    // Only now: whoever runs another command starts without what reads schemas.
    const [
      { findRule, listRules, readRuleSettings },
      { readCheckable, readFacts },
      { explainRule, findFindingFormat },
    ] = await Promise.all([
      import('./check-rules.ts'),
      import('./read-checkable.ts'),
      import('../findings/index.ts'),
    ]);
    const known = await listRules();
    if (flags.explain !== undefined) {
      io.stdout.write(explainRule(findRule(flags.explain, known, '--explain')));
      return EXIT.done;
    }
    // A variadic argument comes as one list.
    const paths = args.flat();
    checkFlags(flags, paths);
    const format = findFindingFormat(flags.format);
    const rules = await readRuleSettings(flags, known, io, speaker);
    const given = await readFacts(flags, io, speaker);
    const lexicon = await lexiconFor(flags, io, speaker);
    const draft = flags.section !== undefined;
    let reports: readonly Checkable[] = [];
    for (const path of paths) reports = [...reports, await readCheckable(path, { given, draft }, io)];
    if (flags.fix)
      reports = await (await import('./fix-files.ts')).fixFiles(
        reports,
        { rules, write: flags.write === true },
        io,
        speaker,
      );
    const checked = [];
    for (const report of reports)
      checked.push({
        text: report.text,
        file: report.path,
        facts: report.facts,
        result: await check(report, flags, rules, lexicon),
      });
    await sayReach(flags, reports, speaker);
    const { RULES } = await import('../check/index.ts');
    const ran = draft ? known.filter(({ id }) => !RULES.some((rule) => rule.id === id)) : RULES;
    if (!flags.fix || flags.write)
      io.stdout.write(
        format.renderAll(checked, {
          color: hasColor(flags, io),
          rules: ran.filter(({ id }) => rules[id] !== 'off'),
        }),
      );
    return judge(
      checked.map(({ result }) => result),
      flags,
      speaker,
    );
  },
};

/** Says how little of a text in a language other than English is checked. */
async function sayReach(
  { language }: CheckFlags,
  reports: readonly Checkable[],
  speaker: Speaker,
): Promise<void> {
  const { wordsOf } = await import('../language/index.ts');
  const all = reports.map(({ facts }) => wordsOf({ language: language ?? facts?.language }));
  for (const { name } of new Set(all.filter(({ checked }) => !checked)))
    speaker.say(`Prose in ${name} is checked for figures, names and slots only.`);
}

/** @throws {UsageError} for flags that make no sense together */
function checkFlags(
  { facts, resume, role, plan, resources, fix, write, section, format }: CheckFlags,
  paths: readonly string[],
): void {
  if (paths.length === 0)
    throw new UsageError('cannot check: found no REPORT, expected at least one file (- for standard input)');
  if ([...paths, facts, resume, role, plan, resources].filter((path) => path === '-').length > 1)
    throw new UsageError('cannot read standard input: found "-" more than once, expected it once');
  if (write && !fix) throw new UsageError('cannot write: found --write alone, expected --fix --write');
  if (fix && section !== undefined)
    throw new UsageError('cannot fix a draft: found --fix and --section, expected a finished report');
  if (fix && !write && format !== 'text')
    throw new UsageError(
      `cannot print a diff as ${format}: found --fix and --format ${format}, expected --fix --write, or --fix alone`,
    );
}

async function check(
  { text, format, path, facts }: Checkable,
  flags: CheckFlags,
  rules: RuleSettings,
  lexicon: CheckOptions['lexicon'],
): Promise<CheckResult> {
  if (flags.section !== undefined) {
    const { reweigh } = await import('./check-rules.ts');
    return reweigh(await checkDraft(text, path, flags.section, facts), rules);
  }
  const { checkReport } = await import('../check/index.ts');
  const { language } = flags;
  return checkReport(text, facts, { format, rules, language, ...(lexicon && { lexicon }) });
}

/** The skills of a catalog of the user's own as prose names them; undefined where there is none. */
async function lexiconFor(flags: CheckFlags, io: Io, speaker: Speaker): Promise<CheckOptions['lexicon']> {
  const { catalog } = await catalogOptionsOf(flags, io, speaker);
  if (!catalog) return undefined;
  const { lexiconOf } = await import('../check/index.ts');
  return lexiconOf(catalog);
}

async function checkDraft(text: string, path: string, id: string, facts: FactSheet | undefined) {
  const { SECTIONS } = await import('../sections/index.ts');
  const section = SECTIONS.find((candidate) => candidate.id === id);
  if (!section)
    throw new UsageError(
      `cannot check a draft: found --section ${id}, expected one of ${SECTIONS.map((known) => known.id).join(', ')}`,
    );
  if (!facts)
    throw new UsageError('cannot check a draft: found no facts, expected --facts or --resume and --role');
  const [{ checkDraftFile }, { parseInput }, { Draft }, { parseJson }] = await Promise.all([
    import('../draft/check-draft-file.ts'),
    import('../input/index.ts'),
    import('../../schemas/draft.ts'),
    import('./read-checkable.ts'),
  ]);
  const draft = parseInput(Draft, parseJson(text, path), { file: path }).value;
  return checkDraftFile(draft, text, section, facts);
}

function judge(results: readonly CheckResult[], { maxWarnings }: CheckFlags, speaker: Speaker): number {
  const sum = (key: 'errors' | 'warnings') => results.reduce((total, { summary }) => total + summary[key], 0);
  const tooMany = maxWarnings !== undefined && sum('warnings') > maxWarnings;
  if (tooMany)
    speaker.say(
      `Found ${sum('warnings')} ${sum('warnings') === 1 ? 'warning' : 'warnings'}, expected at most ${maxWarnings} (--max-warnings).`,
    );
  return sum('errors') > 0 || tooMany ? EXIT.findings : EXIT.done;
}

function hasColor(flags: CheckFlags, io: Io): boolean {
  return (
    flags.color !== false && !io.env.NO_COLOR && (io.stdout.isTTY === true || Boolean(io.env.FORCE_COLOR))
  );
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('expected a whole number from 0 on.');
  return Number(text);
}
