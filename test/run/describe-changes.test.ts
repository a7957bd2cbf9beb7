import { describe, expect, it } from 'vitest';
import type { RunManifest } from '../../src/draft/index.ts';
import { describeChanges } from '../../src/run/describe-changes.ts';
import { fingerprintInputs } from '../../src/run/fingerprint-inputs.ts';
import type { ManifestFile } from '../../src/run/run-files.ts';
import { manifest } from './support/fixture.ts';

const other = 'f'.repeat(64);
const file = (run: RunManifest, inputs: Record<string, unknown> = {}): ManifestFile => ({
  schema: 'gapwright/run@1',
  run: { ...run, prompts: { ...run.prompts }, sections: [...run.sections] },
  inputs: fingerprintInputs(inputs),
});
const before = manifest();

describe('describeChanges', () => {
  const cases: [string, Partial<RunManifest>, string[]][] = [
    ['nothing', {}, []],
    ['another order of keys', { prompts: Object.fromEntries(Object.entries(before.prompts).reverse()) }, []],
    ['the facts', { facts: other }, ['facts changed']],
    ['one prompt', { prompts: { ...before.prompts, summary: other } }, ['prompts.summary changed']],
    [
      'other prompts',
      { prompts: { summary: 'c'.repeat(64), profile: other } },
      ['prompts.shared is gone', 'prompts.profile is new'],
    ],
    ['the model', { model: 'openai:n' }, ['model was "openai:m", is "openai:n"']],
    ['the style', { style: { ...before.style, pronoun: 'she' } }, ['style.pronoun was "they", is "she"']],
    ['the repairs', { maxRepairs: 1 }, ['maxRepairs was 3, is 1']],
    [
      'the sections',
      { sections: ['summary'] },
      ['sections was ["summary","profile","roadmap"], is ["summary"]'],
    ],
    ['the version', { version: '0.2.0' }, ['version was "0.1.0", is "0.2.0"']],
    [
      'several things',
      { model: 'openai:n', maxRepairs: 0 },
      ['model was "openai:m", is "openai:n"', 'maxRepairs was 3, is 0'],
    ],
  ];

  it.each(cases)('%s', (_, change, words) => {
    expect(describeChanges(file(before), file(manifest(change)))).toEqual(words);
  });

  const resume = { basics: { name: 'A' } };

  it('says which inputs made the facts change', () => {
    const old = file(before, { resume, date: '2026-11-24' });
    const now = file(manifest({ facts: other }), { resume: {}, date: '2026-11-25', weeks: 9 });
    expect(describeChanges(old, now)).toEqual([
      'facts changed: resume changed, date was "2026-11-24", is "2026-11-25", weeks is new: "9"',
    ]);
  });

  it('makes nothing of an input that changed no fact', () => {
    expect(describeChanges(file(before, { resume }), file(before, { resume: {} }))).toEqual([]);
  });
});

describe('fingerprintInputs', () => {
  it('keeps short values and hashes the others, so that no text of a resume gets into the manifest', () => {
    const prints = fingerprintInputs({
      resume: { basics: { name: 'Ada' } },
      date: '2026-11-24',
      plan: undefined,
    });
    expect(prints).toEqual({ resume: expect.stringMatching(/^[0-9a-f]{64}$/), date: '2026-11-24' });
  });
});
