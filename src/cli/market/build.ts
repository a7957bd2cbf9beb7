import { Option } from 'commander';
import { UsageError } from '../../errors.ts';
import type { FieldNames, Posting, Rate } from '../../market/index.ts';
import { addCatalogOption, openCatalogOf } from '../catalog-option.ts';
import type { CliCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { parseAsOf, parseCount, parseCurrency, parseField, parseRate, parseShare } from './parse-flags.ts';
import { addOutOptions, type OutFlags, writeRole } from './write-role.ts';

interface BuildFlags extends OutFlags {
  title: string;
  match?: string;
  field?: FieldNames;
  asOf?: string;
  before?: string[];
  beforeAsOf?: string;
  coreShare?: number;
  preferredShare?: number;
  minCount?: number;
  sameFrom?: number;
  currency?: string;
  period?: 'hour' | 'day' | 'week' | 'month' | 'year';
  rate?: Rate[];
  demand?: 'low' | 'medium' | 'high';
  demandDefinition?: string;
  catalog?: string;
}

/** `gapwright market build`: a profile from job postings. */
export const marketBuild: CliCommand = {
  name: 'build',
  summary: 'make a role profile from job postings',
  configure(command) {
    command
      .argument(
        '<postings...>',
        'files or folders: JobPosting JSON-LD, saved web pages, JSON Resume jobs, CSV, TSV, JSON lines, Markdown, text',
      )
      .requiredOption('--title <text>', 'title of the role')
      .option('--match <words>', 'take only postings whose title has all these words')
      .option(
        '--field <field=column>',
        'a column or key of another name, e.g. title=job_title (again for more)',
        parseField,
      )
      .option(
        '--as-of <date>',
        'when the postings were collected (default: the latest date among them)',
        parseAsOf,
      )
      .option('--before <paths...>', 'an earlier set: shows which skills grew')
      .option('--before-as-of <date>', 'when the earlier set was collected', parseAsOf)
      .option(
        '--core-share <share>',
        'share of postings from which on a skill is core (default: 0.4)',
        parseShare,
      )
      .option('--preferred-share <share>', 'share from which on it is preferred (default: 0.1)', parseShare)
      .option(
        '--min-count <n>',
        'postings that must name a core skill; one less for preferred (default: 3)',
        parseCount,
      )
      .option(
        '--same-from <share>',
        'similarity from which on two postings are one (default: 0.8)',
        parseShare,
      )
      .option('--currency <code>', 'what a bare $ stands for; without it such pay is left out', parseCurrency)
      .addOption(
        new Option(
          '--period <word>',
          'period of pay that names none; without it such pay is left out',
        ).choices(['hour', 'day', 'week', 'month', 'year']),
      )
      .option('--rate <from:to=rate>', 'convert pay, e.g. EUR:USD=1.08 (again for more)', parseRate)
      .addOption(
        new Option('--demand <word>', 'how high the demand is; needs --demand-definition').choices([
          'low',
          'medium',
          'high',
        ]),
      )
      .option('--demand-definition <text>', 'by which rule and of when the demand is what it is');
    addCatalogOption(command);
    addOutOptions(command);
  },
  async run([paths], raw, io, speaker) {
    const flags = raw as unknown as BuildFlags;
    const { demand, demandDefinition: definition } = flags;
    if ((demand === undefined) !== (definition === undefined))
      throw new UsageError(
        `cannot state the demand: found ${demand === undefined ? '--demand-definition without --demand' : '--demand without --demand-definition'}, expected both`,
      );
    const { buildPostingsRole, readPostings } = await import('../../market/index.ts');
    const options = { ...(flags.field && { fields: flags.field }), signal: io.signal };
    const { catalog } = await openCatalogOf(flags, io, speaker);
    const read = await readPostings([paths ?? []].flat(), options);
    const postings = select(read.postings, flags.match);
    speaker.detail(`read ${read.postings.length} postings in ${read.files} files, kept ${postings.length}`);
    const before = flags.before && {
      postings: select((await readPostings(flags.before, options)).postings, flags.match),
      asOf: flags.beforeAsOf,
    };
    const { coreShare, preferredShare, minCount } = flags;
    const role = buildPostingsRole(postings, {
      title: flags.title,
      catalog,
      tiers: {
        ...(coreShare !== undefined && { coreShare }),
        ...(preferredShare !== undefined && { preferredShare }),
        ...(minCount !== undefined && { minCount }),
      },
      asOf: flags.asOf,
      before,
      sameFrom: flags.sameFrom,
      currency: flags.currency,
      period: flags.period,
      ...(flags.rate && { rates: flags.rate }),
      ...(demand !== undefined &&
        definition !== undefined && { demand: { level: demand, definition, date: flags.asOf } }),
    });
    const distinct = role.market?.postings ?? 0;
    if (distinct < 10)
      speaker.say(
        `The sample is small (${distinct} distinct ${distinct === 1 ? 'posting' : 'postings'}): reports give counts and no percentages.`,
      );
    await writeRole(role, flags, io, speaker);
    return EXIT.done;
  },
};

function select(postings: readonly Posting[], match: string | undefined): readonly Posting[] {
  if (match === undefined) return postings;
  const words = match
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return postings.filter(({ title = '' }) => {
    const has = new Set(title.toLowerCase().split(/[^\p{L}\p{N}+#]+/u));
    return words.every((word) => has.has(word));
  });
}
