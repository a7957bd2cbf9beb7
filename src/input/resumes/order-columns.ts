import { readDates } from '../../resume/read/dates.ts';
import type { LaidLine } from './join-items.ts';

/** Rows in a column at least, on both sides of the gutter. */
const LEAST_ROWS = 4;
/** Points that a gutter is wide at least. */
const LEAST_GUTTER = 9;
const MOST_COLUMNS_DEEP = 2;

interface Row {
  y: number;
  size: number;
  lines: LaidLine[];
}

/**
 * Puts the lines of a page in reading order. Where an empty strip runs down between lines over several rows, what is
 * left of it is read before what is right of it; above and below it the page is read across. A strip between names
 * and their dates, or labels and their values, parts no columns: those rows are read across, with a tab between.
 */
export function orderColumns(lines: readonly LaidLine[], depth = 0): LaidLine[] {
  const rows = toRows(lines);
  const gutter = depth < MOST_COLUMNS_DEEP ? findGutter(rows) : undefined;
  if (!gutter) return rows.flatMap(joinAcross);
  const { from, to, x } = gutter;
  const within = rows.slice(from, to).flatMap((row) => row.lines);
  const left = within.filter((line) => line.x < x);
  const right = within.filter((line) => line.x >= x);
  return [
    ...orderColumns(
      rows.slice(0, from).flatMap((row) => row.lines),
      depth + 1,
    ),
    ...begin(orderColumns(left, depth + 1)),
    ...begin(orderColumns(right, depth + 1)),
    ...begin(
      orderColumns(
        rows.slice(to).flatMap((row) => row.lines),
        depth,
      ),
    ),
  ];
}

function begin(lines: LaidLine[]): LaidLine[] {
  const [first, ...more] = lines;
  return first ? [{ ...first, breaks: true }, ...more] : [];
}

function toRows(lines: readonly LaidLine[]): Row[] {
  const rows: Row[] = [];
  for (const line of [...lines].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && Math.abs(row.y - line.y) <= Math.min(row.size, line.size) * 0.45) row.lines.push(line);
    else rows.push({ y: line.y, size: line.size, lines: [line] });
  }
  return rows;
}

/** The row as one line, with tabs where the gaps are. */
function joinAcross({ lines }: Row): LaidLine[] {
  const sorted = [...lines].sort((a, b) => a.x - b.x);
  const [first] = sorted;
  if (!first) return [];
  const widest = sorted.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  return [
    {
      ...first,
      ...(sorted[1] && { cells: { right: first.right, next: sorted[1].x } }),
      text: sorted.map(({ text }) => text).join('\t'),
      right: sorted.at(-1)?.right ?? first.right,
      font: widest.font,
      size: widest.size,
    },
  ];
}

interface Gutter {
  from: number;
  to: number;
  /** In the middle of the strip. */
  x: number;
}

/** The strip that runs down over the most rows with text on both sides. */
function findGutter(rows: readonly Row[]): Gutter | undefined {
  const starts = [...new Set(rows.flatMap(({ lines }) => lines.map(({ x }) => Math.round(x))))].sort(
    (a, b) => a - b,
  );
  let best: (Gutter & { weight: number }) | undefined;
  for (const right of starts) {
    const strip = right - LEAST_GUTTER;
    for (const { from, to } of runs(rows, strip, right)) {
      const gutter = trim(rows, { from, to, x: right - LEAST_GUTTER / 2 });
      if (!gutter) continue;
      const weight = gutter.to - gutter.from;
      if ((best === undefined || weight > best.weight) && partsColumns(rows, gutter))
        best = { ...gutter, weight };
    }
  }
  return best;
}

/** Stretches of rows with nothing between the two places. */
function* runs(rows: readonly Row[], left: number, right: number): Generator<{ from: number; to: number }> {
  let from = 0;
  for (let at = 0; at <= rows.length; at += 1) {
    const row = rows[at];
    const crossed = row === undefined || row.lines.some((line) => line.x < right - 1 && line.right > left);
    if (!crossed) continue;
    if (at - from >= LEAST_ROWS) yield { from, to: at };
    from = at + 1;
  }
}

/** Without the rows at the ends that stand on one side alone, where they are set apart from the rest by their size or room. */
function trim(rows: readonly Row[], { from, to, x }: Gutter): Gutter | undefined {
  const sides = (at: number) => {
    const { lines = [] } = rows[at] ?? {};
    return { left: lines.some((line) => line.x < x), right: lines.some((line) => line.x >= x) };
  };
  let [first, last] = [from, to];
  // A head over both columns that happens to be short stands left of the strip, before anything right of it.
  const firstRight = findIndex(from, to, (at) => sides(at).right);
  const firstLeft = findIndex(from, to, (at) => sides(at).left);
  if (firstRight === undefined || firstLeft === undefined) return undefined;
  const begins = Math.max(firstRight, firstLeft);
  const apart = (at: number) => (rows[at - 1]?.y ?? 0) - (rows[at]?.y ?? 0) > (rows[at]?.size ?? 0) * 1.9;
  for (let at = begins; at > from; at -= 1)
    if (apart(at)) {
      first = at;
      break;
    }
  while (last > first && !(sides(last - 1).left || sides(last - 1).right)) last -= 1;
  return last - first >= LEAST_ROWS ? { from: first, to: last, x } : undefined;
}

function findIndex(from: number, to: number, test: (at: number) => boolean): number | undefined {
  for (let at = from; at < to; at += 1) if (test(at)) return at;
  return undefined;
}

/** Whether both sides are texts of their own, not names with dates, or labels with values. */
function partsColumns(rows: readonly Row[], { from, to, x }: Gutter): boolean {
  const within = rows.slice(from, to);
  const left = within.filter(({ lines }) => lines.some((line) => line.x < x));
  const right = within.filter(({ lines }) => lines.some((line) => line.x >= x));
  if (left.length < LEAST_ROWS || right.length < LEAST_ROWS) return false;
  const both = left.filter((row) => right.includes(row)).length;
  const fewer = Math.min(left.length, right.length);
  const more = Math.max(left.length, right.length);
  const texts = (side: 'left' | 'right') =>
    within.flatMap(({ lines }) =>
      lines.filter((line) => (side === 'left' ? line.x < x : line.x >= x)).map(({ text }) => text),
    );
  const dated = (list: readonly string[]) =>
    list.filter((text) => readDates(text).length > 0 && text.length < 40).length / list.length;
  if (dated(texts('left')) > 0.6 || dated(texts('right')) > 0.6) return false;
  // Every row of the shorter side has its partner at the very height: a label and what it labels.
  if (both >= fewer * 0.85 && fewer < more * 0.6) return false;
  const labels =
    texts('left').filter((text) => /:\s*$/.test(text) || text.length <= 24).length / texts('left').length;
  return !(
    both >= fewer * 0.95 &&
    both >= more * 0.95 &&
    labels > 0.8 &&
    texts('left').some((text) => /:\s*$/.test(text))
  );
}
