const ASCII = /^[\x20-\x7e]*$/;

/**
 * The form in which names are compared: compatibility forms unified (NFKC), lower case, hyphens, underscores and
 * white space all one space, zero-width and control characters gone. `C++`, `C#`, `.NET` and `CI/CD` survive.
 */
export function normalizeName(name: string): string {
  // Nearly all names are plain, and the first use of a catalog normalizes some ten thousand of them.
  if (ASCII.test(name))
    return name
      .toLowerCase()
      .replace(/[ _-]+/g, ' ')
      .trim();
  return name
    .replace(/[\p{Cf}\p{Cc}]/gu, (char) => (/\s/u.test(char) ? ' ' : ''))
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/[\s_\-\u2010-\u2015]+/gu, ' ')
    .trim();
}
