import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { Report } from '../../schemas/report.ts';
import { lexiconOf } from '../check/index.ts';
import { UsageError } from '../errors.ts';
import { applyTheme, findRenderer } from '../render/index.ts';
import { PRONOUNS, READERS } from '../sections/index.ts';
import { checkEdited } from './check-edited.ts';
import { MissingError } from './explain-error.ts';
import type { ReportJob, ReportJobs } from './jobs.ts';
import { readBody } from './read-body.ts';
import { refuseErrors } from './refuse-errors.ts';
import { LAST_EVENTS } from './studio-event.ts';
import type { StudioParts } from './studio-parts.ts';

const ReportRequest = z.strictObject({
  resume: z.record(z.string(), z.unknown()),
  role: z.record(z.string(), z.unknown()),
  writer: z.enum(['model', 'offline']).optional(),
  pronoun: z.enum(PRONOUNS).optional(),
  reader: z.enum(READERS).optional(),
  hoursPerWeek: z.number().positive().max(168).optional(),
});

const place = z.int().nonnegative().max(100_000);
const FileRequest = z.strictObject({
  edits: z
    .array(z.strictObject({ section: place, block: place, sentence: place, text: z.string().max(5000) }))
    .max(5000),
});

/** Reports: begun, followed, read, and handed over as files. */
export function reportRoutes({ jobs, options }: StudioParts): Hono {
  const checkOptions = options.catalog ? { lexicon: lexiconOf(options.catalog) } : {};
  const routes = new Hono();
  routes.post('/', async (context) => {
    const job = await jobs.start(await readBody(context.req, ReportRequest));
    return context.json({ id: job.id, warnings: job.warnings }, 201);
  });
  routes.get('/:id/events', (context) => {
    const job = find(jobs, context.req.param('id'));
    const from = Number(context.req.header('last-event-id') ?? -1);
    return streamSSE(context, async (stream) => {
      let at = Number.isSafeInteger(from) && from >= -1 ? from + 1 : 0;
      while (!stream.aborted) {
        for (; at < job.events.length; at += 1) {
          const event = job.events[at];
          if (!event) break;
          await stream.writeSSE({ id: String(at), data: JSON.stringify(event) });
          if (LAST_EVENTS.includes(event.type)) return;
        }
        await job.more(at);
      }
    });
  });
  routes.get('/:id', (context) => context.json(reportOf(find(jobs, context.req.param('id')))));
  routes.post('/:id/cancel', (context) => {
    find(jobs, context.req.param('id')).cancel();
    return context.json({ cancelled: true });
  });
  routes.delete('/:id', (context) => {
    const { id } = find(jobs, context.req.param('id'));
    jobs.drop(id);
    return context.json({ dropped: true });
  });
  routes.post('/:id/files/:format', async (context) => {
    const before = reportOf(find(jobs, context.req.param('id')));
    const renderer = applyTheme(findRenderer(context.req.param('format')), options.theme);
    const { edits } = await readBody(context.req, FileRequest);
    const { report } = checkEdited(before, edits, checkOptions);
    refuseErrors(report);
    // Some formats take their time, and give bytes.
    const content: string | Uint8Array = await renderer.render(report);
    const body = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
    return context.body(body, 200, {
      'content-type': renderer.mediaType,
      'content-disposition': `attachment; filename="skill-gap-report.${renderer.extension}"`,
    });
  });
  return routes;
}

function find(jobs: ReportJobs, id: string): ReportJob {
  const job = jobs.get(id);
  if (job) return job;
  throw new MissingError(
    'cannot give the report: found none of this name, expected one that was begun not long ago (reports are kept in memory for a while only); write it again',
  );
}

function reportOf({ report }: ReportJob): Report {
  if (report) return report;
  throw new UsageError(
    'cannot give the report: found that it is not finished, expected to be asked at its end',
  );
}
