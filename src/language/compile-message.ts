/** What fills an argument: text and numbers as they are, numbers to choose a plural form by. */
export type MessageArgs = Readonly<Record<string, string | number>>;

/** A message ready to be filled in. */
export type Message = (args: MessageArgs) => string;

type Node = string | Argument | Choice;
interface Argument {
  kind: 'argument';
  name: string;
}
interface Choice {
  kind: 'plural' | 'select';
  name: string;
  options: ReadonlyMap<string, readonly Node[]>;
}

/**
 * Compiles an ICU message: arguments, `plural` (with `=n` and the CLDR categories) and `select`, nested at will, and
 * apostrophes as ICU has them. No `#`, no offset, no number or date skeletons: figures come formatted. A test holds all
 * messages to intl-messageformat, which does the same and more, and takes 30 ms to start.
 * @throws SyntaxError where the message is none; it names the place
 */
export function compileMessage(source: string, tag: string): Message {
  const reader = new Reader(source);
  const nodes = reader.readNodes(false);
  return (args) => write(nodes, args, tag);
}

function write(nodes: readonly Node[], args: MessageArgs, tag: string): string {
  let text = '';
  for (const node of nodes) {
    if (typeof node === 'string') {
      text += node;
      continue;
    }
    const value = args[node.name];
    if (value === undefined) throw new RangeError(`found no argument "${node.name}", expected one`);
    if (node.kind === 'argument') text += value;
    else text += write(choose(node, value, tag), args, tag);
  }
  return text;
}

function choose({ kind, options }: Choice, value: string | number, tag: string): readonly Node[] {
  const exact = options.get(kind === 'plural' ? `=${value}` : `${value}`);
  if (exact) return exact;
  const category = kind === 'plural' ? pluralsOf(tag).select(Number(value)) : 'other';
  return options.get(category) ?? options.get('other') ?? [];
}

const plurals = new Map<string, Intl.PluralRules>();

function pluralsOf(tag: string): Intl.PluralRules {
  const known = plurals.get(tag) ?? new Intl.PluralRules(tag);
  plurals.set(tag, known);
  return known;
}

class Reader {
  private at = 0;
  private readonly source: string;
  constructor(source: string) {
    this.source = source;
  }

  /** Reads up to the end, or to the brace that closes an option. */
  readNodes(inner: boolean): Node[] {
    const nodes: Node[] = [];
    let text = '';
    const flush = () => {
      if (text !== '') nodes.push(text);
      text = '';
    };
    for (;;) {
      const sign = this.source[this.at];
      if (sign === undefined || sign === '}') {
        if ((sign === '}') !== inner) this.refuse(inner ? '"}"' : 'no "}"');
        flush();
        return nodes;
      }
      this.at += 1;
      if (sign === '{') {
        flush();
        nodes.push(this.readArgument());
      } else if (sign === "'") text += this.readQuoted();
      else text += sign;
    }
  }

  private readArgument(): Node {
    const name = this.readWord();
    if (this.accept('}')) return { kind: 'argument', name };
    this.expect(',');
    const kind = this.readWord();
    if (kind !== 'plural' && kind !== 'select') this.refuse('plural or select');
    this.expect(',');
    const options = new Map<string, readonly Node[]>();
    while (!this.accept('}')) {
      const key = this.readWord();
      this.expect('{');
      options.set(key, this.readNodes(true));
      this.at += 1;
    }
    if (!options.has('other')) this.refuse('an option "other"');
    return { kind, name, options };
  }

  /** An apostrophe quotes only before a brace; two are one. */
  private readQuoted(): string {
    const next = this.source[this.at];
    if (next === "'") {
      this.at += 1;
      return "'";
    }
    if (next !== '{' && next !== '}') return "'";
    const end = this.source.indexOf("'", this.at);
    const quoted = this.source.slice(this.at, end < 0 ? undefined : end);
    this.at = end < 0 ? this.source.length : end + 1;
    return quoted;
  }

  private readWord(): string {
    this.skip();
    const word = /^=?\w+/u.exec(this.source.slice(this.at))?.[0] ?? this.refuse('a name');
    this.at += word.length;
    return word;
  }

  private accept(sign: string): boolean {
    this.skip();
    if (this.source[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  private expect(sign: string): void {
    if (!this.accept(sign)) this.refuse(`"${sign}"`);
  }

  private skip(): void {
    while (/\s/u.test(this.source[this.at] ?? '')) this.at += 1;
  }

  private refuse(expected: string): never {
    const found = this.source[this.at];
    throw new SyntaxError(
      `cannot read the message "${this.source}": found ${found === undefined ? 'its end' : `"${found}"`} at ${this.at}, expected ${expected}`,
    );
  }
}
