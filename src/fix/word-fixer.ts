import { LEVELS } from '../../schemas/scale.ts';
import { defineFixer } from './fix.ts';
import { inCaseOf, placesOf, replaceWords, sentenceAround } from './replace-words.ts';

/** Words of which just one is right. Those on demand are what texts say for the three that facts know. */
const FAMILIES: readonly { right: readonly string[]; said?: readonly string[] }[] = [
  { right: ['core', 'preferred', 'emerging'] },
  { right: ['met', 'partial', 'missing'] },
  { right: ['free', 'freemium', 'paid'] },
  { right: LEVELS },
  {
    right: ['low', 'medium', 'high'],
    said: ['weak', 'moderate', 'modest', 'average', 'strong', 'brisk', 'heavy', 'slack', 'thin', 'robust'],
  },
];

/** A word for tier, status, cost, level or demand becomes the right one. */
export const wordFixer = defineFixer({
  id: 'word',
  propose({ text, finding }) {
    const right = /^(?:tier |demand )?(\p{L}+)(?:,? [(\d].*)?$/u.exec(finding.expected)?.[1]?.toLowerCase();
    const family = FAMILIES.find((one) => right !== undefined && one.right.includes(right));
    const said = /"([^"]+)"|(?: at )(\p{L}+)$/u.exec(finding.actual);
    const wrong = (said?.[1] ?? said?.[2])?.toLowerCase();
    if (!family || right === undefined || wrong === undefined || wrong === right) return [];
    if (!family.right.includes(wrong) && !family.said?.includes(wrong)) return [];
    const inQuote = placesOf(text, wrong, finding.start, finding.end);
    const { start, end } = sentenceAround(text, finding.start, finding.end);
    const row = finding.quote.trimEnd().endsWith('|') ? inQuote.at(-1) : undefined;
    const places = inQuote.length > 0 ? inQuote : placesOf(text, wrong, start, end);
    const place = row ?? (places.length === 1 ? places[0] : undefined);
    if (!place) return [];
    return [replaceWords(text, place.start, place.end, inCaseOf(right, text.slice(place.start, place.end)))];
  },
});
