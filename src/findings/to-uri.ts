/** A path as a URI reference: relative paths stay relative, absolute ones become `file:` addresses. */
export function toUri(file: string): string {
  if (file === '-') return 'stdin';
  const parts = file.toWellFormed().replaceAll('\\', '/').split('/');
  const drive = /^[A-Za-z]:$/.test(parts[0] ?? '');
  const path = parts.map((part, at) => (drive && at === 0 ? part : encodeURIComponent(part))).join('/');
  if (drive) return `file:///${path}`;
  return path.startsWith('/') ? `file://${path}` : path;
}
