import type { Resume, Told } from '../../schemas/index.ts';
import { compareNames } from './identify.ts';

const NUMBERS = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
  'eighteen nineteen twenty',
]
  .join(' ')
  .split(' ');

/** What the prose of a resume speaks of: its words, and each number with the words of its sentence. */
export function computeTold(resume: Resume): Told {
  const words = new Set<string>();
  const quantities: Told['quantities'] = [];
  for (const text of proseOf(resume))
    for (const sentence of text.split(/(?<=[.!?;])\s+|\n+/)) {
      const own = sentence.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}+#'’-]*/gu) ?? [];
      for (const word of own) words.add(word);
      for (const value of numbersIn(sentence, own))
        quantities.push({ value, words: [...new Set(own)].sort(compareNames) });
    }
  const byText = (a: Told['quantities'][number], b: Told['quantities'][number]) =>
    a.value - b.value || compareNames(a.words.join(' '), b.words.join(' '));
  return { words: [...words].sort(compareNames), quantities: quantities.sort(byText) };
}

function numbersIn(sentence: string, words: readonly string[]): number[] {
  const digits = (sentence.match(/\d+(?:[.,]\d+)*/g) ?? []).map((text) =>
    Number(/^\d{1,3}(?:[.,]\d{3})+$/.test(text) ? text.replace(/[.,]/g, '') : text.replace(',', '.')),
  );
  const spelt = words.map((word) => NUMBERS.indexOf(word)).filter((value) => value >= 0);
  return [...digits, ...spelt].filter(Number.isFinite);
}

/** Every text that tells something, without names, addresses and dates. */
function proseOf(resume: Resume): string[] {
  const texts = [
    resume.basics?.label,
    resume.basics?.summary,
    ...(resume.work ?? []).flatMap((one) => [
      one.position,
      one.description,
      one.summary,
      ...(one.highlights ?? []),
    ]),
    ...(resume.volunteer ?? []).flatMap((one) => [one.position, one.summary, ...(one.highlights ?? [])]),
    ...(resume.projects ?? []).flatMap((one) => [
      one.name,
      one.description,
      ...(one.highlights ?? []),
      ...(one.keywords ?? []),
    ]),
    ...(resume.education ?? []).flatMap((one) => [
      one.studyType,
      one.area,
      one.score,
      ...(one.courses ?? []),
    ]),
    ...(resume.awards ?? []).flatMap((one) => [one.title, one.summary]),
    ...(resume.publications ?? []).flatMap((one) => ['publication', one.name, one.summary]),
    ...(resume.interests ?? []).flatMap((one) => [one.name, ...(one.keywords ?? [])]),
    ...(resume.certificates ?? []).map((one) => one.name),
  ];
  return texts.filter((one): one is string => one !== undefined && one.trim() !== '');
}
