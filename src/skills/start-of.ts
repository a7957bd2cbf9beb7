/** Codes of plain letters and digits to those of their small forms, 0 for all other plain characters. */
const SMALL: readonly number[] = Array.from({ length: 0x80 }, (_, code) => {
  const char = String.fromCharCode(code);
  return /[a-z\d]/i.test(char) ? char.toLowerCase().charCodeAt(0) : 0;
});

/** The first two letters from `at`, up to a space, as one number: what indexes of thousands of names sort by. */
export function startOf(text: string, at = 0): number {
  const first = text.charCodeAt(at) || 0;
  const second = text.charCodeAt(at + 1) || 0;
  return first * 0x10000 + (second === 0x20 ? 0 : second);
}

/** The start of a name's small form, without making it where plain letters show what it will be; else undefined. */
export function plainStartOf(name: string): number | undefined {
  const first = SMALL[name.charCodeAt(0)];
  const second = SMALL[name.charCodeAt(1)];
  // What follows could be an accent that joins the letter before it.
  if (!first || !second || name.charCodeAt(2) >= 0x80) return undefined;
  return first * 0x10000 + second;
}
