import type { Level } from '../../../schemas/scale.ts';
import type { FactIndex } from '../facts/index-facts.ts';
import type { Block, Document, Range, Scope } from '../read/document.ts';
import { readFigures } from '../tokens/read-figures.ts';
import type { Token } from '../tokens/token.ts';
import { tokenize } from '../tokens/tokenize.ts';
import { NUMBER_WORDS } from '../words/numbers.ts';
import { type Section, sectionOf } from '../words/sections.ts';
import type { SkillClaim } from './claim.ts';
import type { Clause, Sentence, SkillList } from './clause.ts';
import { findLists } from './find-lists.ts';
import { readClaims } from './read-claims.ts';
import { type Label, readLabel } from './read-label.ts';
import { type ReadTable, readTable } from './read-table.ts';
import { scopeClaims } from './scope-claims.ts';
import { scopeRows } from './scope-rows.ts';
import { splitClauses, withoutBrackets } from './split-clauses.ts';
import { splitSentences } from './split-sentences.ts';

/** A block with all that its own label and the headings above it say. */
export interface ReadBlock {
  block: Block;
  section: Section;
  tokens: readonly Token[];
  sentences: readonly ReadSentence[];
  /** Tokens of the label it starts with, without the colon. */
  label: readonly Token[];
  /** What the label says, and where it stands. */
  ownLabel: Label;
  /** What the headings and lead-ins above say, innermost first. */
  scopeLabels: readonly (Label & { scope: Scope; tokens: readonly Token[] })[];
  /** The list that the block starts with, or that is its label. */
  head: SkillList | undefined;
}

export interface ReadSentence extends Sentence {
  clauses: readonly Clause[];
  claims: readonly SkillClaim[];
  section: Section;
  read: ReadBlock;
}

/** A level given for a skill by a label ("Expert: A, B"). */
export interface LevelLabel extends Range {
  skill: string;
  level: Level;
}

export interface Reading {
  document: Document;
  blocks: readonly ReadBlock[];
  sentences: readonly ReadSentence[];
  tables: readonly ReadTable[];
  claims: readonly SkillClaim[];
  levels: readonly LevelLabel[];
}

/** Reads a document against the terms of the facts: blocks, sentences, clauses, and what they claim of skills. */
export function readReport(document: Document, facts: FactIndex): Reading {
  const tokensOf = (range: Range): Token[] =>
    readFigures(
      facts.matcher.merge(tokenize(document.mask, range.start, range.end), document.mask),
      document.mask,
    );
  const scopeTokens = new Map<number, Token[]>();
  const labels = new Map<number, Label>();
  const scopeOf = (scope: Scope) => {
    const tokens = scopeTokens.get(scope.start) ?? tokensOf(scope);
    scopeTokens.set(scope.start, tokens);
    const label = labels.get(scope.start) ?? readLabel(scope.kind === 'item' ? labelOf(tokens) : tokens);
    labels.set(scope.start, label);
    return { ...label, scope, tokens };
  };
  const blocks: ReadBlock[] = [];
  const sentences: ReadSentence[] = [];
  const claims: SkillClaim[] = [];
  const levels: LevelLabel[] = [];
  let topHeading = '';
  for (const block of document.blocks) {
    const tokens = tokensOf(block);
    if (block.kind === 'heading' && block.depth <= 2)
      topHeading = document.mask.slice(block.start, block.end);
    const section = sectionOf(topHeading);
    const scopeLabels = block.kind === 'heading' ? [] : [...block.scopes].reverse().map(scopeOf);
    let before: ReadSentence | undefined;
    let asked: SkillList | undefined;
    for (const part of partsOf(block, tokens, sentences.length)) {
      const { label } = part;
      const read: ReadBlock & { sentences: ReadSentence[] } = {
        block,
        section,
        tokens: part.tokens,
        sentences: [],
        label,
        ownLabel: readLabel(label),
        scopeLabels,
        head: undefined,
      };
      read.head = headOf(read);
      const labelList = topicOf(label);
      for (const sentence of part.sentences) {
        const clauses = splitClauses(sentence, asked ?? labelList ?? takenUp(sentence, before));
        asked = questionOf(sentence);
        const own = [
          ...readClaims(clauses, before?.clauses),
          ...continued(sentences.at(-1), clauses),
          ...counted(clauses),
        ].map((claim) => (section === 'roadmap' ? inPlan(claim) : claim));
        const full: ReadSentence = { ...sentence, clauses, claims: own, section, read };
        read.sentences.push(full);
        sentences.push(full);
        before = full;
        claims.push(...own.filter((claim) => claim.doubt === undefined));
      }
      const scoped = scopeClaims(read);
      claims.push(...scoped.claims);
      levels.push(...scoped.levels);
      blocks.push(read);
    }
  }
  const tables = document.tables.map((table) => readTable(table, tokensOf, document, facts.phases));
  document.tables.forEach((table, i) => {
    claims.push(...scopeRows(tables[i] as ReadTable, [...table.scopes].reverse().map(scopeOf)));
  });
  return { document, blocks, sentences, tables, claims, levels };
}

/** A stretch of a block under one label. */
interface Part {
  label: readonly Token[];
  tokens: readonly Token[];
  sentences: readonly Sentence[];
}

/**
 * Parts a block where a sentence brings a label of its own: "Met: A. Missing, core: B. Missing, preferred: C", or is one:
 * "Strengths. A and B." A label that says nothing of skills parts nothing.
 */
function partsOf(block: Block, tokens: readonly Token[], firstIndex: number): Part[] {
  const first = labelOf(tokens);
  if (block.kind === 'heading') return [{ label: first, tokens, sentences: [] }];
  const sentences = splitSentences(tokens, block, firstIndex);
  const starts: { at: number; label: readonly Token[] }[] = [];
  sentences.forEach((sentence, at) => {
    if (at === 0 && first.length > 0) return;
    const own = at === 0 ? [] : labelOf(sentence.tokens);
    const label = own.length > 0 && own.length <= 5 ? own : labelAlone(sentence, sentences[at + 1]);
    if (label.length === 0) return;
    const { effects, level } = readLabel(label);
    if (effects.length > 0 || level !== null) starts.push({ at, label });
  });
  if (starts[0]?.at !== 0) starts.unshift({ at: 0, label: first });
  return starts.map(({ at, label }, i) => {
    const own = sentences.slice(at, starts[i + 1]?.at);
    const [from, to] = [own[0]?.start ?? block.start, own.at(-1)?.end ?? block.end];
    const whole = starts.length === 1;
    return {
      label,
      sentences: own,
      tokens: whole ? tokens : tokens.filter((token) => token.start >= from && token.end <= to),
    };
  });
}

/** "Strengths. Animal Handling and Infection Control.": one or two words before a sentence that opens with a skill. */
function labelAlone({ tokens }: Sentence, next: Sentence | undefined): readonly Token[] {
  const words = tokens.slice(0, -1);
  const opens = next?.tokens[0]?.term?.meanings.some((one) => one.kind === 'skill');
  const isLabel = words.length > 0 && words.length <= 2 && words.every((token) => token.kind === 'word');
  return opens && isLabel && tokens.at(-1)?.text === '.' ? words : [];
}

/** The list that a label is, give or take two words. */
function topicOf(label: readonly Token[]): SkillList | undefined {
  const list = findLists(label, []).at(-1);
  return list && label.length - (list.to - list.from) <= 2 ? list : undefined;
}

/** In a plan the present tense tells what will be ("He builds ten models with dbt"). */
function inPlan(claim: SkillClaim): SkillClaim {
  if (claim.says !== 'held' && claim.says !== 'strong' && claim.says !== 'enough') return claim;
  if (
    /^(?:her|his|your|my)\b/i.test(
      claim.clause?.sentence.tokens.find((token) => token.start === claim.cue.start)?.text ?? '',
    )
  )
    return claim;
  const told = claim.clause?.tokens.some((token) => /^(?:already|today|now)$/.test(token.norm));
  return told || isVerdict(claim) ? claim : { ...claim, doubt: claim.doubt ?? 'told in the plan' };
}

/** When something is to come about. */
const LATER =
  /^(?:after|afterwards|by|once|when|until|then|finally|end|finish|later|week|month|phase|stage|step|become|first|second|third|next|last)$/;

/** "Docker is a strength": a judgment on the skill itself, with nothing that puts it off. */
function isVerdict({ says, clause, mention, cue }: SkillClaim): boolean {
  if (says !== 'strong' || !clause || mention.end > cue.start) return false;
  const between = clause.tokens.filter((token) => token.start >= mention.end && token.end <= cue.end);
  return (
    between[0]?.norm === 'be' &&
    /^(?:is|are)$/.test(between[0].text) &&
    !clause.sentence.tokens.some((token) => LATER.test(token.norm) || token.figure !== undefined)
  );
}

/** "You're advanced in both": lists of the sentence before that a pronoun takes up. */
function takenUp(sentence: Sentence, before: ReadSentence | undefined): SkillList | undefined {
  if (!before || sentence.tokens.some((token) => token.term?.meanings.some((one) => one.kind === 'skill')))
    return undefined;
  if (sentence.tokens.some((token) => /^(?:skill|requirement|tier|one|trio)$/.test(token.norm)))
    return undefined;
  const mentions = before.clauses.flatMap((clause) => clause.lists).flatMap((list) => list.mentions);
  const words = sentence.tokens.map((token) => token.norm).join(' ');
  const plural = /\b(?:of (?:them|these|those)|both|them)\b/.test(words) && mentions.length > 1;
  const either = /\bthe (?:former|latter)\b/.test(words) && mentions.length === 2;
  const singular =
    /\b(?:it)\b/.test(words) && mentions.length === 1 && before.tokens.at(-2)?.term !== undefined;
  return plural || singular || either ? { from: -1, to: -1, mentions } : undefined;
}

/** "Patient assessment?": what the next sentence answers. */
function questionOf(sentence: Sentence): SkillList | undefined {
  if (sentence.tokens.at(-1)?.text !== '?' || sentence.tokens.length > 12) return undefined;
  const lists = findLists(sentence.tokens, []);
  return lists.length === 1 && sentence.tokens.length - (lists[0]?.to ?? 0) + (lists[0]?.from ?? 0) <= 3
    ? lists[0]
    : undefined;
}

/** "There are gaps. These include A and B": the lists belong to the noun of the sentence before. */
function continued(before: ReadSentence | undefined, clauses: readonly Clause[]): SkillClaim[] {
  const first = clauses[0];
  const opening =
    first?.tokens
      .slice(0, 3)
      .map((token) => token.norm)
      .join(' ') ?? '';
  if (!before || !/^(?:these|they|those)(?: also)? (?:include|be|comprise|range|cover)/.test(opening))
    return [];
  const noun = before.clauses
    .flatMap((clause) => clause.hits)
    .findLast(
      (hit) => hit.cue.at.includes('noun') && (hit.cue.effect === 'gap' || hit.cue.effect === 'strong'),
    );
  const says = noun?.cue.effect;
  if (!says || noun.negated || before.clauses.some((clause) => clause.lists.length > 0)) return [];
  return clauses.flatMap((clause) =>
    clause.lists.flatMap((list) =>
      list.mentions.map(
        (mention): SkillClaim => ({
          says,
          skill: mention.skill,
          mention,
          clause,
          from: 'sentence',
          cue: clause,
          start: clause.start,
          end: mention.end,
          softened: false,
        }),
      ),
    ),
  );
}

/** "Meets two: A and B", "holds only one: A": what is counted and then named is what is met. */
function counted(clauses: readonly Clause[]): SkillClaim[] {
  const tokens = clauses.flatMap((clause) => clause.tokens);
  // Clauses end at a colon and leave it out: two places between a number and a name are its trace.
  const at = tokens.findIndex((token, i) => {
    const [verb, number] = [tokens[i - 2], tokens[i - 1]];
    if (!verb || !number || token.start - number.end !== 2) return false;
    const isCount = number.figure?.unit === 'count' || NUMBER_WORDS[number.norm] !== undefined;
    return isCount && /^(?:meet|fulfil|fulfill|satisfy)$/.test(verb.norm);
  });
  const denied = tokens
    .slice(Math.max(0, at - 5), Math.max(0, at))
    .some((token) => /^(?:not|never|no)$/.test(token.norm));
  const first = tokens[at];
  if (!first || denied) return [];
  return clauses.flatMap((clause) =>
    clause.lists
      .filter((list) => list.mentions[0] !== undefined && list.mentions[0].start === first.start)
      .flatMap((list) =>
        list.mentions.map(
          (mention): SkillClaim => ({
            says: 'enough',
            skill: mention.skill,
            mention,
            clause,
            from: 'sentence',
            cue: clause,
            start: mention.start,
            end: mention.end,
            softened: false,
          }),
        ),
      ),
  );
}

/** The tokens before the first colon or spaced dash, where they are few and start the block. */
function labelOf(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    (token, i) => i > 0 && i <= 12 && /^[:–—]$/.test(token.text) && !(token.glued && tokens[i + 1]?.glued),
  );
  if (at < 0) return [];
  const label = tokens.slice(0, at);
  return label.some((token) => token.kind === 'sign' && /^[.;!?]$/.test(token.text)) ? [] : label;
}

/** The list that is the label, or that follows it (or opens the block) at once. */
function headOf(read: ReadBlock): SkillList | undefined {
  const inLabel = findLists(read.label, []);
  if (inLabel[0])
    return inLabel.length === 1
      ? inLabel[0]
      : { ...inLabel[0], mentions: inLabel.flatMap((list) => list.mentions) };
  const from = read.label.length > 0 ? read.label.length + 1 : 0;
  const body = withoutBrackets(read.tokens.slice(from));
  const lists = findLists(body, []);
  const list = lists[0];
  if (!list || list.from <= 1) return list;
  // "Strengths: epic, telemetry, sedation management": names that nobody knows may come first, and between.
  const plain = body.every(
    (token) =>
      token.term?.meanings.some(({ kind }) => kind === 'skill') ||
      (token.kind === 'word' ? !isVerb.test(token.norm) : /^[,&/.]$/.test(token.text)),
  );
  const isList = body.filter((token) => token.text === ',').length >= 2 && body.length <= 24;
  return read.label.length > 0 && plain && isList
    ? { ...list, mentions: lists.flatMap((one) => one.mentions) }
    : undefined;
}

const isVerb =
  /^(?:be|have|do|will|would|can|could|must|should|may|might|need|not|no|never|without|but|except|than|if|for|with|from|to|until|after|before|which|that|who)$/;
