import { basename, dirname, extname, resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { COURSE_FIELDS } from '../../catalog/course-fields.ts';
import type { CourseFields, ImportOptions } from '../../catalog/index.ts';
import { UsageError } from '../../errors.ts';
import { addCatalogOption, openCatalogOf } from '../catalog-option.ts';
import type { CliCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { parseAsOf, parseCurrency } from '../market/parse-flags.ts';

interface ImportFlags extends Omit<ImportOptions, 'catalog' | 'fields'> {
  field?: CourseFields;
  catalog?: string;
  out?: string;
  force?: boolean;
}

/** `gapwright catalog import`: resources from a table of courses. */
export const catalogImport: CliCommand = {
  name: 'import',
  summary: 'make a catalog file of resources from a CSV of courses',
  configure(command) {
    command
      .argument('<courses>', 'CSV or TSV whose first line names the columns')
      .option(
        '--field <field=column>',
        'a column of another name, e.g. title="Course Name" (again for more)',
        parseField,
      )
      .option('--provider <name>', 'provider of rows that name none')
      .addOption(
        new Option('--kind <word>', 'kind of rows that name none (default: course)').choices([
          'course',
          'book',
          'documentation',
          'certification',
          'practice',
          'community',
        ]),
      )
      .addOption(
        new Option('--cost <word>', 'cost of rows that name none').choices(['free', 'freemium', 'paid']),
      )
      .option('--currency <code>', 'currency of prices that name none', parseCurrency)
      .option('--cost-checked <YYYY-MM>', 'when the costs were right', parseAsOf)
      .option('--out <file>', 'file to write the YAML to; without it, stdout')
      .option('--force', 'write over a file of that name');
    addCatalogOption(command);
  },
  async run([path = ''], raw, io, speaker) {
    const { field, out, force, catalog: _, ...rest } = raw as unknown as ImportFlags;
    const [{ importCourses }, { readTable }, { stringify }] = await Promise.all([
      import('../../catalog/index.ts'),
      import('../../market/read-table.ts'),
      import('yaml'),
    ]);
    const { catalog } = await openCatalogOf(raw as { catalog?: string }, io, speaker);
    const delimiter = extname(path).toLowerCase() === '.tsv' ? '\t' : ',';
    const table = await readTable(path, { delimiter, signal: io.signal });
    for (const column of Object.values(field ?? {})) table.column(column);
    const { resources, notes } = importCourses(table.columns, table.rows, {
      ...rest,
      catalog,
      ...(field && { fields: field }),
    });
    for (const note of notes) speaker.warn(`${path}: ${note}`);
    if (resources.length === 0)
      throw new UsageError(
        `cannot import ${path}: found no row that is a course, expected title, url, cost and skills in each; say which columns hold them by --field`,
      );
    speaker.say(`${resources.length} resources of ${table.rows.length} rows.`);
    const yaml = stringify({ resources });
    if (out === undefined) {
      io.stdout.write(yaml);
      return EXIT.done;
    }
    const { writeOutput } = await import('../../output/write-output.ts');
    const target = resolve(io.cwd, out);
    const [written] = await writeOutput(dirname(target), [{ name: basename(target), content: yaml }], {
      force: force ?? false,
      refuse: 'same-names',
      signal: io.signal,
    });
    io.stdout.write(`${written}\n`);
    return EXIT.done;
  },
};

function parseField(text: string, before: CourseFields = {}): CourseFields {
  const at = text.indexOf('=');
  const [name, column] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  const field = COURSE_FIELDS.find((one) => one === name);
  if (at < 0 || !field || column === '')
    throw new InvalidArgumentError(`expected FIELD=COLUMN with one of ${COURSE_FIELDS.join(', ')}.`);
  return { ...before, [field]: column };
}
