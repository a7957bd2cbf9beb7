import type { ReportEvent } from '../draft/events.ts';
import { plural } from '../facts/plural.ts';
import { type CommonFlags, type Io, type Speaker, safe } from './io.ts';
import { describeWait } from './tell-waits.ts';

/** Reads the events of a run: JSON lines with --json, a live list on a terminal, words where something went wrong. */
export async function followProgress(
  events: AsyncIterable<ReportEvent>,
  io: Io,
  flags: CommonFlags,
  speaker: Speaker,
): Promise<void> {
  const live = io.stderr.isTTY === true && !flags.quiet && !flags.json && !flags.verbose;
  let list: Awaited<ReturnType<typeof showSections>> | undefined;
  for await (const event of events) {
    speaker.event({ ...event, ...('error' in event && { error: event.error.message }) });
    if (event.type === 'report-start' && event.model !== 'offline' && live)
      list = await showSections(event.sections, io);
    list?.update(event);
    if (event.type === 'section-fallback' && !flags.json && !list) {
      speaker.say(`${event.section}: ${tellFallback(event)} (${event.reason})`);
    }
    if (!flags.json) speaker.detail(tell(event));
  }
  await list?.end();
}

/** Such as "2 sentences written offline, 1 left out". */
function tellFallback({ sentences, leftOut }: ReportEvent & { type: 'section-fallback' }): string {
  const nouns = (count: number) => `${count} ${plural(count, 'sentence')}`;
  if (leftOut === 0) return `${nouns(sentences)} written offline`;
  return sentences === 0
    ? `${nouns(leftOut)} left out`
    : `${nouns(sentences)} written offline, ${leftOut} left out`;
}

function tell(event: ReportEvent): string {
  switch (event.type) {
    case 'section-finding':
      return `${event.section}, round ${event.round}: ${event.finding.message} (${event.finding.rule})`;
    case 'section-mended':
      return `${event.section}: the reply was mended (${event.mended.join('; ')})`;
    case 'section-repair':
      return `${event.section}: repair round ${event.round}, ${event.sentences} ${plural(event.sentences, 'sentence')}`;
    case 'call-retry':
      return `${event.section}: call ${event.attempt} failed (${event.error.message}), next in ${event.delaySeconds.toFixed(1)} s`;
    case 'call-wait':
      return `${event.section}: ${describeWait(event.seconds) ?? 'the wait for the rate limit is over'}`;
    case 'section-end':
      return `${event.section}: done, ${event.sentences.model} from the model, ${event.sentences.repaired} repaired, ${event.sentences.offline} offline`;
    default:
      return event.type;
  }
}

/** A live list of the sections on the terminal. */
async function showSections(sections: readonly { id: string; title: string }[], io: Io) {
  const { Listr, ListrLogger, ProcessOutput } = await import('listr2');
  // Everything but results goes to stderr, the list too.
  const stderr = io.stderr as NodeJS.WriteStream;
  const logger = new ListrLogger({ processOutput: new ProcessOutput(stderr, stderr) });
  const doors = new Map(sections.map(({ id }) => [id, Promise.withResolvers<void>()]));
  const tasks = new Map<string, { output: string; title: string }>();
  /** What is told before the list has begun. */
  const early = new Map<string, string>();
  const list = new Listr(
    sections.map(({ id, title }) => ({
      title,
      task: (_: unknown, task: { output: string; title: string }) => {
        tasks.set(id, task);
        const words = early.get(id);
        if (words !== undefined) task.output = words;
        return doors.get(id)?.promise;
      },
    })),
    {
      concurrent: true,
      renderer: 'default',
      rendererOptions: { logger },
      // Where stdout is a file and stderr a terminal, listr2 falls back, and would then write into the file.
      fallbackRenderer: 'simple',
      fallbackRendererOptions: { logger },
    },
  );
  const done = list.run().catch(() => {});
  return {
    update(event: ReportEvent) {
      if (!('section' in event)) return;
      const task = tasks.get(event.section);
      if (task && event.type === 'section-repair')
        task.output = `repair round ${event.round}: ${event.sentences} ${plural(event.sentences, 'sentence')}`;
      if (event.type === 'call-retry') {
        const words = safe(`waiting ${event.delaySeconds.toFixed(0)} s: ${event.error.message}`);
        if (task) task.output = words;
        else early.set(event.section, words);
      }
      if (event.type === 'call-wait') {
        const words = describeWait(event.seconds) ?? '';
        // The end of a wait takes away what told of it, and nothing else.
        const isOther = words === '' && !/^waiting for the rate limit/.test(task?.output ?? '');
        if (task && !isOther) task.output = words;
        else if (!task) early.set(event.section, words);
      }
      if (task && event.type === 'section-fallback') task.title += ` (${tellFallback(event)})`;
      if (event.type === 'section-end' || event.type === 'section-kept') doors.get(event.section)?.resolve();
    },
    async end() {
      for (const door of doors.values()) door.resolve();
      await done;
    },
  };
}
