import type { ReadSentence } from '../claims/read-report.ts';
import { has, joined } from '../claims/words-of.ts';
import type { Token } from '../tokens/token.ts';

/**
 * What keeps a figure from being the value of a slot: it is supposed ("at five hours a week it would take ..."), it is
 * a difference ("two weeks longer", "by nine points"), or a part that is counted off ("24 of them", "three weeks into
 * it", "another week").
 */
export type Circumstance = 'supposed' | 'difference' | 'part';

const supposing =
  /^(?:if|unless|suppose|supposing|imagine|instead|otherwise|whether|hypothetically|provided|double|doubled|halve|halved)$/;
const nearlySupposing = /^(?:could|might|may|were|rather|than)$/;
const pace =
  /(?:^| )(?:half|double|twice|slower|faster|gentler|different|lower|higher|same) (?:the |that |this |your |her |his )?(?:pace|speed|tempo|rate|intensity)(?: |$)/;

const comparing =
  /^(?:more|less|fewer|longer|shorter|cheaper|dearer|higher|lower|bigger|smaller|above|below|ahead|behind|apart|away|later|earlier|sooner|further|extra|additional|short|shy|left|over|spare|off|faster|slower|beyond)$/;

const parting = /^(?:into|in|after|before|from)$/;
const asideBefore =
  /^(?:another|further|extra|additional|next|other|remaining|every|each|buffer|holiday|break|pause|margin|reserve|ago|per)$/;

/** Tokens of the longest sentence that is read as prose. */
const LONGEST = 400;

/** Why the figure at `at` of a sentence is no plain value; undefined where it is one. */
export function circumstanceOf(sentence: ReadSentence, at: number): Circumstance | undefined {
  const token = sentence.tokens[at];
  if (!token) return undefined;
  // Several rules ask of one figure.
  const known = circumstances.get(token);
  if (known !== undefined) return known ?? undefined;
  const found = readCircumstance(sentence, at);
  circumstances.set(token, found ?? null);
  return found;
}

const circumstances = new WeakMap<Token, Circumstance | null>();

function readCircumstance(sentence: ReadSentence, at: number): Circumstance | undefined {
  const { tokens } = sentence;
  const token = tokens[at] as Token;
  // Nobody reads so long a sentence, and what stands around each figure would take a square of its length to read.
  if (tokens.length > LONGEST) return 'part';
  if (isSupposed(sentence, token)) return 'supposed';
  const next = nextWord(tokens, at);
  if (next && comparing.test(next.norm) && !isOverAgain(tokens, at)) return 'difference';
  const before = tokens[at - 1]?.norm ?? '';
  if (before === 'by' && !has(tokens.slice(Math.max(0, at - 3), at - 1), /^(?:earn|offer|follow)$/))
    return 'difference';
  if (asideBefore.test(before) || (asideBefore.test(tokens[at - 2]?.norm ?? '') && /^(?:of|:)$/.test(before)))
    return 'part';
  if (
    /^(?:first|last|final|top|next)$/i.test(tokens[at - 1]?.text ?? '') ||
    tokens[at - 1]?.figure?.unit === 'ordinal'
  )
    return 'part';
  const after = tokens[at + 1]?.norm ?? '';
  // "Half as many as", "three hours per chapter".
  if (
    after === 'as' &&
    /^(?:many|much|often|long|large|big|common|frequent|high|likely)$/.test(tokens[at + 2]?.norm ?? '')
  )
    return 'difference';
  if (/^(?:per|each|every)$/.test(after) && tokens[at + 2]?.kind === 'word') return 'part';
  if (/^(?:into|to)$/.test(after) && token.figure?.unit !== 'money') return 'part';
  if (
    after === 'of' &&
    /^(?:them|these|those|which|whom|it|holiday|rest|break|pause|buffer|leave|slack)$/.test(
      tokens[at + 2]?.norm ?? '',
    )
  )
    return 'part';
  if (parting.test(after) && /^(?:advance|between|reserve)$/.test(tokens[at + 2]?.norm ?? '')) return 'part';
  return undefined;
}

/** "22 weeks left over" counts a rest; "the plan is over after 22 weeks" does not. */
const isOverAgain = (tokens: readonly Token[], at: number): boolean =>
  /^(?:after|behind)$/.test(tokens[at + 1]?.norm ?? '') && /^\p{Lu}/u.test(tokens[at + 2]?.text ?? '');

/** The word after a figure, past its noun ("nine points ahead", "one level short"). */
function nextWord(tokens: readonly Token[], at: number): Token | undefined {
  const noun =
    /^(?:point|percentage|level|step|euro|dollar|skill|phase|posting|resource|course|year|notch|rung)$/;
  let i = at + 1;
  while (i < at + 4 && noun.test(tokens[i]?.norm ?? '')) i += 1;
  return tokens[i];
}

/** Whether a word of supposing stands in the sentence, in the clause before the figure, or in the label above it. */
function isSupposed(sentence: ReadSentence, token: Token): boolean {
  const whole = supposed.get(sentence.tokens) ?? isAllSupposed(sentence);
  supposed.set(sentence.tokens, whole);
  if (whole) return true;
  const clause = sentence.clauses.find((one) => one.tokens.includes(token));
  const at = sentence.tokens.indexOf(token);
  if (has([...(clause?.tokens ?? []), ...sentence.tokens.slice(at, at + 10)], /^would$/)) return true;
  return (clause?.tokens ?? []).some(
    (one) =>
      one.start < token.start &&
      nearlySupposing.test(one.norm) &&
      !/^(?:was|is|are|be|been)$/i.test(one.text),
  );
}

/** "At ten pages an hour": what follows is reckoned from a rate of another thing. */
const atRate = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, i) =>
      token.norm === 'at' &&
      tokens[i + 1]?.figure?.unit === 'count' &&
      tokens[i + 2]?.kind === 'word' &&
      /^(?:a|an|per|each|every)$/.test(tokens[i + 3]?.norm ?? ''),
  );

const supposed = new WeakMap<readonly Token[], boolean>();

/** Whether all figures of a sentence are supposed. */
const isAllSupposed = ({ tokens, read }: ReadSentence): boolean =>
  has(tokens, supposing) ||
  pace.test(joined(tokens)) ||
  /^were$/i.test(tokens[0]?.text ?? '') ||
  pace.test(joined(read.label)) ||
  has(read.label, supposing) ||
  atRate(tokens);
