import type { Gate, Resume, RoleGate } from '../../../schemas/index.ts';
import type { Words } from '../../language/index.ts';
import type { Catalog } from '../../skills/index.ts';

export type Answer = Pick<Gate, 'asked' | 'found' | 'status' | 'reason'>;

/** What a gate can be checked against. */
export interface Sources {
  resume: Resume;
  /** Months of work, null where no work is dated. */
  months: number | null;
  catalog: Catalog;
  /** The report's date. */
  date: string;
  words: Words;
}

export type GateCheck = (gate: RoleGate, sources: Sources) => Answer;
