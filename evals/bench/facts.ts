/**
 * How fast fact sheets are made: the first one of a process, resumes a second against one role, and how the time grows
 * with the resumes and with the skills asked for. Linear growth shows as a ratio of about 1.
 */
import type { Case, Resume, Role, Tier } from '../../schemas/index.ts';
import { builtInCatalog, builtInResources, computeFacts } from '../../src/index.ts';

const TIERS: readonly Tier[] = ['core', 'preferred', 'emerging'];
const LEVELS = ['Novice', 'Intermediate', 'Advanced', '5/5'];
const date = '2026-11-24';

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state;
  }
}

function makeNames(count: number): string[] {
  const { entries } = builtInCatalog();
  return Array.from({ length: count }, (_, at) => {
    const { name } = entries[(at * 37) % entries.length] as { name: string };
    return at < entries.length ? name : `${name} ${at}`;
  });
}

function makeRole(count: number): Role {
  const skills = makeNames(count).map((name, at) => ({
    name,
    tier: TIERS[at % TIERS.length] as Tier,
    level: LEVELS[at % LEVELS.length] as string,
    share: (at % 100) / 100,
  }));
  return { title: 'Senior Engineer', skills };
}

/** A resume with a dozen skills, half of them asked for, and three jobs that name some. */
function makeResume(names: readonly string[], seed: number): Resume {
  const next = numbers(seed);
  const pick = <T>(list: readonly T[]) => list[next.next().value % list.length] as T;
  const skills = Array.from({ length: 12 }, (_, at) => ({
    name: at % 2 === 0 ? pick(names) : pick(builtInCatalog().entries).name,
    level: pick(LEVELS),
  }));
  const work = Array.from({ length: 3 }, (_, at) => ({
    position: at === 0 ? 'Team Lead' : 'Developer',
    startDate: `${2012 + at * 3}-0${1 + (seed % 9)}`,
    highlights: [
      `Built services with ${pick(skills).name} and ${pick(skills).name} for two sites`,
      'Led a team of 4',
    ],
  }));
  return { skills, work };
}

function time(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Milliseconds for one sheet of each resume. */
function timeResumes(count: number, role: Role): number {
  const names = role.skills.map((skill) => skill.name);
  const cases = Array.from(
    { length: count },
    (_, at): Case => ({ resume: makeResume(names, at + 1), role, date }),
  );
  const resources = builtInResources();
  return time(() => {
    for (const one of cases) computeFacts(one, { resources });
  });
}

export function benchFacts(): void {
  const role = makeRole(60);
  const first = timeResumes(1, role);
  console.log('facts, wall time');
  console.log(`  first fact sheet of the process    ${first.toFixed(0)} ms`);
  timeResumes(300, role);
  const [thousand, tenThousand] = [timeResumes(1_000, role), timeResumes(10_000, role)];
  const rate = (count: number, ms: number) => `${Math.round((count / ms) * 1000)} resumes/s`;
  console.log(`  1,000 resumes, 60 skills           ${rate(1_000, thousand)}`);
  console.log(`  10,000 resumes, 60 skills          ${rate(10_000, tenThousand)}`);
  console.log(`  time per resume, 10,000 : 1,000    ${(tenThousand / 10 / thousand).toFixed(2)}`);
  const sizes = [60, 600, 6_000];
  const times = sizes.map((size) => {
    const asked = makeRole(size);
    const runs = Math.max(3, Math.round(600 / size));
    return Math.min(...Array.from({ length: runs }, () => timeResumes(1, asked)));
  });
  for (const [at, size] of sizes.entries()) {
    const ms = times[at] as number;
    const growth = ms / size / ((times[0] as number) / 60);
    console.log(
      `  one sheet, ${String(size).padStart(5)} skills asked      ${ms.toFixed(1)} ms, ${growth.toFixed(2)} x the time per skill at 60`,
    );
  }
}

if (import.meta.main) benchFacts();
