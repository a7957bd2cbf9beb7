import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderScorerDocs, SCORER_DOCS } from '../../../evals/scorers/render-scorer-docs.ts';

it('docs/scorers.md is what the scorers say of themselves (node evals/scorers/render-scorer-docs.ts)', () => {
  expect(readFileSync(SCORER_DOCS, 'utf8')).toBe(renderScorerDocs());
});
