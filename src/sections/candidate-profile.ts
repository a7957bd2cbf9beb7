import type { AskedSkill, FactSheet } from '../../schemas/index.ts';
import { cite, join, type Piece, type PieceArgs, pick, piece, say, slot } from './phrase.ts';
import { knows, listOf, nameOf, skillName, whoOf } from './pieces.ts';
import { defineSection, idsLike, type MustMention, type SentenceDraft } from './section.ts';
import type { Style } from './style.ts';

/** Who the candidate is, as far as the resume shows: work, studies, strengths with their evidence. */
export const candidateProfile = defineSection({
  id: 'candidate-profile',
  title: 'Candidate Profile',
  titleId: 'title.candidate-profile',

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
  const [name, who] = [nameOf(facts, style), whoOf(style)];
  const experience = slot('candidate.experience');
  const [latest] = candidate.work;
  const length =
    candidate.months === null
      ? [say(facts, 'profile.no-dates', { known: cite('candidate.experience') })]
      : [];
  if (!latest || (latest.position === null && latest.employer === null)) {
    if (candidate.months === null)
      return candidate.label === null
        ? length
        : [say(facts, 'profile.label', { name, label: slot('candidate.label'), who }), ...length];
    return [say(facts, 'profile.dated', { name, experience, who })];
  }
  const job = jobArgs(latest, 'work.1');
  const first =
    latest.to === null
      ? say(facts, 'profile.works', { name, ...job, ...dateArgs('since', latest.from, 'work.1.from'), who })
      : say(facts, 'profile.worked', { name, ...job, ...dateArgs('until', latest.to, 'work.1.to'), who });
  if (candidate.months === null) return [first, ...length];
  const earlier = earlierJobs(facts);
  return [
    first,
    ...(earlier.length > 0
      ? [say(facts, 'profile.before', { jobs: join(facts, earlier), who, n: earlier.length })]
      : []),
    pick(facts, 'experience', [
      say(facts, 'profile.experience', { experience, who }),
      say(facts, 'profile.experience.other', { experience }),
    ]),
  ];
}

function earlierJobs(facts: FactSheet): Piece[] {
  return facts.candidate.work
    .slice(1, 3)
    .flatMap((job, at) =>
      job.position === null ? [] : [piece(facts, 'profile.job', jobArgs(job, `work.${at + 2}`))],
    );
}

type Job = FactSheet['candidate']['work'][number];

/** Position and employer as far as they are known; `as` says with which article. */
function jobArgs({ position, employer }: Pick<Job, 'position' | 'employer'>, id: string) {
  return {
    as: position === null ? 'no' : isUnique(position) ? 'bare' : 'a',
    position: position === null ? '' : slot(`${id}.position`),
    at: employer === null ? 'no' : 'yes',
    employer: employer === null ? '' : slot(`${id}.employer`),
  };
}

function dateArgs(name: 'since' | 'until', date: string | null, id: string): PieceArgs {
  return {
    [name]: date === null ? 'no' : 'yes',
    [name === 'since' ? 'from' : 'to']: date === null ? '' : slot(id),
  };
}

/** Offices that one person holds, which English gives no article. */
function isUnique(position: string): boolean {
  return /^(?:head|chief|director|president|vice|c[a-z]o\b|managing|founder|co-founder|self-employed|freelance$)/i.test(
    position,
  );
}

function studies(facts: FactSheet): SentenceDraft[] {
  const { education, certificates, languages } = facts.candidate;
  const sentences: SentenceDraft[] = [];
  const degrees = education.flatMap((study, i): Piece[] => {
    const id = `education.${i + 1}`;
    if (!knows(facts, id)) return [];
    return [
      piece(facts, 'profile.degree', {
        article: study.studyType === null ? 'no' : 'yes',
        degree: slot(id),
        at: study.institution === null ? 'no' : 'yes',
        school: study.institution === null ? '' : slot(`${id}.institution`),
      }),
    ];
  });
  const [degree, ...others] = degrees;
  if (degree) sentences.push(say(facts, 'profile.education', { degree }));
  for (const other of others.slice(0, 2))
    sentences.push(say(facts, 'profile.education-too', { degree: other }));
  const certified = certificates.slice(0, 4).map((_, i) => slot(`certificate.${i + 1}`));
  if (certified.length > 0)
    sentences.push(
      say(facts, 'profile.certificates', {
        size: certificates.length === 1 ? 'one' : certificates.length > 4 ? 'many' : 'few',
        certificates: join(facts, certified),
      }),
    );
  const spoken = languages.slice(0, 5).map((_, i) => slot(`language.${i + 1}`));
  if (spoken.length > 0)
    sentences.push(say(facts, 'profile.languages', { n: spoken.length, languages: join(facts, spoken) }));
  return sentences;
}

function leadership(facts: FactSheet, style: Style): SentenceDraft[] {
  const { leadership: shown } = facts.candidate;
  if (shown.length === 0) return [];
  const who = whoOf(style);
  return shown.every((item) => item.label === '')
    ? [say(facts, 'profile.led', { who, led: cite('candidate.leadership') })]
    : [say(facts, 'profile.led-as', { who, roles: slot('candidate.leadership') })];
}

function strengths(facts: FactSheet): SentenceDraft[] {
  const met = facts.skills.filter((skill) => skill.status === 'met');
  const part = facts.skills.filter((skill) => skill.status === 'partial');
  const sentences: SentenceDraft[] = [];
  if (facts.skills.length === 0) return [];
  if (met.length === 0) {
    sentences.push(
      facts.skills.length === 1
        ? say(facts, 'profile.one-unmet', { met: cite('count.all.met') })
        : say(facts, 'profile.none-met', { total: slot('count.all.asked'), met: cite('count.all.met') }),
    );
  } else {
    const args = { strengths: listOf('list.all.met', met), n: met.length };
    sentences.push(
      pick(facts, 'met', [
        say(facts, 'profile.strengths', args),
        say(facts, 'profile.strengths.other', args),
      ]),
    );
    for (const skill of met.slice(0, 3)) {
      const sentence = proof(facts, skill);
      if (sentence) sentences.push(sentence);
    }
  }
  if (part.length > 0) {
    const told = part.slice(0, 4);
    sentences.push(
      say(facts, 'profile.below', {
        names: join(
          facts,
          told.map((skill) => skillName(skill)),
        ),
        n: told.length,
        more: met.length > 0 ? 'yes' : 'no',
      }),
    );
  }
  return sentences;
}

/** What stands behind a strength, where it is more than a line in a list. */
function proof(facts: FactSheet, skill: AskedSkill): SentenceDraft | undefined {
  const best = skill.evidence[0];
  if (!best || best.kind === 'listed') return undefined;
  const evidence = slot(`skill.${skill.id}.evidence`);
  if (skill.levelHeld === null) return say(facts, 'profile.proof', { skill: skillName(skill), evidence });
  return say(facts, 'profile.proof-level', {
    skill: skillName(skill),
    level: slot(`skill.${skill.id}.level.held`),
    evidence,
    held: skill.levelHeld,
  });
}

function beyond(facts: FactSheet): SentenceDraft[] {
  const { extras } = facts;
  if (extras.length === 0) return [];
  const args = { count: slot('count.extra'), n: extras.length, names: listOf('list.extra', extras) };
  return [
    pick(facts, 'beyond', [say(facts, 'profile.beyond', args), say(facts, 'profile.beyond.other', args)]),
  ];
}
