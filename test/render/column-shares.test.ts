import { describe, expect, it } from 'vitest';
import { computeColumnShares } from '../../src/render/column-shares.ts';

function shares(...columns: string[][]): number[] {
  const [first = []] = columns;
  return computeColumnShares({
    columns: columns.map(([title = '']) => ({ title, align: 'left' })),
    rows: first.slice(1).map((_text, at) => columns.map((texts) => ({ text: texts[at + 1] ?? '' }))),
  });
}

describe('computeColumnShares', () => {
  it('adds up to the whole page', () => {
    const all = shares(
      ['Skill', 'Kubernetes'],
      ['Hours', '80'],
      ['Note', 'A sentence that goes on for a while'],
    );
    expect(all.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 3);
  });

  it('gives most room to the column that says most', () => {
    const [skill = 0, hours = 0] = shares(['Skill', 'Kubernetes operations and governance'], ['Hours', '80']);
    expect(skill).toBeGreaterThan(2 * hours);
  });

  it('keeps the room of its longest word for each column, however long the others are', () => {
    const long = 'word '.repeat(200);
    const all = shares(['Skill', long], ['Requirement', 'intermediate'], ['Note', long], ['Hours', '1,240']);
    // A page is about 100 characters of the tables' type wide.
    expect(all[1]).toBeGreaterThan('intermediate'.length / 100);
  });

  it('is not blown up by a word that may break', () => {
    const [first = 0, second = 0] = shares(['A', 'x'.repeat(500)], ['B', 'y '.repeat(250)]);
    expect(Math.abs(first - second)).toBeLessThan(0.2);
  });
});
