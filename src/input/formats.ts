import type { InputFormat } from './format.ts';
import { json } from './json.ts';
import { yaml } from './yaml.ts';

/** Every format of input, in the order in which a text of unknown format is tried. */
export const formats: readonly InputFormat[] = [json, yaml];

/** All extensions as words: `.json, .yaml or .yml`. */
export function listExtensions(): string {
  const all = formats.flatMap(({ extensions }) => extensions);
  return `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}
