import { type Change, defineFixer, type FixContext } from './fix.ts';
import { toSingularVerb } from './grammar.ts';
import { listWithout, type NameList, readList } from './read-list.ts';
import { placesOf, sentenceAround } from './replace-words.ts';

/** Words that speak of the list as a whole: with one member less they may be wrong. */
const ofTheWhole =
  /\b(?:both|either|neither|respectively|respective|former|latter|each other|pair|trio|two|three|four|five|six|seven|eight|nine|ten|\d+ (?:skills|gaps|strengths|areas))\b/i;
/** What may follow a list that ends: not a verb for one, which would make the last member a subject of its own. */
const listEnds = /^(?:\s*$|[.;:!?,)\]|]|\s*\n|\s*[–—]| -|\s+\|)/;
const pluralVerb = /^ (are|were|have)\b/;
const goesOn = /^ (?:in|on|at|for|with|from|to|as|but|while|because|since|than|within|through|over|by|of)\b/;
const pluralNoun =
  /\b(?:skills|strengths|gaps|tools|languages|areas|requirements|technologies|competencies|topics|subjects|are|were)(?: (?:also|still|clearly|now|namely))? $/i;
const pluralPredicate =
  /^ (?:are|were) (?:[\p{L}-]+ ){0,3}(?:skills|strengths|gaps|tools|areas|requirements|technologies|competencies)\b/iu;

/** What is wrong of one member of a list is put right by leaving that member out. */
export const listFixer = defineFixer({
  id: 'list',
  rules: ['skill-polarity', 'tier', 'phase', 'unsupported-skill', 'growth-area', 'level'],
  propose(context) {
    const name = placeOfName(context);
    if (!name) return [];
    const areas = new Set(context.facts.role.growthAreas.map((area) => area.toLowerCase()));
    const isKnown = (words: string) => context.isSkill(words) || areas.has(words);
    const list = readList(context.text, name, isKnown);
    if (!list) return dropItem(context.text, name);
    return someIsRight(context, list) ? dropFrom(context.text, list) : [];
  },
});

/** Where all members are wrong, leaving out one after the other would end with a sentence that is wrong still. */
function someIsRight({ text, finding, findings }: FixContext, list: NameList): boolean {
  const wrong = findings.filter(
    ({ rule, start, end }) => rule === finding.rule && start < list.end && end > list.start,
  );
  return list.items.some(
    ({ start, end }) => !wrong.some(({ subject }) => placesOf(text, subject, start, end).length > 0),
  );
}

/** Where the finding's subject stands in its quote, if that is but once. */
function placeOfName({ text, facts, finding }: FixContext): { start: number; end: number } | undefined {
  const subject = finding.subject.replace(/ level$/, '');
  const skill = [...facts.skills, ...facts.extras].find((one) => one.name === subject);
  const said = /^growth area "(.+)"$/.exec(finding.actual)?.[1];
  const names = new Set([said ?? subject, ...(skill?.spellings ?? [])].map((name) => name.toLowerCase()));
  const places = [...names].flatMap((name) => placesOf(text, name, finding.start, finding.end));
  const longest = places.filter(
    (one) => !places.some((other) => other !== one && other.start <= one.start && other.end >= one.end),
  );
  return longest.length === 1 ? longest[0] : undefined;
}

function dropFrom(text: string, list: NameList): Change[] {
  const { start, end } = sentenceAround(text, list.start, list.end);
  const [left, right] = [text.slice(start, list.start), text.slice(list.end, end)];
  if (ofTheWhole.test(left) || ofTheWhole.test(right)) return [];
  const replacement = listWithout(text, list, new Set([list.at]));
  const verb = pluralVerb.exec(right);
  const fits = listEnds.test(right) || verb !== null || goesOn.test(right);
  const capital = (words: string) =>
    left.trim() === '' && list.at === 0 ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  if (list.items.length > 2)
    return fits || list.at < list.items.length - 1
      ? [{ start: list.start, end: list.end, replacement: capital(replacement) }]
      : [];
  // One member is left: what stands beside it must not speak of several.
  if (!fits || pluralNoun.test(left) || pluralPredicate.test(right)) return [];
  const singular = verb && toSingularVerb.get(verb[1] ?? '');
  if (verb === null) return [{ start: list.start, end: list.end, replacement: capital(replacement) }];
  return [
    { start: list.start, end: list.end + verb[0].length, replacement: `${capital(replacement)} ${singular}` },
  ];
}

/** An item that is the name and nothing else goes as a whole, where a neighbour keeps the list. */
function dropItem(text: string, name: { start: number; end: number }): Change[] {
  const start = text.lastIndexOf('\n', name.start - 1) + 1;
  const next = text.indexOf('\n', name.end);
  const end = next < 0 ? text.length : next + 1;
  const item = /^(\s*[-*+]) +(?:\*\*|__)?$/.exec(text.slice(start, name.start));
  if (!item || !/^(?:\*\*|__)?(?: \([^()\n]*\))?\s*$/.test(text.slice(name.end, end))) return [];
  const before = text.slice(0, start).split('\n').at(-2) ?? '';
  const after = text.slice(end).split('\n', 1)[0] ?? '';
  const sibling = `${item[1]} `;
  // An item within this one would lose what it belongs to.
  if (/^\s/.test(after.slice(sibling.search(/\S/))) && after.trim() !== '') return [];
  return before.startsWith(sibling) || after.startsWith(sibling) ? [{ start, end, replacement: '' }] : [];
}
