import { describe, expect, it } from 'vitest';
import { differences, isExplained, readExplained, readFrozen, replay } from '../../evals/frozen/frozen.ts';
import { GOOD } from './support/faulty-trials.ts';

const FROZEN = {
  facts: { 'role.title': 'Nurse', 'role.demand': 'high' },
  findings: ['tier error "A is core" -> tier preferred', 'tier error "A is core" -> tier preferred'],
};

describe('differences', () => {
  it.each([
    ['nothing', FROZEN, []],
    [
      'a fact that changed',
      { ...FROZEN, facts: { ...FROZEN.facts, 'role.demand': 'low' } },
      ['fact role.demand: was high, is low'],
    ],
    ['a fact that is gone', { ...FROZEN, facts: { 'role.title': 'Nurse' } }, ['fact gone role.demand: high']],
    [
      'a new fact',
      { ...FROZEN, facts: { ...FROZEN.facts, 'role.years': 'two years' } },
      ['new fact role.years: two years'],
    ],
    [
      'one of two equal findings that is gone',
      { ...FROZEN, findings: FROZEN.findings.slice(1) },
      ['finding gone: tier error "A is core" -> tier preferred'],
    ],
    [
      'a new finding',
      { ...FROZEN, findings: [...FROZEN.findings, 'share error "9%" -> 8%'] },
      ['new finding: share error "9%" -> 8%'],
    ],
  ])('%s', (_, now, expected) => {
    expect(differences(FROZEN, now)).toEqual(expected);
  });
});

it.each([
  ['fact role.demand: was high, is low', true],
  ['fact role.demand: *', true],
  ['fact role.*', true],
  ['fact role.demand', false],
  ['fact role.demand: was high, is lo', false],
  ['fact role.demand. was high, is low', false],
])('%s explains: %s', (difference, is) => {
  expect(isExplained('fact role.demand: was high, is low', [{ difference }])).toBe(is);
});

it('replays a draft: slots filled, faults found', () => {
  const { facts, findings } = replay(
    { draft: { 'executive-summary': ['The role is {{role.title}}.', 'Wound Care is missing altogether.'] } },
    GOOD.facts,
  );
  expect(facts['role.title']).toBe('Intensive Care Nurse');
  expect(findings).toEqual([
    'skill-polarity error "Wound Care is missing altogether" -> met (held at intermediate level, intermediate asked for)',
  ]);
});

it('the frozen drafts that ship have faults of many kinds, and every explanation says why', () => {
  const rules = new Set(
    readFrozen().flatMap(({ findings }) => findings.map((finding) => finding.split(' ')[0])),
  );
  for (const rule of [
    'skill-polarity',
    'tier',
    'count',
    'salary',
    'share',
    'plan-figure',
    'unsupported-skill',
    'announcement',
  ])
    expect(rules).toContain(rule);
  for (const { why } of readExplained()) expect(why).toMatch(/\S/u);
});
