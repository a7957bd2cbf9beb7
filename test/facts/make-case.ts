import { Case } from '../../schemas/index.ts';
import { computeFacts, type FactOptions } from '../../src/facts/index.ts';

/** A case of the parts given, read as input is read. */
export function makeCase(parts: {
  resume?: object;
  role?: object;
  plan?: object;
  resources?: object[];
}): Case {
  const { resume = {}, role = {}, ...rest } = parts;
  return Case.parse({
    resume,
    role: { title: 'Engineer', skills: [{ name: 'Florbing', tier: 'core' }], ...role },
    date: '2026-11-24',
    ...rest,
  });
}

/** Facts of resume skills against role skills, each as `name` or `[name, level]`; all asked for as core. */
export function compare(
  held: (string | [string, string])[],
  asked: (string | [string, string] | object)[],
  options: FactOptions = {},
) {
  const skill = (item: string | [string, string] | object) =>
    typeof item === 'string'
      ? { name: item }
      : Array.isArray(item)
        ? { name: item[0], level: item[1] }
        : item;
  const theCase = makeCase({
    resume: { skills: held.map(skill) },
    role: { skills: asked.map((item) => ({ tier: 'core', ...skill(item) })) },
  });
  return computeFacts(theCase, options);
}

export function displayOf(sheet: ReturnType<typeof computeFacts>, id: string): string | undefined {
  return sheet.facts.find((fact) => fact.id === id)?.display;
}
