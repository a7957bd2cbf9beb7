import { UsageError } from '../errors.ts';
import type { CliCommand } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { safe } from './io.ts';
import { modelSettingsOf } from './model-options.ts';
import { warnAboutDotenv } from './warn-about-dotenv.ts';

/** `gapwright models`: the settings in force, the models there are, one test call on demand. */
export const modelsCommand: CliCommand = {
  name: 'models',
  summary: 'show the settings in force; --test makes one small call, --list asks the endpoint for its models',
  configure(command) {
    command
      .option('--model <id>', 'the model to show or test')
      .option('--timeout <seconds>', 'for one call of the model')
      .option('--test', 'make one small call')
      .option('--list', 'list the models of the OpenAI-compatible endpoint');
  },
  async run(_args, flags, io, speaker) {
    const { describeSettings, loadDotenv, readConfig } = await import('../config.ts');
    const config = readConfig(
      { model: flags.model as string | undefined, timeout: flags.timeout as string | undefined },
      io.env,
      { dotenv: loadDotenv(io.cwd) },
    );
    warnAboutDotenv(io.cwd, speaker);
    if (flags.list) {
      const { listModels } = await import('../model/index.ts');
      for (const id of await listModels(modelSettingsOf('openai:', config), { signal: io.signal }))
        io.stdout.write(`openai:${safe(id)}\n`);
      return EXIT.done;
    }
    if (flags.test) {
      if (config.model === 'offline') {
        throw new UsageError(
          'cannot test a model: found the offline writer, which calls none; expected --model openai:<model> or provider:model',
        );
      }
      const { builtInPrices, findPrice, openModel, probeModel } = await import('../model/index.ts');
      const model = await openModel(config.model, modelSettingsOf(config.model, config));
      const { reply, seconds, isStructured, isReadable } = await probeModel(model, { signal: io.signal });
      io.stdout.write(
        `${config.model} answered in ${seconds.toFixed(2)} s, ${isStructured ? 'as the JSON asked for' : isReadable ? 'as the JSON asked for after repair' : 'in words: the sentences of a draft would be matched to facts'}` +
          `${model.form === undefined ? '' : ` (reply form: ${model.form})`}${reply.model === undefined ? '' : `, as ${safe(reply.model)}`}.\n`,
      );
      const price = findPrice(config.model, builtInPrices);
      const { currency, asOf } = builtInPrices;
      io.stdout.write(
        price === null
          ? 'Price: unknown; give it by report --prices FILE.\n'
          : `Price: ${price.input} ${currency} in, ${price.output} ${currency} out for a million tokens (list price of ${asOf}).\n`,
      );
      return EXIT.done;
    }
    const rows = describeSettings(config);
    const width = Math.max(...rows.map(({ name }) => name.length));
    for (const { name, value, origin, flag, description } of rows) {
      io.stdout.write(
        `${name.padEnd(width)}  ${value} (${origin})\n${' '.repeat(width)}  ${description}${flag === undefined ? '' : ` [${flag}]`}\n`,
      );
    }
    return EXIT.done;
  },
};
