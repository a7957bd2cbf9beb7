import { existsSync, globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { Plan, Resources, Resume, Role } from '../../schemas/index.ts';
import { InputError } from '../../src/errors.ts';
import { json } from '../../src/input/json.ts';
import { parseInput } from '../../src/input/parse-input.ts';

const role = { title: 'Nurse', skills: [{ name: 'Triage', tier: 'core' }] };
const schemas = { Resume, Role, Plan, Resources };

function faultOf(schema: z.ZodType, data: unknown, file = 'in.json'): InputError {
  try {
    parseInput(schema, data, { file });
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('expected an InputError');
}

describe('a wrong value', () => {
  const cases: [name: string, schema: z.ZodType, data: unknown, message: string][] = [
    [
      'of an enum',
      Role,
      { ...role, market: { demand: 'hgh' } },
      'found "hgh" at market.demand, expected one of low, medium, high',
    ],
    ['missing', Role, { skills: role.skills }, 'found nothing at title, expected text'],
    ['empty text', Role, { ...role, title: ' ' }, 'found " " at title, expected some text'],
    [
      'of another type in a list',
      Role,
      { ...role, skills: ['Triage'] },
      'found "Triage" at skills[0], expected an object',
    ],
    [
      'an object for a list',
      Role,
      { ...role, skills: {} },
      'found an empty object at skills, expected a list',
    ],
    [
      'an empty list of skills',
      Role,
      { ...role, skills: [] },
      'found an empty list at skills, expected at least one skill',
    ],
    ['a list for the whole', Role, [1, 2, 3], 'found a list of 3, expected an object'],
    ['nothing for the whole', Resources, null, 'found nothing, expected a list'],
    [
      'unknown currency',
      Role,
      { ...role, market: { salary: { min: 1, max: 2, currency: 'USX' } } },
      'found "USX" at market.salary.currency, expected an ISO 4217 currency code such as USD or EUR',
    ],
    [
      'min above max',
      Role,
      { ...role, market: { salary: { min: 3, max: 2, currency: 'USD' } } },
      'found 3 at market.salary.min, expected min to be at most max',
    ],
    [
      'share in percent',
      Role,
      { ...role, skills: [{ name: 'a', tier: 'core', share: 62 }] },
      'found 62 at skills[0].share, expected a number of at most 1',
    ],
    [
      'negative years',
      Role,
      { ...role, experience: { years: -1 } },
      'found -1 at experience.years, expected a number of at least 0',
    ],
    [
      'a date that does not exist',
      Resume,
      { work: [{ startDate: '2021-02-30' }] },
      'found "2021-02-30" at work[0].startDate, expected a date as YYYY-MM-DD, YYYY-MM or YYYY',
    ],
    [
      'a year without quotes',
      Resume,
      { work: [{ startDate: 2021 }] },
      'found 2021 at work[0].startDate, expected text in quotes, such as "2021"',
    ],
    [
      'a nameless skill',
      Resume,
      { skills: [{ name: '' }] },
      'found "" at skills[0].name, expected some text',
    ],
    [
      'negative weeks',
      Plan,
      { hoursPerWeek: 8, phases: [{ title: 'a', weeks: -2, skills: [] }] },
      'found -2 at phases[0].weeks, expected a number above 0',
    ],
    [
      'half weeks',
      Plan,
      { hoursPerWeek: 8, phases: [{ title: 'a', weeks: 1.5, skills: [] }] },
      'found 1.5 at phases[0].weeks, expected a whole number',
    ],
    [
      'zero hours',
      Plan,
      { hoursPerWeek: 0, phases: [{ title: 'a', weeks: 1, skills: [] }] },
      'found 0 at hoursPerWeek, expected a number above 0',
    ],
    [
      'hours in quotes',
      Plan,
      { hoursPerWeek: '8', phases: [{ title: 'a', weeks: 1, skills: [] }] },
      'found "8" at hoursPerWeek, expected a number without quotes, such as 8',
    ],
    [
      'endless hours',
      Plan,
      { hoursPerWeek: Infinity, phases: [{ title: 'a', weeks: 1, skills: [] }] },
      'found Infinity at hoursPerWeek, expected a number',
    ],
    [
      'no phases',
      Plan,
      { hoursPerWeek: 8, phases: [] },
      'found an empty list at phases, expected a list of at least 1',
    ],
    [
      'long text',
      Role,
      { ...role, market: { demand: 'x'.repeat(60) } },
      `found "${'x'.repeat(40)}" and 20 more characters at market.demand, expected one of low, medium, high`,
    ],
    [
      'a script for an address',
      Resources,
      [{ title: 'a', provider: 'b', url: 'javascript:x', cost: 'free', kind: 'book', skills: ['c'] }],
      'found "javascript:x" at [0].url, expected a web address starting with https://',
    ],
  ];
  it.each(cases)('%s', (_, schema, data, message) => {
    const fault = faultOf(schema, data);
    expect(fault.message).toBe(`cannot read in.json: ${message}`);
    expect(fault.issues).toHaveLength(1);
    expect(fault.code).toBe('input');
  });

  it('says line and column where the text is known', () => {
    const text = '{\n  "title": "Nurse",\n  "market": {\n    "demand": "hgh"\n  },\n  "skills": [{}]\n}';
    const { data, locate } = json.parse(text, 'role.json') as Awaited<ReturnType<typeof json.parse>>;
    expect(() => parseInput(Role, data, { file: 'role.json', locate })).toThrow(
      [
        'cannot read role.json: found "hgh" at market.demand (line 4, column 15), expected one of low, medium, high',
        '  found nothing at skills[0].name (line 6, column 14), expected text',
        '  found nothing at skills[0].tier (line 6, column 14), expected one of core, preferred, emerging',
      ].join('\n'),
    );
  });

  it('prints ten of many and holds them all', () => {
    const fault = faultOf(Role, { title: 'a', skills: Array.from({ length: 15 }, () => 1) });
    expect(fault.message.split('\n')).toHaveLength(11);
    expect(fault.message).toMatch(/\n {2}and 5 more$/);
    expect(fault.issues[14]).toEqual({ path: 'skills[14]', found: '1', expected: 'an object' });
  });

  it('names the unknown key that may be the missing one', () => {
    const fault = faultOf(Role, { titel: 'Nurse', skills: role.skills });
    expect(fault.message).toBe(
      'cannot read in.json: found nothing at title, expected text (is the key "titel" meant to be it?)',
    );
  });
});

describe('an unknown key', () => {
  const cases: [name: string, schema: z.ZodType, data: unknown, path: string, message: string][] = [
    ['at the top', Role, { ...role, colour: 1 }, 'colour', 'unexpected key "colour", it is ignored'],
    [
      'near a known one',
      Role,
      { ...role, skills: [{ name: 'a', tier: 'core', lvel: 'x' }] },
      'skills[0].lvel',
      'unexpected key "lvel" at skills[0], it is ignored (did you mean level?)',
    ],
    [
      'in another spelling',
      Role,
      { ...role, market: { growth_areas: [] } },
      'market.growth_areas',
      'unexpected key "growth_areas" at market, it is ignored (did you mean growthAreas?)',
    ],
    [
      'at the wrong place',
      Role,
      { ...role, salary: {} },
      'salary',
      'unexpected key "salary", it is ignored (did you mean market.salary?)',
    ],
    [
      'of an older JSON Resume',
      Resume,
      { work: [{ company: 'A' }] },
      'work[0].company',
      'unexpected key "company" at work[0], it is ignored (did you mean name?)',
    ],
    [
      'near a known one that is there',
      Role,
      { ...role, titles: [] },
      'titles',
      'unexpected key "titles", it is ignored',
    ],
    ['with an odd name', Role, { ...role, 'a b': 1 }, '["a b"]', 'unexpected key "a b", it is ignored'],
    [
      'that says it is the class',
      Role,
      { ...role, market: { constructor: { name: {} } } },
      'market.constructor',
      'unexpected key "constructor" at market, it is ignored',
    ],
    [
      'named like a method',
      Role,
      { ...role, constructor: 1 },
      'constructor',
      'unexpected key "constructor", it is ignored',
    ],
  ];
  it.each(cases)('%s', (_, schema, data, path, message) => {
    const before = structuredClone(data);
    const { value, warnings } = parseInput(schema, data, { file: 'in.json' });
    expect(warnings).toEqual([{ file: 'in.json', path, message: `in.json: ${message}` }]);
    expect(schema.safeParse(value).success).toBe(true);
    expect(data).toEqual(before);
  });

  it('is named with its own place', () => {
    const text = '{"title": "a",\n "skills": [\n  {"name": "b", "tier": "core",\n   "note": 1}]}';
    const { data, locate } = json.parse(text, 'role.json') as Awaited<ReturnType<typeof json.parse>>;
    expect(parseInput(Role, data, { file: 'role.json', locate }).warnings).toEqual([
      {
        file: 'role.json',
        path: 'skills[0].note',
        message: 'role.json: unexpected key "note" at skills[0] (line 4, column 4), it is ignored',
        line: 4,
        column: 4,
      },
    ]);
  });

  it('is named in every one of 10,000 skills', { timeout: 30_000 }, () => {
    const skills = Array.from({ length: 10_000 }, (_, index) => ({
      name: `s${index}`,
      tier: 'core',
      odd: index,
    }));
    const { value, warnings } = parseInput(Role, { title: 'a', skills }, { file: 'in.json' });
    expect(warnings).toHaveLength(10_000);
    expect(value.skills).toHaveLength(10_000);
  });
});

describe('any data', () => {
  const keys = fc.constantFrom(
    ...[
      'title',
      'skills',
      'name',
      'tier',
      'level',
      'market',
      'salary',
      'work',
      'basics',
      'startDate',
      'phases',
    ],
    ...['url', 'cost', '__proto__', 'constructor', 'odd'],
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 5 }, fc.jsonValue(), tie('object'), fc.array(tie('tree'), { maxLength: 3 })),
    object: fc.dictionary(keys, tie('tree'), { maxKeys: 6 }),
  }));

  it.each(Object.entries(schemas))(
    'fits %s or is an InputError, and a value read fits again',
    (_, schema) => {
      fc.assert(
        fc.property(tree, (data) => {
          try {
            const { value } = parseInput<z.ZodType>(schema, data, { file: 'x' });
            expect(parseInput<z.ZodType>(schema, value, { file: 'x' })).toEqual({ value, warnings: [] });
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
            expect((error as InputError).issues.length).toBeGreaterThan(0);
          }
        }),
        { numRuns: 500 },
      );
    },
  );

  it('gives the same value with and without keys that nobody knows', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ minLength: 1 }).map((key) => `~${key}`),
          fc.jsonValue(),
        ),
        (odd) => {
          const data = { ...role, ...odd, skills: [{ ...role.skills[0], ...odd }] };
          const { value, warnings } = parseInput(Role, data, { file: 'x' });
          expect(value).toEqual(role);
          expect(warnings).toHaveLength(Object.keys(odd).length * 2);
        },
      ),
    );
  });
});

describe('real resumes', () => {
  const folder = '../shared/data/resumes/jsonresume';
  const files = globSync(`${folder}/*.resume.json`).sort();
  it.skipIf(files.length === 0)('(in ../shared, skipped where absent) parse without a warning', () => {
    expect(existsSync(folder)).toBe(true);
    for (const file of files) {
      const { value, warnings } = parseInput(Resume, JSON.parse(readFileSync(file, 'utf8')), { file });
      expect(warnings, file).toEqual([]);
      expect(value.basics?.name, file).toBeTruthy();
    }
  });
});
