import { compileMessage, type Message, type MessageArgs } from './compile-message.ts';
import type { Language } from './language.ts';
import type { en } from './messages/en.ts';
import { fluencyKind, nameLanguage } from './name-language.ts';

/** Ids of the messages that every language has. */
export type MessageId = keyof typeof en.messages;

/** What is counted in digits ("264 hours") or words ("three years"). */
export type Measure = Suffix<'measure'>;
export type Counted = Suffix<'counted'>;
type Suffix<Start extends string> = MessageId extends infer Id
  ? Id extends `${Start}.${infer Rest}`
    ? Rest
    : never
  : never;

/** What a count counts, for languages whose numbers have a gender. */
export type Countable = 'skill' | 'resource' | 'phase' | 'posting' | 'figure' | 'level' | 'year' | 'month';

/** Below so many postings a percentage says more than is known. */
export const SMALL_SAMPLE = 10;

/** The fixed words of one language and the way it writes values. */
export class Words {
  readonly tag: string;
  /** Whether the checker reads prose in it. */
  readonly checked: boolean;
  /** Whether "a" before a value turns into "an". */
  readonly articles: boolean;
  private readonly language: Language<MessageId>;
  private readonly compiled = new Map<MessageId, Message>();

  constructor(language: Language<MessageId>) {
    this.language = language;
    this.tag = language.tag;
    this.checked = language.checked ?? false;
    this.articles = language.articles ?? false;
  }

  /** The tag with its main region, for programs that want one (spelling, hyphenation). */
  get locale(): string {
    return this.language.locale ?? this.tag;
  }

  /** The English name of the language. */
  get name(): string {
    return this.language.name;
  }

  /** Fills in a message. @throws RangeError where an argument that it needs is not given */
  say(id: MessageId, args: MessageArgs = {}): string {
    let message = this.compiled.get(id);
    if (!message) {
      message = compileMessage(this.language.messages[id], this.tag);
      this.compiled.set(id, message);
    }
    return message(args);
  }

  /** Figures in a text: digits as the language groups them, and the words of counts from two on. */
  get figures(): RegExp {
    this.figurePattern ??= new RegExp(
      `(?<![\\p{L}\\p{N}])(?:\\d{1,3}(?:${quote(this.signs.group)}\\d{3})+(?!\\d)(?:${quote(this.signs.decimal)}\\d+)?|\\d+(?:${quote(this.signs.decimal)}\\d+)?|${[...this.smallNumbers.keys()].join('|')})(?!\\p{L})`,
      'giu',
    );
    return this.figurePattern;
  }

  /** Reads a figure as the language writes it; undefined where the text is none. */
  readNumber(text: string): number | undefined {
    const { group, decimal } = this.signs;
    const value = /\d/u.test(text)
      ? Number(text.replaceAll(group, '').replace(decimal, '.'))
      : this.smallNumbers.get(text.toLowerCase());
    return Number.isNaN(value) ? undefined : value;
  }

  /** Reads the unit that a text begins with, behind a figure: `hour`, `week`, `month`, `year`, `%` or a sign of money. */
  readUnit(text: string): string | undefined {
    const [, sign, word] = /^\s?(?:(%|\p{Lu}{0,2}\p{Sc})|(\p{L}+))/u.exec(text) ?? [];
    return sign ?? (word === undefined ? undefined : this.unitNouns.get(word.toLowerCase()));
  }

  /** Nouns of lengths of time, in one and in many, by what they measure. */
  get unitNouns(): ReadonlyMap<string, string> {
    this.units ??= new Map(
      [1, 2].flatMap((n) =>
        (
          [
            ['hour', this.measure(n, 'hour')],
            ['week', this.measure(n, 'week')],
            ['month', this.counted(n, 'month')],
            ['year', this.counted(n, 'year')],
          ] as const
        ).map(([unit, text]): [string, string] => [text.replace(/^\S+\s/u, '').toLowerCase(), unit]),
      ),
    );
    return this.units;
  }

  private units: ReadonlyMap<string, string> | undefined;
  private figurePattern: RegExp | undefined;

  /** What parts thousands and what begins the decimals. */
  private get signs(): { group: string; decimal: string } {
    const [group = ',', decimal = '.'] = this.number(12_345.6).replace(/\d/gu, '');
    return { group, decimal };
  }

  /** Counts in words; one and none are articles as well. */
  get smallNumbers(): ReadonlyMap<string, number> {
    this.small ??= new Map(
      [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((count) => [this.count(count).toLowerCase(), count]),
    );
    return this.small;
  }

  private small: ReadonlyMap<string, number> | undefined;

  /** A count as prose writes it: words up to twelve, digits from 13 on; 0 is "no" before a noun. */
  count(count: number, of: Countable = 'skill'): string {
    return Number.isInteger(count) && count >= 0 && count <= 12
      ? this.say('count', { n: count, of })
      : this.number(count);
  }

  /** Count and noun: "three weeks", "one year". */
  counted(n: number, noun: Counted): string {
    return this.say(`counted.${noun}`, {
      n,
      count: this.count(n, noun),
      digits: this.number(n),
    });
  }

  /** Count and noun in digits, as plans write them: "264 hours", "1 week". */
  measure(n: number, noun: Measure): string {
    return this.say(`measure.${noun}`, { n, digits: this.number(n) });
  }

  /** Digits with separators of thousands and at most one decimal. */
  number(value: number): string {
    return this.language.habits?.number(value) ?? this.intl({ maximumFractionDigits: 1 }).format(value);
  }

  /** A share of 0 to 1 as a whole per cent; what would round to 0 or 100 without being it keeps a decimal. */
  share(share: number): string {
    const whole = Math.round(share * 100);
    const misleading = (whole === 0 && share > 0) || (whole === 100 && share < 1);
    const percent = misleading ? Math.min(99.9, Math.max(0.1, Math.round(share * 1000) / 10)) : whole;
    return (
      this.language.habits?.percent(percent) ??
      this.intl({ style: 'percent', maximumFractionDigits: 1 }).format(percent / 100)
    );
  }

  /** A share counted over a small sample, in words that fit before "postings": "four of the five". */
  part({ postings, of }: { postings: number; of: number }): string {
    return this.say('fact.part', {
      n: postings,
      m: of,
      all: postings === of ? 'yes' : 'no',
      count: this.count(postings, 'posting'),
      total: this.count(of, 'posting'),
    });
  }

  /** A share as prose says it: a whole per cent, or the counts where the sample is small. */
  sampled(share: number, sample: { postings: number; of: number } | undefined): string {
    return sample && sample.of < SMALL_SAMPLE ? this.part(sample) : this.share(share);
  }

  /** Money in the manner of the language, cents only where there are some. */
  money(amount: number, currency: string): string {
    const digits = Number.isInteger(amount) ? 0 : 2;
    return (
      this.language.habits?.money(amount, currency, digits) ??
      this.intl({
        style: 'currency',
        currency,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(amount)
    );
  }

  /** A length of work in months as people say it: "three years", "one year and two months", "five months". */
  months(months: number): string {
    const years = Math.floor(months / 12);
    const rest = months % 12;
    if (years === 0) return rest === 0 ? this.say('months.none') : this.counted(rest, 'month');
    if (rest === 0) return this.counted(years, 'year');
    return this.say('months.both', {
      years: this.counted(years, 'year'),
      months: this.counted(rest, 'month'),
    });
  }

  /** "A", "A and B", "A, B, and C". */
  list(items: readonly string[], word: 'and' | 'or' = 'and'): string {
    return this.language.habits?.list(items, word) ?? this.lister(word).format(items);
  }

  /** A list that names at most `most` items and counts the rest: "A, B, and three more". Never leaves only one unnamed. */
  cutList(items: readonly string[], most: number): string {
    if (items.length <= most + 1) return this.list(items);
    const rest = items.length - most;
    return this.say('list.more', { items: items.slice(0, most).join(', '), count: this.count(rest) });
  }

  /** `2026-10` is "October 2026", `2026` stays, `2026-11-24` is "24 November 2026". */
  date(date: string): string {
    const [year = date, month, day] = date.split('-');
    const at = Number(month);
    if (!(at >= 1 && at <= 12)) return year;
    const known = this.language.habits?.date(year, at, day === undefined ? undefined : Number(day));
    if (known !== undefined) return known;
    const time = new Date(0);
    time.setUTCFullYear(Number(year), at - 1, day === undefined ? 1 : Number(day));
    return this.dater(day !== undefined).format(time);
  }

  /** A language that a resume names, with its fluency: "Swedish (native speaker)". `text` is how the resume words it. */
  spoken(language: string, fluency: string, text: string): string {
    const words = this.say('fact.fluency', { kind: fluencyKind(fluency), text });
    return this.say('fact.language', { language: nameLanguage(language, this.tag), fluency: words });
  }

  /** The name of a language, given in English. */
  nameLanguage(language: string): string {
    return nameLanguage(language, this.tag);
  }

  /** What the ends of a range of pay are: in words of ours where the role says it in those of the market's builders. */
  span(text: string): string {
    const ends = /^(\d+)th to (\d+)th percentile$/.exec(text);
    if (ends) return this.say('fact.span', { from: ends[1] ?? '', to: ends[2] ?? '' });
    return text === 'lowest to highest figure' ? this.say('fact.span-ends') : text;
  }

  /** Gives the text with its first letter in upper case. */
  capitalize(text: string): string {
    const first = [...text][0] ?? '';
    return first.toLocaleUpperCase(this.tag) + text.slice(first.length);
  }

  private readonly formats = new Map<string, Intl.NumberFormat>();

  /** Making one takes a hundred times as long as using it. */
  private intl(settings: Intl.NumberFormatOptions): Intl.NumberFormat {
    const key = JSON.stringify(settings);
    const known = this.formats.get(key) ?? new Intl.NumberFormat(this.tag, settings);
    this.formats.set(key, known);
    return known;
  }

  private readonly listers = new Map<string, Intl.ListFormat>();

  private lister(word: 'and' | 'or'): Intl.ListFormat {
    const type = word === 'and' ? 'conjunction' : 'disjunction';
    const known = this.listers.get(word) ?? new Intl.ListFormat(this.tag, { type });
    this.listers.set(word, known);
    return known;
  }

  private readonly daters = new Map<boolean, Intl.DateTimeFormat>();

  private dater(day: boolean): Intl.DateTimeFormat {
    const known =
      this.daters.get(day) ??
      new Intl.DateTimeFormat(this.tag, {
        timeZone: 'UTC',
        year: 'numeric',
        month: 'long',
        ...(day && { day: 'numeric' }),
      });
    this.daters.set(day, known);
    return known;
  }
}

function quote(sign: string): string {
  return sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
