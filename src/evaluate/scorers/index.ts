import type { Scorer } from '../define-scorer.ts';
import { address } from './address.ts';
import { announcements } from './announcements.ts';
import { briefLength } from './brief-length.ts';
import { citationsStated } from './citations-stated.ts';
import { contradictionFreeFinal } from './contradiction-free-final.ts';
import { contradictionFreeFirst } from './contradiction-free-first.ts';
import { contradictionsFinal } from './contradictions-final.ts';
import { contradictionsFirst } from './contradictions-first.ts';
import { cost } from './cost.ts';
import { forbiddenWords } from './forbidden-words.ts';
import { groundednessFinal } from './groundedness-final.ts';
import { groundednessFirst } from './groundedness-first.ts';
import { latency } from './latency.ts';
import { listDumps } from './list-dumps.ts';
import { longSentences } from './long-sentences.ts';
import { mustMention } from './must-mention.ts';
import { offlineShare } from './offline-share.ts';
import { readability } from './readability.ts';
import { repairs } from './repairs.ts';
import { repetition } from './repetition.ts';
import { retries } from './retries.ts';
import { sentenceLength } from './sentence-length.ts';
import { tokens } from './tokens.ts';
import { tone } from './tone.ts';
import { unparsedFinal } from './unparsed-final.ts';
import { unparsedFirst } from './unparsed-first.ts';
import { unreadableReplies } from './unreadable-replies.ts';
import { unsupportedFinal } from './unsupported-final.ts';
import { unsupportedFirst } from './unsupported-first.ts';
import { valuesCited } from './values-cited.ts';

/** The built-in scorers. A new one is a file here and a line in this list. */
export const SCORERS: readonly Scorer[] = [
  contradictionsFirst,
  contradictionsFinal,
  contradictionFreeFirst,
  contradictionFreeFinal,
  groundednessFirst,
  groundednessFinal,
  unparsedFirst,
  unparsedFinal,
  unsupportedFirst,
  unsupportedFinal,
  mustMention,
  forbiddenWords,
  citationsStated,
  valuesCited,
  repairs,
  offlineShare,
  unreadableReplies,
  readability,
  sentenceLength,
  longSentences,
  repetition,
  listDumps,
  announcements,
  briefLength,
  address,
  tone,
  latency,
  tokens,
  cost,
  retries,
];
