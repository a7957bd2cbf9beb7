import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readResume } from '../../src/input/resumes/read-resume.ts';

/** UPDATE_GOLDEN=1 writes what is read now; the diff shows what changes for a reader. */
const update = process.env.UPDATE_GOLDEN === '1';
const root = fileURLToPath(new URL('./golden/', import.meta.url));

describe('resumes in the manners of people', () => {
  it.each(readdirSync(root))('%s', async (name) => {
    const file = readdirSync(root + name).find((entry) => entry.startsWith('resume.')) ?? '';
    const { resume, extraction } = await readResume(`${root}${name}/${file}`);
    const guesses = extraction?.fields
      .filter(({ certainty }) => certainty === 'guess')
      .map(({ path }) => path);
    const notes = extraction?.notes.map(
      ({ code, message, line }) => `${code}${line === undefined ? '' : ` (${line})`}: ${message}`,
    );
    const read = JSON.parse(JSON.stringify({ resume, guesses, notes }));
    const expected = `${root}${name}/expected.json`;
    if (update) writeFileSync(expected, `${JSON.stringify(read, undefined, 2)}\n`);
    expect(read).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});
