import { Hono } from 'hono';
import { explainError } from './explain-error.ts';
import { guardOrigin, guardSize, guardToken, withHeaders } from './guard.ts';
import { inputRoutes } from './input-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { MOST_BYTES, type StudioParts } from './studio-parts.ts';

/** The studio's routes. Only fixed addresses are answered: no part of an address ever names a file. */
export function makeApp(parts: StudioParts): Hono {
  const { token, place, page, ticket } = parts;
  const app = new Hono();
  app.use(withHeaders, guardOrigin(place));
  app.get('/', (context) => context.html(page.html));
  app.get('/studio.js', (context) =>
    context.body(page.script, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  app.get('/studio.css', (context) =>
    context.body(page.style, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  app.get('/icon.svg', (context) => context.body(page.icon, 200, { 'content-type': 'image/svg+xml' }));
  app.get('/open/:ticket', (context) =>
    ticket.take(context.req.param('ticket'))
      ? context.redirect(`/#${token}`)
      : context.text('This link has been used. Open the address that gapwright serve prints.', 410),
  );

  app.use('/api/*', guardToken(token), guardSize(MOST_BYTES));
  app.route('/api', inputRoutes(parts));
  app.route('/api/reports', reportRoutes(parts));

  app.notFound((context) =>
    context.json(
      {
        error: {
          code: 'not-found',
          message: 'cannot answer: found no such address, expected one of the page',
        },
      },
      404,
    ),
  );
  app.onError((error, context) => {
    const { status, body } = explainError(error);
    return context.json(body, status);
  });
  return app;
}
