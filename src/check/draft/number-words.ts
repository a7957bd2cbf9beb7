import { NUMBER_WORDS as VALUES } from '../words/numbers.ts';

/**
 * Words that state a figure. "one" and "both" are left out: they mostly point ("one of", "the one gap"), and with a
 * unit behind them FIGURE_UNITS catches "one". Ordinals order, they do not count.
 */
export const NUMBER_WORDS: readonly string[] = [
  ...Object.keys(VALUES).filter((word) => !/^(?:zero|one)$/.test(word)),
  ...'hundred hundreds thousand thousands million dozens half third thirds quarter quarters twice thrice'.split(
    ' ',
  ),
  ...'double triple couple'.split(' '),
];

/** Nouns that make "one" or "a" before them a figure. */
export const FIGURE_UNITS: readonly string[] = [
  'hour',
  'day',
  'week',
  'month',
  'year',
  'decade',
  'dollar',
  'euro',
  'pound',
  'percent',
  'phase',
  'posting',
];

/** Uses of number words that state no figure. */
export const NO_FIGURE: readonly RegExp[] = [
  /\b(?:first|second|third)[- ](?:phase|step|priority|place|in line|class|party)\b/giu,
  /\b(?:third[- ]part(?:y|ies)|two[- ]way|half[- ]hearted|at first|on second)\b/giu,
  /\b(?:the|a|her|his|their|its) third\b(?! of)/giu,
];
