/** Kinds of skills that a text cannot grant in passing; soft skills and fields of knowledge are praise. */
export const CONCRETE_KINDS: ReadonlySet<string> = new Set([
  'programming-language',
  'framework',
  'library',
  'platform',
  'database',
  'tool',
  'software',
  'standard',
]);
