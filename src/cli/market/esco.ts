import type { CliCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { parseAsOf } from './parse-flags.ts';
import { addOutOptions, type OutFlags, writeRole } from './write-role.ts';

interface EscoFlags extends OutFlags {
  dir: string;
  role: string;
  release?: string;
  asOf?: string;
  language: string;
}

/** `gapwright market esco`: the profile of an ESCO occupation. */
export const marketEsco: CliCommand = {
  name: 'esco',
  summary: 'make the profile of an ESCO occupation',
  configure(command) {
    command
      .requiredOption('--dir <dir>', 'folder of the ESCO classification as CSV')
      .requiredOption('--role <title or code>', 'a title such as "data scientist", or a code such as 2511.4')
      .option(
        '--release <n.n.n>',
        'version of ESCO (default: from a folder whose name has it, such as v1.1.1)',
      )
      .option('--as-of <YYYY-MM>', 'when that version was published', parseAsOf)
      .option('--language <code>', 'language of the files', 'en');
    addOutOptions(command);
  },
  async run(_args, raw, io, speaker) {
    const flags = raw as unknown as EscoFlags;
    const [market, { builtInCatalog }] = await Promise.all([
      import('../../market/index.ts'),
      import('../../skills/index.ts'),
    ]);
    const esco = await market.readEsco(flags.dir, { language: flags.language, signal: io.signal });
    const { occupation, by } = market.findOccupation(flags.role, [...esco.occupations.values()], {
      source: 'ESCO',
    });
    if (by !== undefined) speaker.say(`"${by}" is another title of ${occupation.code} ${occupation.title}.`);
    const release = flags.release ?? esco.release;
    if (release === undefined)
      speaker.warn('the version of ESCO is not known: say it by --release, so that the report can name it');
    const role = market.buildEscoRole(occupation, esco, {
      catalog: builtInCatalog(),
      release,
      date: flags.asOf,
    });
    await writeRole(role, flags, io, speaker);
    return EXIT.done;
  },
};
