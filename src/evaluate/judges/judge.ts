import { z } from 'zod';
import { loadPromptSet, type Prompt, type PromptSet, parseReply, renderPrompt } from '../../draft/index.ts';
import type { Model } from '../../model/index.ts';

/** A model that judges, and the prompts that it is asked with. */
export interface Judge {
  model: Model;
  pairwise: Prompt;
  rubric: Prompt;
}

/** A judge of this model. The prompts are the shipped ones, or those of a set of one's own. */
export async function openJudge(model: Model, { prompts }: { prompts?: PromptSet } = {}): Promise<Judge> {
  const set = prompts ?? (await loadPromptSet());
  return {
    model,
    pairwise: set.prompts.get('judge') as Prompt,
    rubric: set.prompts.get('judge-rubric') as Prompt,
  };
}

/** Who judged, and by which wording: the model's id, and SHA-256 of the prompt file. */
export interface JudgedBy {
  model: string;
  prompt: string;
  promptHash: string;
}

export function judgedBy({ model }: Judge, prompt: Prompt): JudgedBy {
  return { model: model.id, prompt: prompt.id, promptHash: prompt.hash };
}

/** An answer that can be used, or why it cannot; then there is no value, whatever else it says. */
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: string; text: string };

/**
 * Asks the judge once. What cannot be read is not asked again: the share of such answers is a figure of the judge.
 * @throws {ModelError} where the call itself fails
 */
export async function askJudge<T>(
  { model }: Judge,
  prompt: Prompt,
  values: Readonly<Record<string, string>>,
  schema: z.ZodType<T>,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<Answer<T>> {
  const safe = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, withoutTags(text)]));
  const { $schema: _, ...json } = z.toJSONSchema(schema);
  const { text } = await model.generate(
    {
      purpose: 'judge',
      section: prompt.id,
      messages: [{ role: 'user', content: renderPrompt(prompt, safe) }],
      schema: { name: prompt.id.replaceAll('-', '_'), json },
      ...(prompt.temperature !== undefined && { temperature: prompt.temperature }),
      ...(prompt.maxTokens !== undefined && { maxOutputTokens: prompt.maxTokens }),
    },
    signal ? { signal } : {},
  );
  const parsed = parseReply(text, schema);
  return parsed.ok ? parsed : { ...parsed, text };
}

/** What is judged must not end the place that is set aside for it. */
function withoutTags(text: string): string {
  return text.replace(/<(\/?\s*(?:facts|first|second|report|questions)\s*)>/giu, '($1)');
}

/** Whether a quote stands in a text: word by word, whatever the spaces, the quotation marks and the case. */
export function isQuoted(quote: string, text: string): boolean {
  const words = plain(quote);
  return words !== '' && plain(withoutTags(text)).includes(words);
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/\\([\p{P}\p{S}])/gu, '$1')
    .replace(/[*_`]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s"'.…]+|[\s"'.…]+$/gu, '')
    .toLowerCase();
}
