/** A part of a text under a heading, as UTF-16 offsets. */
export interface TextSection {
  /** The heading, without its signs; empty for what stands before the first. */
  title: string;
  start: number;
  end: number;
}

/** Splits Markdown at its headings of the first two levels. Every character is in one section. */
export function splitSections(text: string): TextSection[] {
  const heads = Array.from(text.matchAll(/^##?[ \t]+(.*)$/gm), (match) => ({
    title: (match[1] ?? '').trim(),
    start: match.index,
  }));
  const starts = heads[0]?.start === 0 ? heads : [{ title: '', start: 0 }, ...heads];
  return starts
    .map(({ title, start }, at) => ({ title, start, end: starts[at + 1]?.start ?? text.length }))
    .filter(({ start, end }) => end > start);
}

/** Puts sections of the same heading beside each other, in the order of the left text; others stand alone. */
export function alignSections(
  left: readonly TextSection[],
  right: readonly TextSection[],
): { left?: TextSection; right?: TextSection }[] {
  const rows: { left?: TextSection; right?: TextSection }[] = [];
  let next = 0;
  for (const section of left) {
    const at = right.findIndex(({ title }, index) => index >= next && title === section.title);
    if (at < 0) {
      rows.push({ left: section });
      continue;
    }
    for (const alone of right.slice(next, at)) rows.push({ right: alone });
    rows.push({ left: section, right: right[at] as TextSection });
    next = at + 1;
  }
  for (const alone of right.slice(next)) rows.push({ right: alone });
  return rows;
}
