import type { PayDistribution, Role, RoleSkill } from '../../schemas/index.ts';
import { TIERS } from '../../schemas/scale.ts';

/** Below so many postings counts are printed and no percentages. */
const SMALL = 10;

/** A profile as text for people: what is asked for, how we know, and what is not assessed. */
export function describeRole(role: Role): string {
  const { market = {}, occupation } = role;
  const lines = [
    role.title,
    '='.repeat(Math.min(role.title.length, 80)),
    ...(occupation ? [`${occupation.scheme} ${occupation.code}`] : []),
    ...(occupation?.jobZone === undefined ? [] : [`Job Zone ${occupation.jobZone}`]),
    ...(role.aliases ? [`Also called: ${cut(role.aliases, 8)}`] : []),
    '',
    `Experience: ${role.experience ? `${role.experience.years} years` : 'not stated'}`,
    `Demand:     ${market.demand ?? 'not assessed'}${market.demandBasis ? ` (${market.demandBasis.definition}${dated(market.demandBasis.date)})` : ''}`,
    `Growth:     ${market.growthAreas && market.growthAreas.length > 0 ? market.growthAreas.join(', ') : market.changes ? 'no skill grew by more than chance explains' : 'not assessed'}`,
    `Postings:   ${market.postings ?? 'none counted'}${dated(market.asOf)}`,
    ...payLines(market.salaries ?? [], market.salary),
  ];
  for (const tier of TIERS) {
    const skills = role.skills.filter((skill) => skill.tier === tier);
    if (skills.length === 0) continue;
    lines.push('', `${tier} (${skills.length})`);
    for (const skill of skills) lines.push(`  ${describeSkill(skill)}`);
  }
  if (role.skills.length === 0)
    lines.push('', 'No skill is known: the source lists none for this occupation.');
  if (role.gates && role.gates.length > 0)
    lines.push(
      '',
      'conditions',
      ...role.gates.map((gate) => `  ${gate.kind}: ${gate.name}${gate.level ? ` (${gate.level})` : ''}`),
    );
  if (market.sources && market.sources.length > 0) {
    lines.push('', 'sources');
    for (const { name, date, n, licence, attribution } of market.sources) {
      const about = [date, n === undefined ? undefined : `n = ${n}`, licence].filter(
        (part) => part !== undefined,
      );
      lines.push(`  ${name}${about.length > 0 ? ` (${about.join(', ')})` : ''}`);
      if (attribution !== undefined) lines.push(`    ${attribution}`);
    }
  }
  if (role.notes && role.notes.length > 0) lines.push('', 'notes', ...role.notes.map((note) => `  ${note}`));
  return `${lines.join('\n')}\n`;
}

function describeSkill(skill: RoleSkill): string {
  const share =
    skill.share === undefined
      ? undefined
      : skill.postings === undefined || skill.postingsOf === undefined
        ? percent(skill.share)
        : skill.postingsOf < SMALL
          ? `${skill.postings} of ${skill.postingsOf} postings`
          : `${percent(skill.share)}${skill.interval ? ` (${percent(skill.interval[0])} to ${percent(skill.interval[1])})` : ''}, ${skill.postings} of ${skill.postingsOf} postings`;
  const details = [
    share,
    skill.level,
    skill.years === undefined ? undefined : `${skill.years}+ years`,
    skill.importance === undefined ? undefined : `importance ${skill.importance} of 5`,
    skill.levelScore === undefined ? undefined : `level ${skill.levelScore} of 7`,
    skill.hotTechnology ? 'Hot Technology' : undefined,
    skill.inDemand ? 'In Demand' : undefined,
    skill.anyOf && skill.name !== skill.anyOf.join(' or ') ? `any of ${skill.anyOf.join(', ')}` : undefined,
    skill.namedAs === undefined ? undefined : `in the source: ${skill.namedAs}`,
  ].filter((part) => part !== undefined);
  return `${skill.name}${details.length > 0 ? `: ${details.join(', ')}` : ''}`;
}

function payLines(pay: readonly PayDistribution[], salary: NonNullable<Role['market']>['salary']): string[] {
  if (pay.length === 0)
    return [
      salary
        ? `Pay:        ${salary.min} to ${salary.max} ${salary.currency} per ${salary.period}`
        : 'Pay:        not stated',
    ];
  return pay.map((one, at) => {
    const values = [one.p10, one.p25, one.median, one.p75, one.p90].map((value) => value ?? 'unknown');
    const lead = at === 0 ? 'Pay:        ' : '            ';
    return `${lead}${one.currency} per ${one.period}: p10 ${values[0]}, p25 ${values[1]}, median ${values[2]}, p75 ${values[3]}, p90 ${values[4]} (n = ${one.n ?? 'not stated'}${one.date ? `, ${one.date}` : ''})`;
  });
}

function dated(date: string | undefined): string {
  return date === undefined ? '' : `, as of ${date}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function cut(items: readonly string[], most: number): string {
  const rest = items.length - most;
  return `${items.slice(0, most).join(', ')}${rest > 0 ? `, and ${rest} more` : ''}`;
}
