import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FactSheet } from '../../schemas/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { makeCase } from './make-case.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('the JSON Schema of the fact sheet', () => {
  const validate = new Ajv2020({ strict: false }).compile(z.toJSONSchema(FactSheet));
  const sheet = () =>
    computeFacts(
      makeCase({
        resume: {
          skills: [{ name: 'Python', level: '4/5' }],
          work: [{ position: 'Developer', startDate: '2020' }],
        },
        role: {
          skills: [
            { name: 'Python', tier: 'core', level: 'Expert' },
            { name: 'Cloud', tier: 'preferred', anyOf: ['AWS', 'Azure'] },
          ],
          gates: [{ kind: 'language', name: 'German' }],
          market: { salary: { min: 1, max: 2, currency: 'USD' } },
        },
      }),
      { resources: builtInResources() },
    );

  it('accepts what is computed', () => {
    validate(sheet());
    expect(validate.errors).toBeNull();
  });

  it.each([
    ['a status of its own', (s: FactSheet) => Object.assign(s.skills[0] as object, { status: 'fine' })],
    ['an unknown key', (s: FactSheet) => Object.assign(s, { more: 1 })],
    ['a missing list', (s: FactSheet) => Reflect.deleteProperty(s, 'facts')],
    ['a text for a number', (s: FactSheet) => Object.assign(s.roadmap, { totalWeeks: '5' })],
  ])('refuses %s', (_, spoil) => {
    const spoiled = sheet();
    spoil(spoiled);
    expect(validate(spoiled)).toBe(false);
    expect(FactSheet.safeParse(spoiled).success).toBe(false);
  });
});

describe('the calculator', () => {
  it('knows no clock, no chance, no place and no outside world', () => {
    const files = globSync('src/{facts,skills}/**/*.ts', { cwd: root });
    expect(files.length).toBeGreaterThan(20);
    const impure =
      /Date\.now|new Date\(\)|performance\.|Math\.random|process\.|localeCompare|toLocale|node:|fetch\(|crypto/;
    for (const file of files)
      expect([file, impure.exec(readFileSync(root + file, 'utf8'))?.[0]]).toEqual([file, undefined]);
  });
});
