/** Names of months, English and German, in small letters without a full stop: the number of the month. */
export const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'january|jan|januar|jänner|jän',
    'february|feb|februar|febr|feber',
    'march|mar|märz|maerz|mrz|mär',
    'april|apr',
    'may|mai',
    'june|jun|juni',
    'july|jul|juli',
    'august|aug',
    'september|sep|sept',
    'october|oct|oktober|okt',
    'november|nov',
    'december|dec|dezember|dez',
  ].flatMap((names, at) => names.split('|').map((name) => [name, at + 1])),
);

/** First and last month of a season; a winter ends in the next year. */
export const SEASONS: Readonly<Record<string, readonly [first: number, last: number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  fall: [9, 11],
  autumn: [9, 11],
  winter: [12, 14],
  q1: [1, 3],
  q2: [4, 6],
  q3: [7, 9],
  q4: [10, 12],
};

/** Words that say: it goes on. */
export const PRESENT =
  'present|presently|current|currently|now|today|ongoing|date|heute|jetzt|aktuell|laufend|dato';

/** Words between two dates. */
export const BETWEEN = '-|‐|‑|‒|–|—|−|~|→|to|until|till|thru|through|bis|bis zum|up to';

/** Words before a single date that say whether it is a start. */
export const SINCE = 'since|seit|from|starting|started|ab';
export const UNTIL = 'until|till|bis';
