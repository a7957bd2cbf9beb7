const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Sentences of prose; what a stop within a name or number parted ("Node. js" never, "e.g. X" sometimes) is joined again. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  for (const { segment } of segmenter.segment(text.replace(/\s+/gu, ' ').trim())) {
    const last = sentences.at(-1);
    const parted =
      last !== undefined &&
      (/\b(?:e\.g|i\.e|etc|vs|approx|no|inc|ltd|dr|mr|ms)\.\s*$/iu.test(last) || /^\p{Ll}/u.test(segment));
    if (parted) sentences[sentences.length - 1] = `${last}${segment}`;
    else sentences.push(segment);
  }
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}

/** Paragraphs of sentences of prose, which an empty line parts. */
export function splitProse(text: string): string[][] {
  return text.split(/\n\s*\n/u).map(splitSentences);
}
