import type { Writable } from 'node:stream';

/** The world as a command sees it: all that a test has to bring. */
export interface Io {
  stdout: Writable & { isTTY?: boolean };
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
    if (this.#flags.json) this.#io.stderr.write(`${JSON.stringify(event)}\n`);
  }

  /** Why it ended. Always. */
  fail(message: string, more: Record<string, unknown> = {}): void {
    this.#write({ level: 'error', message, ...more }, `gapwright: ${message}`);
  }

  #write(line: Record<string, unknown>, text: string): void {
    this.#io.stderr.write(this.#flags.json ? `${JSON.stringify(line)}\n` : `${safe(text)}\n`);
  }
}

/** Text of files may hold escape sequences: none of them reaches the terminal. */
export function safe(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu, '');
}
