import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findReporter } from '../../../src/evaluate/reporters/index.ts';
import { RUNS } from './fixture.ts';

const FOLDER = fileURLToPath(new URL('../../golden/eval-reports/', import.meta.url));
const CASES = ['compared', 'passed', 'failed', 'few-families', 'two-runs', 'aa'] as const;

/** Reporters whose text people read. With UPDATE_GOLDEN=1 the files are rewritten first, so that the change shows in the diff. */
describe.each(['terminal', 'markdown', 'github', 'junit'])('%s', (id) => {
  const reporter = findReporter(id);

  it.each(CASES)('says of %s what the golden file has', async (name) => {
    const text = await reporter.render((RUNS[name] as (typeof RUNS)[string])());
    const path = `${FOLDER}${name}/${id}.${reporter.extension}`;
    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync(`${FOLDER}${name}`, { recursive: true });
      writeFileSync(path, text);
    }
    expect(text).toBe(readFileSync(path, 'utf8'));
  });
});
