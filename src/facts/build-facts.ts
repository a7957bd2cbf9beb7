import type { AskedSkill, Basis, ExtraSkill, Fact, FactSheet, Source, Unit } from '../../schemas/index.ts';
import {
  formatCount,
  formatCutList,
  formatDate,
  formatList,
  formatMeasure,
  formatMoney,
  formatMonths,
  formatNumber,
  formatShare,
  plural,
} from './format.ts';

type Structure = Omit<FactSheet, 'facts' | 'notes'>;
type Options = Partial<Pick<Fact, 'currency' | 'personal'>> & { basis?: Basis };

/** Collects facts in the order in which they are added. */
class FactList {
  readonly facts: Fact[] = [];

  add(
    id: string,
    value: Fact['value'],
    unit: Unit,
    display: string,
    source: Source,
    options: Options = {},
  ): void {
    const { basis = source.input === 'computed' ? 'computed' : 'given', ...rest } = options;
    this.facts.push({ id, value, unit, display, basis, source, ...rest });
  }

  /** A fact that the inputs may not hold: null is unknown, and says so. */
  maybe<T extends string | number>(
    id: string,
    value: T | null,
    unit: Unit,
    display: (value: T) => string,
    source: Source,
    options: Options = {},
  ): void {
    if (value === null) this.add(id, null, unit, 'not known', source, { ...options, basis: 'unknown' });
    else this.add(id, value, unit, display(value), source, options);
  }

  /** All names are in the value; the display names the first ones and counts the rest. */
  list(id: string, names: readonly string[], source: Source, most = 8): void {
    this.add(id, [...names], 'list', names.length === 0 ? 'none' : formatCutList(names, most), source);
  }
}

const given = (input: Source['input'], path: string): Source => ({ input, path, rule: 'as-given' });
const computed = (rule: string): Source => ({ input: 'computed', path: '', rule });
const itself = (text: string) => text;

/** The flat, addressable form of a fact sheet's structure. Ids are stable: they hang on
 * names, or on an order of their own (latest first), never on positions in the input. */
export function buildFacts(sheet: Structure): Fact[] {
  const list = new FactList();
  addCandidate(list, sheet);
  addRole(list, sheet);
  for (const skill of sheet.skills) addAsked(list, skill);
  for (const skill of sheet.extras) addExtra(list, skill);
  addCounts(list, sheet);
  addGates(list, sheet);
  addRoadmap(list, sheet);
  addResources(list, sheet);
  return list.facts;
}

function addCandidate(list: FactList, { candidate, role }: Structure): void {
  list.maybe('candidate.name', candidate.name, 'name', itself, given('resume', 'basics.name'), {
    personal: true,
  });
  list.maybe('candidate.label', candidate.label, 'text', itself, given('resume', 'basics.label'));
  list.maybe(
    'candidate.experience',
    candidate.months,
    'months',
    formatMonths,
    computed('union-of-work-intervals'),
  );
  if (candidate.months !== null && role.years !== null) {
    const short = Math.max(0, role.years * 12 - candidate.months);
    list.add(
      'candidate.experience.short',
      short,
      'months',
      short === 0 ? 'none' : formatMonths(short),
      computed('years-asked-minus-experience'),
    );
  }
  for (const [i, job] of candidate.work.entries()) {
    const path = `work[${job.index}]`;
    const id = `work.${i + 1}`;
    list.maybe(`${id}.position`, job.position, 'text', itself, given('resume', `${path}.position`));
    list.maybe(`${id}.employer`, job.employer, 'name', itself, given('resume', `${path}.name`), {
      personal: true,
    });
    list.maybe(`${id}.duration`, job.months, 'months', formatMonths, computed('work-interval'));
    list.maybe(
      `${id}.from`,
      job.from,
      'date',
      (from) => formatDate(from.slice(0, 7)),
      given('resume', `${path}.startDate`),
    );
    if (job.to !== null)
      list.add(
        `${id}.to`,
        job.to,
        'date',
        formatDate(job.to.slice(0, 7)),
        given('resume', `${path}.endDate`),
      );
  }
  for (const [i, study] of candidate.education.entries()) {
    const degree = nameDegree(study);
    list.maybe(
      `education.${i + 1}`,
      degree === '' ? null : degree,
      'text',
      itself,
      given('resume', `education[area=${study.area}]`),
    );
    list.maybe(
      `education.${i + 1}.institution`,
      study.institution,
      'name',
      itself,
      given('resume', `education[area=${study.area}].institution`),
      { personal: true },
    );
  }
  for (const [i, certificate] of candidate.certificates.entries()) {
    list.add(
      `certificate.${i + 1}`,
      certificate.name,
      'text',
      certificate.name,
      given('resume', `certificates[name=${certificate.name}].name`),
    );
    if (certificate.date !== null) {
      list.add(
        `certificate.${i + 1}.date`,
        certificate.date,
        'date',
        formatDate(certificate.date),
        given('resume', `certificates[name=${certificate.name}].date`),
      );
    }
  }
  for (const [i, { language, fluency }] of candidate.languages.entries()) {
    const display = fluency === null ? language : `${language} (${fluency.toLowerCase()})`;
    list.add(
      `language.${i + 1}`,
      language,
      'text',
      display,
      given('resume', `languages[language=${language}]`),
    );
  }
  const led = [...new Set(candidate.leadership.map((item) => item.label).filter((label) => label !== ''))];
  list.add(
    'candidate.leadership',
    candidate.leadership.length > 0,
    'flag',
    led.length === 0 ? (candidate.leadership.length > 0 ? 'yes' : 'none shown') : formatList(led),
    computed('positions-and-sentences-that-lead'),
  );
}

/** "Bachelor of Science in Mathematics"; the area is not said twice where the degree names it. */
function nameDegree({ studyType, area }: FactSheet['candidate']['education'][number]): string {
  if (studyType !== null && area !== null && studyType.toLowerCase().includes(area.toLowerCase()))
    return studyType;
  return [studyType, area].filter(Boolean).join(' in ');
}

function addRole(list: FactList, { role }: Structure): void {
  list.add('role.title', role.title, 'text', role.title, given('role', 'title'));
  list.maybe(
    'role.years',
    role.years,
    'years',
    (years) => `${formatCount(years)} ${plural(years, 'year')}`,
    given('role', 'experience.years'),
  );
  list.maybe('role.demand', role.demand, 'demand', itself, given('role', 'market.demand'));
  if (role.salary) {
    const { min, max, currency, period } = role.salary;
    const per = `per ${period}`;
    const range =
      min === max
        ? formatMoney(min, currency)
        : `${formatMoney(min, currency)} to ${formatMoney(max, currency)}`;
    list.add(
      'role.salary',
      [String(min), String(max)],
      'money',
      `${range} ${per}`,
      given('role', 'market.salary'),
      { currency },
    );
    list.add(
      'role.salary.min',
      min,
      'money',
      formatMoney(min, currency),
      given('role', 'market.salary.min'),
      { currency },
    );
    list.add(
      'role.salary.max',
      max,
      'money',
      formatMoney(max, currency),
      given('role', 'market.salary.max'),
      { currency },
    );
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

function addHeld(list: FactList, skill: ExtraSkill): void {
  const id = `skill.${skill.id}`;
  list.maybe(`${id}.level.held`, skill.levelHeld, 'level', itself, {
    input: 'resume',
    path: skill.evidence.find((e) => e.kind === 'listed')?.path ?? '',
    rule: 'level-words',
  });
  const best = skill.evidence[0];
  if (best)
    list.add(`${id}.evidence`, best.kind, 'text', describeEvidence(best.kind, best.label), {
      input: 'resume',
      path: best.path,
      rule: 'strongest-evidence',
    });
  if (skill.monthsUsed !== null)
    list.add(
      `${id}.months-used`,
      skill.monthsUsed,
      'months',
      formatMonths(skill.monthsUsed),
      computed('union-of-intervals-that-name-it'),
    );
  if (skill.lastUsed !== null)
    list.add(
      `${id}.last-used`,
      skill.lastUsed,
      'date',
      formatDate(skill.lastUsed),
      computed('latest-interval-that-names-it'),
    );
}

function describeEvidence(kind: string, label: string): string {
  const words: Record<string, string> = {
    certificate: `certified (${label})`,
    work: label === '' ? 'named in work' : `named in work as ${label}`,
    project: label === '' ? 'named in a project' : `named in the project ${label}`,
    education: `named in education (${label})`,
    listed: 'listed only',
  };
  return words[kind] ?? kind;
}

function addAsked(list: FactList, skill: AskedSkill): void {
  const id = `skill.${skill.id}`;
  const path = `skills[name=${skill.name}]`;
  list.add(id, skill.name, 'name', skill.name, given('role', `${path}.name`));
  list.add(`${id}.status`, skill.status, 'status', skill.status, computed('held-against-asked'));
  list.add(`${id}.tier`, skill.tier, 'tier', skill.tier, given('role', `${path}.tier`));
  list.maybe(`${id}.level.asked`, skill.levelAsked, 'level', itself, {
    input: 'role',
    path: `${path}.level`,
    rule: 'level-words',
  });
  list.maybe(`${id}.share`, skill.share, 'share', formatShare, given('role', `${path}.share`));
  if (skill.held) addHeld(list, skill);
  if (skill.rank !== null) {
    list.add(
      `${id}.priority`,
      skill.priority,
      'ratio',
      formatNumber(skill.priority),
      computed('tier-weight-x-share-x-steps'),
      { basis: skill.share === null ? 'default' : 'computed' },
    );
    list.add(`${id}.rank`, skill.rank, 'ordinal', `number ${skill.rank}`, computed('priority-then-name'));
    list.add(
      `${id}.steps`,
      skill.steps,
      'count',
      `${formatCount(skill.steps)} ${plural(skill.steps, 'level')}`,
      computed('asked-minus-held'),
    );
  }
  if (skill.hours !== null && skill.status !== 'met') {
    list.add(
      `${id}.hours`,
      skill.hours,
      'hours',
      formatMeasure(skill.hours, 'hour'),
      { input: 'catalog', path: `hours-per-step.${skill.kind}`, rule: 'hours-per-step' },
      { basis: 'estimate' },
    );
  }
  if (skill.related.length > 0)
    list.list(
      `${id}.related`,
      skill.related.map((other) => other.name),
      computed('related-skills-held'),
    );
  if (skill.anyOf) {
    const names = skill.anyOf.map((member) => member.name);
    list.add(`${id}.any-of`, names, 'list', formatList(names, 'or'), given('role', `${path}.anyOf`));
  }
}

function addExtra(list: FactList, skill: ExtraSkill): void {
  const listed = skill.evidence.find((item) => item.kind === 'listed');
  list.add(`skill.${skill.id}`, skill.name, 'name', skill.name, given('resume', listed?.path ?? ''));
  list.add(`skill.${skill.id}.status`, 'extra', 'status', 'not asked for', computed('held-against-asked'));
  addHeld(list, skill);
}

function addCounts(list: FactList, { skills, extras, coverage }: Structure): void {
  for (const scope of ['core', 'preferred', 'emerging', 'all'] as const) {
    const part = coverage[scope];
    const members = skills.filter((skill) => scope === 'all' || skill.tier === scope);
    const rule = `count-of-${scope}`;
    for (const key of ['asked', 'met', 'partial', 'missing'] as const) {
      list.add(`count.${scope}.${key}`, part[key], 'count', formatCount(part[key]), computed(rule));
    }
    list.add(
      `count.${scope}.gaps`,
      part.partial + part.missing,
      'count',
      formatCount(part.partial + part.missing),
      computed(rule),
    );
    list.maybe(
      `coverage.${scope}`,
      part.value,
      'share',
      formatShare,
      computed('met-plus-half-partial-over-asked'),
    );
    const names = (status: AskedSkill['status']) =>
      members.filter((s) => s.status === status).map((s) => s.name);
    list.list(
      `list.${scope}.asked`,
      members.map((skill) => skill.name),
      computed(`list-of-${scope}`),
    );
    for (const status of ['met', 'partial', 'missing'] as const)
      list.list(`list.${scope}.${status}`, names(status), computed(`list-of-${scope}`));
  }
  const gaps = skills.filter((skill) => skill.rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  list.list(
    'list.gaps',
    gaps.map((gap) => gap.name),
    computed('gaps-by-rank'),
  );
  list.list(
    'list.gaps.top',
    gaps.slice(0, 3).map((gap) => gap.name),
    computed('gaps-by-rank'),
  );
  list.list(
    'list.met.top',
    skills
      .filter((skill) => skill.status === 'met')
      .slice(0, 3)
      .map((skill) => skill.name),
    computed('met-by-tier-and-share'),
  );
  list.list(
    'list.extra',
    extras.map((skill) => skill.name),
    computed('held-and-not-asked'),
    6,
  );
  list.add('count.extra', extras.length, 'count', formatCount(extras.length), computed('held-and-not-asked'));
}

function addGates(list: FactList, { gates }: Structure): void {
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

function addRoadmap(list: FactList, { roadmap }: Structure): void {
  const own = roadmap.origin === 'given';
  const basis: Basis = own ? 'computed' : 'estimate';
  list.add(
    'roadmap.weeks',
    roadmap.totalWeeks,
    'weeks',
    formatMeasure(roadmap.totalWeeks, 'week'),
    computed('sum-of-phases'),
    { basis },
  );
  const months = Math.round((roadmap.totalWeeks * 7) / 30.4375);
  if (months >= 12) {
    list.add(
      'roadmap.length',
      months,
      'months',
      `about ${formatMonths(months)}`,
      computed('weeks-as-months'),
      { basis },
    );
  }
  list.add(
    'roadmap.hours',
    roadmap.totalHours,
    'hours',
    formatMeasure(roadmap.totalHours, 'hour'),
    computed('sum-of-phases'),
    { basis },
  );
  list.add(
    'roadmap.hours-per-week',
    roadmap.hoursPerWeek,
    'hours-per-week',
    formatMeasure(roadmap.hoursPerWeek, 'hour'),
    given(own ? 'plan' : 'options', 'hoursPerWeek'),
  );
  list.add(
    'roadmap.phases',
    roadmap.phases.length,
    'count',
    formatCount(roadmap.phases.length),
    computed('count-of-phases'),
  );
  for (const phase of roadmap.phases) {
    const id = `roadmap.phase.${phase.index}`;
    const source = own ? given('plan', `phases[${phase.index - 1}]`) : computed('phases-of-whole-weeks');
    list.add(id, phase.title, 'name', phase.title, source);
    list.add(`${id}.weeks`, phase.weeks, 'weeks', formatMeasure(phase.weeks, 'week'), source, {
      basis: own ? 'given' : 'estimate',
    });
    list.add(
      `${id}.hours`,
      phase.hours,
      'hours',
      formatMeasure(phase.hours, 'hour'),
      computed('hours-of-phase'),
      { basis },
    );
    list.add(
      `${id}.start`,
      phase.startWeek,
      'ordinal',
      `week ${phase.startWeek}`,
      computed('weeks-laid-end-to-end'),
      { basis },
    );
    list.add(
      `${id}.end`,
      phase.endWeek,
      'ordinal',
      `week ${phase.endWeek}`,
      computed('weeks-laid-end-to-end'),
      { basis },
    );
    list.list(
      `${id}.skills`,
      phase.skills.map((skill) => skill.name),
      source,
    );
    if (phase.activities.length > 0) list.list(`${id}.activities`, phase.activities, source);
  }
  if (roadmap.horizonWeeks !== null) {
    list.add(
      'roadmap.horizon',
      roadmap.horizonWeeks,
      'weeks',
      formatMeasure(roadmap.horizonWeeks, 'week'),
      given('options', 'weeks'),
    );
  }
  for (const reason of ['horizon', 'prerequisite', 'credential', 'not-in-plan'] as const) {
    const names = roadmap.left.filter((item) => item.reason === reason).map((item) => item.name);
    if (names.length > 0) list.list(`roadmap.left.${reason}`, names, computed('gaps-in-no-phase'));
  }
}

function addResources(list: FactList, { resources, roadmap }: Structure): void {
  for (const resource of resources.chosen) {
    const id = `resource.${resource.id}`;
    const source = given(resources.origin === 'given' ? 'resources' : 'catalog', `[title=${resource.title}]`);
    list.add(id, resource.title, 'name', resource.title, source);
    list.add(`${id}.provider`, resource.provider, 'name', resource.provider, source);
    list.add(`${id}.url`, resource.url, 'url', resource.url, source);
    list.add(`${id}.cost`, resource.cost, 'cost', resource.cost, source);
    if (resource.price)
      list.add(
        `${id}.price`,
        resource.price.amount,
        'money',
        formatMoney(resource.price.amount, resource.price.currency),
        source,
        { currency: resource.price.currency },
      );
    if (resource.hours !== null)
      list.add(`${id}.hours`, resource.hours, 'hours', formatMeasure(resource.hours, 'hour'), source);
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
    formatCount(resources.chosen.length),
    computed('count-of-resources'),
  );
  for (const cost of ['free', 'freemium', 'paid'])
    list.add(
      `resources.${cost}`,
      costs(cost),
      'count',
      formatCount(costs(cost)),
      computed('count-of-resources'),
    );
  const checked = resources.chosen.flatMap((resource) => resource.costChecked ?? []).sort()[0];
  if (checked !== undefined)
    list.add('resources.cost-checked', checked, 'date', formatDate(checked), {
      input: 'catalog',
      path: 'costChecked',
      rule: 'earliest',
    });
  list.add(
    'resources.hours',
    resources.totalHours,
    'hours',
    formatMeasure(resources.totalHours, 'hour'),
    computed('sum-of-resource-hours'),
  );
  const practice = roadmap.totalHours - resources.totalHours;
  if (resources.chosen.length > 0 && practice > 0) {
    list.add(
      'roadmap.practice-hours',
      practice,
      'hours',
      formatMeasure(practice, 'hour'),
      computed('roadmap-hours-minus-resource-hours'),
      { basis: roadmap.origin === 'given' ? 'computed' : 'estimate' },
    );
  }
  for (const { currency, amount } of resources.totals) {
    list.add(
      `resources.price.${currency.toLowerCase()}`,
      amount,
      'money',
      formatMoney(amount, currency),
      computed('sum-of-paid-prices'),
      { currency },
    );
  }
  for (const reason of ['none', 'budget', 'paid-only', 'credential'] as const) {
    const names = resources.without.filter((item) => item.reason === reason).map((item) => item.name);
    if (names.length > 0) list.list(`resources.without.${reason}`, names, computed('gaps-without-resource'));
  }
}
