import type { Context, MiddlewareHandler } from 'hono';
import { isSameText } from './is-same-text.ts';

/** What no answer goes out without. The page has one script and one style sheet, both from here, and nothing inline. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store',
};

/** Puts the headers on every answer, errors too. */
export const withHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
};

/**
 * Lets through only what this studio's own page sends. The name in `Host` must be the loopback one with our port: a
 * name of somebody else's that was bent to 127.0.0.1 is not. Whatever changes something must come from our origin.
 */
export function guardOrigin(place: { port: number }): MiddlewareHandler {
  return async (context, next) => {
    const hosts = [`127.0.0.1:${place.port}`, `localhost:${place.port}`];
    const host = context.req.header('host') ?? '';
    if (!hosts.includes(host))
      return refuse(context, `cannot answer: found another host than expected (${hosts.join(' or ')})`);
    const { method } = context.req;
    const origin = context.req.header('origin');
    const safe = method === 'GET' || method === 'HEAD';
    if (safe ? origin !== undefined && origin !== `http://${host}` : origin !== `http://${host}`)
      return refuse(context, 'cannot answer: found another origin, expected the page of this studio');
    return next();
  };
}

/** Asks for the token, compared in constant time. */
export function guardToken(token: string): MiddlewareHandler {
  return async (context, next) => {
    if (!isSameText(context.req.header('authorization') ?? '', `Bearer ${token}`))
      return context.json(
        {
          error: {
            code: 'token',
            message:
              'cannot answer: found no valid token, expected the one of the address that gapwright serve prints',
          },
        },
        401,
      );
    return next();
  };
}

/** Takes no body larger than that, by the length that it says it has; one that says none is not read at all. */
export function guardSize(most: number): MiddlewareHandler {
  return async (context, next) => {
    const { method } = context.req;
    if (method === 'GET' || method === 'HEAD') return next();
    const length = context.req.header('content-length');
    if (length === undefined && context.req.header('transfer-encoding') !== undefined)
      return context.json(
        {
          error: {
            code: 'no-length',
            message: 'cannot take the upload: found no Content-Length, expected one',
          },
        },
        411,
        CLOSE,
      );
    if (Number(length ?? 0) > most)
      return context.json(
        {
          error: {
            code: 'too-large',
            message: `cannot take the upload: found ${(Number(length) / 1e6).toFixed(1)} MB, expected at most ${most / 1e6} MB`,
          },
        },
        413,
        CLOSE,
      );
    return next();
  };
}

/** What is still on its way is not read. */
const CLOSE = { connection: 'close' };

function refuse(context: Context, message: string): Response {
  return context.json({ error: { code: 'forbidden', message } }, 403);
}
