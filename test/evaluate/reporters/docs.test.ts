import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REPORTERS } from '../../../src/evaluate/reporters/index.ts';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const page = read('docs/eval-reports.md');

describe('docs/eval-reports.md', () => {
  it('names every reporter as its help does', () => {
    const rows = [...page.matchAll(/^\| `([a-z]+)` \| (.+) \|$/gm)].map(([, id, words]) => [id, words]);
    expect(rows).toEqual(REPORTERS.map(({ id, description }) => [id, description]));
  });

  it('quotes what the reporters say', () => {
    const [, block = ''] = /```\n(b against a[\s\S]*?)```/.exec(page) ?? [];
    expect(read('test/golden/eval-reports/failed/terminal.txt')).toContain(block);
    const quoted = [...page.matchAll(/^> (.*)$/gm)].map(([, line]) => line ?? '');
    const golden = read('test/golden/eval-reports/failed/markdown.md').split('\n');
    expect(quoted.length).toBeGreaterThan(5);
    expect(quoted.filter((line) => !golden.includes(line))).toEqual([]);
  });
});
