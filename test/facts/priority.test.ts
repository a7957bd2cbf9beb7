import { describe, expect, it } from 'vitest';
import { computeCoverage } from '../../src/facts/compute-coverage.ts';
import { computePriority } from '../../src/facts/compute-priority.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { compare, makeCase } from './make-case.ts';

describe('coverage', () => {
  const list = (text: string) =>
    [...text].map((letter) => ({
      status: ({ m: 'met', p: 'partial', x: 'missing' } as const)[letter as 'm'],
    }));
  it.each([
    ['', null],
    ['m', 1],
    ['p', 0.5],
    ['x', 0],
    ['mpx', 0.5],
    ['mmx', 0.6667],
    ['ppppppp', 0.5],
  ])('of "%s" is %s', (text, value) => {
    expect(computeCoverage(list(text)).value).toBe(value);
  });

  it('is told by tier and in all, with its parts', () => {
    const { coverage } = compare(
      ['Python', ['Docker', 'Novice']],
      ['Python', ['Docker', 'Expert'], 'Rust', { name: 'Go', tier: 'preferred' }],
    );
    expect(coverage.core).toEqual({ asked: 3, met: 1, partial: 1, missing: 1, value: 0.5 });
    expect(coverage.preferred).toEqual({ asked: 1, met: 0, partial: 0, missing: 1, value: 0 });
    expect(coverage.emerging.value).toBeNull();
    expect(coverage.all).toEqual({ asked: 4, met: 1, partial: 1, missing: 2, value: 0.375 });
  });
});

describe('priority', () => {
  it.each([
    ['core', 0.62, 2, 3.72],
    ['preferred', 0.5, 1, 1],
    ['emerging', 1, 4, 4],
    ['core', null, 1, 1.5],
    ['core', 0, 3, 0],
    ['core', 0.62, 0, 0],
    ['core', 0.1, 3, 0.9],
  ] as const)('of %s, share %s, %i steps is %s', (tier, share, steps, value) => {
    expect(computePriority(tier, share, steps)).toBe(value);
  });

  it('ranks by priority, then by name without case', () => {
    const { skills } = compare(
      [['Docker', 'Intermediate']],
      [
        'zig',
        'Ada',
        { name: 'Florbing', share: 0.6 },
        ['Docker', 'Expert'],
        { name: 'Rust', tier: 'preferred', share: 0.75 },
        { name: 'Go', tier: 'emerging', share: 1, level: 'Expert' },
      ],
    );
    const ranked = skills.filter((skill) => skill.rank).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
    expect(ranked.map(({ name, priority }) => [name, priority])).toEqual([
      ['Go', 4],
      ['Docker', 3],
      ['Florbing', 1.8],
      ['Ada', 1.5],
      ['Rust', 1.5],
      ['Zig', 1.5],
    ]);
  });

  it('says where the share was assumed', () => {
    const { facts, notes } = compare([], ['Rust', { name: 'Go', share: 0.5 }]);
    const basis = (id: string) => facts.find((fact) => fact.id === id)?.basis;
    expect([basis('skill.rust.priority'), basis('skill.go.priority')]).toEqual(['default', 'computed']);
    expect(notes.find((note) => note.code === 'share-default')?.facts).toEqual(['skill.rust.priority']);
  });
});

describe('the order of the role', () => {
  it('is tier, then share, unknown last, then name', () => {
    const skills = [
      { name: 'Zig', tier: 'core' },
      { name: 'Ada', tier: 'core' },
      { name: 'Rust', tier: 'core', share: 0 },
      { name: 'Go', tier: 'emerging', share: 1 },
      { name: 'Git', tier: 'core', share: 0.3 },
      { name: 'SQL', tier: 'preferred' },
    ];
    const sheet = computeFacts(makeCase({ role: { skills } }));
    expect(sheet.skills.map((skill) => skill.name)).toEqual(['Git', 'Rust', 'Ada', 'Zig', 'SQL', 'Go']);
  });
});
