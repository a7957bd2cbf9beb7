import { Hono } from 'hono';
import { nameUpload } from './name-upload.ts';
import { PreviewRequest, previewFacts } from './preview-facts.ts';
import { readBody } from './read-body.ts';
import { buildUploadedRole, PostingsRequest, readUploadedResume, readUploadedRole } from './read-upload.ts';
import type { StudioParts } from './studio-parts.ts';
import { describeStart } from './studio-start.ts';

/** What leads up to a report: resume and role as they were read. The name of a file comes in a header, encoded. */
export function inputRoutes(parts: StudioParts): Hono {
  const { options } = parts;
  const routes = new Hono();
  const start = describeStart(parts);
  routes.get('/start', (context) => context.json(start));
  routes.post('/resume', async (context) => {
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    const file = nameUpload(context.req.header('x-file-name'));
    return context.json(await readUploadedResume(bytes, file, context.req.raw.signal));
  });
  routes.post('/role', async (context) => {
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    return context.json(await readUploadedRole(bytes, nameUpload(context.req.header('x-file-name'))));
  });
  routes.post('/role-of-postings', async (context) =>
    context.json(buildUploadedRole(await readBody(context.req, PostingsRequest), options.catalog)),
  );
  routes.post('/facts', async (context) =>
    context.json(await previewFacts(await readBody(context.req, PreviewRequest), options)),
  );
  return routes;
}
