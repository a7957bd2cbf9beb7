/** Lowest first; several words for one rank. */
const DEGREES: readonly RegExp[] = [
  /\b(?:high school|secondary school|secondary|abitur|a-levels?|ged|gcses?|matura)\b/i,
  /\b(?:certificate|diploma|apprenticeship|vocational|level [34]|hnc|lpn|journeyman)\b/i,
  /\b(?:associates?|foundation degree|hnd|adn|a\.?a\.?s?|a\.?s|level 5)\b/i,
  /\b(?:bachelors?|undergraduate|b\.?sc\.?n?|b\.?a|b\.?s\.?n?|b\.?eng|b\.?tech|b\.?com|b\.?ed|bba|bfa|llb|licence|laurea)\b/i,
  /\b(?:masters?|m\.?sc\.?n?|m\.?a|m\.?s\.?n?|m\.?eng|m\.?ed|mba|mfa|mph|llm|magister|graduate degree|diplom)\b/i,
  /\b(?:doctor|doctorate|doctoral|ph\.?\s?d|dphil|dnp|m\.?d|j\.?d|edd)\b/i,
];

/** Ranks of the degrees that a text names, lowest first. */
export function degreeRanks(text: string): number[] {
  // A high school diploma is no diploma of a college.
  const plain = text.replace(/\bhigh school diploma\b/gi, 'high school');
  return DEGREES.flatMap((pattern, rank) => (plain.search(pattern) >= 0 ? [rank] : []));
}

/** The highest degree that a line of a resume names, -1 for none. */
export function highestDegree(text: string): number {
  return degreeRanks(text).at(-1) ?? -1;
}

/** Words that tell the degree, not the field. */
const FORMAL = new Set(
  `a an the in of or and with any some at least minimum related relevant similar equivalent another other technical
  field fields discipline subject area degree degrees level qualification education university college school higher
  academic science sciences arts applied completed first good honours hons s master masters bachelor bachelors
  associate associates doctor doctorate phd bsc msc ba ma bs ms mba high secondary diploma certificate undergraduate
  graduate postgraduate foundation`.split(/\s+/),
);

/** Words of the field of study that a text names: "Nursing degree" gives nursing. */
export function fieldWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter((word) => word !== '' && !FORMAL.has(word));
}
