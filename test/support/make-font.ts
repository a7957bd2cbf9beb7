import { brotliCompressSync } from 'node:zlib';

interface Options {
  weight?: number;
  italic?: boolean;
  /** The licence bits of OS/2. */
  fsType?: number;
}

/** Makes a TrueType font of that name whose every letter of ASCII is the same box: 500 of 1,000 units wide. */
export function makeFont(family: string, { weight = 400, italic = false, fsType = 0 }: Options = {}): Buffer {
  const style = weight >= 600 ? 'Bold' : 'Regular';
  const tables: Record<string, Buffer> = {
    'OS/2': fill(96, [
      [0, 4],
      [2, 500],
      [4, weight],
      [6, 5],
      [8, fsType],
      [62, (italic ? 1 : 0) | (weight >= 600 ? 32 : 64)],
      [64, 32],
      [66, 126],
      [68, 800],
      [70, 65_336],
      [74, 800],
      [76, 200],
      [86, 500],
      [88, 700],
    ]),
    cmap: makeCmap(),
    glyf: makeBox(),
    head: fill(54, [
      [0, 1],
      [12, 0x5f0f],
      [14, 0x3cf5],
      [18, 1_000],
      [40, 500],
      [42, 700],
      [44, (weight >= 600 ? 1 : 0) | (italic ? 2 : 0)],
      [46, 8],
      [48, 2],
    ]),
    hhea: fill(36, [
      [0, 1],
      [4, 800],
      [6, 65_336],
      [10, 500],
      [34, 1],
    ]),
    hmtx: fill(6, [[0, 500]]),
    // Two glyphs of the same length, in halves: none for what is missing, then the box.
    loca: fill(6, [
      [2, 0],
      [4, makeBox().length / 2],
    ]),
    maxp: fill(32, [
      [0, 1],
      [4, 2],
      [6, 4],
      [8, 1],
      [14, 2],
    ]),
    name: makeNames([
      [1, family],
      [2, style],
      [4, `${family} ${style}`],
      [6, `${family.replaceAll(' ', '')}-${style}`],
    ]),
    post: fill(32, [[0, 3]]),
  };
  const names = Object.keys(tables);
  const head = Buffer.alloc(12 + 16 * names.length);
  head.writeUInt32BE(0x10000, 0);
  head.writeUInt16BE(names.length, 4);
  let offset = head.length;
  const parts: Buffer[] = [head];
  for (const [at, name] of names.entries()) {
    const table = tables[name] as Buffer;
    head.write(name, 12 + at * 16, 'latin1');
    head.writeUInt32BE(offset, 12 + at * 16 + 8);
    head.writeUInt32BE(table.length, 12 + at * 16 + 12);
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}

/** Makes what begins as a WOFF2 does and has the length that it says. */
export function makeWoff2(family: string): Buffer {
  const packed = brotliCompressSync(makeFont(family));
  const head = Buffer.alloc(48);
  head.write('wOF2', 0, 'latin1');
  head.writeUInt32BE(0x10000, 4);
  head.writeUInt32BE(head.length + packed.length, 8);
  return Buffer.concat([head, packed]);
}

function fill(size: number, values: readonly (readonly [number, number])[]): Buffer {
  const table = Buffer.alloc(size);
  for (const [at, value] of values) table.writeUInt16BE(value, at);
  return table;
}

/** All letters from space to tilde are glyph 1: format 12, one group for each. */
function makeCmap(): Buffer {
  const table = Buffer.alloc(12 + 16 + 12 * 95);
  table.writeUInt16BE(1, 2);
  table.writeUInt16BE(3, 4);
  table.writeUInt16BE(10, 6);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(16 + 12 * 95, 16);
  table.writeUInt32BE(95, 24);
  for (let at = 0; at < 95; at += 1) {
    table.writeUInt32BE(32 + at, 28 + at * 12);
    table.writeUInt32BE(32 + at, 32 + at * 12);
    table.writeUInt32BE(1, 36 + at * 12);
  }
  return table;
}

/** One outline of four points on the line, in words of two bytes. */
function makeBox(): Buffer {
  const values = [1, 50, 0, 450, 700, 3, 0];
  const head = Buffer.alloc(14);
  for (const [at, value] of values.entries()) head.writeInt16BE(value, at * 2);
  const points = Buffer.alloc(16);
  for (const [at, value] of [50, 0, 400, 0, 0, 700, 0, -700].entries()) points.writeInt16BE(value, at * 2);
  return Buffer.concat([head, Buffer.from([1, 1, 1, 1]), points]);
}

function makeNames(names: readonly (readonly [number, string])[]): Buffer {
  const head = Buffer.alloc(6 + 12 * names.length);
  head.writeUInt16BE(names.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  const texts = names.map(([id, text], at) => {
    const bytes = Buffer.from(text, 'utf16le').swap16();
    for (const [place, value] of [3, 1, 0x409, id, bytes.length, offset].entries())
      head.writeUInt16BE(value, 6 + at * 12 + place * 2);
    offset += bytes.length;
    return bytes;
  });
  return Buffer.concat([head, ...texts]);
}
