import { MOST_SENTENCES } from '../sections/index.ts';
import { ask, mend } from './ask-model.ts';
import { sectionMessages } from './build-messages.ts';
import type { Ground, WorkingSentence } from './check-section.ts';
import type { WatchedOptions } from './draft-options.ts';
import { freshSentence } from './fresh-sentence.ts';
import type { Mended } from './parse-reply.ts';
import { readProse } from './read-prose.ts';
import type { RepliedSentence } from './reply-modes.ts';

export interface FirstDraft {
  /** Undefined where no reply could be read. */
  paragraphs: WorkingSentence[][] | undefined;
  isProse: boolean;
  /** Of the last reply: its text, and why it could not be read. */
  text: string;
  problem: string;
}

/** Has the model write the section, asking again with the reason where a reply cannot be read. */
export async function firstDraft(ground: Ground, options: WatchedOptions): Promise<FirstDraft> {
  const { prompts, style, maxRepairs, reply, habits = { prose: false } } = options;
  const messages = [...sectionMessages(ground, prompts, style)];
  const accept = (read: Mended & { value: RepliedSentence[][] }): WorkingSentence[][] | undefined => {
    const written = read.value.map((sentences) =>
      sentences.filter(({ text: words }) => words.trim() !== '').map(freshSentence),
    );
    // A model that does not stop is cut: what is beyond the length of a section is not even checked.
    const once = dropRepeated(written);
    const paragraphs = cutLong(once, MOST_SENTENCES[style.length]);
    if (paragraphs.length === 0) return undefined;
    const repeated = written.flat().length - once.flat().length;
    const says = repeated === 0 ? [] : [`${repeated} sentences that had been said before were left out`];
    mend([...read.mended, ...says], ground, options);
    return paragraphs;
  };
  let [text, problem] = ['', ''];
  for (let attempt = 0; attempt <= maxRepairs; attempt += 1) {
    text = await ask({ purpose: 'section', messages, schema: reply.schema }, ground, options);
    const parsed = reply.parse(text, ground);
    const paragraphs = parsed.ok ? accept(parsed) : undefined;
    if (paragraphs) return { paragraphs, isProse: false, text, problem };
    // Each attempt is asked in another way, as far as the endpoint knows one; only then prose has to do.
    if (!parsed.ok && parsed.isProse && (habits.prose || attempt === maxRepairs)) {
      const prose = readProse(text, { ...ground, mode: 'plain' });
      const sentences = prose && accept(prose);
      if (sentences) {
        habits.prose = true;
        return { paragraphs: sentences, isProse: true, text, problem };
      }
    }
    problem = parsed.ok ? 'no sentence in the reply' : parsed.problem;
    if (attempt === 0) messages.push({ role: 'user', content: '' });
    messages[messages.length - 1] = {
      role: 'user',
      content: `Your last reply could not be used: ${problem}\nReply again with the one JSON object asked for, and nothing else.`,
    };
  }
  return { paragraphs: undefined, isProse: false, text, problem };
}

/** Each sentence once, where it stood first. */
function dropRepeated(paragraphs: readonly WorkingSentence[][]): WorkingSentence[][] {
  const said = new Set<string>();
  return paragraphs.map((sentences) =>
    sentences.filter(({ template }) => {
      const isNew = !said.has(template);
      said.add(template);
      return isNew;
    }),
  );
}

/** The first sentences, as many as a section may have. */
function cutLong(paragraphs: readonly WorkingSentence[][], most: number): WorkingSentence[][] {
  let left = most;
  return paragraphs.flatMap((sentences) => {
    const kept = sentences.slice(0, Math.max(0, left));
    left -= kept.length;
    return kept.length > 0 ? [kept] : [];
  });
}
