import { figureFixer } from './figure-fixer.ts';
import type { Fixer } from './fix.ts';
import { listFixer } from './list-fixer.ts';
import { nameFixer } from './name-fixer.ts';
import { wordFixer } from './word-fixer.ts';

/** The ways to mend a finding, in the order in which they are tried. A new one is a file here and a line in this list. */
export const FIXERS: readonly Fixer[] = [figureFixer, wordFixer, nameFixer, listFixer];
