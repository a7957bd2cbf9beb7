/** What a terminal acts upon, or turns the direction of its writing. JSON itself escapes only what is below a blank. */
const ACTIVE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** JSON for people to look at, with a line break at its end: nothing in it acts on a terminal, and nothing is lost. */
export function writeJson(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2).replace(
    ACTIVE,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${text}\n`;
}
