import type { Clause } from '../claims/clause.ts';
import type { CueHit } from '../claims/cue.ts';
import { CueTrie } from '../claims/cue-trie.ts';
import type { ReadSentence } from '../claims/read-report.ts';
import { listBefore, type ResourceRef, readResourceRefs } from '../claims/resource-refs.ts';
import { has, termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import type { Token } from '../tokens/token.ts';
import type { CheckContext } from '../types.ts';
import { COSTS } from '../words/costs.ts';

const trie = new CueTrie(COSTS);
type Cost = 'free' | 'freemium' | 'paid';

export const cost = defineRule({
  id: 'cost',
  severity: 'error',
  category: 'attribute',
  description: 'A resource is called free, freemium or paid against the list given.',
  good: [
    {
      text: '## Resources\n\n- Docker Get Started (Docker, free)\n- AWS Certified Cloud Practitioner (Amazon Web Services, paid, $100)',
    },
    {
      text: '## Resources\n\nDocker Get Started will not cost you a cent; the AWS Certified Cloud Practitioner must be paid for.',
    },
  ],
  bad: [
    { text: '## Resources\n\n- Docker Get Started (Docker, paid)', at: 'paid' },
    {
      text: "## Resources\n\nThe AWS Certified Cloud Practitioner is your goal, and it won't cost you a cent.",
      at: "won't cost you a cent",
    },
    {
      text: '## Resources\n\n### Free\n\n- AWS Certified Cloud Practitioner',
      at: 'AWS Certified Cloud Practitioner',
    },
  ],
  check(context) {
    const { reading, facts } = context;
    if (!facts.sheet || facts.resources.size === 0) return;
    for (const sentence of reading.sentences) checkSentence(context, sentence);
    for (const block of reading.blocks) {
      const first = block.sentences[0];
      const scope = block.scopeLabels.find((label) => label.effects.some(isCost));
      const said = scope?.effects.find(isCost) as Cost | undefined;
      const ref = first && readResourceRefs(first.tokens, facts, 'resources')[0];
      if (!said || !first || !ref || ref.at > 3 || trie.find(first.tokens).some((hit) => hit.cue.effect))
        continue;
      if (ref.resource.cost !== said) context.report(problem(ref, said, ref.token.start, first.end));
    }
    for (const table of reading.tables)
      for (const row of table.rows) {
        const resource = row.resource === undefined ? undefined : facts.resources.get(row.resource);
        for (const cell of resource ? row.cells.slice(1) : []) {
          const said = cell.kinds.includes('cost')
            ? (trie.find(cell.tokens)[0]?.cue.effect as Cost | undefined)
            : undefined;
          if (resource && said && said !== resource.cost)
            context.report({
              start: row.start,
              end: cell.end,
              subject: `${resource.title} cost`,
              actual: said,
              expected: resource.cost,
              facts: [`resource.${resource.id}.cost`],
            });
        }
      }
  },
});

const isCost = (effect: string | undefined): effect is Cost =>
  effect === 'free' || effect === 'freemium' || effect === 'paid';

function problem(ref: ResourceRef, said: Cost, start: number, end: number) {
  const { resource } = ref;
  return {
    start,
    end,
    subject: `${resource.title} cost`,
    actual: `"${said}" for ${resource.title}`,
    expected: resource.price
      ? `${resource.cost}, ${resource.price.amount} ${resource.price.currency}`
      : resource.cost,
    facts: [`resource.${resource.id}.cost`],
  };
}

function checkSentence(context: CheckContext, sentence: ReadSentence): void {
  const { tokens } = sentence;
  const refs = readResourceRefs(tokens, context.facts, sentence.section);
  if (refs.length === 0) return;
  const hits = trie.find(tokens);
  // "Freemium, so you can start without paying": what costs in part may be called both, once it is called so.
  const both = new Set(
    hits
      .filter((hit) => hit.cue.effect === 'freemium' && !hit.negated)
      .flatMap((hit) => refsOf(sentence, hit, refs))
      .map((ref) => ref.resource.id),
  );
  // "Free to follow; the certificate costs extra" parts what is free from what is paid.
  const inParts = has(
    tokens,
    /^(?:certificate|exam|upgrade|premium|extra|extras|partly|part|audit|trial|basics|content)$/,
  );
  for (const hit of hits) {
    if (!isCost(hit.cue.effect)) continue;
    const before = trie.find(tokens, Math.max(0, hit.from - 3), hit.from);
    const negated = hit.negated !== before.some((one) => one.cue.signal === 'negation');
    // "Nothing has to be paid for X".
    if (
      /^(?:nothing|none|nobody)$/.test(
        tokens.slice(0, hit.from).find((one) => one.kind === 'word')?.norm ?? '',
      )
    )
      continue;
    const said = negated && hit.cue.effect !== 'freemium' ? 'not' : hit.cue.effect;
    for (const ref of refsOf(sentence, hit, refs)) {
      const { cost: actual } = ref.resource;
      const wrong = said === 'not' ? actual === hit.cue.effect : actual !== said;
      if (
        !wrong ||
        (actual === 'freemium' && (both.has(ref.resource.id) || inParts || isOptional(tokens, hit)))
      )
        continue;
      const start = (tokens[hit.from] as Token).start;
      context.report(
        problem(ref, hit.cue.effect, Math.min(start, ref.token.start), (tokens[hit.to - 1] as Token).end),
      );
    }
  }
}

/** "Can be followed without paying", "45 EUR if paid": one way among two. */
const isOptional = (tokens: readonly Token[], { from, to }: CueHit): boolean =>
  has(
    tokens.slice(Math.max(0, from - 6), from),
    /^(?:can|may|could|if|when|should|where|optional|optionally)$/,
  ) || tokens.slice(to, to + 6).some((token) => token.norm === 'or' || token.figure?.unit === 'money');

/** The resources that a word on costs speaks of. */
function refsOf(sentence: ReadSentence, hit: CueHit, refs: readonly ResourceRef[]): ResourceRef[] {
  const { tokens } = sentence;
  const first = tokens[hit.from] as Token;
  const clause = sentence.clauses.find((one) => one.tokens.includes(first));
  if (!clause) return [];
  const inside = refs.filter((ref) => ref.at > hit.from && ref.at < hit.to);
  if (inside.length > 0) return inside;
  const next = refs.find((ref) => ref.at >= hit.to);
  if (clause.nested) {
    const near = refs.findLast((ref) => ref.at < hit.from);
    return near ? [near] : [];
  }
  const direct =
    next &&
    next.at - hit.to <= 3 &&
    tokens
      .slice(hit.to, next.at)
      .every(
        (token) =>
          /^(?:the|course|book|:|,|for|you|her|him|them|learner|reader|student)$/.test(token.norm) ||
          termAt(token, 'provider'),
      );
  if (direct && tokens[hit.from - 1]?.norm !== 'be') return [next];
  // "X is shorter than Y, and free": Y is only compared with.
  const list = listBefore(
    refs.filter(
      (ref) =>
        !/^(?:than|unlike|like)$/.test(tokens[ref.at - 1]?.norm ?? '') ||
        !refs.some((one) => one.at < ref.at),
    ),
    hit.from,
    tokens,
  );
  const last = list.at(-1);
  if (!last) return [];
  const between = tokens.slice(last.at + 1, hit.from);
  if (
    between.some((token) => token.text === ';' || token.norm === 'but' || token.norm === 'while') ||
    between.length > 16
  )
    return [];
  // A provider of another resource between them has a clause of its own.
  if (
    between.some(
      (token) =>
        termAt(token, 'provider') !== undefined &&
        termAt(token, 'provider') !== last.resource.provider &&
        !/^(?:on|at|from|by|\()$/.test(tokens[tokens.indexOf(token) - 1]?.norm ?? ''),
    )
  )
    return [];
  const exceptions = has(tokens.slice(0, hit.from), /^(?:but|except|exception|exceptions)$/);
  if (exceptions) return [];
  return predicates(clause, hit, tokens) ? list : [last];
}

/** A verb makes the word on costs speak of the whole list; a mere aside speaks of the last member. */
function predicates(_clause: Clause, hit: CueHit, tokens: readonly Token[]): boolean {
  return tokens
    .slice(Math.max(0, hit.from - 4), hit.to)
    .some((token) => /^(?:be|cost|both|all|neither|each|charge|will)$/.test(token.norm));
}
