import type { Phase } from '../../../schemas/fact-sheet.ts';
import type { Clause, Mention, SkillList } from '../claims/clause.ts';
import { type PhaseRef, readPhaseRefs } from '../claims/phase-refs.ts';
import type { ReadSentence } from '../claims/read-report.ts';
import { joined } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import type { Token } from '../tokens/token.ts';
import type { CheckContext } from '../types.ts';
import { checkOrder, checkPlace, checkSequence, checkSuperlative } from './phase/order.ts';
import { isTaught, phaseOf, wrong } from './phase/report-phase.ts';
import { checkBefore, checkLines, checkLongest, checkNumbered, checkOpening } from './phase/sequence.ts';

const covering =
  /(?:^| )(?:cover|take|include|teach|bring|add|:|with|on|go|deal|address|introduce|raise|devote|devoted|comprise|–|be|for|bring in|skill|,|consist|focus|start|see|learn|study|spend|spent|follow)(?: |$)/;

const notCovering =
  /(?:^| )(?:not|without|build|after|before|like|until|unlike|once|than|upon|completion|rest|despite|;|finally)(?: |$)/;

/** "X is taught in the first phase": the skill stands before the phase. */
const placed =
  /(?:^| )(?:teach|taught|cover|learn|schedule|address|treat|introduce|place|placed|study|tackle|tackled)(?: \S+)? (?:in|during|as part of)(?: the)?$/;

export const phase = defineRule({
  id: 'phase',
  severity: 'error',
  category: 'attribute',
  description:
    'A skill is put in a phase of the plan that does not teach it, phases stand in a wrong order, or one is called the longest that is not.',
  good: [
    {
      text: '## Roadmap\n\nPhase 1, Cloud Basics, covers AWS and Docker; after the second phase she will know Kubernetes.',
    },
    { text: '## Roadmap\n\nThe longest phase is the first phase and the shortest phase is the last.' },
    { text: '## Roadmap\n\nDocker comes before Terraform; after the first phase you turn to Kubernetes.' },
    { text: '## Roadmap\n\n- Cluster Delivery (4 weeks): Kubernetes, Terraform' },
  ],
  bad: [
    { text: '## Roadmap\n\n- Phase 1, Cloud Basics (6 weeks): AWS, Docker and Kubernetes', at: 'Kubernetes' },
    { text: '## Roadmap\n\nThe first phase covers Kubernetes and Terraform.', at: 'Kubernetes' },
    { text: '## Roadmap\n\nAfter phase one she will know Kubernetes.', at: 'Kubernetes' },
    { text: '## Roadmap\n\nThe second phase, the longest, comes last.', at: 'longest' },
    { text: '## Roadmap\n\nThe longest phase is the second.', at: 'longest' },
    { text: '## Roadmap\n\nWhich phase is the longest? The second, as it happens.', at: 'The second' },
    { text: '## Roadmap\n\nTerraform has to be finished before the Docker start.', at: 'Terraform' },
    {
      text: '## Roadmap\n\nOnce you have finished Cluster Delivery you move on to Cloud Basics.',
      at: 'Cluster Delivery',
    },
    { text: '## Roadmap\n\nYou begin the whole thing with Kubernetes and Terraform.', at: 'Kubernetes' },
    { text: '## Roadmap\n\nThe first phase is Cluster Delivery.', at: 'Cluster Delivery' },
  ],
  check(context) {
    const { facts, reading } = context;
    if (!facts.sheet || facts.phases.length === 0) return;
    for (const sentence of reading.sentences) {
      if (sentence.section === 'market' || sentence.section === 'profile' || sentence.section === 'resources')
        continue;
      const refs = readPhaseRefs(sentence.tokens, facts, sentence.section);
      const above = refs.length > 0 ? undefined : phaseAbove(context, sentence);
      if (refs.length > 0) checkRefs(context, sentence, refs);
      else if (above) checkUnder(context, sentence, above);
      else if (sentence.section === 'roadmap') checkLists(context, sentence);
      checkOrder(context, sentence);
      checkSequence(context, sentence, refs);
      checkNumbered(context, sentence);
      if (sentence.section === 'roadmap' || speaksOfPlan(sentence)) {
        checkBefore(context, sentence);
        checkOpening(context, sentence);
        checkLongest(context, sentence);
      }
    }
    checkLines(context);
    for (const table of reading.tables)
      for (const row of table.rows) {
        const own =
          row.phase === undefined ? undefined : facts.phases.find((one) => String(one.index) === row.phase);
        const cell = own && row.cells.find((one, i) => i > 0 && one.kinds.includes('skills'));
        for (const token of cell?.tokens ?? []) {
          const id = token.term?.meanings.find((meaning) => meaning.kind === 'skill')?.id;
          if (own && id !== undefined && !isTaught(context, own, id)) wrong(context, token, id, own);
        }
      }
  },
});

const speaksOfPlan = ({ tokens, section }: ReadSentence): boolean =>
  section === 'other' ||
  tokens.some((token) => /^(?:plan|roadmap|programme|program|phase|schedule)$/.test(token.norm));

function checkRefs(context: CheckContext, sentence: ReadSentence, refs: readonly PhaseRef[]): void {
  const { tokens } = sentence;
  const lists = sentence.clauses
    .filter((clause) => !clause.nested)
    .flatMap((clause) => clause.lists.map((list) => ({ clause, list })));
  refs.forEach((ref, i) => {
    const { phase: said } = ref;
    if (!said) return;
    checkSuperlative(context, tokens, ref, said);
    checkPlace(context, tokens, ref, said);
    const before = joined(tokens.slice(Math.max(0, ref.from - 5), ref.from));
    const later =
      (!/(?:^| )after (?:that|this|which|it)(?: |$)/.test(before) &&
        /(?:^| )(?:after|once|upon completion of|through|complete|completed|finish|end of|completion of)(?: |$)/.test(
          before,
        )) ||
      /^(?:be )?(?:over|complete|behind)/.test(joined(tokens.slice(ref.to, ref.to + 3)));
    if (/(?:^| )(?:until|before|till)(?: |$)/.test(before)) return;
    const from = tokens[ref.to - 1]?.end ?? 0;
    const to = tokens[refs[i + 1]?.from ?? tokens.length]?.start ?? sentence.end;
    // "The first phase covers A and B, the second C": a list ends where the next phase is named.
    const own = lists.flatMap(({ clause, list }) => {
      const mentions = list.mentions.filter(({ start }) => start >= from && start < to);
      const last = mentions.at(-1);
      return last
        ? [{ clause, list: { from: mentions[0]?.at ?? list.from, to: last.at + 1, mentions } }]
        : [];
    });
    if (later) {
      for (const { clause, list } of own) checkAfter(context, clause, list, said);
      return;
    }
    const earlier = lists.findLast(
      ({ list }) => (list.mentions.at(-1)?.end ?? 0) <= (tokens[ref.from]?.start ?? 0),
    );
    if (earlier && placed.test(before) && !/(?:^| )(?:not|never|nor|neither)(?: |$)/.test(before)) {
      for (const mention of earlier.list.mentions)
        if (!isTaught(context, said, mention.skill)) wrong(context, mention, mention.skill, said);
      return;
    }
    // "X, which opens the third phase".
    const near = earlier?.list.mentions.at(-1);
    const opens = /(?:^| ), (?:which|that) (?:open|close|start|begin|conclude|fill)(?: the)?$/.test(before);
    if (opens && near && sentence.tokens.some((token, i) => token.end === near.end && ref.from - i <= 5)) {
      if (!isTaught(context, said, near.skill)) wrong(context, near, near.skill, said);
      return;
    }
    const first = own[0];
    if (first) checkCovered(context, tokens, ref, first.clause, continued(first.clause, first.list), said);
  });
}

const aside =
  /^(?:and|,|as|well|a|an|the|first|brief|short|quick|little|look|glimpse|introduction|intro|at|of|into|to|in|on|with|basic|basics|bit|some|touch|taste|fundamental|fundamentals|finally|also|last|then)$/;

/** "A, B and a first look at C": C is of the list. */
function continued(clause: Clause, list: SkillList): SkillList {
  let { to } = list;
  const mentions = [...list.mentions];
  for (const next of clause.lists) {
    if (next.from < to) continue;
    const between = clause.tokens.slice(to, next.from);
    if (!/^(?:and|,)$/.test(between[0]?.norm ?? '') || !between.every((token) => aside.test(token.norm)))
      break;
    mentions.push(...next.mentions);
    to = next.to;
  }
  return { from: list.from, to, mentions };
}

/** "After phase n she will know X": X is taught in phase n or before. */
function checkAfter(context: CheckContext, clause: Clause, list: SkillList, said: Phase): void {
  if (
    !clause.hits.some((hit) => hit.cue.signal === 'future') ||
    clause.hits.some((hit) => hit.cue.signal === 'negation')
  )
    return;
  if (
    !clause.hits.some(
      (hit) => hit.cue.effect === 'held' || hit.cue.effect === 'strong' || hit.cue.effect === 'enough',
    )
  )
    return;
  for (const mention of list.mentions) {
    const info = context.facts.skills.get(mention.skill);
    const own = phaseOf(context, mention.skill);
    if (info && (info.status === 'missing' || info.status === 'partial') && (!own || own.index > said.index))
      wrong(context, mention, mention.skill, said, `learned by the end of phase ${said.index}`);
  }
}

function checkCovered(
  context: CheckContext,
  tokens: readonly Token[],
  ref: PhaseRef,
  clause: Clause,
  list: SkillList,
  said: Phase,
): void {
  const first = list.mentions[0] as Mention;
  const at = tokens.findIndex((token) => token.start === first.start);
  const between = joined(tokens.slice(ref.to, at));
  const inside = list.mentions.filter((mention) => isTaught(context, said, mention.skill)).length;
  if (
    clause.hits.some(
      (hit) => hit.cue.signal === 'negation' && (clause.tokens[hit.from]?.start ?? 0) < first.start,
    ) ||
    notCovering.test(between)
  )
    return;
  if (inside === 0 && (at - ref.to > 9 || !covering.test(between) || (ref.bare && list.mentions.length < 2)))
    return;
  for (const mention of list.mentions) {
    const info = context.facts.skills.get(mention.skill);
    if (isTaught(context, said, mention.skill) || info?.status === 'unknown') continue;
    if (inside === 0 && (info?.status === 'met' || info?.status === 'extra') && list.mentions.length === 1)
      continue;
    wrong(context, mention, mention.skill, said);
  }
}

/** A list that is mostly one phase's skills, in the part on the plan, is that phase's list. */
function checkLists(context: CheckContext, sentence: ReadSentence): void {
  const weeks = sentence.tokens.some((token) => token.figure?.unit === 'week');
  for (const clause of sentence.clauses) {
    if (clause.hits.some((hit) => hit.cue.signal === 'negation')) continue;
    for (const list of clause.lists) {
      // "Five weeks go to A and B, three to C": a figure between them parts them.
      if (clause.tokens.slice(list.from, list.to).some((token) => token.figure)) continue;
      if (list.mentions.length < 3 || !(weeks || sentence.block.kind === 'item')) continue;
      const counted = context.facts.phases.map((one) => ({
        one,
        inside: list.mentions.filter((mention) => isTaught(context, one, mention.skill)).length,
      }));
      const best = counted.sort((a, b) => b.inside - a.inside)[0];
      if (!best || best.inside < 2 || best.inside * 3 < list.mentions.length * 2) continue;
      for (const mention of list.mentions)
        if (
          !isTaught(context, best.one, mention.skill) &&
          context.facts.skills.get(mention.skill)?.status !== 'unknown'
        )
          wrong(context, mention, mention.skill, best.one);
    }
  }
}

/** The phase that the label of the block, or the list item above it, names. */
function phaseAbove(context: CheckContext, sentence: ReadSentence): Phase | undefined {
  const own = readPhaseRefs(sentence.read.label, context.facts, sentence.section);
  if (own[0]) return own.length === 1 ? own[0].phase : undefined;
  const item = sentence.read.scopeLabels.find((label) => label.scope.kind === 'item');
  const refs = item ? readPhaseRefs(item.tokens, context.facts, sentence.section) : [];
  return refs[0]?.phase;
}

/** Under the name of a phase a list of skills, bare or after "the skills are", is the list of that phase. */
function checkUnder(context: CheckContext, sentence: ReadSentence, own: Phase): void {
  const list = sentence.clauses.find((clause) => !clause.nested && clause.lists.length > 0)?.lists[0];
  if (!list || sentence.clauses.some((clause) => clause.hits.some((hit) => hit.cue.signal === 'negation')))
    return;
  const before = joined(
    sentence.tokens.slice(
      0,
      sentence.tokens.findIndex((token) => token.start === list.mentions[0]?.start),
    ),
  );
  if (
    before !== '' &&
    !/(?:^| )(?:skill|topic|subject|content|:)(?: be| :)?$|^(?:cover|teach|take|bring in|bring|learn)$/.test(
      before,
    )
  )
    return;
  for (const mention of list.mentions)
    if (
      !isTaught(context, own, mention.skill) &&
      context.facts.skills.get(mention.skill)?.status !== 'unknown'
    )
      wrong(context, mention, mention.skill, own);
}
