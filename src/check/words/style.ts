/** Sentences that only say what will be said. */
export const ANNOUNCEMENTS: readonly RegExp[] = [
  /^(?:in )?(?:this|the following|the next|the present) (?:report|section|chapter|analysis|assessment|document|part)\b.{0,40}\b(?:will|aims? to|is about|provides?|describes?|presents?|outlines?|discusses?|gives?|shows?|is to)\b/i,
  /^the (?:purpose|aim|goal|objective) of this (?:report|section|analysis|assessment|document)\b/i,
  /^(?:below|here) (?:is|are|we|you will find)\b.{0,60}:?$/i,
  /^the (?:assessment|analysis|roadmap|plan|summary)\b.{0,30}\bis as follows\b/i,
];

/** Text that belongs to the making of the report, not to the report. */
export const MODEL_TEXT: readonly RegExp[] = [
  /\bas an? (?:ai|artificial intelligence|large language)\b(?: (?:language )?model| assistant)?/i,
  /\b(?:i am|i'm|i’m) (?:an? )?(?:ai|language model|assistant|chatbot)\b/i,
  /^(?:sure|certainly|of course|absolutely)[,!.] (?:here|i)\b/i,
  /^here(?:'s| is|’s) (?:the|your|a) (?:revised |rewritten |requested |updated |final )?(?:report|section|paragraph|text|json|answer|response)\b/i,
  /^(?:instructions?|system prompt|prompt|user|assistant|output format|note to (?:self|model))\s*:/i,
  /\bi (?:cannot|can't|can’t|am unable to) (?:access|browse|provide|help|fulfil|fulfill|assist)\b/i,
  /\bmy (?:training data|knowledge cutoff|knowledge cut-off)\b/i,
  /\{\{[^{}\n]{1,80}\}\}/,
  /\[(?:insert|your|name|company|todo|placeholder|candidate)[^\]\n]{0,60}\]/i,
  /\blorem ipsum\b/i,
];

/** Traits that must never be held against anyone. */
export const PROTECTED =
  /\b(?:age|ages|gender|sex|woman|women|female|male|ethnicity|ethnic|race|racial|nationality|origin|accent|religion|religious|faith|disability|disabled|pregnan(?:t|cy)|maternity|marital|married|single mother|sexual orientation|skin colou?r|mother tongue|native speaker|native language|foreign name|immigrant|migration background|citizenship)\b/i;

/** Wording that holds a trait against someone. */
export const AGAINST =
  /\b(?:despite|in spite of|too (?:old|young)|because of|due to|(?:is|are|as) (?:a |an )?(?:gap|weakness|drawback|handicap|disadvantage|barrier|obstacle|problem|concern|risk|shortcoming|shortfall|hurdle)|not (?:a )?native|lacks? native|weakness|drawback|handicap|disadvantage|barrier|counts? against|held against|hinders?|limits?)\b/i;
