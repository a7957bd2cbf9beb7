import type { ReadSentence } from '../claims/read-report.ts';
import { joined, termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import type { Token } from '../tokens/token.ts';

const cue =
  /\b(?:growth area|area of growth|growth be|growth (?:be )?(?:expect|expected|anticipated|foreseen|forecast)|where (?:it|the market) (?:be )?(?:grow|growing|grows|head|heading)|growing|growth area be|where it be head|growth|expect to grow|expected to grow|set to grow)\b/;

/** Opens the list of the growth areas, and of nothing else. */
const plainly = /(?:^|: |^the |market 's |its )growth area(?: be| include| :)$/;

export const growthArea = defineRule({
  id: 'growth-area',
  severity: 'error',
  category: 'attribute',
  description: 'Something is listed among the growth areas of the market that is none of them.',
  good: [
    { text: '## Market\n\nThe growth areas are retrieval-augmented generation and edge inference.' },
    {
      text: '## Market\n\nGrowth is expected in edge inference and retrieval augmented generation, fields that move fast.',
    },
  ],
  bad: [
    { text: '## Market\n\nThe growth areas are edge inference and robotics.', at: 'robotics' },
    {
      text: '## Market\n\n- **Growth areas:** retrieval-augmented generation, quantum computing',
      at: 'quantum computing',
    },
    {
      text: '## Market\n\n- **Growth areas:** retrieval-augmented generation; edge inference; chip design.',
      at: 'chip design',
    },
    {
      text: '## Market\n\n| Measure | Value |\n|---|---|\n| Growth areas | edge inference, robotics |',
      at: 'robotics',
    },
  ],
  check({ reading, facts, report }) {
    const areas = facts.sheet?.role.growthAreas ?? [];
    if (areas.length === 0) return;
    const known = areas.map(stemsOf);
    const checkItems = (items: readonly Token[][], isPlain: boolean, isLabelled: boolean) => {
      const fits = items.map((item) => known.some((area) => sameArea(stemsOf(joinedText(item)), area)));
      const [head] = items;
      const end = items.at(-1)?.at(-1);
      // Skills of the role, none of them an area: one list passed off as the other.
      if (
        items.length > 1 &&
        head?.[0] &&
        end &&
        !fits.some(Boolean) &&
        isPlain &&
        items.every((item) => item.length === 1 && termAt(item[0], 'skill') !== undefined)
      ) {
        report({
          start: head[0].start,
          end: end.end,
          subject: 'growthAreas',
          actual: `growth areas "${items.map(joinedText).join(', ')}"`,
          expected: areas.join(', '),
          facts: ['role.growth-areas'],
        });
        return;
      }
      items.forEach((item, i) => {
        // "Cobots, I mean collaborative robots": the next member says the same in other words.
        const renamed =
          /^(?:i mean|i$|i e|ie|or rather|that be|mean|namely|also call|also known|known|aka|in other word|call)(?: |$)/.test(
            joined((items[i + 1] ?? []).slice(0, 3)),
          );
        if (renamed || /^(?:i|e|i\.e|e\.g)$/.test(joined(item))) return;
        const beside = fits[i - 1] || fits[i + 1] || isLabelled;
        const first = item[0];
        const last = item.at(-1);
        if (fits[i] || !beside || !first || !last || !isName(item)) return;
        report({
          start: first.start,
          end: last.end,
          subject: 'growthAreas',
          actual: `growth area "${joinedText(item)}"`,
          expected: areas.join(', '),
          facts: ['role.growth-areas'],
        });
      });
    };
    for (const sentence of reading.sentences) {
      const items = listedItems(sentence);
      const head = items?.[0]?.[0];
      if (!items || !head) continue;
      const before = joined(sentence.tokens.filter((token) => token.start < head.start));
      checkItems(items, plainly.test(before), sentence.read.label.length > 0);
    }
    for (const { rows } of reading.tables)
      for (const { cells } of rows) {
        const [label, list] = cells;
        if (label && list && cells.length === 2 && /^growth areas?$/i.test(label.text))
          checkItems(itemsFrom(list.tokens, true), true, true);
      }
  },
});

/** The members of the list after a word for growth, each as tokens; undefined where the sentence has none. */
function listedItems(sentence: ReadSentence): Token[][] | undefined {
  const { tokens, read } = sentence;
  const label = joined(read.label);
  const inLabel = read.sentences[0] === sentence && label !== '' && cue.test(label);
  if (!inLabel && !cue.test(joined(tokens))) return undefined;
  let from = inLabel ? read.label.length + 1 : -1;
  if (!inLabel) {
    const growth = tokens.findIndex((token) => /^(?:growth|growing|grow|grows)$/.test(token.norm));
    from =
      tokens.findIndex(
        (token, i) =>
          i > growth &&
          /^(?:be|['’]s|in|around|for|include|:|to|see|watch|by)$/.test(token.norm) &&
          !/^(?:be|expect|expected|foreseen|anticipated|in|watch|for|the|to|role|area|around|include|market|forecast|seen|highlighted|driven)$/.test(
            tokens[i + 1]?.norm ?? '',
          ),
      ) + 1;
    const before = itemsBefore(tokens, growth);
    if (before) return before;
    if (from <= 0) return undefined;
  }
  return itemsFrom(tokens.slice(from), inLabel);
}

/** "X and Y are expected to grow", "X and Y are where the field is growing". */
function itemsBefore(tokens: readonly Token[], growth: number): Token[][] | undefined {
  const verb = tokens.findLastIndex(
    (token, i) => i < growth && token.norm === 'be' && !/^(?:grow|growing)$/.test(tokens[i + 1]?.norm ?? ''),
  );
  const between = joined(tokens.slice(verb + 1, growth));
  if (
    verb < 1 ||
    !/^(?:expect to|expected to|set to|said to|where the \S+ be|where the|the|likely to|forecast to|among the|where \S+ be|on the|bound to)$/.test(
      between,
    )
  )
    return undefined;
  const items = itemsFrom(tokens.slice(0, verb));
  return items.length > 1 ? items : undefined;
}

/** `bySemicolon`: behind a label nothing but the list stands, so that a semicolon parts its members. */
function itemsFrom(tokens: readonly Token[], bySemicolon = false): Token[][] {
  const items: Token[][] = [[]];
  for (const token of tokens) {
    if (
      (/^[.;:(–—]$/.test(token.text) && !(bySemicolon && token.text === ';')) ||
      /^(?:which|that|while|but|where|because|so|although|as|fields|field|none|neither|both|all|each)$/.test(
        token.norm,
      )
    )
      break;
    if (/^[,;]$/.test(token.text) || token.norm === 'and' || token.norm === 'or' || token.norm === '&')
      items.push([]);
    else items.at(-1)?.push(token);
  }
  return items.map(trim).filter((item) => item.length > 0);
}

const joinedText = (item: readonly Token[]): string => item.map((token) => token.text).join(' ');

function trim(item: Token[]): Token[] {
  let from = 0;
  while (
    from < item.length &&
    /^(?:the|a|in|around|both|also|finally|again|too|once|still|lastly|likewise)$/.test(
      item[from]?.norm ?? '',
    )
  )
    from += 1;
  return item.slice(from);
}

/** A short noun phrase, as an area is: no verb, no pronoun. */
const isName = (item: readonly Token[]): boolean =>
  item.length <= 5 &&
  item.every(
    (token) =>
      token.kind !== 'figure' &&
      !/^(?:it|she|he|they|you|be|have|do|will|this|these|those|to|second|one|all|more|not|her|his|your|their|they)$/.test(
        token.norm,
      ),
  );

function stemsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+[+#]*/gu) ?? [];
  const telling = words.filter(
    (word) => word.length > 1 && !/^(?:the|of|and|in|for|area|areas|s)$/.test(word),
  );
  // An area may be called by one letter: C, R.
  return new Set((telling.length > 0 ? telling : words).map((word) => word.slice(0, 5)));
}

/** Most of the words of one stand in the other. */
function sameArea(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 && shared >= Math.ceil(Math.min(a.size, b.size) * 0.6);
}
