/** A glob as a pattern for whole texts: `*` and `?` stop at a slash, `**` does not. */
export function globToPattern(glob: string): RegExp {
  const source = glob.replace(/^\.\//, '').replace(/\*\*\/|\*\*|\*|\?|[\\^$.|+()[\]{}]/g, (sign) => {
    if (sign === '**/') return '(?:.*/)?';
    if (sign === '**') return '.*';
    if (sign === '*') return '[^/]*';
    if (sign === '?') return '[^/]';
    return `\\${sign}`;
  });
  return new RegExp(`^${source}$`, 'u');
}

/** Whether a name is one of those wanted; each may be a glob. */
export function matchesAny(name: string, wanted: readonly string[]): boolean {
  return wanted.some((glob) => globToPattern(glob).test(name));
}
