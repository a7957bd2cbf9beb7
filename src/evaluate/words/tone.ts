import type { Style } from '../../sections/index.ts';

/** Praise and promises that no fact can support, whatever the tone. */
const PRAISE =
  /\b(?:amazing|awesome|brilliant|exceptional(?:ly)?|exciting|extraordinary|fantastic|flawless|game[- ]chang(?:er|ing)|impressive(?:ly)?|incredibl[ey]|invaluable|outstanding|perfect fit|phenomenal|remarkabl[ey]|rock ?star|stellar|superb|thrill(?:ed|ing)|unparalleled|world[- ]class|wonderful)\b/iu;

/** Words that say nothing. */
const HOLLOW =
  /\b(?:it is (?:important|worth|crucial|essential) to (?:note|mention|remember|understand)|in today['’]s|fast[- ]paced|ever[- ](?:changing|evolving)|cutting[- ]edge|state[- ]of[- ]the[- ]art|unlock(?:s|ing)? (?:your|their|her|his|the) (?:full )?potential|take (?:your|their|her|his) career to the next level|synerg(?:y|ies|istic)|leverage[sd]?|delve[sd]?|embark(?:s|ed|ing)? on)\b/iu;

const SHOUT = /!/u;
const CONTRACTION =
  /\b(?:can|do|does|did|is|are|was|were|has|have|had|will|wo|would|should|could)n['’]t\b|\b(?:they|you|she|he|it|that|there|we|i)['’](?:s|re|ve|ll|d|m)\b/iu;

/** What a sentence of each tone does not have. */
export const OFF_TONE: Readonly<Record<Style['tone'], readonly RegExp[]>> = {
  plain: [PRAISE, HOLLOW, SHOUT],
  warm: [PRAISE, HOLLOW],
  formal: [PRAISE, HOLLOW, SHOUT, CONTRACTION],
};
