export type { InputWarning } from './input-warning.ts';
export { parseInput } from './parse-input.ts';
export { type CaseInputs, type ReadCaseOptions, readCase } from './read-case.ts';
export { type InputDocument, type ReadOptions, readDocument } from './read-document.ts';
