import type { ChosenResource } from '../../../../schemas/fact-sheet.ts';
import { CueTrie } from '../../claims/cue-trie.ts';
import type { ReadSentence } from '../../claims/read-report.ts';
import { has, joined, termAt } from '../../claims/words-of.ts';
import type { Token } from '../../tokens/token.ts';
import type { CheckContext } from '../../types.ts';
import { COSTS } from '../../words/costs.ts';

const trie = new CueTrie(COSTS);
const nouns = /^(?:resource|title|item|course|book|entry|work|material|recommendation|offering|reading)$/;
const costs = ['free', 'freemium', 'paid'] as const;

/** Every number of resources that a true report may name: by class, kind, provider and level, of the chosen and of all. */
function counts({ facts }: CheckContext): Set<number> {
  const { chosen, others } = facts.sheet?.resources ?? { chosen: [], others: [] };
  const values = new Set<number>([1, 2]);
  for (const list of [chosen, [...chosen, ...others]]) {
    values.add(list.length);
    const group = (key: (one: ChosenResource) => string | null) => {
      const sizes = new Map<string, number>();
      for (const one of list) sizes.set(key(one) ?? '', (sizes.get(key(one) ?? '') ?? 0) + 1);
      for (const size of sizes.values()) values.add(size).add(list.length - size);
    };
    for (const key of [
      (one: ChosenResource) => one.cost,
      (one: ChosenResource) => one.kind,
      (one: ChosenResource) => one.provider,
      (one: ChosenResource) => one.level,
    ])
      group(key);
  }
  return values;
}

/** "Of the ten works six may be had for nothing", "half of the eight resources cost nothing": so many of a class. */
export function checkClassOf(context: CheckContext, sentence: ReadSentence): boolean {
  const { tokens } = sentence;
  const { chosen, others } = context.facts.sheet?.resources ?? { chosen: [], others: [] };
  if (has(tokens, /^(?:not|if|would|could|unless|except|but|only)$/)) return false;
  const lists = [chosen, [...chosen, ...others]];
  const of = tokens.findIndex(
    (token, i) =>
      token.norm === 'of' &&
      /^(?:the|these|those|your|her|his|our)$/.test(tokens[i + 1]?.norm ?? '') &&
      tokens[i + 2]?.figure?.unit === 'count' &&
      nouns.test(tokens[i + 3]?.norm ?? ''),
  );
  const whole = tokens[of + 2]?.figure?.value;
  const list = lists.find((one) => one.length === whole);
  if (of < 0 || !list) return false;
  const parts = tokens.flatMap((token, at) =>
    at !== of + 2 &&
    (token.figure?.unit === 'count' || (token.figure?.unit === 'percent' && token.figure.fraction))
      ? [at]
      : [],
  );
  const hits = trie.find(tokens).filter((hit) => costs.some((one) => one === hit.cue.effect));
  const [at] = parts;
  const [hit] = hits;
  if (at === undefined || parts.length > 1 || !hit || hits.length > 1 || hit.negated) return false;
  const figure = tokens[at]?.figure;
  const actual = list.filter((one) => one.cost === hit.cue.effect).length;
  if (!figure || figure.high !== null) return false;
  const said = figure.unit === 'percent' ? (figure.value / 100) * list.length : figure.value;
  const fits =
    figure.closeness === 'at-least' || figure.closeness === 'more' || figure.closeness === 'over'
      ? actual >= said
      : figure.closeness === 'at-most' || figure.closeness === 'less' || figure.closeness === 'under'
        ? actual <= said
        : Math.abs(actual - said) < (figure.unit === 'percent' ? 0.51 : 0.01);
  if (fits) return true;
  const [first, last] = [Math.min(at, hit.from), Math.max(at, hit.to - 1)];
  context.report({
    start: (tokens[first] as Token).start,
    end: (tokens[last] as Token).end,
    subject: 'resource count',
    actual: `${(tokens[at] as Token).text} ${hit.cue.effect}`,
    expected: String(actual),
    facts: [],
  });
  return true;
}

/** "Fourteen titles": a number of resources that counts no group of them. */
export function checkCountClosure(context: CheckContext, sentence: ReadSentence): void {
  const { tokens } = sentence;
  if (has(tokens, /^(?:if|would|could|posting|each|every|other|another)$/)) return;
  tokens.forEach((token, at) => {
    const { figure } = token;
    const noun = tokens[at + 1];
    if (
      figure?.unit !== 'count' ||
      figure.high !== null ||
      figure.closeness !== 'exact' ||
      figure.value > 60 ||
      figure.value % 1 !== 0
    )
      return;
    if (!noun || !/^(?:resource|title|item|recommendation|entry)$/.test(noun.norm)) return;
    if (
      /^(?:and|plus|first|last|top|of|phase|week)$/.test(tokens[at - 1]?.norm ?? '') ||
      tokens.some((one) => termAt(one, 'resource'))
    )
      return;
    if (
      !/^(?:be|have|list|contain|comprise|hold|there|with|the|these|from|your|her|his|all|:|–|,|recommend|name|offer|give|on)?$/.test(
        tokens[at - 1]?.norm ?? '',
      )
    )
      return;
    if (
      /^(?:by|from|of (?!the list))/.test(joined(tokens.slice(at + 2, at + 5))) ||
      counts(context).has(figure.value)
    )
      return;
    context.report({
      start: token.start,
      end: noun.end,
      subject: 'resource count',
      actual: `${token.text} ${noun.text}`,
      expected: String(context.facts.resources.size),
      facts: [],
    });
  });
}
