import type { FactSheet } from '../../schemas/index.ts';
import { DEFAULT_STYLE, SECTIONS, type Style } from '../sections/index.ts';

/** Letters to a token: what English prose and JSON come to with current tokenizers, rounded to the dear side. */
const LETTERS_PER_TOKEN = 4;

/** Tokens of a text of so many characters, by estimate. */
export function tokensOf(characters: number): number {
  return Math.ceil(characters / LETTERS_PER_TOKEN);
}

/**
 * Tokens that each section's reply may take, by estimate: what the offline writer says there, as the JSON that a model
 * writes. What a model thinks before it answers is not in it.
 */
export function expectedTokens(sheet: FactSheet, style: Partial<Style> = {}): ReadonlyMap<string, number> {
  const whole = { ...DEFAULT_STYLE, ...style };
  return new Map(
    SECTIONS.map((section) => [section.id, tokensOf(JSON.stringify(section.offline(sheet, whole)).length)]),
  );
}
