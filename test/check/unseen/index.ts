import { analyst } from './analyst.ts';
import { chef } from './chef.ts';
import { electrician } from './electrician.ts';
import { lawyer } from './lawyer.ts';
import { nurse } from './nurse.ts';
import { pilot } from './pilot.ts';
import { sysadmin } from './sysadmin.ts';
import { teacher } from './teacher.ts';
import type { UnseenCase } from './unseen-case.ts';

export const UNSEEN: readonly UnseenCase[] = [
  nurse,
  teacher,
  electrician,
  analyst,
  sysadmin,
  pilot,
  lawyer,
  chef,
];
