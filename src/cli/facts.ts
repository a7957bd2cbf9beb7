import { addCaseOptions, type CaseFlags, readCaseOf } from './case-options.ts';
import type { CliCommand } from './command.ts';
import { EXIT } from './exit-codes.ts';

/** `gapwright facts`: the deterministic part alone, as JSON on stdout. */
export const factsCommand: CliCommand = {
  name: 'facts',
  summary: 'compute the fact sheet of a case and print it as JSON',
  configure(command) {
    addCaseOptions(command, { needed: true });
  },
  async run(_args, flags, io, speaker) {
    const { theCase, factOptions } = await readCaseOf(flags as CaseFlags, io, speaker);
    const [{ computeFacts }, { builtInResources }] = await Promise.all([
      import('../facts/index.ts'),
      import('../resources/built-in-resources.ts'),
    ]);
    const sheet = computeFacts(theCase, { resources: builtInResources(), ...factOptions });
    io.stdout.write(`${JSON.stringify(sheet, undefined, 2)}\n`);
    for (const note of sheet.notes) speaker.detail(`note: ${note.message}`);
    return EXIT.done;
  },
};
