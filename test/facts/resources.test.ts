import { describe, expect, it } from 'vitest';
import { computeFacts, type FactOptions } from '../../src/facts/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { makeCase } from './make-case.ts';

const offer = (title: string, more: object = {}) => ({
  title,
  provider: 'P',
  url: 'https://example.com/',
  cost: 'free',
  kind: 'course',
  skills: ['Docker'],
  ...more,
});
const usd = (amount: number) => ({ cost: 'paid', price: { amount, currency: 'USD' } });
const role = (...names: (string | object)[]) => ({
  skills: names.map((item) => ({ tier: 'core', ...(typeof item === 'string' ? { name: item } : item) })),
});

/** What a catalog, or else a list given, makes of the gaps of a role. */
const fromCatalog = (offers: object[], asked: object, options: FactOptions = {}, resume = {}) =>
  computeFacts(makeCase({ resume, role: asked }), { resources: offers as never, ...options }).resources;
const fromList = (offers: object[], asked: object, options: FactOptions = {}) =>
  computeFacts(makeCase({ role: asked, resources: offers }), options).resources;
const titles = (choice: ReturnType<typeof fromList>) => choice.chosen.map((one) => one.title);

describe('resources chosen from a catalog', () => {
  it.each([
    [
      'a course before a certification and a community',
      [{ kind: 'community' }, { kind: 'certification' }, {}],
      'C',
    ],
    [
      'the nearest to the next level',
      [{ level: 'Expert' }, { level: 'Intermediate' }, { level: 'Beginner' }],
      'C',
    ],
    [
      'what is about few skills',
      [{ skills: ['Docker', 'Go', 'Rust', 'Git'] }, { skills: ['Docker', 'Go'] }],
      'B',
    ],
    ['the cheapest', [usd(1), { cost: 'freemium' }, {}], 'C'],
    ['the nearest to the hours of the gap', [{}, { hours: 200 }, { hours: 40 }], 'C'],
    ['by title, where all else is alike', [{}, {}], 'A'],
  ])('prefer %s', (_, offers, title) => {
    const list = offers.map((more, at) => offer('ABC'[at] as string, more));
    expect(titles(fromCatalog(list, role('Docker')))).toEqual([title]);
  });

  it('look for the level after the one held', () => {
    const offers = [offer('A', { level: 'Beginner' }), offer('B', { level: 'Advanced' })];
    const resume = { skills: [{ name: 'Docker', level: 'Intermediate' }] };
    expect(titles(fromCatalog(offers, role({ name: 'Docker', level: 'Expert' }), {}, resume))).toEqual(['B']);
  });

  it('come once for several gaps, the most pressing first, and are added up', () => {
    const offers = [
      offer('A', { skills: ['Docker', 'Rust'], hours: 0.1 }),
      offer('B', { skills: ['Go'], hours: 0.2, ...usd(0.1) }),
    ];
    const choice = fromCatalog(offers, role({ name: 'Go', share: 1 }, 'Docker', 'Rust', 'Florbing'));
    expect(choice.chosen.map(({ title, closes }) => [title, closes.map((gap) => gap.name)])).toEqual([
      ['B', ['Go']],
      ['A', ['Docker', 'Rust']],
    ]);
    expect(choice).toMatchObject({ totalHours: 0.3, totals: [{ currency: 'USD', amount: 0.1 }], others: [] });
    expect(choice.without).toEqual([{ id: 'florbing', name: 'Florbing', reason: 'none' }]);
  });

  it('teach the member of a group that has a head start, or else what fits best', () => {
    const group = role({ name: 'Cloud', anyOf: ['Azure', 'AWS'], level: 'Advanced' });
    const azure = offer('A', { skills: ['Azure'], level: 'Beginner' });
    const aws = offer('B', { skills: ['AWS'], level: 'Expert' });
    const resume = { skills: [{ name: 'AWS', level: 'Novice' }] };
    expect(titles(fromCatalog([azure, aws], group, {}, resume))).toEqual(['B']);
    expect(titles(fromCatalog([azure], group, {}, resume))).toEqual(['A']);
    expect(titles(fromCatalog([azure, aws], group))).toEqual(['A']);
  });

  it('are none for a credential and none where nothing is missing', () => {
    expect(fromCatalog([], role('CISSP')).without).toEqual([
      { id: 'cissp', name: 'CISSP', reason: 'credential' },
    ]);
    const choice = fromCatalog([offer('A')], role('Docker'), {}, { skills: [{ name: 'Docker' }] });
    expect([choice.chosen, choice.without]).toEqual([[], []]);
  });

  it('keep within the budget, to the cent, and in its currency', () => {
    const offers = [
      offer('A', usd(0.1)),
      offer('B', { ...usd(0.2), skills: ['Go'] }),
      offer('C', { ...usd(0.01), skills: ['Rust'] }),
      offer('D', { cost: 'paid', price: { amount: 0.01, currency: 'EUR' }, skills: ['Git'] }),
      offer('E', { cost: 'paid', skills: ['Scala'] }),
      offer('F', { cost: 'freemium', skills: ['Zig'] }),
    ];
    const asked = role(
      { name: 'Docker', share: 1 },
      { name: 'Go', share: 0.9 },
      'Rust',
      'Git',
      'Scala',
      'Zig',
    );
    const choice = fromCatalog(offers, asked, { budget: { amount: 0.3, currency: 'USD' } });
    expect(titles(choice)).toEqual(['A', 'B', 'F']);
    expect(choice.totals).toEqual([{ currency: 'USD', amount: 0.3 }]);
    expect(choice.without.map(({ name, reason }) => `${name} ${reason}`)).toEqual([
      'Git budget',
      'Rust budget',
      'Scala budget',
    ]);
  });

  it('cost nothing where nothing may be spent', () => {
    const offers = [offer('A', usd(5)), offer('B', { skills: ['Go'], cost: 'freemium' })];
    const choice = fromCatalog(offers, role('Docker', 'Go'), { freeOnly: true });
    expect(titles(choice)).toEqual(['B']);
    expect(choice.without).toEqual([{ id: 'docker', name: 'Docker', reason: 'paid-only' }]);
  });

  it('say when their cost was last checked', () => {
    const { facts, notes } = computeFacts(makeCase({ role: role('Docker') }), {
      resources: builtInResources(),
    });
    const fact = facts.find((one) => one.id === 'resources.cost-checked');
    expect(fact?.display).toMatch(/^\w+ \d{4}$/);
    expect(notes.find((note) => note.code === 'cost-date')?.message).toBe(
      `Costs of resources were last checked in ${fact?.display}; look them up before you pay.`,
    );
  });
});

describe('a list of resources given', () => {
  it('is taken as far as it serves a gap, and the rest is known but not recommended', () => {
    const choice = fromList(
      [
        offer('Z', usd(10)),
        offer('A', { kind: 'book', skills: ['docker', 'Docker containers', 'Docker'] }),
        offer('Other', { skills: ['Cooking'] }),
      ],
      role('Docker', 'Rust'),
    );
    expect(choice.origin).toBe('given');
    expect(titles(choice)).toEqual(['A', 'Z']);
    expect(choice.others.map((one) => one.title)).toEqual(['Other']);
    expect(choice.without).toEqual([{ id: 'rust', name: 'Rust', reason: 'none' }]);
    expect(choice.chosen[0]?.skills[0]).toBe('Docker');
  });

  it('replaces the catalog even where it is empty', () => {
    const sheet = computeFacts(makeCase({ role: role('Docker'), resources: [] }), {
      resources: builtInResources(),
    });
    expect(sheet.resources).toMatchObject({ origin: 'given', chosen: [], without: [{ reason: 'none' }] });
  });

  it('keeps to the budget too', () => {
    const choice = fromList([offer('A', usd(30)), offer('B', usd(30))], role('Docker'), {
      budget: { amount: 50, currency: 'USD' },
    });
    expect(titles(choice)).toEqual(['A']);
  });

  it('may name two things alike', () => {
    const choice = fromList(
      [offer('A', { url: 'https://b.example/' }), offer('A'), offer('A 2')],
      role('Docker'),
    );
    expect(choice.chosen.map((one) => one.id).sort()).toEqual(['a', 'a-2', 'a-2-2']);
  });
});
