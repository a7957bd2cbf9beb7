const longest = 40;

/** Says in a few words what was found: `"abc"`, `a list of 3`, `nothing`, `-2`. */
export function describeValue(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object') return Object.keys(value).length === 0 ? 'an empty object' : 'an object';
  if (typeof value === 'function') return 'a function';
  return String(value);
}

/** Quotes a text for a message, cut where it is long. */
export function quote(text: string): string {
  if (text.length <= longest) return JSON.stringify(text);
  return `${JSON.stringify(text.slice(0, longest).toWellFormed())} and ${text.length - longest} more characters`;
}
