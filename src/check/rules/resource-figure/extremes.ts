import type { ChosenResource } from '../../../../schemas/fact-sheet.ts';
import type { ReadSentence } from '../../claims/read-report.ts';
import { type ResourceRef, readResourceRefs } from '../../claims/resource-refs.ts';
import { has, joined } from '../../claims/words-of.ts';
import type { Token } from '../../tokens/token.ts';
import type { CheckContext } from '../../types.ts';

/** What superlatives measure, and whether the greatest is meant. */
const measures: readonly (readonly [RegExp, 'price' | 'hours', boolean])[] = [
  [/^(?:dearest|costliest|priciest)$/, 'price', true],
  [/^cheapest$/, 'price', false],
  [/^longest$/, 'hours', true],
  [/^(?:shortest|quickest|briefest)$/, 'hours', false],
];

const noun = '(?:item|course|title|resource|one|entry|piece|thing|book|reading|material|work)';
const ofAll = `(?: ${noun})?(?: (?:of (?:them |the )?(?:all|lot)|of (?:them|these)|(?:on|in) (?:the|your|her|his|this) (?:whole )?list|by far|recommend|recommended|list|listed|here))*`;
const towardsTitle = new RegExp(`^${ofAll}(?: ,)?(?: (?:at|with) \\S+(?: \\S+)?(?: ,)?)? be(?: the| that)?$`);
const behindTitle = new RegExp(`^${ofAll}(?: (?:,|\\.|;|and|but|so|at|with)|$)`);

/** "The longest item on your list is TITLE", "TITLE is the dearest of all": of all resources, or of the chosen ones. */
export function checkExtremes(context: CheckContext, sentence: ReadSentence): void {
  const { tokens } = sentence;
  const refs = readResourceRefs(tokens, context.facts, sentence.section);
  if (refs.length === 0 || has(tokens, /^(?:not|never|if|second|among|after|than|only|both)$/)) return;
  tokens.forEach((token, at) => {
    const expensive =
      /^(?:most|least)$/.test(token.norm) && /^(?:expensive|costly)$/.test(tokens[at + 1]?.norm ?? '');
    const found = expensive
      ? (['price', token.norm === 'most'] as const)
      : measures.flatMap(([pattern, measure, greatest]) =>
          pattern.test(token.norm) ? [[measure, greatest] as const] : [],
        )[0];
    if (!found || tokens[at - 1]?.norm !== 'the') return;
    const from = expensive ? at + 2 : at + 1;
    const after = refs.find((ref) => ref.at >= from && ref.at - from <= 14);
    const before = refs.findLast((ref) => ref.at < at && at - ref.at <= 4);
    const said =
      after && towardsTitle.test(` ${joined(tokens.slice(from, after.at))}`)
        ? after
        : before &&
            /^(?:be|,) (?:by far |also )?the$/.test(joined(tokens.slice(before.at + 1, at))) &&
            behindTitle.test(` ${joined(tokens.slice(from, from + 8))}`.trimEnd())
          ? before
          : undefined;
    if (said) judge(context, token, said, ...found);
  });
}

function judge(
  context: CheckContext,
  word: Token,
  ref: ResourceRef,
  measure: 'price' | 'hours',
  greatest: boolean,
): void {
  const { chosen, others } = context.facts.sheet?.resources ?? { chosen: [], others: [] };
  const value = (one: ChosenResource) =>
    measure === 'price' ? (one.price?.amount ?? (one.cost === 'free' ? 0 : null)) : one.hours;
  const own = value(ref.resource);
  if (own === null) return;
  const beats = (list: readonly ChosenResource[]) =>
    list.some((one) => {
      const other = value(one);
      // The cheapest may be meant of what costs something.
      if (other === null || (measure === 'price' && !greatest && other === 0)) return false;
      return greatest ? other > own : other < own;
    });
  const lists = [
    chosen,
    [...chosen, ...others],
    [...chosen, ...others].filter((one) => one.kind === ref.resource.kind),
  ];
  if (lists.some((list) => list.length > 1 && !beats(list))) return;
  context.report({
    start: Math.min(word.start, ref.token.start),
    end: Math.max(word.end, ref.token.end),
    subject: `${ref.resource.title} ${measure}`,
    actual: `${ref.resource.title} (${own}) as the ${word.norm}`,
    expected: `another of the list`,
    facts: [`resource.${ref.resource.id}`],
  });
}
