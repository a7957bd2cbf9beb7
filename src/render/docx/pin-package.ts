import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

interface Entry {
  name: string;
  content: Buffer;
}

/**
 * Gives a DOCX anew so that the same report is the same file: the clock and the random ids that its maker put in are
 * replaced by the date given and by numbers in order of appearance.
 */
export function pinPackage(zip: Buffer, date: string): Uint8Array {
  const ids = new Map<string, string>();
  const entries = pinFonts(readEntries(zip)).map(({ name, content }) => {
    if (!/\.(xml|rels)$/.test(name)) return { name, content };
    const text = content
      .toString('utf8')
      .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`)
      .replace(
        /(\br?:?[Ii]d=")(rId[A-Za-z0-9_-]{16,})(")/g,
        (_all, before: string, id: string, after: string) => {
          const known = ids.get(id) ?? `rIdLink${ids.size + 1}`;
          ids.set(id, known);
          return `${before}${known}${after}`;
        },
      );
    return { name, content: Buffer.from(text, 'utf8') };
  });
  return writeZip(entries, date);
}

/**
 * Gives the files with keys of fonts by number in place of random ones. The first 32 bytes of a font are masked with
 * its key, last byte first (ECMA-376, part 4, font embedding), so they are masked anew.
 */
function pinFonts(entries: readonly Entry[]): Entry[] {
  const text = (name: string) => entries.find((entry) => entry.name === name)?.content.toString('utf8') ?? '';
  const targets = new Map<string, string>();
  for (const [tag] of text('word/_rels/fontTable.xml.rels').matchAll(/<Relationship [^>]*>/g)) {
    const [id, target] = ['Id', 'Target'].map((name) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]);
    if (id !== undefined && target !== undefined) targets.set(id, `word/${target}`);
  }
  const masks = new Map<string, Buffer>();
  let count = 0;
  const table = text('word/fontTable.xml').replace(
    /(<w:embed\w+ [^>]*r:id="([^"]*)"[^>]*w:fontKey=")\{([^}]*)\}/g,
    (_all, before: string, id: string, old: string) => {
      count += 1;
      const key = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
      const [from, to] = [old, key].map((one) => Buffer.from(one.replaceAll('-', ''), 'hex').reverse());
      masks.set(
        targets.get(id) ?? '',
        Buffer.from((from ?? Buffer.alloc(0)).map((byte, at) => byte ^ (to?.[at] ?? 0))),
      );
      return `${before}{${key}}`;
    },
  );
  return entries.map(({ name, content }) => {
    if (name === 'word/fontTable.xml') return { name, content: Buffer.from(table, 'utf8') };
    const mask = masks.get(name);
    if (!mask) return { name, content };
    return {
      name,
      content: Buffer.from(
        content.map((byte, at) => (at < 32 ? byte ^ (mask[at % mask.length] ?? 0) : byte)),
      ),
    };
  });
}

/** Reads the entries of an archive that was made in this process, in the order of its directory. */
function readEntries(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const entries: Entry[] = [];
  for (let left = zip.readUInt16LE(end + 10), at = zip.readUInt32LE(end + 16); left > 0; left -= 1) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const start = zip.readUInt32LE(at + 42);
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const raw = zip.subarray(data, data + size);
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + name),
      content: method === 8 ? inflateRawSync(raw) : Buffer.from(raw),
    });
    at += 46 + name + extra + comment;
  }
  return entries.filter((entry) => !entry.name.endsWith('/'));
}

/** Writes an archive whose entries all bear the date given, at midnight. */
function writeZip(entries: readonly Entry[], date: string): Uint8Array {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  const stamp = ((Math.max(1980, year) - 1980) << 9) | (month << 5) | day;
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const title = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(content, { level: 9 });
    // From the version needed to the lengths of name and extra field: the same in both headers.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(stamp, 8);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(title.length, 22);
    files.push(Buffer.from('PK\u0003\u0004', 'latin1'), common, title, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, rest, title);
    offset += 30 + title.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...files, list, end]));
}
