import type { CliCommand } from './command.ts';
import { EXIT } from './exit-codes.ts';

/** `gapwright schema`: the JSON Schema of an input or output, for editors and other programs. */
export const schemaCommand: CliCommand = {
  name: 'schema',
  summary: 'print the JSON Schema of an input or output',
  configure(command) {
    command.argument('<name>', 'resume, role, plan, resources, facts, report or findings');
  },
  async run([name = ''], _flags, io) {
    const { jsonSchemaOf } = await import('../json-schema-of.ts');
    io.stdout.write(`${JSON.stringify(jsonSchemaOf(name), undefined, 2)}\n`);
    return EXIT.done;
  },
};
