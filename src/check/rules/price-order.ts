import type { ChosenResource } from '../../../schemas/fact-sheet.ts';
import { type ResourceRef, readResourceRefs } from '../claims/resource-refs.ts';
import { joined } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import type { Token } from '../tokens/token.ts';

const lower =
  /^(?:(?:by far |clearly |easily )*(?:the )?(?:cheaper|cheapest|least expensive|less expensive)|cost less|cost the least)(?: |$)/;
const higher =
  /^(?:(?:by far |clearly |easily )*(?:the )?(?:dearer|dearest|more expensive|most expensive)|cost more|cost the most)(?: |$)/;
const shorter =
  /^(?:(?:by far |clearly )*(?:the )?(?:shorter|shortest|quicker|quickest)|take less time)(?: |$)/;
const longer = /^(?:(?:by far |clearly )*(?:the )?(?:longer|longest)|take more time)(?: |$)/;

export const priceOrder = defineRule({
  id: 'price-order',
  severity: 'error',
  category: 'attribute',
  description:
    'Of resources compared by price or length, another is the cheaper, the dearer, the shorter or the longer.',
  good: [
    { text: '## Resources\n\nDocker Get Started is shorter than the Kubernetes Tutorials.' },
    { text: '## Resources\n\nOf the three resources the AWS Certified Cloud Practitioner is the longest.' },
  ],
  bad: [
    {
      text: '## Resources\n\nThe Kubernetes Tutorials are shorter than Docker Get Started.',
      at: 'Kubernetes Tutorials are shorter',
    },
  ],
  check({ reading, facts, report }) {
    const all = [...facts.resources.values()];
    if (!facts.sheet || all.length < 2) return;
    for (const sentence of reading.sentences) {
      const { tokens } = sentence;
      const refs = readResourceRefs(tokens, facts, sentence.section);
      for (const ref of refs) {
        const verb = tokens[ref.at + 1]?.norm === 'be' ? ref.at + 2 : ref.at + 1;
        const after = joined(tokens.slice(verb, verb + 6));
        const order = [lower, higher, shorter, longer].findIndex((pattern) => pattern.test(after));
        if (order < 0 || /(?:^| )(?:not|never|no)(?: |$)/.test(joined(tokens.slice(0, verb)))) continue;
        const others = comparedWith(tokens, ref, refs, all, after);
        const sign = order % 2 === 0 ? 1 : -1;
        const value = (one: ChosenResource) => (order < 2 ? priceOf(one) : one.hours);
        const own = value(ref.resource);
        const values = others.map((one) => ({ one, value: value(one) }));
        if (own === null || values.length === 0 || values.some((other) => other.value === null)) continue;
        const better = values.find((other) => sign * ((other.value ?? 0) - own) < 0);
        if (!better) continue;
        report({
          start: ref.token.start,
          end: (tokens[Math.min(tokens.length - 1, verb + 1)] as Token).end,
          subject: `${ref.resource.title} ${order < 2 ? 'price' : 'hours'}`,
          actual: `${ref.resource.title} (${own}) before ${better.one.title} (${better.value})`,
          expected: better.one.title,
          facts: [`resource.${ref.resource.id}`, `resource.${better.one.id}`],
        });
      }
    }
  },
});

/** What is free costs nothing; a paid one without a price is of unknown price. */
const priceOf = (one: ChosenResource): number | null => one.price?.amount ?? (one.cost === 'free' ? 0 : null);

/** "Than X": that one; "of the two books", "the cheaper": the others of the sentence, or of the kind if so many. */
function comparedWith(
  tokens: readonly Token[],
  ref: ResourceRef,
  refs: readonly ResourceRef[],
  all: readonly ChosenResource[],
  after: string,
): ChosenResource[] {
  const than = tokens.findIndex((token, i) => i > ref.at && token.norm === 'than');
  if (than >= 0) {
    const next = refs.find((one) => one.at > than && one.at - than <= 3);
    return next ? [next.resource] : [];
  }
  if (!/(?:^| )the /.test(after)) return [];
  const of = tokens.findIndex(
    (token, i) =>
      token.norm === 'of' && tokens[i + 1]?.norm === 'the' && tokens[i + 2]?.figure?.unit === 'count',
  );
  if (of >= 0) {
    const count = tokens[of + 2]?.figure?.value;
    const noun = tokens[of + 3]?.norm ?? '';
    const kind = all.filter(
      (one) =>
        one.kind === noun ||
        /^(?:resource|title|item)$/.test(noun) ||
        (noun === 'course' && one.kind === 'course'),
    );
    return kind.length === count && kind.includes(ref.resource)
      ? kind.filter((one) => one !== ref.resource)
      : [];
  }
  // "The cheaper" is of two.
  const others = refs.filter((one) => one.resource !== ref.resource).map((one) => one.resource);
  const [word = ''] = after.replace(/^the /, '').split(' ');
  const pair = /er$/.test(word) || /^(?:more|less)$/.test(word);
  return pair && others.length === 1 ? others : [];
}
