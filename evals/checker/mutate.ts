import { pathToFileURL } from 'node:url';
import type { FactSheet } from '../../schemas/fact-sheet.ts';
import { checkReport } from '../../src/check/index.ts';

/** A false sentence in natural wording, the part of a report that it is put into, and what a finding must speak of. */
export interface Fault {
  category: string;
  section: string;
  sentence: string;
  subject: string;
}

const HELD = [
  '{skill} is a strength.',
  '{skill} is fully met.',
  'She already has {skill}.',
  '{skill} is no gap.',
  'Nothing needs to be done about {skill}.',
  'Her experience with {skill} will help her.',
  '{skill} is well in hand.',
  'She is proficient in {skill}.',
  '{skill} is held at the level asked for.',
  'There is no gap in {skill}.',
];
const ABSENT = [
  '{skill} is missing altogether.',
  'She does not have {skill}.',
  'She lacks any experience with {skill}.',
  '{skill} has to be learned from scratch.',
  '{skill} is entirely new to her.',
  'There is no trace of {skill} on the résumé.',
  '{skill} is not held.',
  'She has never worked with {skill}.',
  'Her profile shows a lack of experience in {skill}.',
  '{skill} is absent.',
];
const SHORT = [
  '{skill} is a gap that has to be closed.',
  '{skill} needs further work.',
  'Her gaps include {skill}.',
  '{skill} falls short of what is asked.',
  'She needs to improve her {skill} skills.',
];
const TIER = [
  '{skill} is one of the {tier} skills.',
  '{skill} is {tier}.',
  'The {tier} skills include {skill}.',
  '{skill} belongs to the {tier} tier.',
];

/** Every fault that the facts allow, in a fixed order. */
export function listFaults(sheet: FactSheet): Fault[] {
  const faults: Fault[] = [];
  const put = (category: string, section: string, subject: string, sentences: readonly string[]) => {
    for (const sentence of sentences) faults.push({ category, section, subject, sentence });
  };
  const fill = (templates: readonly string[], name: string, tier = '') =>
    templates.map((one) => one.replace('{skill}', name).replace('{tier}', tier));
  for (const skill of sheet.skills) {
    const { name, status } = skill;
    if (status === 'missing') put('polarity', 'gaps', name, fill(HELD, name));
    if (status === 'partial')
      put('polarity', 'gaps', name, [...fill(ABSENT, name), ...fill(HELD.slice(1, 2), name)]);
    if (status === 'met') put('polarity', 'gaps', name, [...fill(ABSENT, name), ...fill(SHORT, name)]);
    for (const tier of ['core', 'preferred', 'emerging'] as const)
      if (tier !== skill.tier) put('tier', 'market', name, fill(TIER, name, tier));
    const other = sheet.skills.find(
      (one) => one.share !== null && skill.share !== null && Math.abs(one.share - skill.share) > 0.02,
    );
    if (other?.share && skill.share !== null) {
      const percent = Math.round(other.share * 100);
      put('number', 'market', name, [
        `${name} is named in ${percent}% of postings.`,
        `${percent}% of employers ask for ${name}.`,
        `${name}, at ${percent}%, comes next.`,
      ]);
    }
  }
  for (const skill of sheet.extras)
    put('tier', 'market', skill.name, [`The role also requires ${skill.name}.`, `${skill.name} is core.`]);
  const { salary, postings, demand } = sheet.role;
  if (salary)
    put('number', 'market', 'salary', [
      `The salary runs from ${salary.min} to ${salary.max + 9000} ${salary.currency} per ${salary.period}.`,
      `Pay starts at ${salary.max} ${salary.currency}.`,
    ]);
  if (postings) put('number', 'market', 'postings', [`The sample held ${postings + 111} postings.`]);
  if (demand)
    put('attribute', 'market', 'demand', [`Demand for the role is ${demand === 'low' ? 'high' : 'low'}.`]);
  const { phases, totalWeeks, totalHours, hoursPerWeek } = sheet.roadmap;
  put('sum', 'roadmap', 'weeks', [`In total the roadmap takes ${totalWeeks + 3} weeks.`]);
  put('sum', 'roadmap', 'hours', [`The ${totalWeeks} weeks come to ${totalHours + 30} hours in all.`]);
  put('number', 'roadmap', 'hours per week', [`The plan assumes ${hoursPerWeek + 3} hours a week.`]);
  for (const phase of phases) {
    const other = phases.find((one) => one.index !== phase.index && one.skills.length > 0);
    put('number', 'roadmap', `phase ${phase.index}`, [
      `Phase ${phase.index} lasts ${phase.weeks + 5} weeks.`,
    ]);
    if (other?.skills[0] && phase.skills[0])
      put('attribute', 'roadmap', other.skills[0].name, [
        `Phase ${phase.index} covers ${phase.skills[0].name} and ${other.skills[0].name}.`,
      ]);
  }
  const resources = [...sheet.resources.chosen, ...sheet.resources.others];
  for (const resource of resources) {
    const other = resources.find((one) => one.provider !== resource.provider);
    put('attribute', 'resources', resource.title, [
      `${resource.title} is ${resource.cost === 'free' ? 'a paid course' : 'free of charge'}.`,
    ]);
    if (other)
      put('attribute', 'resources', resource.title, [`${resource.title} is offered by ${other.provider}.`]);
    if (resource.price)
      put('number', 'resources', resource.title, [
        `${resource.title} costs ${resource.price.amount + 17} ${resource.price.currency}.`,
      ]);
    if (resource.hours)
      put('number', 'resources', resource.title, [`${resource.title} takes ${resource.hours + 13} hours.`]);
  }
  return faults;
}

const headings: Readonly<Record<string, RegExp>> = {
  gaps: /^## Skill Gap Assessment$/m,
  market: /^## Market Requirements Analysis$/m,
  roadmap: /^## Upskilling Roadmap$/m,
  resources: /^## Recommended Resources$/m,
};

/** Sets a fault into a clean report as a paragraph of its own. */
export function inject(report: string, fault: Fault): { text: string; start: number; end: number } {
  const heading = headings[fault.section]?.exec(report);
  const at = heading ? heading.index + heading[0].length : report.length;
  const before = `${report.slice(0, at)}\n\n`;
  return {
    text: `${before}${fault.sentence}${report.slice(at)}`,
    start: before.length,
    end: before.length + fault.sentence.length,
  };
}

/** Whether exactly the place of the fault is found. */
export function judge(report: string, fault: Fault, sheet: FactSheet): 'found' | 'missed' | 'second finding' {
  const { text, start, end } = inject(report, fault);
  const errors = checkReport(text, sheet).findings.filter((finding) => finding.severity === 'error');
  if (errors.some((finding) => finding.start >= end || finding.end <= start)) return 'second finding';
  return errors.length > 0 ? 'found' : 'missed';
}

/** Judges every fault, or each nth. */
export function judgeAll(
  report: string,
  sheet: FactSheet,
  step = 1,
): { total: number; found: number; failures: string[] } {
  const faults = listFaults(sheet).filter((_, i) => i % step === 0);
  const failures = faults.flatMap((fault) => {
    const verdict = judge(report, fault, sheet);
    return verdict === 'found' ? [] : [`${verdict}: ${fault.sentence}`];
  });
  return { total: faults.length, found: faults.length - failures.length, failures };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { readCorpus } = await import('./corpus.ts');
  const clean = readCorpus()?.filter((report) => report.facts && report.labels.length === 0);
  if (!clean) console.log('Skipped: there is no ../shared/corpus beside this project.');
  for (const report of clean ?? []) {
    const { total, found, failures } = judgeAll(report.text, report.facts as FactSheet);
    console.log(
      `${report.id}: ${found} of ${total} faults found at their place alone (${((100 * found) / total).toFixed(1)}%)`,
    );
    for (const failure of failures) console.log(`  ${failure}`);
  }
}
