import type { Level } from '../../../schemas/scale.ts';
import type { Token } from '../tokens/token.ts';
import { LEVEL_WORDS } from '../words/function-words.ts';
import { LABELS, NEUTRAL } from '../words/labels.ts';
import { LABEL_FILLER } from '../words/operators.ts';
import type { CueHit, Effect } from './cue.ts';
import { CueTrie } from './cue-trie.ts';

const trie = new CueTrie([
  ...LABELS,
  { signal: 'negation', phrases: ['not', 'no', 'never', 'neither', 'without'] },
]);

/** What a heading, a lead-in or a label says of all that stands under it. */
export interface Label {
  effects: readonly Effect[];
  level: Level | null;
}

const none: Label = { effects: [], level: null };

/** Whether a label has no word of unknown weight beside its cues ("not to be held against her"). */
function isAccounted(tokens: readonly Token[], hits: readonly CueHit[]): boolean {
  return tokens.every(
    (token, i) =>
      token.kind !== 'word' ||
      LABEL_FILLER.has(token.norm) ||
      token.norm in LEVEL_WORDS ||
      /^\p{Ll}{2,}ly$/u.test(token.text) ||
      hits.some((hit) => hit.from <= i && i < hit.to),
  );
}

/** Reads a label. A title such as "Skill Gap Assessment" says nothing, and one that says both sides neither. */
export function readLabel(tokens: readonly Token[]): Label {
  if (tokens.length === 0 || tokens.length > 16) return none;
  if (tokens.some((token) => NEUTRAL.has(token.norm))) return none;
  if (
    /(?:^| )(?:all|every|everything|any|each|most|half|some) (?:but|except|of)(?: |$)|(?:^| )(?:except|apart|not all)(?: |$)/.test(
      tokens.map((token) => token.norm).join(' '),
    )
  )
    return none;
  // "What strong candidates have": of others.
  if (
    tokens.some((token) =>
      /^(?:candidates|applicants|employers|people|others|competitors)$/i.test(token.text),
    )
  )
    return none;
  const effects = new Set<Effect>();
  const hits = trie.find(tokens);
  if (!isAccounted(tokens, hits)) return none;
  // "Where the gaps are not".
  if (/^(?:not|never|none)$/.test(tokens.findLast((token) => token.kind === 'word')?.norm ?? '')) return none;
  let negated = false;
  for (const hit of hits) {
    if (hit.cue.signal === 'negation') negated = !negated;
    const { effect } = hit.cue;
    if (!effect) continue;
    const says =
      negated !== hit.negated
        ? (
            {
              held: 'lack',
              lack: 'held',
              gap: 'enough',
              enough: 'gap',
              asked: 'unasked',
              train: 'untrained',
              free: 'paid',
              paid: 'free',
            } as Partial<Record<Effect, Effect>>
          )[effect]
        : effect;
    if (says) effects.add(says);
    negated = false;
  }
  if (effects.has('gap') && (effects.has('strong') || effects.has('enough'))) return none;
  if (effects.has('free') && effects.has('paid')) return none;
  const levels = tokens.map((token) => LEVEL_WORDS[token.norm]).filter((level) => level !== undefined);
  const level = levels.length === 1 && tokens.length <= 3 && effects.size === 0 ? (levels[0] ?? null) : null;
  return { effects: [...effects], level };
}
