import type { BatchSummary, Fact } from '../../schemas/index.ts';
import { formatMoney, formatNumber, formatShare, plural } from '../facts/format.ts';
import { fillSlots, slotsOf } from '../sections/fill-slots.ts';

type Ground = Pick<BatchSummary, 'role' | 'reports' | 'cohort'>;

/** Gaps named in prose; the table beneath has them all. */
const NAMED = 3;

/** Fewer people have no quarters worth a sentence. */
const ENOUGH_FOR_QUARTERS = 8;

/** The cohort as facts, and in sentences that write every figure as the slot of one. */
export function describeCohort(ground: Ground): Pick<BatchSummary, 'section' | 'facts'> {
  const facts = cohortFacts(ground);
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const section = templatesOf(ground).map((template) => ({
    text: fillSlots(template, byId),
    template,
    facts: slotsOf(template),
  }));
  return { section, facts };
}

function cohortFacts({ role, reports, cohort }: Ground): Fact[] {
  const fact = (id: string, value: Fact['value'], unit: Fact['unit'], display: string, more = {}): Fact => ({
    id,
    value,
    unit,
    display,
    basis: 'computed',
    source: { input: 'computed', path: '', rule: 'cohort' },
    ...more,
  });
  const people = (count: number) => `${formatNumber(count)} ${plural(count, 'person', 'people')}`;
  const list = [
    fact('role.title', role, 'text', role),
    fact('batch.people', reports.people, 'count', people(reports.people)),
    fact('batch.failed', reports.failed, 'count', people(reports.failed)),
    fact('cohort.people', cohort.people, 'count', people(cohort.people)),
  ];
  for (const [scope, spread] of Object.entries(cohort.coverage)) {
    for (const part of ['lowerQuartile', 'median', 'upperQuartile'] as const)
      list.push(fact(`cohort.coverage.${scope}.${part}`, spread[part], 'share', formatShare(spread[part])));
  }
  for (const gap of cohort.gaps) {
    const id = `cohort.gap.${gap.id}`;
    list.push(
      fact(id, gap.name, 'name', gap.name),
      fact(`${id}.share`, gap.share, 'share', formatShare(gap.share)),
      fact(`${id}.missing`, gap.missing, 'count', people(gap.missing)),
      fact(`${id}.partial`, gap.partial, 'count', people(gap.partial)),
    );
  }
  if (cohort.hours && cohort.weeks) {
    const hours = (value: number) => `${formatNumber(value)} ${plural(value, 'hour')}`;
    const weeks = cohort.weeks.median;
    list.push(
      fact('cohort.hours.median', cohort.hours.median, 'hours', hours(cohort.hours.median)),
      fact('cohort.hours.total', cohort.hours.total, 'hours', hours(cohort.hours.total)),
      fact('cohort.weeks.median', weeks, 'weeks', `${formatNumber(weeks)} ${plural(weeks, 'week')}`),
    );
  }
  for (const { currency, total, people: many } of cohort.costs)
    list.push(
      fact(`cohort.cost.${currency}`, total, 'money', formatMoney(total, currency), { currency }),
      fact(`cohort.cost.${currency}.people`, many, 'count', people(many)),
    );
  return list;
}

function templatesOf({ reports, cohort }: Ground): string[] {
  if (cohort.people === 0) return ['No report was written for the role {{role.title}}.'];
  const sentences = [
    reports.failed > 0
      ? 'Of {{batch.people}}, {{cohort.people}} have a report for the role {{role.title}}, and {{batch.failed}} could not get one.'
      : '{{cohort.people}} have a report for the role {{role.title}}.'.replace(
          'have',
          cohort.people === 1 ? 'has' : 'have',
        ),
  ];
  const scope = cohort.coverage.core ? 'core' : cohort.coverage.all ? 'all' : undefined;
  const skills = scope === 'core' ? 'core skills' : 'skills asked for';
  if (scope && cohort.people > 1)
    sentences.push(`The person in the middle covers {{cohort.coverage.${scope}.median}} of the ${skills}.`);
  if (scope && cohort.people >= ENOUGH_FOR_QUARTERS)
    sentences.push(
      `In coverage half of all people lie between {{cohort.coverage.${scope}.lowerQuartile}} and {{cohort.coverage.${scope}.upperQuartile}}.`,
    );
  const [first, ...others] = cohort.gaps.slice(0, NAMED);
  if (first) {
    const more = others.map(({ id }) => `{{cohort.gap.${id}}} ({{cohort.gap.${id}.share}})`);
    sentences.push(
      `The most common gap is {{cohort.gap.${first.id}}}, with {{cohort.gap.${first.id}.share}} of the people: {{cohort.gap.${first.id}.missing}} without it, {{cohort.gap.${first.id}.partial}} below the level asked for.`,
    );
    if (more.length > 0)
      sentences.push(`After it ${more.length === 1 ? 'comes' : 'come'} ${more.join(' and ')}.`);
  } else sentences.push('Nobody has a gap.');
  if (cohort.hours && cohort.hours.total > 0)
    sentences.push(
      'Closing the gaps of the person in the middle takes an estimated {{cohort.hours.median}} of study over {{cohort.weeks.median}}, and {{cohort.hours.total}} for all together.',
    );
  for (const { currency } of cohort.costs)
    sentences.push(
      `The resources recommended with a known price in ${currency} come to {{cohort.cost.${currency}}} for {{cohort.cost.${currency}.people}}.`,
    );
  return sentences;
}
