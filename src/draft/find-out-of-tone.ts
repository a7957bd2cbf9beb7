import type { FactSheet, Finding } from '../../schemas/index.ts';
import { type Style, slotsOf } from '../sections/index.ts';

/** What a tone does not say, and what is expected in its place. */
const OUT_OF_TONE: Readonly<
  Record<Style['tone'], readonly (readonly [pattern: RegExp, expected: string])[]>
> = {
  plain: [[/!(?=\s|$)/u, 'a full stop: plain words do not shout']],
  warm: [],
  formal: [
    [/!(?=\s|$)/u, 'a full stop: formal language does not shout'],
    [
      /\b(?:\p{L}+n['’]t|(?:i|you|we|they|he|she|it|that|there|here|who|what|let)['’](?:re|ve|ll|s|m|d))(?!\p{L})/iu,
      'both words in full: formal language has no contractions',
    ],
  ],
};

/**
 * Finds what a sentence of a draft says in another tone than the report's. Names of the facts are left out of it. Offsets
 * are into the template.
 */
export function findOutOfTone(template: string, sheet: FactSheet, tone: Style['tone']): Finding[] {
  return OUT_OF_TONE[tone].flatMap(([pattern, expected]): Finding[] => {
    const match = pattern.exec(blankNames(template, sheet));
    if (!match) return [];
    const [actual] = match;
    const [start, end] = [match.index, match.index + actual.length];
    return [
      {
        rule: 'tone',
        severity: 'error',
        line: 1,
        column: start + 1,
        ...{ start, end, quote: actual, subject: actual, actual, expected },
        message: `Unexpected "${actual}", expected ${expected}`,
        facts: slotsOf(template),
        related: [],
      },
    ];
  });
}

/** Names such as "Yahoo!" and "Don't Starve" say nothing of a tone. */
function blankNames(text: string, sheet: FactSheet): string {
  return sheet.facts
    .filter(({ unit, display }) => ['name', 'text', 'list'].includes(unit) && /[!'’]/u.test(display))
    .flatMap(({ value, display }) => (Array.isArray(value) ? value : [display]))
    .reduce((rest, name) => rest.replaceAll(name, ' '.repeat(name.length)), text);
}
