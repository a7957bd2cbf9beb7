/** Joins blocks with an empty line between them. Blocks at the end are left out until the text is within `most` UTF-16 units; `note` then says so. */
export function fitBlocks(blocks: readonly string[], most: number, note: string): string {
  const kept = blocks.filter((block) => block !== '');
  const whole = `${kept.join('\n\n')}\n`;
  if (whole.length <= most) return whole;
  const fitting: string[] = [];
  let size = note.length + 1;
  for (const block of kept) {
    // A block that does not fit is left out whole; a shorter one after it may still fit.
    if (size + block.length + 2 > most) continue;
    fitting.push(block);
    size += block.length + 2;
  }
  return `${[...fitting, note].join('\n\n')}\n`;
}
