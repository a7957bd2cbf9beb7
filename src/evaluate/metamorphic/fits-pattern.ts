/** Whether an id fits a pattern: `*` stands for one of its parts, `**` at the end for all that follow, or none. */
export function fitsPattern(id: string, pattern: string): boolean {
  const [parts, wanted] = [id.split('.'), pattern.split('.')];
  const open = wanted.at(-1) === '**';
  const head = open ? wanted.slice(0, -1) : wanted;
  if (open ? parts.length < head.length : parts.length !== head.length) return false;
  return head.every((part, at) => part === '*' || part === parts[at]);
}
