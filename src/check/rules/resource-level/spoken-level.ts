import { joined } from '../../claims/words-of.ts';
import type { Token } from '../../tokens/token.ts';
import { table } from '../../words/table.ts';

const names: Readonly<Record<string, string>> = table({
  beginner: 'beginner',
  newcomer: 'beginner',
  novice: 'beginner',
  starter: 'beginner',
  intermediate: 'intermediate',
  advanced: 'advanced',
  expert: 'expert',
});

const word = Object.keys(names).join('|');
const audience =
  '(?: (?:level|learner|reader|student|audience|people|participant|user|practitioner|course|class|reading))?';
const frame = new RegExp(
  `^(?:,? ?(?:which )?(?:be|come|sit|stand|run|work))? ?(?:(?:also|clearly|firmly|squarely|really|only) )?(?:(?:pitch|pitched|aim|aimed|mean|meant|intend|intended|write|written|design|designed|suit|suited|make|made|set|address|addressed|target|targeted|direct|directed) )?(?:at|for|to|towards|on|as)(?: an?| the)? (${word})${audience}(?: |$)`,
);
const plain = new RegExp(`^be (?:of |a |an |at )?(${word})(?: level| course| material| text| book)(?: |$)`);

/** "Is pitched at newcomers", "is for advanced learners": the level that the words right after a title give it. */
export function spokenLevel(after: readonly Token[]): { level: string; to: number } | undefined {
  const words = joined(after.slice(0, 12));
  const match = frame.exec(words) ?? plain.exec(words);
  const level = match?.[1] === undefined ? undefined : names[match[1]];
  if (!match || level === undefined) return undefined;
  const end = match[0].trim().split(' ').length;
  // "For beginners and advanced learners alike", "from beginner to expert".
  if (
    /^(?:and|or|to|as|up|but)$/.test(after[end]?.norm ?? '') &&
    new RegExp(`(?:^| )(?:${word})(?: |$)`).test(joined(after.slice(end, end + 4)))
  )
    return undefined;
  return { level, to: end };
}
