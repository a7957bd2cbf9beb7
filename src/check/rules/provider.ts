import type { ReadSentence } from '../claims/read-report.ts';
import { listBefore, type ResourceRef, readResourceRefs } from '../claims/resource-refs.ts';
import { has, joined, termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import { properNameAt, sameHouse } from '../figures/proper-name.ts';
import type { Token } from '../tokens/token.ts';
import type { CheckContext } from '../types.ts';

const link =
  /(?:^| )(?:from|by|at|on|via|host by|host|publish by|offer by|provide by|issue by|maintain by|through|with|at the|from the|by the|on the|make by|run by|\()$/;

export const provider = defineRule({
  id: 'provider',
  severity: 'error',
  category: 'attribute',
  description: 'A resource is put down to a provider that does not offer it.',
  good: [
    {
      text: '## Resources\n\n- Docker Get Started (Docker, free)\n- AWS Certified Cloud Practitioner from Amazon Web Services',
    },
  ],
  bad: [
    { text: '## Resources\n\nThe Kubernetes Tutorials come from Docker.', at: 'Docker' },
    { text: '## Resources\n\nDocker lends you the Kubernetes Tutorials.', at: 'Docker' },
    { text: '## Resources\n\nTake the Kubernetes Tutorials, which Microsoft also offers.', at: 'Microsoft' },
    {
      text: '## Resources\n\nDocker Get Started and the AWS Certified Cloud Practitioner, both hosted by Amazon Web Services, come first.',
      at: 'Amazon Web Services',
    },
  ],
  check(context) {
    if (!context.facts.sheet || context.facts.resources.size === 0) return;
    for (const sentence of context.reading.sentences) checkSentence(context, sentence);
    for (const table of context.reading.tables)
      for (const row of table.rows) {
        const resource = row.resource === undefined ? undefined : context.facts.resources.get(row.resource);
        const cell = row.cells.find((one, i) => i > 0 && one.kinds.includes('provider'));
        const named = cell?.tokens.map((token) => termAt(token, 'provider')).find((one) => one !== undefined);
        const unknown = resource && cell && named === undefined ? properNameAt(cell.tokens, 0) : undefined;
        const foreign =
          unknown !== undefined &&
          unknown.to === cell?.tokens.length &&
          !sameHouse(unknown.text, resource?.provider ?? '');
        if (resource && cell && (foreign || (named !== undefined && !sameHouse(named, resource.provider))))
          context.report({
            start: row.start,
            end: cell.end,
            subject: `${resource.title} provider`,
            actual: cell.text,
            expected: resource.provider,
            facts: [`resource.${resource.id}.provider`],
          });
      }
  },
});

function checkSentence(context: CheckContext, sentence: ReadSentence): void {
  const { tokens } = sentence;
  const refs = readResourceRefs(tokens, context.facts, sentence.section);
  if (refs.length === 0 || has(tokens, /^(?:respectively|respective)$/)) return;
  for (const ref of refs) checkBracket(context, tokens, ref);
  checkOffers(context, tokens, refs);
  tokens.forEach((token, at) => {
    const named = termAt(token, 'provider');
    if (named === undefined || termAt(token, 'resource') !== undefined) return;
    const before = joined(tokens.slice(Math.max(0, at - 3), at));
    const bracketed = tokens[at - 1]?.text === '(';
    const listed =
      sentence.block.kind === 'item' &&
      /^[–—:,(-]$/.test(tokens[at - 1]?.text ?? '') &&
      refs.some((ref) => ref.at < at && tokens.slice(ref.at + 1, at).every((one) => one.kind === 'sign'));
    if ((!link.test(before) && !bracketed && !listed) || /(?:together|along) with$/.test(before)) return;
    for (const ref of refsOf(refs, at, tokens)) {
      if (
        ref.resource.provider === named ||
        sharesName(ref.resource.provider, named) ||
        offersTwin(context, ref, named)
      )
        continue;
      context.report({
        start: Math.min(ref.token.start, token.start),
        end: token.end,
        subject: `${ref.resource.title} provider`,
        actual: `${named} for ${ref.resource.title}`,
        expected: ref.resource.provider,
        facts: [`resource.${ref.resource.id}.provider`],
      });
    }
  });
}

const offers =
  /^(?:also |now |then )?(?:lend|offer|provide|supply|publish|run|teach|bring|give|contribute|sell|host|issue|maintain|release|write|add|deliver)(?:s|es|ed|d)?(?: (?:you|she|he|her|him|us|them))?(?: (?:the|its|a|an|also|free|own|short|online|two|three|course|book|certificate|certification|guide))*$/;

/** "PROVIDER lends TITLE", "TITLE, which NAME also offers": the house before the verb, what it offers behind it. */
function checkOffers(context: CheckContext, tokens: readonly Token[], refs: readonly ResourceRef[]): void {
  const judge = (ref: ResourceRef, named: string, start: number, end: number) => {
    if (sameHouse(named, ref.resource.provider) || offersTwin(context, ref, named)) return;
    context.report({
      start,
      end,
      subject: `${ref.resource.title} provider`,
      actual: `${named} for ${ref.resource.title}`,
      expected: ref.resource.provider,
      facts: [`resource.${ref.resource.id}.provider`],
    });
  };
  for (const ref of refs) {
    const house = tokens.findLastIndex((token, i) => i < ref.at && termAt(token, 'provider') !== undefined);
    const named = termAt(tokens[house], 'provider');
    if (
      named !== undefined &&
      termAt(tokens[house], 'resource') === undefined &&
      offers.test(joined(tokens.slice(house + 1, ref.at)))
    )
      judge(ref, named, tokens[house]?.start ?? ref.token.start, ref.token.end);
    if (tokens[ref.at + 1]?.text !== ',' || !/^(?:which|that)$/.test(tokens[ref.at + 2]?.norm ?? ''))
      continue;
    const name = properNameAt(tokens, ref.at + 3);
    const verb = name ? joined(tokens.slice(name.to, name.to + 3)) : '';
    if (
      name &&
      /^(?:also |now |likewise )?(?:offer|provide|publish|host|supply|run|sell|issue)(?: |$)/.test(verb)
    )
      judge(ref, name.text, ref.token.start, tokens[name.to]?.end ?? ref.token.end);
  }
}

/** "TITLE (NAME, £340)": a name of no provider known, where a price, a length or a class of cost follows. */
function checkBracket(context: CheckContext, tokens: readonly Token[], ref: ResourceRef): void {
  if (tokens[ref.at + 1]?.text !== '(') return;
  const name = properNameAt(tokens, ref.at + 2);
  if (!name || tokens[name.to]?.text !== ',') return;
  const inside = tokens.slice(ref.at + 2, name.to);
  const isTerm = (token: Token, kinds: readonly string[]) => kinds.some((kind) => termAt(token, kind));
  // "TITLE (AWS, 20 h)" says what it is for; a longer name that begins with a skill ("AWS Academy") is a house.
  if (inside.some((token) => isTerm(token, ['provider', 'resource', 'phase']))) return;
  if (inside.every((token) => isTerm(token, ['skill']))) return;
  const next = tokens[name.to + 1];
  const priced =
    next?.figure?.unit === 'money' ||
    next?.figure?.unit === 'hour' ||
    /^(?:free|freemium|paid)$/.test(next?.norm ?? '');
  if (!priced || sameHouse(name.text, ref.resource.provider)) return;
  const last = inside.at(-1) as Token;
  context.report({
    start: ref.token.start,
    end: last.end,
    subject: `${ref.resource.title} provider`,
    actual: `${name.text} for ${ref.resource.title}`,
    expected: ref.resource.provider,
    facts: [`resource.${ref.resource.id}.provider`],
  });
}

/** "Microsoft" and "Microsoft Learn" are one house. */
const sharesName = (a: string, b: string): boolean =>
  a.toLowerCase().startsWith(b.toLowerCase()) || b.toLowerCase().startsWith(a.toLowerCase());

/** The provider named has a resource of the same name. */
const offersTwin = ({ facts }: CheckContext, ref: ResourceRef, named: string): boolean =>
  [...facts.resources.values()].some((one) => one.provider === named && one.title === ref.resource.title);

function refsOf(refs: readonly ResourceRef[], at: number, tokens: readonly Token[]): ResourceRef[] {
  const list = listBefore(refs, at, tokens);
  const last = list.at(-1);
  if (!last) return [];
  const between = tokens.slice(last.at + 1, at);
  if (
    between.some(
      (token) =>
        /^[.]$/.test(token.text) || (token.text === ';' && !between.some((one) => one.norm === 'both')),
    ) ||
    between.length > 14
  )
    return [];
  if (
    between.some(
      (token, i) =>
        /^(?:for|while|whereas|then|also|followed)$/.test(token.norm) &&
        !(token.norm === 'also' && /^(?:by|from|at|of)$/.test(between[i + 1]?.norm ?? '')) &&
        !between.some((one) => one.norm === 'which' || one.norm === 'both'),
    )
  )
    return [];
  // A price, a comma and a capital word: another item begins that no title is known for.
  if (
    between.some(
      (token, i) =>
        /^(?:,|and|or|plus)$/.test(token.norm) &&
        /^\p{Lu}/u.test(between[i + 1]?.text ?? '') &&
        termAt(between[i + 1], 'provider') === undefined,
    )
  )
    return [];
  // "TITLE, the auditors' guide from X": the next thing of an enumeration.
  const isNext = (i: number) =>
    between[i]?.text === ',' &&
    between[i + 1]?.norm === 'the' &&
    !/^(?:former|latter|first|second|last)$/.test(between[i + 2]?.norm ?? '');
  if (
    !between.some((token) => token.norm === 'both') &&
    between.some((_, i) => isNext(i) && between.length - i > 3)
  )
    return [];
  if (between.slice(0, -3).some((token) => termAt(token, 'provider') !== undefined)) return [];
  if (
    between.some(
      (token, i) =>
        token.norm === 'and' && i > 0 && !between.some((one) => one.norm === 'both' || one.norm === 'which'),
    )
  )
    return [];
  return between.some((token) => /^(?:both|all)$/.test(token.norm)) ? list : [last];
}
