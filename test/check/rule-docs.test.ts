import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULE_DOCS, renderRuleDocs } from '../../evals/checker/render-rule-docs.ts';

describe('docs/rules', () => {
  it('is what the rules say of themselves (node evals/checker/render-rule-docs.ts writes it anew)', () => {
    const pages = renderRuleDocs();
    expect(existsSync(RULE_DOCS) ? readdirSync(RULE_DOCS).sort() : []).toEqual([...pages.keys()].sort());
    for (const [file, page] of pages) expect(readFileSync(RULE_DOCS + file, 'utf8'), file).toBe(page);
  });
});
