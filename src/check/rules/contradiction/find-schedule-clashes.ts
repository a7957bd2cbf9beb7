import type { Reading, ReadSentence } from '../../claims/read-report.ts';
import { termAt } from '../../claims/words-of.ts';
import type { Range } from '../../read/document.ts';
import { MONTHS } from '../../words/months.ts';

export interface ScheduleClash extends Range {
  subject: string;
  actual: string;
  expected: string;
  related: Range;
}

interface Said extends Range {
  text: string;
}

interface Start extends Said {
  month: number;
  /** Whether it is said that nothing starts before that month. */
  earliest: boolean;
}

interface Days extends Said {
  days: ReadonlySet<'weekday' | 'weekend'>;
}

/** What is only supposed sets no date. */
const SUPPOSING = /\b(?:if|whether|would|could|suppose|supposing|unless|had)\b/i;

const START = /\b[Ss]tart(?:s|ing)?\b|\b[Bb]egin(?:s|ning)?\b/u;
const IN_MONTH =
  /^(?:\s+(?:falls?|is|the|this|plan|programme|program|work|only))*\s+(in|on|from|before|around)\s+(?:(?:the|first|second|third|fourth|last|week|half|end|beginning|middle|of|early|late|mid)[\s-]+)*(January|February|March|April|May|June|July|August|September|October|November|December)\b(?!\s+\d{4})/u;

const DAY = /\b(weekdays?|weekends?|saturdays?|sundays?)\b/giu;

/** Two places that set another start of the plan, or other days of study, than each other. */
export function findScheduleClashes(
  { sentences, document }: Reading,
  now: number | undefined,
): ScheduleClash[] {
  const plain = sentences
    .map((sentence) => ({ sentence, text: document.mask.slice(sentence.start, sentence.end) }))
    .filter(({ text }) => !SUPPOSING.test(text) && !text.trimEnd().endsWith('?'));
  const starts = plain.flatMap(({ sentence, text }) => startOf(sentence, text));
  const days = plain.flatMap(({ sentence, text }) =>
    daysOf(sentence, text, document.mask.slice(sentence.block.start, sentence.block.end)),
  );
  return [
    ...laterOnes(starts, (one, other) => startsClash(one, other, now), 'start of the plan'),
    ...laterOnes(days, (one, other) => ![...one.days].some((day) => other.days.has(day)), 'days of study'),
  ];
}

function laterOnes<T extends Said>(
  said: readonly T[],
  clash: (one: T, other: T) => boolean,
  subject: string,
): ScheduleClash[] {
  return said.flatMap((one, at) => {
    const other = said.slice(0, at).find((before) => clash(one, before));
    return other
      ? [
          {
            start: one.start,
            end: one.end,
            subject,
            actual: one.text,
            expected: `${other.text}, as said before`,
            related: other,
          },
        ]
      : [];
  });
}

/** "Start in January", "the start falls in the first week of December", "you won't be starting before March". */
function startOf(sentence: ReadSentence, text: string): Start[] {
  if (sentence.section === 'profile' || sentence.section === 'market') return [];
  if (sentence.tokens.some((token) => termAt(token, 'employer') !== undefined)) return [];
  const verb = START.exec(text);
  const rest = verb && text.slice(verb.index + verb[0].length);
  const found = rest && IN_MONTH.exec(rest);
  if (!verb || !found) return [];
  const [whole, preposition, name = ''] = found;
  const month = MONTHS[name.toLowerCase()];
  const isDenied = /(?:\bnot|n[’']t|\bnever)\b[^,;:]{0,12}$/iu.test(text.slice(0, verb.index));
  const earliest = preposition === 'before';
  if (month === undefined || isDenied !== earliest) return [];
  const start = sentence.start + verb.index;
  return [{ start, end: start + verb[0].length + whole.length, text: `${verb[0]}${whole}`, month, earliest }];
}

function startsClash(one: Start, other: Start, now: number | undefined): boolean {
  if (one.earliest && other.earliest) return false;
  if (!one.earliest && !other.earliest) return one.month !== other.month;
  if (now === undefined) return false;
  const [earliest, at] = one.earliest ? [one, other] : [other, one];
  const wait = (month: number) => (month - now + 12) % 12;
  return wait(at.month) < wait(earliest.month);
}

/** "Two hours on every weekday, weekends free", "Saturdays and Sundays only". */
function daysOf(sentence: ReadSentence, text: string, around: string): Days[] {
  if (!/\b(?:hours?|study|studying)\b/i.test(around)) return [];
  // Days of work are no days of study.
  if (/\b(?:shifts?|rota|on call|works?|worked|opening)\b/i.test(text)) return [];
  const named = [...text.matchAll(DAY)];
  const meant = named.filter((match) => {
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    if (/\b(?:not|no|never|without|except|but|free)\b[^,;:]{0,16}$|n[’']t\b[^,;:]{0,16}$/iu.test(before))
      return false;
    if (/^\s*(?:free|off|empty|(?:is|are|stays?|remains?)\b)/iu.test(after)) return false;
    return (
      /\b(?:on|every|each|out|use)\s+(?:\p{L}+\s+)?$/iu.test(before) ||
      /^(?:\s+and\s+\p{L}+)?\s+only\b/iu.test(after) ||
      /\b(?:saturdays?|sundays?)\s+and\s+$/iu.test(before)
    );
  });
  const [first] = meant;
  const last = meant.at(-1);
  if (!first || !last) return [];
  const start = sentence.start + first.index;
  const end = sentence.start + last.index + last[0].length;
  return [
    {
      start,
      end,
      text: text.slice(first.index, last.index + last[0].length),
      days: new Set(meant.map(([day]) => (/^weekday/i.test(day) ? 'weekday' : 'weekend'))),
    },
  ];
}
