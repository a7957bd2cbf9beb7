import { computed, type FactList, given, type Structure } from './fact-list.ts';

/** The resources chosen, what they cost, and what is without one. */
export function addResourceFacts(list: FactList, { resources, roadmap }: Structure): void {
  const { words } = list;
  for (const resource of resources.chosen) {
    const id = `resource.${resource.id}`;
    const source = given(resources.origin === 'given' ? 'resources' : 'catalog', `[title=${resource.title}]`);
    list.add(id, resource.title, 'name', resource.title, source);
    list.add(`${id}.provider`, resource.provider, 'name', resource.provider, source);
    list.add(`${id}.url`, resource.url, 'url', resource.url, source);
    list.add(`${id}.cost`, resource.cost, 'cost', words.say('fact.cost', { cost: resource.cost }), source);
    if (resource.price)
      list.add(
        `${id}.price`,
        resource.price.amount,
        'money',
        words.money(resource.price.amount, resource.price.currency),
        source,
        { currency: resource.price.currency },
      );
    if (resource.hours !== null)
      list.add(`${id}.hours`, resource.hours, 'hours', words.measure(resource.hours, 'hour'), source);
    list.list(
      `${id}.skills`,
      resource.closes.map((gap) => gap.name),
      computed('chosen-for-gaps'),
    );
  }
  const costs = (cost: string) => resources.chosen.filter((resource) => resource.cost === cost).length;
  list.add(
    'resources.count',
    resources.chosen.length,
    'count',
    words.count(resources.chosen.length, 'resource'),
    computed('count-of-resources'),
  );
  for (const cost of ['free', 'freemium', 'paid'])
    list.add(
      `resources.${cost}`,
      costs(cost),
      'count',
      words.count(costs(cost), 'resource'),
      computed('count-of-resources'),
    );
  const checked = resources.chosen.flatMap((resource) => resource.costChecked ?? []).sort()[0];
  if (checked !== undefined)
    list.add('resources.cost-checked', checked, 'date', words.date(checked), {
      input: resources.origin === 'given' ? 'resources' : 'catalog',
      path: 'costChecked',
      rule: 'earliest',
    });
  list.add(
    'resources.hours',
    resources.totalHours,
    'hours',
    words.measure(resources.totalHours, 'hour'),
    computed('sum-of-resource-hours'),
  );
  const practice = roadmap.totalHours - resources.totalHours;
  if (resources.chosen.length > 0 && practice > 0) {
    list.add(
      'roadmap.practice-hours',
      practice,
      'hours',
      words.measure(practice, 'hour'),
      computed('roadmap-hours-minus-resource-hours'),
      { basis: roadmap.origin === 'given' ? 'computed' : 'estimate' },
    );
  }
  for (const { currency, amount } of resources.totals) {
    list.add(
      `resources.price.${currency.toLowerCase()}`,
      amount,
      'money',
      words.money(amount, currency),
      computed('sum-of-paid-prices'),
      { currency },
    );
  }
  for (const reason of ['none', 'budget', 'paid-only', 'credential'] as const) {
    const names = resources.without.filter((item) => item.reason === reason).map((item) => item.name);
    if (names.length > 0) list.list(`resources.without.${reason}`, names, computed('gaps-without-resource'));
  }
}
