import { Buffer } from 'node:buffer';

const FIRST = 20_000;

/** The first characters of what may be a text, good enough to tell formats by; zero bytes of UTF-16 are left out. */
export function peek(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, FIRST)).toString('utf8');
  return start.replace(/^(?:\ufeff|\ufffd{2})/u, '').replaceAll('\0', '');
}

/** Whether bytes begin with those that only binary files begin with. */
export function isBinary(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  return start.startsWith('%PDF') || start.startsWith('PK') || start.startsWith('\u00d0\u00cf');
}
