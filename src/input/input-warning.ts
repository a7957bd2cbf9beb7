import { formatPath, type Locate, type Path } from './place.ts';

/** Something in an input that is odd but no reason to stop. `message` is complete and can be printed as it is. */
export interface InputWarning {
  file: string;
  /** The place in the file, e.g. `skills[3].lvel`; empty for the whole. */
  path: string;
  message: string;
  line?: number;
  column?: number;
}

/** Makes a warning worded `role.json: unexpected key "lvel" at skills[3] (line 4, column 5), ...`. */
export function createInputWarning(
  file: string,
  path: Path,
  what: string,
  { locate, target = 'value', note }: { locate?: Locate | undefined; target?: 'key' | 'value'; note: string },
): InputWarning {
  const place = locate?.(path, target);
  const around = formatPath(target === 'key' ? path.slice(0, -1) : path);
  const where = [around && ` at ${around}`, place && ` (line ${place.line}, column ${place.column})`];
  const message = `${file}: unexpected ${what}${where.filter(Boolean).join('')}, ${note}`;
  return { file, path: formatPath(path), message, ...place };
}
