import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Case, FactSheet, TIERS } from '../../schemas/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { builtInCatalog } from '../../src/skills/index.ts';
import {
  anyCase,
  anyOptions,
  BUILT_ON,
  keyOf,
  resource,
  shuffled,
  skillName,
  spellingsOf,
} from './arbitraries.ts';

const catalog = builtInCatalog();
const resources = builtInResources();
const facts = (theCase: Case, options: object = {}) => computeFacts(theCase, { resources, ...options });
const runs = { numRuns: 120 };

/** What an order of the input may change: places in it, nowhere else. */
function withoutPlaces(sheet: FactSheet): unknown {
  return {
    ...sheet,
    candidate: {
      ...sheet.candidate,
      work: sheet.candidate.work.map((job) => ({ ...job, index: 0 })),
      leadership: sheet.candidate.leadership.map((item) => ({ ...item, path: '' })),
    },
    skills: sheet.skills.map(withoutPaths),
    extras: sheet.extras.map(withoutPaths),
    facts: sheet.facts.map((fact) => ({ ...fact, source: { ...fact.source, path: '' } })),
    notes: sheet.notes
      .map((note) => ({ ...note, message: note.message.replace(/ at [\w[\].]+ but/, ' but') }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  };
}

function withoutSpellings(sheet: FactSheet): unknown {
  return { ...sheet, skills: sheet.skills.map((skill) => ({ ...skill, spellings: [] })) };
}

function withoutPaths<T extends FactSheet['extras'][number]>(skill: T): T {
  return { ...skill, evidence: skill.evidence.map((item) => ({ ...item, path: '' })) };
}

describe('facts of any case', { timeout: 30_000 }, () => {
  it('give every asked skill one status and one tier, apart from the extras', () => {
    fc.assert(
      fc.property(anyCase, (theCase) => {
        const { skills, extras, coverage } = facts(theCase);
        const names = skills.map((skill) =>
          skill.anyOf ? `any of ${skill.anyOf.map((m) => m.id).sort()}` : skill.name,
        );
        expect(new Set(names).size).toBe(skills.length);
        expect(new Set([...skills, ...extras].map((skill) => skill.id)).size).toBe(
          skills.length + extras.length,
        );
        for (const { tier, status, held, rank, steps, levelHeld, levelAsked } of skills) {
          expect(TIERS).toContain(tier);
          expect(held).toBe(status !== 'missing');
          expect(rank === null).toBe(status === 'met');
          expect(steps === 0).toBe(status === 'met');
          if (status === 'partial') expect([levelHeld, levelAsked]).not.toContain(null);
        }
        const asked = new Set(theCase.role.skills.flatMap(({ name, anyOf }) => (anyOf ?? [name]).map(keyOf)));
        for (const extra of extras) expect(asked).not.toContain(extra.known ? extra.name : keyOf(extra.name));
        for (const { asked, met, partial, missing } of Object.values(coverage))
          expect(met + partial + missing).toBe(asked);
        expect(coverage.core.asked + coverage.preferred.asked + coverage.emerging.asked).toBe(skills.length);
      }),
      runs,
    );
  });

  it('hold each held skill once, as asked for or as extra', () => {
    fc.assert(
      fc.property(anyCase, (theCase) => {
        const { skills, extras } = facts(theCase);
        const held = new Set(
          (theCase.resume.skills ?? []).flatMap(({ name, keywords = [] }) => [name, ...keywords].map(keyOf)),
        );
        const found = new Map<string, number>();
        for (const skill of [...skills.filter((s) => !s.anyOf), ...extras])
          found.set(keyOf(skill.name), (found.get(keyOf(skill.name)) ?? 0) + 1);
        for (const skill of skills)
          if (!skill.anyOf && held.has(keyOf(skill.name))) expect(skill.status).not.toBe('missing');
        const members = new Set(theCase.role.skills.flatMap(({ anyOf = [] }) => anyOf.map(keyOf)));
        for (const key of held) if (!members.has(key)) expect([key, found.get(key)]).toEqual([key, 1]);
        for (const { anyOf, held: has } of skills)
          if (anyOf) expect(has).toBe(anyOf.some((member) => member.held));
      }),
      runs,
    );
  });

  it('do not hang on the order of the input', () => {
    const reordered = anyCase.chain((theCase) => {
      const { resume, role } = theCase;
      return fc
        .record({
          skills: shuffled(resume.skills ?? []).chain((skills) =>
            fc.tuple(
              ...skills.map((skill) =>
                shuffled(skill.keywords ?? []).map((keywords) => ({ ...skill, keywords })),
              ),
            ),
          ),
          work: shuffled(resume.work ?? []),
          certificates: shuffled(resume.certificates ?? []),
          projects: shuffled(resume.projects ?? []),
          languages: shuffled(resume.languages ?? []),
          education: shuffled(resume.education ?? []),
          asked: shuffled(role.skills),
          offers: shuffled(theCase.resources ?? []),
        })
        .map(({ asked, offers, ...lists }) => [
          theCase,
          {
            ...theCase,
            resume: { ...resume, ...lists },
            role: { ...role, skills: asked },
            ...(theCase.resources && { resources: offers }),
          } as Case,
        ]);
    });
    fc.assert(
      fc.property(reordered, anyOptions, ([one, other], options) => {
        expect(withoutPlaces(facts(other as Case, options))).toEqual(
          withoutPlaces(facts(one as Case, options)),
        );
      }),
      runs,
    );
  });

  it('do not hang on the order of the resources to choose from', () => {
    const offered = fc
      .array(resource, { maxLength: 8 })
      .chain((offers) => fc.tuple(fc.constant(offers), shuffled(offers)));
    fc.assert(
      fc.property(anyCase, offered, anyOptions, ({ resources: _, ...theCase }, [one, other], options) => {
        const a = computeFacts(theCase, { ...options, resources: one });
        const b = computeFacts(theCase, { ...options, resources: other });
        expect(b.resources).toEqual(a.resources);
      }),
      runs,
    );
  });

  it('do not hang on which alias names a skill', () => {
    const renamed = anyCase.chain((theCase) => {
      const rename = (name: string) => {
        const entry = catalog.find(name);
        return entry ? fc.constantFrom(...spellingsOf(entry)) : fc.constant(name);
      };
      const renameAll = (names: readonly string[]) => fc.tuple(...names.map(rename));
      const { resume, role, plan } = theCase;
      return fc
        .record({
          held: fc.tuple(
            ...(resume.skills ?? []).map((skill) =>
              fc
                .tuple(rename(skill.name), renameAll(skill.keywords ?? []))
                .map(([name, keywords]) => ({ ...skill, name, keywords })),
            ),
          ),
          asked: fc.tuple(
            ...role.skills.map((skill) =>
              skill.anyOf
                ? renameAll(skill.anyOf).map((anyOf) => ({ ...skill, anyOf }))
                : rename(skill.name).map((name) => ({ ...skill, name })),
            ),
          ),
          phases: fc.tuple(
            ...(plan?.phases ?? []).map((phase) =>
              renameAll(phase.skills).map((skills) => ({ ...phase, skills })),
            ),
          ),
        })
        .map(({ held, asked, phases }) => [
          theCase,
          {
            ...theCase,
            resume: { ...resume, skills: held },
            role: { ...role, skills: asked },
            ...(plan && { plan: { ...plan, phases } }),
          } as Case,
        ]);
    });
    fc.assert(
      fc.property(renamed, ([one, other]) => {
        // What the role calls a skill is one of its spellings; nothing else may follow it.
        expect(withoutSpellings(facts(other as Case))).toEqual(withoutSpellings(facts(one as Case)));
      }),
      runs,
    );
  });

  it('never lose coverage by a skill that comes to be held', () => {
    fc.assert(
      fc.property(
        anyCase,
        skillName,
        fc.constantFrom('Novice', 'Expert', undefined),
        (theCase, name, level) => {
          const before = facts(theCase);
          const keys = (theCase.resume.skills ?? []).flatMap((skill) =>
            [skill.name, ...(skill.keywords ?? [])].map(keyOf),
          );
          const shown = [...(theCase.resume.certificates ?? []), ...(theCase.resume.languages ?? [])];
          fc.pre(!keys.includes(keyOf(name)) && shown.length === 0);
          const skills = [...(theCase.resume.skills ?? []), { name, ...(level && { level }) }];
          const after = facts({ ...theCase, resume: { ...theCase.resume, skills } as Case['resume'] });
          for (const scope of ['core', 'preferred', 'emerging', 'all'] as const)
            expect(after.coverage[scope].value ?? 0).toBeGreaterThanOrEqual(
              before.coverage[scope].value ?? 0,
            );
          const asked = after.skills.find((skill) => !skill.anyOf && keyOf(skill.name) === keyOf(name));
          if (asked) expect(asked.status).not.toBe('missing');
        },
      ),
      runs,
    );
  });

  it('never make a shortfall of an unknown level', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.constantFrom(undefined, 'very', 'Intermediate to Advanced'),
        (theCase, level) => {
          const skills = (theCase.resume.skills ?? []).map(({ level: _, ...skill }) => ({
            ...skill,
            ...(level && { level }),
          }));
          const { languages: _, ...resume } = { ...theCase.resume, skills };
          for (const { status } of facts({ ...theCase, resume: resume as Case['resume'] }).skills)
            expect(status).not.toBe('partial');
        },
      ),
      runs,
    );
  });

  it('rank the gaps from 1 on, by priority, then by name', () => {
    fc.assert(
      fc.property(anyCase, (theCase) => {
        const gaps = facts(theCase).skills.filter((skill) => skill.status !== 'met');
        gaps.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
        expect(gaps.map((gap) => gap.rank)).toEqual(gaps.map((_, at) => at + 1));
        for (const [at, gap] of gaps.slice(1).entries()) {
          const before = gaps[at] as typeof gap;
          expect(before.priority).toBeGreaterThanOrEqual(gap.priority);
          if (before.priority === gap.priority)
            expect(before.name.toLowerCase() <= gap.name.toLowerCase()).toBe(true);
        }
      }),
      runs,
    );
  });

  it('have totals that are the sums of their parts', () => {
    fc.assert(
      fc.property(anyCase, anyOptions, (theCase, options) => {
        const { roadmap, resources: choice, facts: flat } = facts(theCase, options);
        const value = (id: string) => flat.find((fact) => fact.id === id)?.value;
        const sum = (list: readonly number[]) => list.reduce((total, part) => total + part, 0);
        expect(roadmap.totalWeeks).toBe(sum(roadmap.phases.map((phase) => phase.weeks)));
        expect(roadmap.totalHours).toBeCloseTo(sum(roadmap.phases.map((phase) => phase.hours)), 6);
        expect(value('roadmap.weeks')).toBe(roadmap.totalWeeks);
        if (roadmap.origin === 'computed') {
          for (const phase of roadmap.phases)
            expect(phase.hours).toBeCloseTo(sum(phase.skills.map((skill) => skill.hours ?? 0)), 6);
        }
        expect(choice.totalHours).toBeCloseTo(sum(choice.chosen.map((one) => one.hours ?? 0)), 6);
        expect(value('resources.count')).toBe(choice.chosen.length);
        const costs = ['free', 'freemium', 'paid'].map((cost) => value(`resources.${cost}`) as number);
        expect(sum(costs)).toBe(choice.chosen.length);
        for (const { currency, amount } of choice.totals) {
          const paid = choice.chosen.filter((one) => one.cost === 'paid' && one.price?.currency === currency);
          expect(amount).toBeCloseTo(sum(paid.map((one) => one.price?.amount ?? 0)), 6);
          if (options.budget?.currency === currency)
            expect(amount).toBeLessThanOrEqual(options.budget.amount);
        }
        if (options.freeOnly) expect(choice.chosen.map((one) => one.cost)).not.toContain('paid');
      }),
      runs,
    );
  });

  it('lay phases end to end and leave or teach each gap, never both', () => {
    fc.assert(
      fc.property(anyCase, anyOptions, (theCase, options) => {
        const { roadmap, skills } = facts(theCase, options);
        let week = 1;
        for (const [at, phase] of roadmap.phases.entries()) {
          expect([phase.index, phase.startWeek, phase.endWeek]).toEqual([
            at + 1,
            week,
            week + phase.weeks - 1,
          ]);
          week += phase.weeks;
        }
        const taught = new Set(roadmap.phases.flatMap((phase) => phase.skills.map((skill) => skill.id)));
        const left = roadmap.left.map((item) => item.id);
        for (const id of left) expect(taught).not.toContain(id);
        if (roadmap.origin === 'computed') {
          const gaps = skills.filter((skill) => skill.status !== 'met').map((skill) => skill.id);
          expect([...taught, ...left].sort()).toEqual(gaps.sort());
          expect(roadmap.totalWeeks).toBeLessThanOrEqual(options.weeks ?? Number.POSITIVE_INFINITY);
        }
      }),
      runs,
    );
  });

  it('teach nothing before what it builds on', () => {
    const asked = fc
      .shuffledSubarray([...BUILT_ON], { minLength: 6 })
      .chain((names) =>
        fc.tuple(
          ...names.map((name) => fc.record({ name: fc.constant(name), tier: fc.constantFrom(...TIERS) })),
        ),
      );
    fc.assert(
      fc.property(anyCase, asked, ({ plan: _, ...theCase }, skills) => {
        const { roadmap } = facts({ ...theCase, role: { ...theCase.role, skills } });
        const order = roadmap.phases.flatMap((phase) => phase.skills.map((skill) => skill.name));
        for (const [at, name] of order.entries())
          for (const later of order.slice(at + 1))
            expect(catalog.get(name)?.prerequisites ?? []).not.toContain(later);
      }),
      runs,
    );
  });

  it('fit the schema, survive JSON, have ids of their own, and refer to facts that exist', () => {
    fc.assert(
      fc.property(anyCase, anyOptions, (theCase, options) => {
        const sheet = facts(theCase, options);
        const again = JSON.parse(JSON.stringify(sheet));
        expect(again).toEqual(sheet);
        expect(FactSheet.parse(again)).toEqual(sheet);
        const ids = new Set(sheet.facts.map((fact) => fact.id));
        expect(ids.size).toBe(sheet.facts.length);
        for (const id of sheet.notes.flatMap((note) => note.facts)) expect(ids).toContain(id);
        for (const skill of [...sheet.skills, ...sheet.extras])
          expect(ids).toContain(`skill.${skill.id}.status`);
      }),
      runs,
    );
  });

  it('leave the case as it was and are the same the second time', () => {
    fc.assert(
      fc.property(anyCase, (theCase) => {
        const copy = structuredClone(theCase);
        const first = JSON.stringify(facts(theCase));
        expect(theCase).toEqual(copy);
        expect(JSON.stringify(facts(theCase))).toBe(first);
      }),
      { numRuns: 40 },
    );
  });
});
