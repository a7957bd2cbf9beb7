import type { AskedSkill, Evidence, ExtraSkill } from '../../schemas/index.ts';
import type { Words } from '../language/index.ts';
import { computed, type FactList, given, type Structure, sourced } from './fact-list.ts';

/** A skill of the role. */
export function addAskedFacts(list: FactList, skill: AskedSkill, role: Structure['role']): void {
  const { words } = list;
  const id = `skill.${skill.id}`;
  const path = `skills[name=${skill.name}]`;
  list.add(id, skill.name, 'name', skill.name, given('role', `${path}.name`));
  list.add(
    `${id}.status`,
    skill.status,
    'status',
    words.say('fact.status', { status: skill.status }),
    computed('held-against-asked'),
  );
  list.add(
    `${id}.tier`,
    skill.tier,
    'tier',
    words.say('fact.tier', { tier: skill.tier }),
    sourced(given('role', `${path}.tier`), role, skill),
  );
  list.maybe(
    `${id}.level.asked`,
    skill.levelAsked,
    'level',
    (level) => words.say('fact.level', { level }),
    sourced({ input: 'role', path: `${path}.level`, rule: 'level-words' }, role, skill),
  );
  list.maybe(
    `${id}.share`,
    skill.share,
    'share',
    (share) => words.sampled(share, skill.sample),
    sourced(given('role', `${path}.share`), role, skill),
  );
  if (skill.held) addHeld(list, skill);
  if (skill.rank !== null) {
    list.add(
      `${id}.priority`,
      skill.priority,
      'ratio',
      words.number(skill.priority),
      computed('tier-weight-x-share-x-steps'),
      { basis: skill.share === null ? 'default' : 'computed' },
    );
    list.add(
      `${id}.rank`,
      skill.rank,
      'ordinal',
      words.say('fact.rank', { digits: skill.rank }),
      computed('priority-then-name'),
    );
    list.add(
      `${id}.steps`,
      skill.steps,
      'count',
      words.counted(skill.steps, 'level'),
      computed('asked-minus-held'),
    );
  }
  if (skill.hours !== null && skill.status !== 'met') {
    list.add(
      `${id}.hours`,
      skill.hours,
      'hours',
      words.measure(skill.hours, 'hour'),
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
    list.add(`${id}.any-of`, names, 'list', words.list(names, 'or'), given('role', `${path}.anyOf`));
  }
}

/** A skill that the role does not ask for. */
export function addExtraFacts(list: FactList, skill: ExtraSkill): void {
  const listed = skill.evidence.find((item) => item.kind === 'listed');
  list.add(`skill.${skill.id}`, skill.name, 'name', skill.name, given('resume', listed?.path ?? ''));
  list.add(
    `skill.${skill.id}.status`,
    'extra',
    'status',
    list.words.say('fact.status', { status: 'extra' }),
    computed('held-against-asked'),
  );
  addHeld(list, skill);
}

function addHeld(list: FactList, skill: ExtraSkill): void {
  const id = `skill.${skill.id}`;
  list.maybe(
    `${id}.level.held`,
    skill.levelHeld,
    'level',
    (level) => list.words.say('fact.level', { level }),
    {
      input: 'resume',
      path: skill.evidence.find((e) => e.kind === 'listed')?.path ?? '',
      rule: 'level-words',
    },
  );
  const best = skill.evidence[0];
  if (best)
    list.add(`${id}.evidence`, best.kind, 'text', describeEvidence(best, list.words), {
      input: 'resume',
      path: best.path,
      rule: 'strongest-evidence',
    });
  if (skill.monthsUsed !== null)
    list.add(
      `${id}.months-used`,
      skill.monthsUsed,
      'months',
      list.words.months(skill.monthsUsed),
      computed('union-of-intervals-that-name-it'),
    );
  if (skill.lastUsed !== null)
    list.add(
      `${id}.last-used`,
      skill.lastUsed,
      'date',
      list.words.date(skill.lastUsed),
      computed('latest-interval-that-names-it'),
    );
}

/** Words that fit behind "Python is" and behind "held at advanced level and". */
function describeEvidence({ kind, label }: Evidence, words: Words): string {
  const named = label !== '' && (kind === 'work' || kind === 'project');
  return words.say('fact.evidence', { kind: named ? `${kind}_named` : kind, label });
}
