/** What nobody sees or a system acts upon: controls, direction marks and the like, and what separates folders. */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}]/gu;
const LONGEST = 120;

/**
 * The name of an uploaded file for messages: its last part, without invisible characters, not too long, the ending
 * kept. It comes percent-encoded in a header, and never names a place on the disk.
 */
export function nameUpload(header: string | undefined): string {
  const name =
    decode(header ?? '')
      .split(/[\\/]/)
      .at(-1)
      ?.replace(UNSAFE, '')
      .trim() ?? '';
  if (name === '' || /^\.+$/.test(name)) return 'the file';
  if (name.length <= LONGEST) return name;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
  return `${name.slice(0, LONGEST - ending.length - 1).toWellFormed()}…${ending}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
