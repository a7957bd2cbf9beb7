import { createHash } from 'node:crypto';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { InputError } from '../errors.ts';

const FrontMatter = z.strictObject({
  id: z.string(),
  version: z.int().positive(),
  purpose: z.string(),
  /** Names of the slots that the text uses, each of which is filled. */
  slots: z.array(z.string()).default([]),
  temperature: z.number().min(0).max(2).optional(),
  /** Tokens that a reply may have at most. */
  maxTokens: z.int().positive().optional(),
  /** In the shared rules: how the model is to reply. */
  reply: z.enum(['slots', 'cited', 'plain']).optional(),
});

/** A prompt file: what it says of itself, its text, and the hash that names this very wording. */
export interface Prompt extends z.infer<typeof FrontMatter> {
  text: string;
  /** SHA-256 of the file, in hex. */
  hash: string;
  file: string;
  /** Lines of the file before the text. */
  skippedLines: number;
}

/** Slots of prompts; `\{{` writes two braces for the model to see. */
const PROMPT_SLOT = /(?<!\\)\{\{([^{}]*)\}\}/gu;

/**
 * Parses the bytes of a prompt file. `filled` are the slots that code has a value for; without it any slot will do.
 * @throws InputError where the front matter is off, where text and front matter do not name the same slots, or where
 * nothing fills one of them; with file and line.
 */
export function parsePrompt(source: string, file: string, filled?: readonly string[]): Prompt {
  const match = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/u.exec(source);
  if (!match)
    throw new InputError(
      file,
      `cannot load the prompt ${file}: found no front matter, expected it between two lines of ---`,
    );
  const lines = new LineCounter();
  const yaml = parseDocument(match[1] ?? '', { lineCounter: lines, prettyErrors: false });
  const [fault] = yaml.errors;
  if (fault)
    throw new InputError(
      file,
      `cannot load the prompt ${file}: found in line ${lines.linePos(fault.pos[0]).line + 1} ${fault.message}, expected YAML`,
    );
  const front = FrontMatter.safeParse(yaml.toJS());
  if (!front.success)
    throw new InputError(
      file,
      `cannot load the prompt ${file}: found in its front matter (from line 2) ${z.prettifyError(front.error)}`,
    );
  const named = lineOf(source, source.search(/^slots:/mu));
  const text = match[2] ?? '';
  const skipped = source.length - text.length;
  const used = new Set<string>();
  for (const slot of text.matchAll(PROMPT_SLOT)) {
    const name = (slot[1] ?? '').trim();
    used.add(name);
    if (front.data.slots.includes(name)) continue;
    throw new InputError(
      file,
      `cannot load the prompt ${file}: found the slot ${slot[0]} in line ${lineOf(source, skipped + slot.index)}, expected one of: ${front.data.slots.join(', ') || 'none'}`,
    );
  }
  const idle = front.data.slots.filter((name) => !used.has(name));
  if (idle.length > 0)
    throw new InputError(
      file,
      `cannot load the prompt ${file}: found no use of the slots ${idle.join(', ')} of line ${named}, expected every slot named to be used`,
    );
  const empty = front.data.slots.filter((name) => filled && !filled.includes(name));
  if (empty.length > 0)
    throw new InputError(
      file,
      `cannot load the prompt ${file}: found the slots ${empty.join(', ')} in line ${named}, which nothing fills, expected only ${filled?.join(', ')}`,
    );
  return {
    ...front.data,
    text,
    file,
    skippedLines: lineOf(source, skipped) - 1,
    hash: createHash('sha256').update(source).digest('hex'),
  };
}

function lineOf(source: string, at: number): number {
  return source.slice(0, Math.max(0, at)).split('\n').length;
}

/**
 * Fills the slots of a prompt.
 * @throws InputError where a slot has no value; with file and line
 */
export function renderPrompt(prompt: Prompt, values: Readonly<Record<string, string>>): string {
  return prompt.text
    .replace(PROMPT_SLOT, (slot, raw: string, at: number) => {
      const value = values[raw.trim()];
      if (value === undefined)
        throw new InputError(
          prompt.file,
          `cannot fill the prompt ${prompt.file}: found no value for ${slot} in line ${prompt.skippedLines + lineOf(prompt.text, at)}, expected one`,
        );
      return value;
    })
    .replaceAll('\\{{', '{{')
    .trim();
}
