import type { Unit } from '../../../schemas/index.ts';
import type { Words } from '../../language/index.ts';
import { type DraftFault, defineDraftRule, SLOT_PATTERN } from './draft-rule.ts';

/** Units whose display brings its own noun or sign. */
const COMPLETE: ReadonlySet<Unit> = new Set([
  'months',
  'years',
  'weeks',
  'hours',
  'hours-per-week',
  'money',
  'share',
  'date',
  'ordinal',
]);

const UNIT_NOUNS =
  /^[\s-]*(?:(?:full|study|learning|total)\s+)?(hours?|days?|weeks?|months?|years?|percent|per cent|%|dollars?|usd|eur|euros?|gbp|pounds?)(?!\p{L})/iu;
/** Nouns of lengths of time in a language that is not English, as its displays bring them. */
function unitNouns(words: Words): RegExp | undefined {
  if (words.checked) return undefined;
  return new RegExp(`^[\\s-]*(${[...words.unitNouns.keys()].join('|')}|%)(?!\\p{L})`, 'iu');
}

const SIGNS = /[$€£¥#]\s*$|\b(?:week|phase|usd|eur|gbp)\s+$/iu;

/** What surrounds a slot fits what fills it: no second unit behind "22 weeks", no "weeks" behind a count of skills. */
export const slotFits = defineDraftRule({
  id: 'slot-fits',
  severity: 'error',
  languages: 'any',
  modes: ['slots', 'cited', 'plain'],
  description: 'A slot brings its own unit; the words around it must not add another.',
  check({ sentence, byId, words }) {
    const own = unitNouns(words);
    const faults: DraftFault[] = [];
    const { template } = sentence;
    for (const match of template.matchAll(SLOT_PATTERN)) {
      const fact = byId.get(match[1] ?? '');
      if (!fact) continue;
      const [start, end] = [match.index, match.index + match[0].length];
      const [before, after] = [template.slice(0, start), template.slice(end)];
      const noun = UNIT_NOUNS.exec(after) ?? own?.exec(after);
      const add = (actual: string, expected: string, from: number, to: number) =>
        faults.push({
          start: from,
          end: to,
          subject: fact.id,
          expected,
          actual,
          message: `Unexpected "${actual}" around ${match[0]}, expected ${expected}`,
          facts: [fact.id],
        });
      if (noun && (COMPLETE.has(fact.unit) || fact.unit === 'count' || fact.unit === 'list')) {
        add(
          noun[0].trim(),
          COMPLETE.has(fact.unit)
            ? `only the slot, which is filled with "${fact.display}"`
            : 'the noun that the slot counts',
          start,
          end + noun[0].length,
        );
      }
      const sign = SIGNS.exec(before);
      if (sign && (COMPLETE.has(fact.unit) || fact.unit === 'count')) {
        add(
          sign[0].trim(),
          `only the slot, which is filled with "${fact.display}"`,
          start - sign[0].length,
          end,
        );
      }
    }
    return faults;
  },
});
