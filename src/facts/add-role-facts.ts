import { computed, type FactList, given, itself, type Structure, sourced } from './fact-list.ts';

/** What the role and its market are. */
export function addRoleFacts(list: FactList, { role }: Structure): void {
  const { words } = list;
  list.add('role.title', role.title, 'text', role.title, given('role', 'title'));
  list.maybe(
    'role.years',
    role.years,
    'years',
    (years) => words.counted(years, 'year'),
    given('role', 'experience.years'),
  );
  list.maybe(
    'role.demand',
    role.demand,
    'demand',
    (demand) => words.say('fact.demand', { demand }),
    sourced(given('role', 'market.demand'), role, role.demandBasis ?? {}),
  );
  if (role.demandBasis)
    list.add(
      'role.demand.definition',
      role.demandBasis.definition,
      'text',
      role.demandBasis.definition,
      given('role', 'market.demandBasis.definition'),
    );
  if (role.salary) {
    const { min, max, currency, period, span } = role.salary;
    const from = (path: string) => sourced(given('role', path), role, role.salary ?? {});
    const display = words.say('fact.salary', {
      range: min === max ? 'one' : 'two',
      min: words.money(min, currency),
      max: words.money(max, currency),
      period,
    });
    list.add('role.salary', [String(min), String(max)], 'money', display, from('market.salary'), {
      currency,
    });
    list.add('role.salary.min', min, 'money', words.money(min, currency), from('market.salary.min'), {
      currency,
    });
    list.add('role.salary.max', max, 'money', words.money(max, currency), from('market.salary.max'), {
      currency,
    });
    if (role.salary.n !== undefined)
      list.add(
        'role.salary.n',
        role.salary.n,
        'count',
        words.count(role.salary.n, 'figure'),
        from('market.salary.n'),
      );
    if (span !== undefined)
      list.add('role.salary.span', span, 'text', words.span(span), from('market.salary.span'));
  } else list.maybe('role.salary', null, 'money', String, given('role', 'market.salary'));
  list.list('role.growth-areas', role.growthAreas, given('role', 'market.growthAreas'));
  list.maybe(
    'role.postings',
    role.postings,
    'count',
    (n) => words.number(n),
    given('role', 'market.postings'),
  );
  list.maybe('role.as-of', role.asOf, 'date', (date) => words.date(date), given('role', 'market.asOf'));
}

/** The conditions that no course meets. */
export function addGateFacts(list: FactList, { gates }: Structure): void {
  const { words } = list;
  for (const gate of gates) {
    list.add(`gate.${gate.id}`, gate.name, 'name', gate.name, given('role', 'gates'));
    list.add(
      `gate.${gate.id}.status`,
      gate.status,
      'status',
      words.say('fact.gate-status', { status: gate.status.replace(' ', '_') }),
      computed(`gate-${gate.kind}`),
    );
    list.add(`gate.${gate.id}.asked`, gate.asked, 'text', gate.asked, given('role', 'gates'));
    list.maybe(`gate.${gate.id}.found`, gate.found, 'text', itself, {
      input: 'resume',
      path: '',
      rule: `gate-${gate.kind}`,
    });
  }
}
