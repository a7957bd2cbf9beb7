import type { HeaderReader } from './retry-after.ts';

/** What an error of any client library says in fields. Messages are only for people. */
export interface ErrorFields {
  message: string;
  /** The names and constructors of the error and its causes, outermost first. */
  names: readonly string[];
  /** Codes and types, e.g. `ECONNREFUSED`, `insufficient_quota`, outermost first. */
  codes: readonly string[];
  status: number | undefined;
  /** The request parameter that the server objects to. */
  param: string | undefined;
  requestId: string | undefined;
  header: HeaderReader;
}

/** Deeper chains are loops or noise. */
const deepestCause = 6;

/** Reads the fields of an error and of everything inside it: `cause`, `error`, `errors`, `response`, `$metadata`. */
export function readErrorFields(error: unknown): ErrorFields {
  const layers = layersOf(error);
  const first = <T>(read: (layer: Record<string, unknown>) => T | undefined): T | undefined => {
    for (const layer of layers) {
      const value = read(layer);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  return {
    message:
      error instanceof Error ? error.message : (first((layer) => text(layer.message)) ?? describe(error)),
    names: layers.flatMap(namesOf),
    codes: layers.flatMap((layer) =>
      [text(layer.code), text(layer.type)].filter((code) => code !== undefined),
    ),
    status: first((layer) => statusOf(layer)),
    param: first((layer) => text(layer.param)),
    requestId: first((layer) => text(layer.requestID) ?? text(layer.request_id) ?? text(layer.requestId)),
    header: (name) => first((layer) => readHeader(layer.headers, name)),
  };
}

/** The error and what lies inside it, outermost first, each once. */
function layersOf(error: unknown): Record<string, unknown>[] {
  const layers: Record<string, unknown>[] = [];
  let level = [error];
  for (let depth = 0; depth < deepestCause && level.length > 0; depth++) {
    const objects = level.filter(isRecord).filter((value) => !layers.includes(value));
    layers.push(...objects);
    level = objects.flatMap((value) => [
      value.cause,
      value.error,
      value.response,
      value.$metadata,
      ...(Array.isArray(value.errors) ? value.errors : []),
    ]);
  }
  return layers;
}

function namesOf(layer: Record<string, unknown>): string[] {
  if (!(layer instanceof Error)) return [];
  return [...new Set([layer.name, layer.constructor.name])].filter((name) => name !== 'Error');
}

function readHeader(headers: unknown, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  if (!isRecord(headers)) return undefined;
  const key = Object.keys(headers).find((candidate) => candidate.toLowerCase() === name);
  return key === undefined ? undefined : text(headers[key]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Every client library has its own name for it. */
function statusOf(layer: Record<string, unknown>): number | undefined {
  return [layer.status, layer.statusCode, layer.status_code, layer.httpStatusCode]
    .map(status)
    .find((found) => found !== undefined);
}

/** An HTTP status; some gateways write it as a string. */
function status(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && number >= 100 && number < 600 ? number : undefined;
}

function describe(error: unknown): string {
  return error === undefined || error === null ? 'nothing' : String(error);
}
