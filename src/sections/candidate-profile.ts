import type { AskedSkill, FactSheet } from '../../schemas/index.ts';
import { isAre, join, type Piece, pick, say, slot, words } from './phrase.ts';
import { candidateOf, countOf, knows, listOf, skillName } from './pieces.ts';
import { defineSection, idsLike, type MustMention, type SentenceDraft } from './section.ts';
import { formsOf, type Style } from './style.ts';

/** Who the candidate is, as far as the resume shows: work, studies, strengths with their evidence. */
export const candidateProfile = defineSection({
  id: 'candidate-profile',
  title: 'Candidate Profile',

  brief: (facts) => [
    ...idsLike(facts, [
      'candidate.**',
      'work.**',
      'education.**',
      'certificate.**',
      'language.*',
      'role.title',
      'list.all.met',
      'list.met.top',
      'list.extra',
      'count.extra',
      'count.all.met',
      'count.all.asked',
    ]),
    ...[...facts.skills.filter((skill) => skill.held), ...facts.extras].flatMap((skill) =>
      idsLike(facts, [
        `skill.${skill.id}`,
        `skill.${skill.id}.status`,
        `skill.${skill.id}.level.**`,
        `skill.${skill.id}.evidence`,
        `skill.${skill.id}.months-used`,
        `skill.${skill.id}.last-used`,
      ]),
    ),
  ],

  mustMention(facts) {
    const must: MustMention[] = [];
    if (facts.candidate.months !== null)
      must.push({ any: ['candidate.experience'], what: 'the length of experience' });
    const strong = facts.skills.filter((skill) => skill.status === 'met');
    if (strong.length > 0) {
      must.push({
        any: ['list.met.top', 'list.all.met', ...strong.slice(0, 3).map((skill) => `skill.${skill.id}`)],
        what: 'the strengths that the role asks for',
      });
    }
    return must;
  },

  offline: (facts, style) =>
    [
      [...work(facts, style), ...studies(facts), ...leadership(facts, style)],
      [...strengths(facts), ...beyond(facts)],
    ].filter((paragraph) => paragraph.length > 0),

  tables: () => [],
});

function work(facts: FactSheet, style: Style): SentenceDraft[] {
  const { candidate } = facts;
  const { name, verb: does } = candidateOf(style);
  const { subject, verb, possessive } = formsOf(style);
  const [latest] = candidate.work;
  const length =
    candidate.months === null
      ? [
          say`The resume dates no work, so the length of experience is ${words('unknown', 'candidate.experience')}.`,
        ]
      : [];
  if (!latest || (latest.position === null && latest.employer === null)) {
    if (candidate.months === null)
      return candidate.label === null
        ? length
        : [
            say`${name} ${does('is', 'are')} presented in the resume as ${slot('candidate.label')}.`,
            ...length,
          ];
    return [say`${name} ${does('has', 'have')} ${slot('candidate.experience')} of dated work.`];
  }
  const as =
    latest.position === null
      ? ''
      : words(` as ${withArticle(latest.position, 'work.1.position')}`, 'work.1.position');
  const at = latest.employer === null ? '' : words(' at {{work.1.employer}}', 'work.1.employer');
  const since = latest.from === null ? '' : words(' since {{work.1.from}}', 'work.1.from');
  const until = latest.to === null ? '' : words(' until {{work.1.to}}', 'work.1.to');
  const first =
    latest.to === null
      ? say`${name} ${does('has', 'have')} worked${as}${at}${since}.`
      : say`${name} worked${as}${at}${until}.`;
  if (candidate.months === null) return [first, ...length];
  const earlier = earlierJobs(facts);
  return [
    first,
    ...(earlier ? [say`Before that ${subject} ${verb('was', 'were')} ${earlier}.`] : []),
    pick(facts, 'experience', [
      say`In all, ${possessive} dated work adds up to ${slot('candidate.experience')}.`,
      say`The dated work in the resume adds up to ${slot('candidate.experience')}.`,
    ]),
  ];
}

function earlierJobs(facts: FactSheet): Piece | undefined {
  const jobs = facts.candidate.work.slice(1, 3).map((job, at): Piece | undefined => {
    if (job.position === null) return undefined;
    const id = `work.${at + 2}`;
    const position = withArticle(job.position, `${id}.position`);
    return job.employer === null
      ? words(position, `${id}.position`)
      : words(`${position} at {{${id}.employer}}`, `${id}.position`, `${id}.employer`);
  });
  const known = jobs.filter((job) => job !== undefined);
  return known.length === 0 ? undefined : join(known);
}

/** "a {{...}}", but none before an office that one person holds. */
function withArticle(position: string, id: string): string {
  const unique =
    /^(?:head|chief|director|president|vice|c[a-z]o\b|managing|founder|co-founder|self-employed|freelance$)/i.test(
      position,
    );
  return unique ? `{{${id}}}` : `a {{${id}}}`;
}

function studies(facts: FactSheet): SentenceDraft[] {
  const { education, certificates, languages } = facts.candidate;
  const sentences: SentenceDraft[] = [];
  const degrees = education.flatMap((study, i): Piece[] => {
    if (!knows(facts, `education.${i + 1}`)) return [];
    const from = study.institution === null ? '' : ` from {{education.${i + 1}.institution}}`;
    const article = study.studyType === null ? '' : 'a ';
    const cites = study.institution === null ? [] : [`education.${i + 1}.institution`];
    return [words(`${article}{{education.${i + 1}}}${from}`, `education.${i + 1}`, ...cites)];
  });
  const [degree, ...others] = degrees;
  if (degree) sentences.push(say`The education named is ${degree}.`);
  for (const other of others.slice(0, 2)) sentences.push(say`The resume also names ${other}.`);
  const certified = certificates.slice(0, 4).map((_, i) => slot(`certificate.${i + 1}`));
  if (certified.length > 0)
    sentences.push(
      say`The resume lists ${certificates.length === 1 ? 'the certificate' : certificates.length > 4 ? 'certificates such as' : 'the certificates'} ${join(certified)}.`,
    );
  const spoken = languages.slice(0, 5).map((_, i) => slot(`language.${i + 1}`));
  if (spoken.length > 0)
    sentences.push(
      say`${spoken.length === 1 ? 'The language listed is' : 'The languages listed are'} ${join(spoken)}.`,
    );
  return sentences;
}

function leadership(facts: FactSheet, style: Style): SentenceDraft[] {
  const { leadership: shown } = facts.candidate;
  if (shown.length === 0) return [];
  const { subject, verb } = formsOf(style);
  if (shown.every((item) => item.label === ''))
    return [
      say`The resume shows that ${subject} ${verb('has', 'have')} ${words('led people', 'candidate.leadership')}.`,
    ];
  return [
    say`The resume shows that ${subject} ${verb('has', 'have')} led people before, as ${slot('candidate.leadership')}.`,
  ];
}

function strengths(facts: FactSheet): SentenceDraft[] {
  const met = facts.skills.filter((skill) => skill.status === 'met');
  const part = facts.skills.filter((skill) => skill.status === 'partial');
  const sentences: SentenceDraft[] = [];
  if (facts.skills.length === 0) return [];
  if (met.length === 0) {
    sentences.push(
      facts.skills.length === 1
        ? say`The one skill that the role lists is ${words('not met yet', 'count.all.met')}.`
        : say`Of the ${slot('count.all.asked')} skills that the role lists, ${words('none is met yet', 'count.all.met')}.`,
    );
  } else {
    const list = listOf('list.all.met', met);
    const one = met.length === 1;
    sentences.push(
      pick(facts, 'met', [
        say`The ${one ? 'strength' : 'strengths'} that the role asks for ${isAre(met.length)} ${list}.`,
        say`Of what the role asks for, the resume shows ${list}.`,
      ]),
    );
    for (const skill of met.slice(0, 3)) {
      const sentence = proof(skill);
      if (sentence) sentences.push(sentence);
    }
  }
  if (part.length > 0) {
    const names = join(part.slice(0, 4).map((skill) => skillName(skill)));
    sentences.push(
      say`${names} ${isAre(Math.min(part.length, 4))} ${met.length > 0 ? 'held too,' : 'held'} below the level asked for.`,
    );
  }
  return sentences;
}

/** What stands behind a strength, where it is more than a line in a list. */
function proof(skill: AskedSkill): SentenceDraft | undefined {
  const best = skill.evidence[0];
  if (!best || best.kind === 'listed') return undefined;
  const evidence = slot(`skill.${skill.id}.evidence`);
  if (skill.levelHeld === null) return say`${skillName(skill)} is ${evidence}.`;
  return say`${skillName(skill)} is held at ${slot(`skill.${skill.id}.level.held`)} level and ${evidence}.`;
}

function beyond(facts: FactSheet): SentenceDraft[] {
  const { extras } = facts;
  if (extras.length === 0) return [];
  const list = listOf('list.extra', extras);
  return [
    pick(facts, 'beyond', [
      say`Beyond what the role asks for, the resume brings ${countOf('count.extra', extras.length, 'skill')}: ${list}.`,
      say`The resume also brings ${countOf('count.extra', extras.length, 'skill')} that the role does not ask for: ${list}.`,
    ]),
  ];
}
