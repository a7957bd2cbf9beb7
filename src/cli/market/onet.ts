import { InvalidArgumentError } from 'commander';
import type { CliCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { parseAsOf } from './parse-flags.ts';
import { addOutOptions, type OutFlags, writeRole } from './write-role.ts';

interface OnetFlags extends OutFlags {
  dir: string;
  role: string;
  release?: string;
  coreImportance?: number;
  preferredImportance?: number;
  wages?: string;
  wagesDate?: string;
}

/** `gapwright market onet`: the profile of an O*NET occupation, with the wages of BLS where they are given. */
export const marketOnet: CliCommand = {
  name: 'onet',
  summary: 'make the profile of an O*NET occupation',
  configure(command) {
    command
      .requiredOption('--dir <dir>', 'folder of the O*NET database in its text form (.txt or .tsv)')
      .requiredOption(
        '--role <title or code>',
        'a title such as "Registered Nurses", or a code such as 29-1141.00',
      )
      .option(
        '--release <n.n>',
        'release of the database, such as 29.3 (default: from a folder named db_29_3_text)',
      )
      .option(
        '--core-importance <n>',
        'importance (1 to 5) from which on a skill is core (default: 3.5)',
        importance,
      )
      .option(
        '--preferred-importance <n>',
        'importance from which on it is preferred (default: 3)',
        importance,
      )
      .option('--wages <file>', 'wage table of BLS (OEWS, national) as text, to be joined by code')
      .option('--wages-date <YYYY-MM>', 'what the wages are of', parseAsOf);
    addOutOptions(command);
  },
  async run(_args, raw, io, speaker) {
    const flags = raw as unknown as OnetFlags;
    const [market, { builtInCatalog }] = await Promise.all([
      import('../../market/index.ts'),
      import('../../skills/index.ts'),
    ]);
    const onet = await market.readOnet(flags.dir, { signal: io.signal });
    const { occupation, by } = market.findOccupation(flags.role, [...onet.occupations.values()], {
      source: 'O*NET',
    });
    if (by !== undefined)
      speaker.say(`"${by}" is an alternate title of ${occupation.code} ${occupation.title}.`);
    const release = flags.release ?? onet.release;
    if (release === undefined)
      speaker.warn('the release of O*NET is not known: say it by --release, so that the report can name it');
    const role = market.buildOnetRole(occupation, {
      ...flags,
      catalog: builtInCatalog(),
      release,
      jobZones: onet.jobZones,
    });
    if (flags.wages === undefined) {
      await writeRole(role, flags, io, speaker);
      return EXIT.done;
    }
    const wages = await market.readWages(flags.wages, { date: flags.wagesDate, signal: io.signal });
    // Codes of O*NET are those of SOC with two digits behind the full stop.
    const pay = wages.get(occupation.code.slice(0, 7));
    if (!pay) speaker.warn(`the wage table has no row for ${occupation.code.slice(0, 7)}: pay stays unknown`);
    await writeRole(
      market.addPay(role, pay ?? [], market.describeWageSource(flags.wagesDate)),
      flags,
      io,
      speaker,
    );
    return EXIT.done;
  },
};

function importance(text: string): number {
  const value = Number(text);
  if (!/^\d(?:\.\d+)?$/.test(text) || value < 1 || value > 5)
    throw new InvalidArgumentError('expected a number from 1 to 5.');
  return value;
}
