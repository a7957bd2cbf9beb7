/** A coordinated list of known names around one of them: "A, B (62%), and C". Offsets are into the text. */
export interface NameList {
  start: number;
  end: number;
  items: readonly { start: number; end: number }[];
  /** Which item it was read around. */
  at: number;
  /** What stands before the last item: "and", "or", "&"; undefined where commas alone part them. */
  conjunction: string | undefined;
  /** Whether a comma stands before the conjunction of three or more. */
  serialComma: boolean;
}

const separatorBefore = /(?:, (?:and|or) | (?:and|or|&) |, )$/;
const separatorAfter = /^(?:, (?:and|or) | (?:and|or|&) |, )/;
const LONGEST_NAME = 6;

/**
 * Reads the list that a name is a member of. Undefined where it is none, or where it cannot be told where the list
 * begins or ends, as with "For the role, A and B".
 */
export function readList(
  text: string,
  name: { start: number; end: number },
  isKnown: (words: string) => boolean,
): NameList | undefined {
  const own = withMarkup(text, name.start, name.end);
  const items = [own];
  const separators: string[] = [];
  for (let first = own; ; first = items[0] ?? own) {
    const separator = separatorBefore.exec(
      oneLine(text.slice(Math.max(0, first.start - 6), first.start)),
    )?.[0];
    if (separator === undefined) break;
    const before = nameBefore(text, first.start - separator.length, isKnown);
    if (!before) {
      // "And" before the first known name may join clauses; a comma may follow an opening of the sentence.
      return undefined;
    }
    items.unshift(before);
    separators.unshift(separator);
  }
  for (let last = items.at(-1) ?? own; ; last = items.at(-1) ?? own) {
    const separator = separatorAfter.exec(oneLine(text.slice(last.end, last.end + 6)))?.[0];
    if (separator === undefined) break;
    const next = nameAfter(text, last.end + separator.length, isKnown);
    if (!next) break;
    items.push(next);
    separators.push(separator);
  }
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last || items.length < 2) return undefined;
  const final = separators.at(-1) ?? '';
  if (separators.slice(0, -1).some((one) => one !== ', ')) return undefined;
  const conjunction = /and|or|&/.exec(final)?.[0];
  return {
    start: first.start,
    end: last.end,
    items,
    at: items.indexOf(own),
    conjunction,
    serialComma: conjunction !== undefined && final.startsWith(','),
  };
}

/** The list without the items at these places. */
export function listWithout(text: string, list: NameList, dropped: ReadonlySet<number>): string {
  const kept = list.items.filter((_, at) => !dropped.has(at)).map(({ start, end }) => text.slice(start, end));
  const last = kept.at(-1) ?? '';
  if (kept.length < 2 || list.conjunction === undefined) return kept.join(', ');
  const comma = list.serialComma && kept.length > 2 ? ',' : '';
  return `${kept.slice(0, -1).join(', ')}${comma} ${list.conjunction} ${last}`;
}

/** Line breaks within a paragraph count as spaces. */
const oneLine = (text: string): string => text.replace(/\n(?!\n)/g, ' ');

/** A name with the marks around it and a bracket behind it. */
function withMarkup(text: string, start: number, end: number): { start: number; end: number } {
  let [from, to] = [start, end];
  for (const mark of ['**', '__', '*', '_', '`']) {
    if (text.slice(from - mark.length, from) !== mark || text.slice(to, to + mark.length) !== mark) continue;
    from -= mark.length;
    to += mark.length;
    break;
  }
  const bracket = /^ \([^()\n]{1,60}\)/.exec(text.slice(to, to + 64));
  return { start: from, end: to + (bracket?.[0].length ?? 0) };
}

function nameBefore(text: string, end: number, isKnown: (words: string) => boolean) {
  const bracket = / \([^()\n]{1,60}\)$/.exec(text.slice(Math.max(0, end - 64), end))?.[0].length ?? 0;
  const to = end - bracket;
  const mark = /(\*\*|__|\*|_|`)$/.exec(text.slice(Math.max(0, to - 2), to))?.[0] ?? '';
  const inner = to - mark.length;
  let found: { start: number; end: number } | undefined;
  let from = inner;
  for (let words = 0; words < LONGEST_NAME; words += 1) {
    const word = /(?:^|[\s(:*_`])([^\s(:*_`,;]+\s?)$/.exec(text.slice(Math.max(0, from - 40), from))?.[1];
    if (word === undefined) break;
    from -= word.length;
    if (isKnown(text.slice(from, inner).toLowerCase())) found = { start: from - mark.length, end };
  }
  return found;
}

function nameAfter(text: string, start: number, isKnown: (words: string) => boolean) {
  const mark = /^(?:\*\*|__|\*|_|`)/.exec(text.slice(start, start + 2))?.[0] ?? '';
  const from = start + mark.length;
  let found: { start: number; end: number } | undefined;
  let to = from;
  for (let words = 0; words < LONGEST_NAME; words += 1) {
    const word = /^\s?[^\s(),;:*_`]+/.exec(text.slice(to, to + 40))?.[0];
    if (word === undefined) break;
    to += word.length;
    const trimmed = text.slice(from, to).replace(/[.!?]$/, '');
    if (isKnown(trimmed.toLowerCase())) found = withMarkup(text, from, from + trimmed.length);
  }
  return found;
}
