import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Role } from '../../schemas/index.ts';
import { describeRole } from '../../src/market/describe-role.ts';
import { findRole } from '../../src/market/find-role.ts';
import { mergeRoles } from '../../src/market/merge-roles.ts';
import { builtInCatalog } from '../../src/skills/index.ts';

const catalog = builtInCatalog();
const folder = mkdtempSync(join(tmpdir(), 'gapwright-roles-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const first = Role.parse({
  title: 'AI Engineer',
  market: {
    postings: 12,
    asOf: '2026-10',
    sources: [{ id: 'postings', name: '12 postings', kind: 'postings', n: 12 }],
  },
  skills: [
    { name: 'Kubernetes', tier: 'preferred', share: 0.5, postings: 6, postingsOf: 12, source: 'postings' },
    { name: 'Python', tier: 'core' },
  ],
});
const second = Role.parse({
  title: 'Machine Learning Engineer',
  aliases: ['ML Engineer'],
  experience: { years: 3 },
  market: {
    demand: 'high',
    demandBasis: { definition: 'a survey' },
    postings: 99,
    asOf: '2020',
    sources: [{ id: 'postings', name: '99 postings', kind: 'postings', n: 99 }],
  },
  skills: [
    { name: 'k8s', tier: 'core', level: 'Advanced', share: 0.9, source: 'postings' },
    { name: 'Rust', tier: 'emerging', source: 'postings' },
  ],
  gates: [{ kind: 'degree', name: 'Bachelor' }],
});

describe('mergeRoles', () => {
  const merged = Role.parse(
    mergeRoles(
      [
        { name: 'a.json', role: first },
        { name: 'b.json', role: second },
      ],
      catalog,
    ),
  );

  it('keeps what the first says, fills in the rest, and notes conflicts', () => {
    expect(merged.title).toBe('AI Engineer');
    expect(merged.aliases).toEqual(['Machine Learning Engineer', 'ML Engineer']);
    expect(merged.experience).toEqual({ years: 3 });
    expect(merged.gates).toEqual([{ kind: 'degree', name: 'Bachelor' }]);
    expect(merged.skills.map(({ name, tier, level, share }) => [name, tier, level, share])).toEqual([
      ['Kubernetes', 'preferred', 'Advanced', 0.5],
      ['Python', 'core', undefined, undefined],
      ['Rust', 'emerging', undefined, undefined],
    ]);
    expect(merged.notes).toEqual([
      'The tier of Kubernetes is "preferred" by a.json and "core" by b.json; the first is kept.',
      'The share of Kubernetes is "0.5" by a.json and "0.9" by b.json; the first is kept.',
    ]);
  });

  it('keeps a count with its date, and sources apart', () => {
    expect(merged.market).toMatchObject({
      postings: 12,
      asOf: '2026-10',
      demand: 'high',
      demandBasis: { definition: 'a survey' },
    });
    expect(merged.market?.sources?.map(({ id, n }) => [id, n])).toEqual([
      ['postings', 12],
      ['postings-2', 99],
    ]);
    expect(merged.skills.at(-1)?.source).toBe('postings-2');
  });

  it('changes nothing where there is only one', () => {
    expect(mergeRoles([{ name: 'a.json', role: first }], catalog)).toEqual(first);
  });
});

describe('findRole', () => {
  writeFileSync(join(folder, 'a.json'), JSON.stringify(first));
  writeFileSync(
    join(folder, 'b.yaml'),
    JSON.stringify({ ...second, aliases: ['ML Engineer', 'Model Builder'] }),
  );
  writeFileSync(
    join(folder, 'c.json'),
    JSON.stringify({ ...second, title: 'Data Engineer', aliases: ['ML Engineer'] }),
  );

  it.each([
    ['ai engineer', 'a.json'],
    ['AI Engineers', 'a.json'],
    ['model builder', 'b.yaml'],
    ['Data-Engineer', 'c.json'],
  ])('%s', async (wanted, file) => {
    expect(await findRole(wanted, folder)).toBe(join(folder, file));
  });

  it('asks where an alias is that of two, and lists the titles where none fits', async () => {
    await expect(findRole('ml engineer', folder)).rejects.toThrow(
      /which 2 profiles go by, .*\n {2}Machine Learning Engineer .*\n {2}Data Engineer/,
    );
    await expect(findRole('florber', folder)).rejects.toThrow(
      /which is no file and no title of a profile, .*\n {2}AI Engineer/,
    );
  });
});

describe('describeRole', () => {
  it('says what is asked for, how we know, and what is not assessed', () => {
    expect(describeRole(first)).toBe(
      [
        'AI Engineer',
        '===========',
        '',
        'Experience: not stated',
        'Demand:     not assessed',
        'Growth:     not assessed',
        'Postings:   12, as of 2026-10',
        'Pay:        not stated',
        '',
        'core (1)',
        '  Python',
        '',
        'preferred (1)',
        '  Kubernetes: 50%, 6 of 12 postings',
        '',
        'sources',
        '  12 postings (n = 12)',
        '',
      ].join('\n'),
    );
  });

  it('gives no percentage of fewer than ten postings', () => {
    const small = {
      ...first,
      skills: [{ name: 'Go', tier: 'core' as const, share: 0.75, postings: 3, postingsOf: 4 }],
    };
    expect(describeRole(small)).toContain('Go: 3 of 4 postings');
    expect(describeRole(small)).not.toContain('%');
  });
});
