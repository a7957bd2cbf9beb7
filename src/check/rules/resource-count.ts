import { CueTrie } from '../claims/cue-trie.ts';
import { readResourceRefs } from '../claims/resource-refs.ts';
import { termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import type { Token } from '../tokens/token.ts';
import { COSTS } from '../words/costs.ts';
import { checkClassOf, checkCountClosure } from './resource-count/closure.ts';

const trie = new CueTrie(COSTS);
const between =
  /^(?:of|the|them|these|those|all|resource|item|course|book|entry|one|be|must|have|to|are|remaining|other|listed|option|exam|in|number|,|which|only|list|on)$/;

/** What may stand before "one" that counts. */
const opensCount = /^(?:and|but|only|just|while|be|have|of|exactly|with|list|plus)$/;

export const resourceCount = defineRule({
  id: 'resource-count',
  severity: 'error',
  category: 'number',
  description: 'The number of resources, or of the free or paid ones, differs from the list.',
  good: [
    { text: '## Resources\n\nTwo of the three resources are free, one must be paid for.' },
    { text: '## Resources\n\nYou spend $100, or more if the freemium ones and the last one are paid for.' },
    { text: '## Resources\n\n6.4 The one paid item is the exam.' },
  ],
  bad: [
    {
      text: '## Resources\n\nTwo of the three resources are paid.',
      at: 'Two of the three resources are paid',
    },
    { text: '## Resources\n\nFour resources are listed.', at: 'Four resources' },
    { text: '## Resources\n\nA third of the three resources cost nothing.', at: 'A third' },
    { text: 'Of the three courses no fewer than three may be had for nothing.', at: 'three may be had' },
    { text: '## Resources\n\nThe list holds seven titles.', at: 'seven titles' },
  ],
  check(context) {
    const { reading, facts, report } = context;
    const { sheet } = facts;
    if (!sheet || facts.resources.size === 0) return;
    const { chosen, others } = sheet.resources;
    const lists = [chosen, [...chosen, ...others]];
    for (const sentence of reading.sentences) {
      if (sentence.section !== 'market' && checkClassOf(context, sentence)) continue;
      if (sentence.section === 'resources') checkCountClosure(context, sentence);
      if (sentence.section !== 'resources') continue;
      const refs = readResourceRefs(sentence.tokens, facts, sentence.section);
      for (const clause of sentence.clauses) {
        const hits = trie.find(clause.tokens);
        clause.tokens.forEach((token, at) => {
          const figure = token.figure;
          if (
            figure?.unit !== 'count' ||
            /^(?:the|of|its|their|these|those|your|her|his)$/.test(clause.tokens[at - 1]?.norm ?? '') ||
            figure.high !== null ||
            figure.closeness !== 'exact' ||
            figure.value > 60 ||
            figure.value % 1 !== 0 ||
            clause.mood !== 'stated' ||
            // "The freemium one is paid for": a pronoun.
            (figure.value === 1 &&
              clause.tokens[at - 1]?.kind === 'word' &&
              !opensCount.test(clause.tokens[at - 1]?.norm ?? ''))
          )
            return;
          const wrong = (last: Token, expected: readonly number[]) =>
            report({
              start: token.start,
              end: last.end,
              subject: 'resource count',
              actual: clause.tokens
                .filter((one) => one.start >= token.start && one.end <= last.end)
                .map((one) => one.text)
                .join(' '),
              expected: [...new Set(expected)].join(' or '),
              facts: [],
            });
          const hit = hits.find((one) => one.from > at);
          const gap = hit ? clause.tokens.slice(at + 1, hit.from) : [];
          const cost = hit?.cue.effect;
          const elsewhere = refs.some(
            (ref) => ref.token.start < token.start && ref.token.start >= clause.start,
          );
          if (
            hit &&
            cost &&
            !hit.negated &&
            gap.length <= 8 &&
            gap.every((one) => between.test(one.norm) || one.figure) &&
            !gap.some((one, i) => one.figure && gap[i - 1]?.norm !== 'the' && gap[i - 1]?.norm !== 'of') &&
            !elsewhere
          ) {
            // "OpenLearn contributes two free courses": of those of that provider.
            const provider = clause.tokens.slice(0, at).flatMap((one) => termAt(one, 'provider') ?? [])[0];
            const counts = lists.map(
              (list) =>
                list.filter(
                  (one) => one.cost === cost && (provider === undefined || one.provider === provider),
                ).length,
            );
            if (provider !== undefined && counts.every((one) => one === 0)) return;
            const named = refs.filter((ref) => ref.resource.cost === cost).length;
            if (!counts.includes(figure.value) && figure.value !== named)
              wrong(clause.tokens[hit.to - 1] as Token, counts);
            return;
          }
          const noun = clause.tokens[at + 1];
          const listed =
            /^(?:resource|item)$/.test(noun?.norm ?? '') &&
            /^(?:be|serve|make|have|in)$/.test(clause.tokens[at + 2]?.norm ?? '') &&
            /^(?:list|listed|recommend|recommended|offer|the|in|serve|gap)$/.test(
              clause.tokens[at + 3]?.norm ?? 'list',
            );
          if (noun && listed && at === 0 && !lists.some((list) => list.length === figure.value))
            wrong(
              noun,
              lists.map((list) => list.length),
            );
        });
      }
    }
  },
});
