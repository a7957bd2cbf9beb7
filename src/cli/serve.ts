import { type Command, InvalidArgumentError } from 'commander';
import { UsageError } from '../errors.ts';
import { type CaseFlags, readFactOptions } from './case-options.ts';
import { addCatalogOption } from './catalog-option.ts';
import type { CliCommand } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { openBrowser } from './open-browser.ts';
import { addModelOptions, type ModelFlags, openConfigured } from './open-configured.ts';
import { readThemeFile } from './open-renderers.ts';
import { addStyleOptions, loadPrompts, type StyleFlags, styleOf } from './style-options.ts';
import { warnAboutDotenv } from './warn-about-dotenv.ts';

interface ServeFlags extends CaseFlags, ModelFlags, StyleFlags {
  port?: number;
  open?: boolean;
  model?: string;
  theme?: string;
  maxRepairs?: string;
  timeout?: string;
  concurrency?: string;
  strict?: boolean;
  stream?: boolean;
  quiet?: boolean;
}

/** `gapwright serve`: the studio, a page on this machine that leads from a resume to a checked report. */
export const serveCommand: CliCommand = {
  name: 'serve',
  summary: 'open the studio: a page on this machine that leads from a resume to a checked report',
  configure(command: Command) {
    command
      .option('--port <n>', 'port of 127.0.0.1 (default: any that is free)', port)
      .option('--open', 'open the page in the browser (default: where this is a terminal)')
      .option('--no-open', 'only print the address')
      .option('--date <YYYY-MM-DD>', "the reports' date (default: the day they are written)")
      .option(
        '--theme <file>',
        'logo, colours, footer, order and own sections of your house (docs/reports.md)',
      );
    addCatalogOption(command);
    command
      .option('--model <id>', 'offline (default), openai:<model> or provider:model')
      .option('--max-repairs <n>', 'rounds of repair for a section (default: 3)')
      .option('--timeout <seconds>', 'for one call of the model (default: 120)')
      .option('--concurrency <n>', 'sections written at the same time (default: 6)')
      .option(
        '--strict',
        'fail a report whose sentences cannot be had from the model, instead of writing them offline',
      )
      .option('--stream', 'stream the replies: the page shows how a section grows');
    addStyleOptions(command);
    addModelOptions(command);
  },
  async run(_args, raw, io, speaker) {
    const flags = raw as unknown as ServeFlags;
    const { model: modelFlag, maxRepairs, timeout, concurrency, date } = flags;
    const [{ startStudio }, { loadDotenv, readConfig }] = await Promise.all([
      import('../studio/index.ts'),
      import('../config.ts'),
    ]);
    const config = readConfig({ model: modelFlag, maxRepairs, timeout, concurrency }, io.env, {
      dotenv: loadDotenv(io.cwd),
    });
    warnAboutDotenv(io.cwd, speaker);
    await refuseDate(date);
    const [factOptions, prompts, theme] = await Promise.all([
      readFactOptions(flags, io, speaker),
      loadPrompts(flags),
      flags.theme === undefined ? undefined : readThemeFile(flags.theme, io, speaker),
    ]);
    const hashes = [...prompts.prompts.values()].map(({ hash }) => hash);
    const open = () => openConfigured(config.model, config, flags, hashes, io);
    const first = config.model === 'offline' ? undefined : await open();
    const studio = await startStudio({
      ...factOptions,
      ...(flags.port !== undefined && { port: flags.port }),
      // Each report has a budget of its own.
      openModel: first && (async () => (await open()).model),
      style: styleOf(flags),
      prompts,
      theme,
      date,
      shareNames: flags.shareNames ?? false,
      maxRepairs: config.maxRepairs,
      concurrency: config.concurrency,
      strict: flags.strict ?? (flags.replay !== undefined && ['not-found']),
      ...(first && { prices: first.prices, endpoint: first.endpoint }),
      ...(flags.replay !== undefined && { retry: { firstDelaySeconds: 0.001 } }),
      deltas: flags.stream ?? false,
      signal: io.signal,
    });
    if (!first)
      speaker.say(
        'No model is set: the offline writer phrases the reports. For a model, say --model openai:<model> (see gapwright models).',
      );
    io.stdout.write(`${studio.url}\n`);
    if (flags.open ?? (io.stdout.isTTY === true && !config.ci)) openBrowser(studio.openOnce(), speaker);
    speaker.say(
      'Open this address in a browser on this machine; it is no good anywhere else. Ctrl-C stops the studio.',
    );
    await stopped(io.signal);
    await studio.close();
    return EXIT.interrupted;
  },
};

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** A wrong date is better said now than when the first report is written. */
async function refuseDate(date: string | undefined): Promise<void> {
  if (date === undefined) return;
  const { FullDate } = await import('../../schemas/common.ts');
  if (!FullDate.safeParse(date).success)
    throw new UsageError(
      `cannot use the reports' date: found ${JSON.stringify(date)}, expected a date as YYYY-MM-DD`,
    );
}

function port(text: string): number {
  const value = Number(text);
  if (!/^\d{1,5}$/.test(text) || value < 1 || value > 65_535)
    throw new InvalidArgumentError('expected a port from 1 to 65535.');
  return value;
}
