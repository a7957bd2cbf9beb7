import { InvalidArgumentError } from 'commander';
import type { CliCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { safe } from '../io.ts';

/** `gapwright catalog check`: what is wrong with a catalog, or with the built-in one. */
export const catalogCheck: CliCommand = {
  name: 'check',
  summary: 'find circles, colliding spellings, resources for unknown skills, and old costs',
  configure(command) {
    command
      .argument('[dir]', 'folder of a catalog of your own; without it the built-in catalog is checked')
      .option('--date <YYYY-MM-DD>', 'the day against which dates of costs are held (default: today)', day)
      .option('--format <format>', 'text or json', 'text');
  },
  async run([dir], flags, io, speaker) {
    const { checkCatalog, readCatalogFiles } = await import('../../catalog/index.ts');
    const read =
      dir === undefined ? { files: [], warnings: [] } : await readCatalogFiles(dir, { signal: io.signal });
    for (const warning of read.warnings) speaker.warn(warning.message);
    const today = (flags.date as string | undefined) ?? new Date().toISOString().slice(0, 10);
    const check = checkCatalog(read.files, today);
    const errors = check.issues.filter(({ severity }) => severity === 'error').length;
    if (flags.format === 'json') io.stdout.write(`${JSON.stringify(check, undefined, 2)}\n`);
    else {
      for (const { severity, code, file, message } of check.issues)
        io.stdout.write(safe(`${file}: ${severity}: ${message} [${code}]\n`));
      io.stdout.write(
        `${check.skills} skills, ${check.resources} resources: ${errors} errors, ${check.issues.length - errors} warnings\n`,
      );
    }
    return errors > 0 ? EXIT.findings : EXIT.done;
  },
};

function day(text: string): string {
  if (!/^[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text))
    throw new InvalidArgumentError('expected a date as YYYY-MM-DD.');
  return text;
}
