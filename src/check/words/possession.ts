import type { CueSpec } from '../claims/cue.ts';
import { ENOUGH } from './enough.ts';
import { GAPS } from './gaps.ts';
import { HELD } from './held.ts';
import { IDIOMS } from './idioms.ts';
import { LACKING } from './lacking.ts';
import { PARTIAL } from './partial.ts';
import { STRONG } from './strong.ts';

/** What says that the candidate has a skill, lacks it, has enough or not enough of it. */
export const POSSESSION: readonly CueSpec[] = [
  ...HELD,
  ...LACKING,
  ...GAPS,
  ...PARTIAL,
  ...ENOUGH,
  ...STRONG,
  ...IDIOMS,
];
