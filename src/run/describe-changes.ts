import type { ManifestFile } from './run-files.ts';

/** A hash says that something changed; nobody can compare two of them by eye. */
const HASH = /^"[0-9a-f]{64}"$/;

/**
 * Says in words what differs between the manifest of a folder and that of the run at hand, one thing a line; empty
 * where both are of the same run.
 */
export function describeChanges(before: ManifestFile, now: ManifestFile): string[] {
  const changes = compare(before.run, now.run);
  const inputs = compare(before.inputs, now.inputs);
  return inputs.length === 0
    ? changes
    : changes.map((change) => (change === 'facts changed' ? `${change}: ${inputs.join(', ')}` : change));
}

function compare(before: object, now: object): string[] {
  const [old, fresh] = [flatten(before), flatten(now)];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((path) => {
    const [was, is] = [old.get(path), fresh.get(path)];
    if (was === is) return [];
    const hashed = HASH.test(was ?? is ?? '');
    if (was === undefined) return [hashed ? `${path} is new` : `${path} is new: ${is}`];
    if (is === undefined) return [hashed ? `${path} is gone` : `${path} is gone: ${was}`];
    return [hashed ? `${path} changed` : `${path} was ${was}, is ${is}`];
  });
}

/** Every value by its path, as JSON; a list is one value. */
function flatten(value: object, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, item] of Object.entries(value)) {
    const path = `${prefix}${key}`;
    if (typeof item === 'object' && item !== null && !Array.isArray(item))
      for (const [inner, text] of flatten(item, `${path}.`)) flat.set(inner, text);
    else if (item !== undefined) flat.set(path, JSON.stringify(item));
  }
  return flat;
}
