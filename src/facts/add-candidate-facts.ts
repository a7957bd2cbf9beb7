import { computed, type FactList, given, itself, type Structure } from './fact-list.ts';
import { formatFluency } from './format.ts';
import { nameDegree } from './name-degree.ts';

/** Who the candidate is and has done. */
export function addCandidateFacts(list: FactList, { candidate, role }: Structure): void {
  const { words } = list;
  const formatMonths = (months: number) => words.months(months);
  list.add(
    'candidate.name',
    candidate.name,
    'name',
    candidate.name ?? words.say('fact.candidate'),
    given('resume', 'basics.name'),
    { personal: true, basis: candidate.name === null ? 'unknown' : 'given' },
  );
  list.maybe('candidate.label', candidate.label, 'text', itself, given('resume', 'basics.label'));
  list.maybe(
    'candidate.experience',
    candidate.months,
    'months',
    formatMonths,
    computed('union-of-work-intervals'),
  );
  if (candidate.months !== null && role.years !== null) {
    // Whole months, and above 0 just where the years asked for are not reached.
    const short = Math.ceil(Math.max(0, role.years * 12 - candidate.months));
    list.add(
      'candidate.experience.short',
      short,
      'months',
      short === 0 ? words.say('fact.none') : formatMonths(short),
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
      (from) => words.date(from.slice(0, 7)),
      given('resume', `${path}.startDate`),
    );
    if (job.to !== null)
      list.add(
        `${id}.to`,
        job.to,
        'date',
        words.date(job.to.slice(0, 7)),
        given('resume', `${path}.endDate`),
      );
  }
  for (const [i, study] of candidate.education.entries()) {
    const degree = nameDegree(study, (type, area) => words.say('fact.degree', { type, area }));
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
        words.date(certificate.date),
        given('resume', `certificates[name=${certificate.name}].date`),
      );
    }
  }
  for (const [i, { language, fluency }] of candidate.languages.entries()) {
    const display =
      fluency === null
        ? words.nameLanguage(language)
        : words.spoken(language, fluency, formatFluency(fluency));
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
    led.length > 0
      ? words.list(led)
      : words.say(candidate.leadership.length > 0 ? 'fact.yes' : 'fact.none-shown'),
    computed('positions-and-sentences-that-lead'),
  );
}
