import type { Role } from '../../../schemas/role.ts';
import type { Io, Speaker } from '../io.ts';

/** Reads a profile like every input: validated, its texts made harmless. */
export async function readRole(path: string, io: Io, speaker: Speaker): Promise<Role> {
  const [{ neutraliseNames, parseInput, readDocument, SHOWN_TEXTS }, schema] = await Promise.all([
    import('../../input/index.ts'),
    import('../../../schemas/role.ts'),
  ]);
  const { data, file, locate } = await readDocument(path, { stdin: io.stdin, signal: io.signal });
  const parsed = parseInput(schema.Role, data, { file, locate });
  const { value, warnings } = neutraliseNames(parsed.value, SHOWN_TEXTS.role, { file, locate });
  for (const warning of [...parsed.warnings, ...warnings]) speaker.warn(warning.message);
  return value;
}
