import { fileURLToPath } from 'node:url';
import type { Case } from '../../schemas/index.ts';
import { readCase } from '../../src/input/index.ts';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

/** The date of every report in the tests. */
export const DATE = '2026-11-24';

/** The inputs of an example by the name of its folder. */
export const EXAMPLES = {
  'ai-engineer': { resume: 'ai-engineer/resume.json', role: 'ai-engineer/role.json' },
  nurse: { resume: 'nurse/resume.yaml', role: 'nurse/role.yaml' },
  accountant: {
    resume: 'accountant/resume.json',
    role: 'accountant/role.json',
    plan: 'accountant/plan.json',
  },
} as const;

export type ExampleName = keyof typeof EXAMPLES;

export function examplePaths(name: ExampleName): Record<string, string> {
  return Object.fromEntries(Object.entries(EXAMPLES[name]).map(([noun, file]) => [noun, examples + file]));
}

export async function readExample(name: ExampleName): Promise<Case> {
  const { resume = '', role = '', plan } = examplePaths(name);
  const { case: theCase } = await readCase({ resume, role, ...(plan !== undefined && { plan }), date: DATE });
  return theCase;
}
