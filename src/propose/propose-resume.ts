import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { parsePrompt, renderPrompt } from '../draft/load-prompt.ts';
import { parseReply } from '../draft/parse-reply.ts';
import { ModelError } from '../errors.ts';
import type { Model } from '../model/index.ts';
import type { Extraction, TextDocument } from '../resume/index.ts';
import { createTextFinder } from './find-in-text.ts';
import { maskDocument } from './mask-document.ts';
import { type Merged, mergeProposal } from './merge-proposal.ts';
import { Proposal } from './proposal.ts';

const PROMPT = new URL(import.meta.resolve('#prompts/extract/resume.md'));

/** The prompt that is used, with the hash that names its wording. */
export async function loadProposalPrompt() {
  return parsePrompt(await readFile(PROMPT, 'utf8'), fileURLToPath(PROMPT), ['text']);
}

/**
 * Has a model propose fields of a resume and takes those whose text stands in the document. The model sees no name or
 * contact that was found (`maskDocument`).
 * @throws {ModelError} where the call fails or the reply is not of the shape asked for
 * @throws {AbortedError} when the signal fires
 */
export async function proposeResume(
  model: Model,
  { document, extraction }: { document: TextDocument; extraction: Extraction },
  { signal }: { signal?: AbortSignal } = {},
): Promise<Merged> {
  const prompt = await loadProposalPrompt();
  const reply = await model.generate(
    {
      purpose: 'extract',
      section: 'resume',
      messages: [
        { role: 'user', content: renderPrompt(prompt, { text: maskDocument(document, extraction) }) },
      ],
      schema: { name: 'extract_resume', json: z.toJSONSchema(Proposal) as Record<string, unknown> },
      ...(prompt.maxTokens !== undefined && { maxOutputTokens: prompt.maxTokens }),
      ...(prompt.temperature !== undefined && { temperature: prompt.temperature }),
    },
    signal ? { signal } : {},
  );
  const parsed = parseReply(reply.text, Proposal);
  if (!parsed.ok)
    throw new ModelError(
      'invalid-reply',
      `cannot extract by ${model.id}: found ${parsed.problem}, expected the lists of a resume`,
      { text: reply.text, usage: reply.usage },
    );
  return mergeProposal(extraction, parsed.value, createTextFinder(document.lines), document.file);
}
