import type { Writable } from 'node:stream';

/** The world as a command sees it: all that a test has to bring. */
export interface Io {
  stdout: Writable & { isTTY?: boolean; columns?: number };
  stderr: Writable & { isTTY?: boolean };
  stdin: AsyncIterable<Uint8Array | string>;
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  signal: AbortSignal;
}

/** Options that every command takes. */
export interface CommonFlags {
  quiet?: boolean;
  verbose?: boolean;
  json?: boolean;
  color?: boolean;
}

/** Where a command speaks to people: stderr, quieter or louder as asked. */
export class Speaker {
  readonly #io: Io;
  readonly #flags: CommonFlags;

  constructor(io: Io, flags: CommonFlags) {
    this.#io = io;
    this.#flags = flags;
  }

  /** Something a person should know. Not with --quiet; a JSON line with --json. */
  say(message: string, more: Record<string, unknown> = {}): void {
    if (this.#flags.quiet) return;
    this.#write({ level: 'info', message, ...more }, message);
  }

  /** Something odd in what the user gave. Not with --quiet. */
  warn(message: string): void {
    if (this.#flags.quiet) return;
    this.#write({ level: 'warning', message }, `warning: ${message}`);
  }

  /** Detail for those who ask: with --verbose only. */
  detail(message: string, more: Record<string, unknown> = {}): void {
    if (!this.#flags.verbose || this.#flags.quiet) return;
    this.#write({ level: 'debug', message, ...more }, message);
  }

  /** An event of the work, as a JSON line; only with --json. */
  event(event: Record<string, unknown>): void {
    if (this.#flags.json) this.#io.stderr.write(`${jsonLine(event)}\n`);
  }

  /** Why it ended. Always. */
  fail(message: string, more: Record<string, unknown> = {}): void {
    this.#write({ level: 'error', message, ...more }, `gapwright: ${message}`);
  }

  #write(line: Record<string, unknown>, text: string): void {
    this.#io.stderr.write(this.#flags.json ? `${jsonLine(line)}\n` : `${safe(text)}\n`);
  }
}

/** What a terminal acts upon or nobody sees, but for line breaks and tabs; the joiner holds one emoji together. */
const UNSEEN = /(?![\t\n])\p{Cc}|(?!\u200d)\p{Cf}|\p{Co}/gu;

/** Text of files may hold escape sequences: none of them reaches the terminal. */
export function safe(text: string): string {
  return text.replace(UNSEEN, '');
}

/** JSON on one line for the terminal, nothing lost: what `safe` takes out is written as `\u009b`. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(UNSEEN, (char) =>
    [...Array(char.length).keys()]
      .map((at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
