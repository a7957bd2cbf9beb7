import type { Fact, Progress, SkillChange } from '../../schemas/index.ts';
import {
  formatCounted,
  formatDate,
  formatList,
  formatMeasure,
  formatMonths,
  formatShare,
} from '../facts/format.ts';
import { fillSlots, slotsOf } from '../sections/fill-slots.ts';

type Ground = Omit<Progress, 'section' | 'facts'>;

/** Progress as facts, and in sentences that write every value as the slot of one. */
export function describeProgress(ground: Ground): Pick<Progress, 'section' | 'facts'> {
  const facts = factsOf(ground);
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const sentences = templatesOf(ground).map((template) => ({
    text: fillSlots(template, byId),
    template,
    facts: slotsOf(template),
  }));
  return { section: { title: `Progress since ${monthOf(ground.from)}`, sentences }, facts };
}

const monthOf = (date: string) => formatDate(date.slice(0, 7));

const named = ({ skills }: Ground, change: SkillChange) =>
  skills.filter((skill) => skill.change === change).map(({ name }) => name);

function factsOf(ground: Ground): Fact[] {
  const { from, to, role, coverage, months, plan } = ground;
  const fact = (id: string, value: Fact['value'], unit: Fact['unit'], display: string): Fact => ({
    id,
    value,
    unit,
    display,
    basis: 'computed',
    source: { input: 'computed', path: '', rule: 'difference-of-two-reports' },
  });
  const list = [
    fact('progress.from', from, 'date', formatDate(from)),
    fact('progress.to', to, 'date', formatDate(to)),
    fact('role.before', role.before, 'text', role.before),
    fact('role.after', role.after, 'text', role.after),
  ];
  for (const change of ['closed', 'nearer', 'opened', 'farther', 'asked', 'dropped'] as const) {
    const names = named(ground, change);
    list.push(
      fact(`progress.${change}`, names, 'list', formatList(names)),
      fact(`progress.${change}.count`, names.length, 'count', formatCounted(names.length, 'skill')),
    );
  }
  for (const scope of ['core', 'all'] as const)
    for (const when of ['before', 'after'] as const) {
      const { value } = coverage[scope][when];
      if (value !== null) list.push(fact(`coverage.${scope}.${when}`, value, 'share', formatShare(value)));
    }
  for (const when of ['before', 'after'] as const) {
    const [hours, weeks, worked] = [plan.hours[when], plan.weeks[when], months[when]];
    list.push(
      fact(`plan.hours.${when}`, hours, 'hours', formatMeasure(hours, 'hour')),
      fact(`plan.weeks.${when}`, weeks, 'weeks', formatMeasure(weeks, 'week')),
    );
    if (worked !== null) list.push(fact(`experience.${when}`, worked, 'months', formatMonths(worked)));
  }
  return list;
}

function templatesOf(ground: Ground): string[] {
  const { role, coverage, months, plan } = ground;
  const has = (change: SkillChange) => named(ground, change).length;
  const sentences: string[] = [];
  if (!role.same)
    sentences.push(
      'The two reports are about different roles, {{role.before}} and {{role.after}}, so that a change may be one of the role.',
    );
  if (has('closed') > 0)
    sentences.push(
      has('closed') === 1
        ? 'One gap was closed between {{progress.from}} and {{progress.to}}: {{progress.closed}}.'
        : 'Between {{progress.from}} and {{progress.to}} the gaps in {{progress.closed.count}} were closed: {{progress.closed}}.',
    );
  else sentences.push('No gap was closed between {{progress.from}} and {{progress.to}}.');
  if (has('nearer') > 0) sentences.push('{{progress.nearer}} came nearer to the level asked for.');
  if (has('opened') + has('farther') > 0) {
    if (has('opened') > 0) sentences.push('New as a gap since then: {{progress.opened}}.');
    if (has('farther') > 0)
      sentences.push('Farther from the level asked for than before: {{progress.farther}}.');
  }
  if (has('asked') > 0) sentences.push('The role has come to ask for {{progress.asked}}.');
  if (has('dropped') > 0) sentences.push('It no longer asks for {{progress.dropped}}.');
  for (const scope of ['core', 'all'] as const) {
    const { before, after } = coverage[scope];
    if (before.value === null || after.value === null) continue;
    const what = scope === 'core' ? 'the core skills' : 'all skills';
    if (before.value === after.value)
      sentences.push(`Coverage of ${what} stayed at {{coverage.${scope}.after}}.`);
    else
      sentences.push(
        `Coverage of ${what} ${before.value < after.value ? 'rose' : 'fell'} from {{coverage.${scope}.before}} to {{coverage.${scope}.after}}.`,
      );
  }
  const { hours, weeks } = plan;
  if (hours.after === 0) sentences.push('Nothing is left to plan.');
  else if (hours.before !== hours.after || weeks.before !== weeks.after)
    sentences.push(
      'The plan ahead is now {{plan.hours.after}} of study over {{plan.weeks.after}}, against {{plan.hours.before}} over {{plan.weeks.before}} then.',
    );
  if (months.before !== null && months.after !== null && months.after > months.before)
    sentences.push('Experience grew from {{experience.before}} to {{experience.after}}.');
  return sentences;
}
