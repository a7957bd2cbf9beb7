import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkReport, type FactSheet, SECTIONS } from '../../src/index.ts';

export const FROZEN = fileURLToPath(new URL('./', import.meta.url));

/** A draft as a model wrote it once, faults included, and what calculator and checker said of it then. */
export const FrozenDraft = z.strictObject({
  case: z.string(),
  /** Sentences with slots, by section. */
  draft: z.record(z.string(), z.array(z.string())),
  /** Displays of all facts, by id. */
  facts: z.record(z.string(), z.string()),
  /** `rule severity "quote" -> expected`, in the order of the text. */
  findings: z.array(z.string()),
});
export type FrozenDraft = z.infer<typeof FrozenDraft>;

const Explained = z.array(z.strictObject({ difference: z.string().min(1), why: z.string().min(1) }));

export function readFrozen(): FrozenDraft[] {
  return readdirSync(FROZEN)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => FrozenDraft.parse(JSON.parse(readFileSync(join(FROZEN, name), 'utf8'))));
}

/** What changed on purpose since the drafts were frozen: each difference word by word, or with `*` for any words. */
export function readExplained(): { difference: string; why: string }[] {
  return Explained.parse(parse(readFileSync(join(FROZEN, 'explained.yaml'), 'utf8')) ?? []);
}

/** The draft as text, as these facts fill it, and what the checker says of it. */
export function replay(
  { draft }: Pick<FrozenDraft, 'draft'>,
  sheet: FactSheet,
): Omit<FrozenDraft, 'case' | 'draft'> {
  const byId = new Map(sheet.facts.map(({ id, display }) => [id, display]));
  const fill = (template: string) =>
    template.replace(/\{\{\s*([^{}\s]+)\s*\}\}/gu, (slot, id: string) => byId.get(id) ?? slot);
  const text = SECTIONS.filter(({ id }) => draft[id])
    .map(({ id, title }) => `## ${title}\n\n${(draft[id] ?? []).map(fill).join(' ')}`)
    .join('\n\n');
  return {
    facts: Object.fromEntries(byId),
    findings: checkReport(text, sheet).findings.map(
      ({ rule, severity, quote, expected }) => `${rule} ${severity} "${quote}" -> ${expected}`,
    ),
  };
}

/** What is otherwise than it was, one line each. */
export function differences(
  before: Omit<FrozenDraft, 'case' | 'draft'>,
  now: Omit<FrozenDraft, 'case' | 'draft'>,
): string[] {
  const ids = [...new Set([...Object.keys(before.facts), ...Object.keys(now.facts)])];
  const facts = ids.flatMap((id) => {
    const [was, is] = [before.facts[id], now.facts[id]];
    if (was === is) return [];
    if (was === undefined) return [`new fact ${id}: ${is}`];
    return is === undefined ? [`fact gone ${id}: ${was}`] : [`fact ${id}: was ${was}, is ${is}`];
  });
  return [
    ...facts,
    ...without(before.findings, now.findings).map((finding) => `finding gone: ${finding}`),
    ...without(now.findings, before.findings).map((finding) => `new finding: ${finding}`),
  ];
}

function without(list: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return list.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

export function isExplained(difference: string, explained: readonly { difference: string }[]): boolean {
  return explained.some(({ difference: pattern }) => {
    const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`, 'su').test(difference);
  });
}
