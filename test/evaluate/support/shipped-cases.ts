import { fileURLToPath } from 'node:url';

/** The cases that ship. */
export const CASES = fileURLToPath(new URL('../../../evals/cases', import.meta.url));
