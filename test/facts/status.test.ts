import { describe, expect, it } from 'vitest';
import { computeFacts } from '../../src/facts/index.ts';
import { compare, makeCase } from './make-case.ts';

describe('status', () => {
  it.each([
    [undefined, undefined, 'met'],
    ['Novice', undefined, 'met'],
    [undefined, 'Expert', 'met'],
    ['Intermediate to Advanced', 'Expert', 'met'],
    ['Expert', 'nonsense', 'met'],
    ['Novice', 'Novice', 'met'],
    ['4/5', 'Advanced', 'met'],
    ['Expert', 'Beginner', 'met'],
    ['Novice', 'Intermediate', 'partial'],
    ['2/5', 'Expert', 'partial'],
    ['Proficient', 'Expert', 'partial'],
  ])('of a skill held at %s and asked for at %s is %s', (held, asked, status) => {
    const [skill] = compare(
      [held === undefined ? 'Kubernetes' : ['Kubernetes', held]],
      [asked === undefined ? 'K8s' : ['K8s', asked]],
    ).skills;
    expect([skill?.name, skill?.status, skill?.held]).toEqual(['Kubernetes', status, true]);
  });

  it.each([
    [undefined, 1],
    ['Beginner', 1],
    ['Expert', 4],
  ])('of a skill not held and asked for at %s is missing, %i steps away', (asked, steps) => {
    const [skill] = compare([], [asked === undefined ? 'Kubernetes' : ['Kubernetes', asked]]).skills;
    expect(skill).toMatchObject({ status: 'missing', held: false, steps, levelHeld: null, evidence: [] });
  });

  it('counts steps and hours from the level held', () => {
    const [skill] = compare([['Docker', 'Beginner']], [['Docker', 'Expert']]).skills;
    const [whole] = compare([], [['Docker', 'Expert']]).skills;
    expect(skill?.steps).toBe(3);
    expect(whole?.hours).toBe((skill?.hours ?? 0) + 35);
  });

  it('keeps what the catalog does not know under its own name, and neighbours apart', () => {
    const { skills, extras } = compare(
      ['Java', 'C', 'quantum  basketry'],
      ['JavaScript', 'C++', 'Quantum Basketry'],
    );
    expect(skills.map(({ name, status, known }) => [name, status, known])).toEqual([
      ['C++', 'missing', true],
      ['JavaScript', 'missing', true],
      ['Quantum Basketry', 'met', false],
    ]);
    expect(extras.map((extra) => extra.name)).toEqual(['C', 'Java']);
  });

  it('takes the highest level of several entries, and keywords at the level of theirs', () => {
    const sheet = computeFacts(
      makeCase({
        resume: {
          skills: [
            { name: 'Python', level: 'Novice' },
            { name: 'Stack', level: 'Expert', keywords: ['python', 'Go'] },
            { name: 'python 3' },
          ],
        },
        role: { skills: [{ name: 'Python', tier: 'core', level: 'Advanced' }] },
      }),
    );
    expect(sheet.skills[0]).toMatchObject({ status: 'met', levelHeld: 'expert' });
    expect(sheet.skills[0]?.evidence.filter((item) => item.kind === 'listed')).toHaveLength(3);
    expect(sheet.extras.map(({ name, levelHeld }) => [name, levelHeld])).toEqual([
      ['Stack', 'expert'],
      ['Go', 'expert'],
    ]);
  });

  it('counts a credential and a language as held where the resume shows them outside its list', () => {
    const sheet = computeFacts(
      makeCase({
        resume: {
          certificates: [{ name: 'Certified Kubernetes Administrator (CKA)' }, { name: 'Guild of Florbers' }],
          languages: [{ language: 'German', fluency: 'B2' }],
        },
        role: {
          skills: ['CKA', 'Guild of Florbers', 'Kubernetes', 'CISSP']
            .map((name) => ({ name, tier: 'core' }))
            .concat([{ name: 'German', tier: 'core', level: 'Advanced' } as never]),
        },
      }),
    );
    expect(Object.fromEntries(sheet.skills.map(({ name, status }) => [name, status]))).toEqual({
      'Certified Kubernetes Administrator': 'met',
      CISSP: 'missing',
      German: 'partial',
      'Guild of Florbers': 'met',
      Kubernetes: 'missing',
    });
    expect(sheet.skills.find((skill) => skill.name === 'Guild of Florbers')?.evidence[0]?.path).toBe(
      'certificates[1].name',
    );
    expect(sheet.notes.map((note) => note.code)).toContain('named-not-listed');
  });

  it('never closes a gap by a related skill, which is a fact of its own', () => {
    const { skills } = compare(['JavaScript', 'PostgreSQL'], ['TypeScript', 'MySQL']);
    for (const skill of skills) {
      expect(skill).toMatchObject({ status: 'missing', steps: 1 });
      expect(skill.related.length).toBeGreaterThan(0);
      for (const { credit } of skill.related) expect(credit).toBeLessThanOrEqual(0.5);
    }
    expect(skills.map((skill) => skill.hours)).toEqual(
      compare([], ['TypeScript', 'MySQL']).skills.map((s) => s.hours),
    );
  });
});

describe('a skill named several times in the role', () => {
  const role = {
    skills: [
      { name: 'k8s', tier: 'emerging', level: 'Expert', share: 0.9 },
      { name: 'Kubernetes', tier: 'preferred', level: 'Novice' },
      { name: 'Kubernetes', tier: 'preferred', level: 'Intermediate', share: 0.2 },
    ],
  };
  it('is kept once, in the highest tier, with the highest level and share in it, and noted', () => {
    const { skills, notes } = computeFacts(makeCase({ role }));
    expect(skills).toHaveLength(1);
    expect(skills[0]).toMatchObject({
      name: 'Kubernetes',
      tier: 'preferred',
      levelAsked: 'intermediate',
      share: 0.2,
    });
    expect(notes.find((note) => note.code === 'merged-skill')?.message).toBe(
      'Kubernetes is named 3 times in the role (preferred, emerging); it is kept once, as preferred.',
    );
  });
});

describe('an any-of group', () => {
  const group = { name: 'A cloud platform', anyOf: ['AWS', 'Azure', 'Google Cloud'], level: 'Advanced' };
  it.each([
    [[], 'missing', 'AWS'],
    [['Azure'], 'met', 'Azure'],
    [[['Azure', 'Novice']], 'partial', 'Azure'],
    [
      [
        ['Azure', 'Novice'],
        ['AWS', 'Intermediate'],
      ],
      'partial',
      'AWS',
    ],
    [[['Azure', 'Novice'], 'GCP'], 'met', 'Google Cloud'],
    [
      [
        ['Azure', 'Expert'],
        ['AWS', 'Novice'],
      ],
      'met',
      'Azure',
    ],
  ] as const)('with %j held is %s by %s', (held, status, best) => {
    const { skills, extras } = compare(held as never, [group]);
    expect(skills).toHaveLength(1);
    expect(skills[0]).toMatchObject({ name: 'A cloud platform', status });
    expect(skills[0]?.anyOf?.[0]?.name).toBe(best);
    expect(extras).toEqual([]);
  });

  it('is one with a group of the same members, and a plain skill where all members are one', () => {
    const again = { name: 'Cloud', anyOf: ['Microsoft Azure', 'GCP', 'Amazon Web Services'] };
    expect(compare([], [group, again]).skills.map((skill) => skill.name)).toEqual(['A cloud platform']);
    const { skills } = compare([], [{ name: 'AWS', anyOf: ['AWS', 'Amazon Web Services'] }, 'AWS']);
    expect(skills.map(({ id, anyOf }) => [id, anyOf])).toEqual([['aws', undefined]]);
  });

  it('may be called like a skill or like another group', () => {
    const { skills } = compare(
      [],
      [
        { name: 'Cloud', anyOf: ['AWS', 'Azure'] },
        { name: 'cloud', anyOf: ['AWS', 'Google Cloud'] },
        { name: 'AWS', anyOf: ['Azure', 'Google Cloud'] },
        'AWS',
        'Florbing',
        { name: 'florbing', anyOf: ['Fizz', 'Buzz'] },
      ],
    );
    expect(skills.map((skill) => skill.id)).toEqual([
      'aws',
      'aws-2',
      'cloud',
      'cloud-2',
      'florbing',
      'florbing-2',
    ]);
  });
});

describe('extras', () => {
  it('name skills with an entry of their own first, then by level, then by name', () => {
    const sheet = computeFacts(
      makeCase({
        resume: {
          skills: [
            { name: 'Web', level: 'Expert', keywords: ['HTML', 'CSS'] },
            { name: 'Ruby' },
            { name: 'Go', level: 'Novice' },
            { name: 'Dart', level: 'Novice' },
          ],
        },
      }),
    );
    expect(sheet.extras.map((extra) => extra.name).slice(-2)).toEqual(['CSS', 'HTML']);
    expect(sheet.extras.map((extra) => extra.name).slice(1, 4)).toEqual(['Dart', 'Go', 'Ruby']);
  });
});

describe('a group of a credential and a skill', () => {
  it('is closed by study', () => {
    const [skill] = compare([], [{ name: 'Security', anyOf: ['CISSP', 'Florbing'] }]).skills;
    expect(skill?.anyOf?.[0]?.name).toBe('Florbing');
    expect(skill?.hours).toBe(24);
  });
});
