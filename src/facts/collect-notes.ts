import type { AskedSkill, FactSheet, Note } from '../../schemas/index.ts';
import type { Words } from '../language/index.ts';
import type { Asked } from './compute-asked-skills.ts';
import type { SkillEvidence } from './compute-evidence.ts';
import type { HeldSkill } from './compute-held-skills.ts';
import { DEFAULT_SHARE } from './compute-priority.ts';
import { compareNames } from './identify.ts';

/** Names in one note, at most; the rest is counted. */
const NAMED = 8;

/** Skills that the resume speaks of without listing them: for the user to list, not for us to assume. */
export function noteUnlisted(
  asked: readonly Asked[],
  held: ReadonlyMap<string, HeldSkill>,
  evidence: ReadonlyMap<string, SkillEvidence>,
  words: Words,
): Note[] {
  const missing = asked.flatMap((skill) => {
    const options = skill.members.length > 0 ? skill.members : [skill];
    return options.some((option) => held.has(option.key)) ? [] : options;
  });
  return missing.flatMap((skill) => {
    const first = evidence.get(skill.key)?.evidence[0];
    if (!first) return [];
    return [
      {
        code: 'named-not-listed',
        message: words.say('note.named-not-listed', { skill: skill.name, path: first.path }),
        facts: [],
      },
    ];
  });
}

/** What was assumed for the gaps because the role or the catalog is silent. */
export function noteDefaults(skills: readonly AskedSkill[], words: Words): Note[] {
  const gaps = skills.filter((skill) => skill.status !== 'met');
  const silent = gaps.filter((skill) => skill.share === null);
  const unknown = gaps.filter((skill) => skill.hours !== null && !skill.known && !skill.anyOf);
  const notes: Note[] = [];
  if (silent.length > 0) {
    notes.push({
      code: 'share-default',
      message: words.say('note.share-default', {
        n: silent.length,
        digits: silent.length,
        share: words.share(DEFAULT_SHARE),
      }),
      facts: silent.map((skill) => `skill.${skill.id}.priority`),
    });
  }
  if (unknown.length > 0) {
    const names = unknown.map((skill) => skill.name);
    notes.push({
      code: 'skill-unknown',
      message: words.say('note.skill-unknown', { n: names.length, skills: words.cutList(names, NAMED) }),
      facts: unknown.map((skill) => `skill.${skill.id}.hours`),
    });
  }
  return notes;
}

/** Hours a week that nobody gave. */
export function noteHours({ phases, hoursPerWeek }: FactSheet['roadmap'], words: Words): Note[] {
  if (phases.length === 0) return [];
  return [
    {
      code: 'hours-default',
      message: words.say('note.hours-default', { hours: words.measure(hoursPerWeek, 'hour') }),
      facts: ['roadmap.hours-per-week'],
    },
  ];
}

/** How old what the catalog says of costs may be. */
export function noteCosts({ chosen, origin }: FactSheet['resources'], words: Words): Note[] {
  const [earliest] = chosen.flatMap((resource) => resource.costChecked ?? []).sort();
  if (origin !== 'catalog' || earliest === undefined) return [];
  return [
    {
      code: 'cost-date',
      message: words.say('note.cost-date', { date: words.date(earliest.slice(0, 7)) }),
      facts: ['resources.cost-checked'],
    },
  ];
}

/** In an order of their own, each once. */
export function sortNotes(notes: readonly Note[]): Note[] {
  const sorted = [...notes].sort(
    (a, b) => compareNames(a.code, b.code) || compareNames(a.message, b.message),
  );
  return sorted.filter(
    (note, at) => note.message !== sorted[at - 1]?.message || note.code !== sorted[at - 1]?.code,
  );
}
