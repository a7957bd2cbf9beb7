import type { Phase } from '../../../../schemas/fact-sheet.ts';
import { type PhaseRef, readPhaseRefs } from '../../claims/phase-refs.ts';
import type { ReadSentence } from '../../claims/read-report.ts';
import { has, joined } from '../../claims/words-of.ts';
import type { Token } from '../../tokens/token.ts';
import type { CheckContext } from '../../types.ts';
import { phaseLists } from '../plan/phase-of-list.ts';

/** A phase as a sentence names it: by title or order, or by skills that it alone teaches. */
interface Named {
  from: number;
  to: number;
  phase: Phase;
}

const isTitle = (ref: PhaseRef): boolean => !ref.bare && ref.to - ref.from === 1;

/** Phases and lists of skills of one phase, in the order of the sentence, none inside another. */
function namedIn(sentence: ReadSentence, context: CheckContext): Named[] {
  const refs = readPhaseRefs(sentence.tokens, context.facts, sentence.section).flatMap((ref) =>
    ref.phase ? [{ from: ref.from, to: ref.to, phase: ref.phase }] : [],
  );
  const lists = phaseLists(sentence, context.facts).filter(
    (list) => !refs.some((ref) => ref.from < list.to && list.from < ref.to),
  );
  return [...refs, ...lists].sort((a, b) => a.from - b.from);
}

const done =
  '(?:have to |must |should |will |ought to )?(?:be )?(?:(?:finish|finished|complete|completed|over|through|done|do|learn|take|come|teach) )?(?:well )?';
const aBeforeB = new RegExp(
  `^(?:${done}(?:before|ahead of|prior to)|precede|lead up to|pave the way for|,? ?(?:and )?(?:only )?then(?: come| follow| turn to| move on to)?|follow by|followed by|after which(?: come)?|,? ?(?:and )?after (?:it|that|them|this|which)(?: come| follow)?|,? ?(?:and )?(?:she|he|you) (?:move|go|turn) on to)(?: the| to)?$`,
);
const bBeforeA = new RegExp(
  `^(?:${done}(?:only )?after|follow|(?:have to |must )?wait for|build on)(?: the)?$`,
);
const opensAfter =
  /(?:^| )(?:after|once|when|having)(?: (?:you|she|he|i|we))?(?: have)?(?: finish| finished| complete| completed| done| do| be through| be through with)?(?: with)?(?: the)?$/;
const goesOn =
  /^(?:be (?:over|done|complete|completed|finished|behind \S+) )?,? ?(?:(?:she|he|you|we) (?:will )?(?:move|go|turn|pass|proceed)(?: on)? to|come|follow|(?:she|he|you|we) (?:will )?(?:begin|start|tackle|take up|study|learn))(?: with)?(?: the)?$/;

/** "Python has to be finished before the Terraform start", "once you have finished B you move on to A". */
export function checkBefore(context: CheckContext, sentence: ReadSentence): void {
  const { tokens } = sentence;
  if (has(tokens, /^(?:not|never|no|if|unless|instead|rather|would|could|whether|neither|nor)$/)) return;
  const named = namedIn(sentence, context);
  for (let i = 1; i < named.length; i += 1) {
    const [a, b] = [named[i - 1] as Named, named[i] as Named];
    if (a.phase.index === b.phase.index || b.from - a.to > 12) continue;
    const between = joined(tokens.slice(a.to, b.from));
    const before = joined(tokens.slice(Math.max(0, a.from - 7), a.from));
    const afterFirst = opensAfter.test(before) && goesOn.test(between);
    const forward = afterFirst || (!opensAfter.test(before) && aBeforeB.test(between));
    const backward = !forward && bBeforeA.test(between);
    if (!forward && !backward) continue;
    if (forward ? a.phase.index < b.phase.index : a.phase.index > b.phase.index) continue;
    const end = tokens[Math.min(b.to, tokens.length) - 1] as Token;
    context.report({
      start: (tokens[a.from] as Token).start,
      end: end.end,
      subject: 'order of phases',
      actual: `${a.phase.title} ${forward ? 'before' : 'after'} ${b.phase.title}`,
      expected: context.facts.phases.map((one) => one.title).join(', '),
      facts: [],
    });
    return;
  }
}

/** "You begin the whole thing with A and B": skills of a phase that is not the first, or not the last. */
export function checkOpening(context: CheckContext, sentence: ReadSentence): void {
  const { tokens } = sentence;
  if (has(tokens, /^(?:not|never|no|if|would|could|each|every|week|phase|day|session)$/)) return;
  // "Drives opens the plan with motors and sensors": what the phase, not the plan, opens with.
  if (readPhaseRefs(tokens, context.facts, sentence.section).length > 0) return;
  for (const list of phaseLists(sentence, context.facts)) {
    if (list.size < 2) continue;
    const before = joined(tokens.slice(Math.max(0, list.from - 7), list.from));
    const opens =
      /(?:^| )(?:begin|start|open|kick off|launch) (?:(?:the|this|your|her|his) (?:whole |entire )?(?:thing|plan|programme|program|roadmap|journey|work|course) )?with(?: the)?$/.test(
        before,
      );
    const ends =
      /(?:^| )(?:end|close|finish|conclude|wind up) (?:(?:the|this|your|her|his) (?:whole |entire )?(?:thing|plan|programme|program|roadmap|journey|work|course) )?with(?: the)?$/.test(
        before,
      );
    if (opens === ends) continue;
    const index = opens ? 1 : context.facts.phases.length;
    if (list.phase.index === index) continue;
    context.report({
      start: (tokens[list.from] as Token).start,
      end: (tokens[list.to - 1] as Token).end,
      subject: 'order of phases',
      actual: `phase ${list.phase.index} ${opens ? 'first' : 'last'}`,
      expected: `phase ${index} (${context.facts.phases[index - 1]?.title})`,
      facts: [],
    });
  }
}

/** "The third phase is TITLE", "phase 2: TITLE": a number and a title that are of two phases. */
export function checkNumbered(context: CheckContext, sentence: ReadSentence): void {
  const { tokens } = sentence;
  const refs = readPhaseRefs(tokens, context.facts, sentence.section);
  for (let i = 1; i < refs.length; i += 1) {
    const [number, title] = [refs[i - 1] as PhaseRef, refs[i] as PhaseRef];
    if (isTitle(number) || !isTitle(title) || !title.phase || number.index === title.index) continue;
    const between = joined(tokens.slice(number.to, title.from));
    if (!/^(?:be|be call|be called|call|called|name|named|:|,|–|—|\(|"|“|be "|be “)$/.test(between)) continue;
    const before = joined(tokens.slice(Math.max(0, number.from - 3), number.from));
    if (/(?:^| )(?:after|before|until|from|follow|once|than|and|,)(?: the)?$/.test(before)) continue;
    context.report({
      start: (tokens[number.from] as Token).start,
      end: (tokens[title.to - 1] as Token).end,
      subject: 'order of phases',
      actual: `${title.phase.title} as phase ${number.index}`,
      expected: `phase ${title.phase.index}`,
      facts: [],
    });
  }
}

/** Lines that open each with the title of a phase, all of them once: they stand in the order of the plan. */
export function checkLines(context: CheckContext): void {
  const { reading, facts } = context;
  const lines = reading.sentences.flatMap((sentence) => {
    if (sentence.section !== 'roadmap') return [];
    const ref = readPhaseRefs(sentence.tokens, facts, sentence.section).find(
      (one) => isTitle(one) && one.phase,
    );
    const opens =
      ref &&
      ref.from <= 4 &&
      sentence.tokens
        .slice(0, ref.from)
        .every((token) => !/^(?:after|before|until|once|in|by|from|with|because)$/.test(token.norm));
    const ends =
      ref &&
      (sentence.tokens[ref.to] === undefined || /^[.:(,–—-]$/.test(sentence.tokens[ref.to]?.text ?? ''));
    return ref && opens && ends ? [{ sentence, ref }] : [];
  });
  if (lines.length !== facts.phases.length || lines.length < 3) return;
  if (new Set(lines.map(({ ref }) => ref.index)).size !== lines.length) return;
  for (let i = 1; i < lines.length; i += 1) {
    const [before, line] = [lines[i - 1], lines[i]];
    if (!before || !line || before.ref.index < line.ref.index) continue;
    context.report({
      start: line.sentence.start,
      end: line.sentence.tokens[line.ref.to - 1]?.end ?? line.sentence.end,
      subject: 'order of phases',
      actual: `${before.ref.phase?.title} before ${line.ref.phase?.title}`,
      expected: facts.phases.map((one) => one.title).join(', '),
      related: [
        {
          start: before.sentence.start,
          end: before.sentence.tokens[before.ref.to - 1]?.end ?? before.sentence.end,
        },
      ],
      facts: [],
    });
    return;
  }
}

/** "The longest phase is X", "Which phase is the longest? The second": beside `checkSuperlative`, where the word comes first. */
export function checkLongest(context: CheckContext, sentence: ReadSentence): void {
  const { tokens } = sentence;
  const { sentences } = sentence.read;
  const before = sentences[sentences.indexOf(sentence) - 1];
  const asks = before?.tokens.at(-1)?.text === '?' ? before.tokens : [];
  const named = namedIn(sentence, context);
  const ownAt = tokens.findIndex((token) => /^(?:longest|shortest)$/.test(token.norm));
  const word = tokens[ownAt] ?? asks.find((token) => /^(?:longest|shortest)$/.test(token.norm));
  if (!word) return;
  if (ownAt < 0 && !has(asks, /^(?:phase|stage|stretch|part|which)$/)) return;
  const said =
    ownAt < 0
      ? named.find((one) => one.from <= 1)
      : named.find(
          (one) =>
            one.from > ownAt &&
            /^(?:(?:phase|stretch|stage|one|part|block|section)(?: of (?:all|them|the plan|the road|the \S+))?(?: by far)? be|, by far ,)(?: the| that of| the one on)?$/.test(
              joined(tokens.slice(ownAt + 1, one.from)),
            ),
        );
  if (!said || (ownAt > 0 && /^(?:second|third|next)$/.test(tokens[ownAt - 1]?.text ?? ''))) return;
  const lengths = context.facts.phases.map((one) => one.weeks);
  const limit = word.norm === 'longest' ? Math.max(...lengths) : Math.min(...lengths);
  if (said.phase.weeks === limit) return;
  context.report({
    start: Math.min(ownAt < 0 ? sentence.start : word.start, (tokens[said.from] as Token).start),
    end: (tokens[said.to - 1] as Token).end,
    subject: `phase ${said.phase.index} length`,
    actual: `phase ${said.phase.index} as the ${word.norm}`,
    expected: `phase ${context.facts.phases.find((one) => one.weeks === limit)?.index}`,
    facts: [],
  });
}
