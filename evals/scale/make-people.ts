import type { Case, FactSheet } from '../../schemas/index.ts';
import { type PromptSet, renderMessages } from '../../src/draft/index.ts';
import { builtInResources, computeFacts, readCase } from '../../src/index.ts';
import { DEFAULT_STYLE } from '../../src/sections/index.ts';
import { openChance } from '../kill/kill-runs.ts';

/** Resume, role and date of one profile, and what is computed of it. The name is a stand-in. */
export interface Profile {
  resume: Record<string, unknown>;
  sheet: FactSheet;
}

/** A line of the people file. */
export interface ScalePerson {
  id: string;
  name: string;
  /** Place of the profile in the list. */
  profile: number;
}

const EXAMPLE = { resume: 'examples/ai-engineer/resume.json', role: 'examples/ai-engineer/role.json' };
const LEVELS = ['Beginner', 'Intermediate', 'Advanced', 'Expert'];
const OTHERS = [
  'React',
  'SQL',
  'PostgreSQL',
  'Figma',
  'Linux',
  'Bash',
  'Node.js',
  'Excel',
  'Scrum',
  'GraphQL',
];

/**
 * Makes profiles out of an example: other skills, levels and years, no two of which a model would be told of in the
 * same words before its sections. The same seed gives the same profiles.
 */
export async function makeProfiles(
  many: number,
  { root, date, set, seed }: { root: URL; date: string; set: PromptSet; seed: number },
): Promise<{ profiles: Profile[]; role: Case['role'] }> {
  const { case: example } = await readCase({
    resume: new URL(EXAMPLE.resume, root).pathname,
    role: new URL(EXAMPLE.role, root).pathname,
    date,
  });
  const chance = openChance(seed);
  const seen = new Set<string>();
  const profiles: Profile[] = [];
  for (let tries = 0; profiles.length < many; tries += 1) {
    if (tries > many * 20)
      throw new Error(`cannot make ${many} profiles: found ${profiles.length} that differ, expected more`);
    const resume = vary(example, chance, STAND_IN);
    const { case: theCase } = await readCase({ resume, role: example.role, date });
    const sheet = computeFacts(theCase, { resources: builtInResources() });
    const first = renderMessages('shared', sheet, set, { style: DEFAULT_STYLE })[0]?.content ?? '';
    if (seen.has(first)) continue;
    seen.add(first);
    profiles.push({ resume, sheet });
  }
  return { profiles, role: example.role };
}

/** The name of everybody in the profiles. */
export const STAND_IN = 'Nemo Standin';

function vary({ resume, role }: Case, chance: () => number, name: string): Record<string, unknown> {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const asked = role.skills.map((skill) => skill.name).filter(() => chance() < 0.4);
  const others = OTHERS.filter(() => chance() < 0.3);
  const start = 2012 + Math.floor(chance() * 12);
  const month = String(1 + Math.floor(chance() * 12)).padStart(2, '0');
  const [first, ...earlier] = resume.work ?? [];
  return {
    ...resume,
    basics: { name, label: resume.basics?.label },
    work: [{ ...first, startDate: `${start}-${month}` }, ...earlier.slice(1)],
    skills: [...asked, ...others].map((skill) => ({
      name: skill,
      ...(chance() < 0.8 && { level: pick(LEVELS) }),
    })),
  };
}

const GIVEN =
  'Ada Ben Cora Dov Edda Finn Gerd Hilda Ivo Jora Kurt Lena Milo Nora Otto Pia Quin Rosa Sven Tilda Udo Vera Wim Xenia Yann'.split(
    ' ',
  );
const FAMILY_STARTS =
  'Alm Bren Cald Drev Elst Fahr Grun Holm Isen Jarn Kest Lund Mord Nyst Orsk Pold Quast Rund Skov Tarn'.split(
    ' ',
  );
const FAMILY_ENDS =
  'abek ardt asen aum edel eika elin enko ermark etti iano ibaud igard ilov imund inger ovic uarez umsen yrd'.split(
    ' ',
  );

/** People with names of their own, each with one of the profiles; at most 10,000. */
export function makePeople(many: number, profiles: number): ScalePerson[] {
  return Array.from({ length: many }, (_, at) => {
    const given = GIVEN[at % GIVEN.length];
    const family = Math.floor(at / GIVEN.length);
    const end = FAMILY_ENDS[Math.floor(family / FAMILY_STARTS.length)];
    if (end === undefined) throw new Error(`cannot name ${many} people: expected at most 10,000`);
    return {
      id: `p${String(at + 1).padStart(5, '0')}`,
      name: `${given} ${FAMILY_STARTS[family % FAMILY_STARTS.length]}${end}`,
      profile: at % profiles,
    };
  });
}

/** The people as JSON Lines, which `gapwright batch` reads. */
export function renderPeople(people: readonly ScalePerson[], profiles: readonly Profile[]): string {
  return people
    .map(({ id, name, profile }) => {
      const { resume } = profiles[profile] as Profile;
      return `${JSON.stringify({ id, resume: { ...resume, basics: { ...(resume.basics as object), name } } })}\n`;
    })
    .join('');
}
