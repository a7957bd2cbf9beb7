// Every skill of the catalog in a role: eight at a time, in all tiers, some held, counted over few postings and over many.
// Each role is written and checked offline; findings of severity error are printed.
import { builtInCatalog, Case, GapwrightError, type SkillEntry, writeReport } from '../../src/index.ts';

const SIZE = 8;
const DATE = '2026-11-25';
const LEVELS = ['Beginner', 'Intermediate', 'Advanced', 'Expert'];
/** Has no factor in common with the number of skills, so that each comes once and neighbours stand apart. */
const STRIDE = 1009;

interface Found {
  rule: string;
  quote: string;
  message: string;
}

const { entries } = builtInCatalog();
const mixed = entries.map((_, at) => entries[(at * STRIDE) % entries.length] as SkillEntry);
let roles = 0;
const failures: string[] = [];
for (let at = 0; at < mixed.length; at += SIZE) {
  const part = mixed.slice(at, at + SIZE);
  roles += 1;
  const error: unknown = await writeReport(makeCase(part, roles)).report.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) continue;
  if (!(error instanceof GapwrightError)) throw error;
  const { findings = [] } = error as GapwrightError & { findings?: readonly Found[] };
  for (const { rule, quote, message } of findings)
    failures.push(`${rule}: ${JSON.stringify(quote)} | ${message}`);
}
process.stdout.write(
  `${mixed.length} skills in ${roles} roles, ${failures.length} findings of severity error\n${failures.map((line) => `${line}\n`).join('')}`,
);
if (failures.length > 0) process.exitCode = 1;

function makeCase(part: readonly SkillEntry[], seed: number): Case {
  const of = seed % 3 === 0 ? 7 : 120;
  const source = {
    id: 'postings',
    name: `${of} distinct job postings`,
    kind: 'postings',
    n: of,
    date: '2026-10',
  };
  return Case.parse({
    date: DATE,
    resume: {
      basics: { name: 'Ada Marsh' },
      work: [
        {
          name: 'Acme',
          position: 'Engineer',
          startDate: '2020-01',
          highlights: part.slice(0, 1).map(({ name }) => `Used ${name}.`),
        },
      ],
      skills: part
        .filter((_, at) => at % 3 === 0)
        .map(({ name }, at) => ({ name, level: LEVELS[(at + seed) % LEVELS.length] })),
    },
    role: {
      title: 'Florb Lead',
      market: { postings: of, asOf: '2026-10', sources: [source] },
      skills: part.map(({ name }, at) => {
        const postings = Math.max(1, of - at * (of === 7 ? 1 : 9));
        return {
          name,
          tier: at < 4 ? 'core' : at < 7 ? 'preferred' : 'emerging',
          ...(at % 2 === 1 && { level: LEVELS[at % LEVELS.length] }),
          share: postings / of,
          postings,
          postingsOf: of,
          source: 'postings',
        };
      }),
    },
  });
}
