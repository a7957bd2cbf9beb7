/** Where a sentence of the report stands in the Markdown: indexes into the report, UTF-16 offsets into the text. */
export interface SentencePlace {
  section: number;
  block: number;
  sentence: number;
  start: number;
  end: number;
}

/** Markdown and where in it each sentence of the report stands, in the order of the text. */
export interface MarkdownText {
  text: string;
  sentences: SentencePlace[];
}

/** Gives the blocks as one text, an empty line between them; blocks without text leave no trace. */
export function joinMarkdown(blocks: readonly MarkdownText[]): MarkdownText {
  let text = '';
  const sentences: SentencePlace[] = [];
  for (const block of blocks) {
    if (text !== '' && block.text !== '') text += '\n\n';
    const shift = text.length;
    for (const place of block.sentences) {
      sentences.push({ ...place, start: place.start + shift, end: place.end + shift });
    }
    text += block.text;
  }
  return { text, sentences };
}
