import { computed, type FactList, given, itself, type Structure, sourced } from './fact-list.ts';
import { formatCount, formatCounted, formatDate, formatMoney, formatNumber } from './format.ts';

/** What the role and its market are. */
export function addRoleFacts(list: FactList, { role }: Structure): void {
  list.add('role.title', role.title, 'text', role.title, given('role', 'title'));
  list.maybe(
    'role.years',
    role.years,
    'years',
    (years) => formatCounted(years, 'year'),
    given('role', 'experience.years'),
  );
  list.maybe(
    'role.demand',
    role.demand,
    'demand',
    itself,
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
    const per = `per ${period}`;
    const range =
      min === max
        ? formatMoney(min, currency)
        : `${formatMoney(min, currency)} to ${formatMoney(max, currency)}`;
    list.add('role.salary', [String(min), String(max)], 'money', `${range} ${per}`, from('market.salary'), {
      currency,
    });
    list.add('role.salary.min', min, 'money', formatMoney(min, currency), from('market.salary.min'), {
      currency,
    });
    list.add('role.salary.max', max, 'money', formatMoney(max, currency), from('market.salary.max'), {
      currency,
    });
    if (role.salary.n !== undefined)
      list.add('role.salary.n', role.salary.n, 'count', formatCount(role.salary.n), from('market.salary.n'));
    if (span !== undefined) list.add('role.salary.span', span, 'text', span, from('market.salary.span'));
  } else list.maybe('role.salary', null, 'money', String, given('role', 'market.salary'));
  list.list('role.growth-areas', role.growthAreas, given('role', 'market.growthAreas'));
  list.maybe(
    'role.postings',
    role.postings,
    'count',
    (n) => formatNumber(n),
    given('role', 'market.postings'),
  );
  list.maybe('role.as-of', role.asOf, 'date', formatDate, given('role', 'market.asOf'));
}

/** The conditions that no course meets. */
export function addGateFacts(list: FactList, { gates }: Structure): void {
  for (const gate of gates) {
    list.add(`gate.${gate.id}`, gate.name, 'name', gate.name, given('role', 'gates'));
    list.add(`gate.${gate.id}.status`, gate.status, 'status', gate.status, computed(`gate-${gate.kind}`));
    list.add(`gate.${gate.id}.asked`, gate.asked, 'text', gate.asked, given('role', 'gates'));
    list.maybe(`gate.${gate.id}.found`, gate.found, 'text', itself, {
      input: 'resume',
      path: '',
      rule: `gate-${gate.kind}`,
    });
  }
}
