import { redactSecrets } from './redact.ts';
import type { TextSink } from './server-events.ts';

/** One HTTP exchange as it was, for evidence that the client libraries throw away. */
export interface WireRecord {
  status: number;
  header(name: string): string | undefined;
  body: string;
}

/** A longer reply than this is a fault of the server; a report's section has a few thousand characters. */
const longestBody = 8 * 1024 * 1024;

/**
 * A `fetch` that keeps its last response. LangChain and the openai client drop the text and the usage of a reply
 * that was cut off, filtered or is not JSON, drop the `refusal` field, and put timeouts into bare errors.
 * The body is read to its end here, so that the client's timeout covers a slow body as well; `onPiece` gets a good
 * one as it comes.
 */
export function recordWire(
  onPiece?: TextSink,
  send: typeof fetch = fetch,
): { fetch: typeof fetch; last(): WireRecord | undefined } {
  let record: WireRecord | undefined;
  return {
    last: () => record,
    fetch: async (input, init) => {
      record = undefined;
      const response = await send(input, init);
      const body = await readBody(response, response.ok ? onPiece : undefined);
      record = {
        status: response.status,
        header: (name) => response.headers.get(name) ?? undefined,
        body,
      };
      const bodyless = response.status === 204 || response.status === 205 || response.status === 304;
      return new Response(bodyless ? null : body, { status: response.status, headers: response.headers });
    },
  };
}

async function readBody(response: Response, onPiece: TextSink = () => {}): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > longestBody) throw new Error(`the reply is longer than ${longestBody} bytes`);
    const piece = decoder.decode(chunk, { stream: true });
    onPiece(piece);
    text += piece;
  }
  return text + decoder.decode();
}

/** The body as JSON; undefined where it is none. */
export function parseWireJson(record: WireRecord): unknown {
  try {
    return JSON.parse(record.body);
  } catch {
    return undefined;
  }
}

/** The body's beginning on one line, fit for a message. */
export function quoteBody(body: string, secrets: readonly string[] = [], length = 120): string {
  const line = redactSecrets(body, secrets).replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length)}...` : line;
}
