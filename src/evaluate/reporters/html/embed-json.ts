/**
 * A value as JSON that can stand within a script element: nothing in it can end the element or begin a comment, and
 * every reader of JavaScript takes its line separators. Half surrogate pairs, which UTF-8 cannot carry, are escaped.
 */
export function embedJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029\u007f-\u009f]/g,
    (letter) => `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
