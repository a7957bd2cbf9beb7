import { describe, expect, it } from 'vitest';
import type { Fact, Unit } from '../../schemas/index.ts';
import { fillSlots, slotsOf } from '../../src/sections/index.ts';

const fact = (id: string, display: string, unit: Unit, basis: Fact['basis'] = 'given'): Fact => ({
  id,
  value: display,
  unit,
  display,
  basis,
  source: { input: 'role', path: id, rule: 'as-given' },
});

const facts = new Map(
  [
    fact('count', 'two', 'count'),
    fact('title', 'SQL Developer', 'text'),
    fact('ux', 'UX Designer', 'text'),
    fact('name', 'pandas', 'name'),
    fact('firm', 'Acme Inc.', 'name'),
    fact('nobody', 'the candidate', 'name', 'unknown'),
    fact('dollars', '$100 & $& more', 'text'),
  ].map((item) => [item.id, item]),
);

const cases: [string, string][] = [
  ['{{count}} are missing.', 'Two are missing.'],
  ['Of these, {{count}} are missing.', 'Of these, two are missing.'],
  ['a {{title}} writes queries.', 'an SQL Developer writes queries.'],
  ['They were an {{ux}} and a {{title}}.', 'They were a UX Designer and an SQL Developer.'],
  ['{{name}} is met.', 'pandas is met.'],
  ['{{nobody}} meets it.', 'The candidate meets it.'],
  ['They work at {{firm}}.', 'They work at Acme Inc.'],
  ['At {{firm}} they work.', 'At Acme Inc. they work.'],
  ['{{ count }} of {{count}}.', 'Two of two.'],
  ['It costs {{dollars}}.', 'It costs $100 & $& more.'],
  ['{{unknown}} stays.', '{{unknown}} stays.'],
];

describe('fillSlots', () => {
  it.each(cases)('%j becomes %j', (template, text) => expect(fillSlots(template, facts)).toBe(text));
});

describe('slotsOf', () => {
  it('names each slot once', () => expect(slotsOf('{{a}} and {{ b.c }} and {{a}}')).toEqual(['a', 'b.c']));
});
