import type { Document } from './read/document.ts';

/**
 * Comments that switch rules off, as linters have them:
 * `<!-- gapwright-disable rule-a, rule-b -->` until `<!-- gapwright-enable -->`, and
 * `<!-- gapwright-disable-next-line rule-a -->`. Without a rule all are meant.
 */
export function readDirectives(document: Document): (rule: string, offset: number) => boolean {
  const spans: { rules: readonly string[]; start: number; end: number }[] = [];
  for (const comment of document.comments) {
    const match = /^gapwright-(disable-next-line|disable|enable)\b\s*([\s\S]*)$/.exec(comment.value);
    if (!match) continue;
    const rules = (match[2] ?? '').split(/[\s,]+/).filter(Boolean);
    if (match[1] === 'enable') {
      for (const span of spans)
        if (
          span.end === Number.POSITIVE_INFINITY &&
          (rules.length === 0 || rules.some((rule) => span.rules.includes(rule)))
        )
          span.end = comment.start;
      continue;
    }
    let end = Number.POSITIVE_INFINITY;
    if (match[1] === 'disable-next-line') {
      const line = document.text.slice(comment.end).search(/\S/);
      const from = line < 0 ? document.text.length : comment.end + line;
      const stop = document.text.indexOf('\n', from);
      end = stop < 0 ? document.text.length : stop;
    }
    spans.push({ rules, start: comment.start, end });
  }
  if (spans.length === 0) return () => false;
  return (rule, offset) =>
    spans.some(
      (span) =>
        offset >= span.start && offset < span.end && (span.rules.length === 0 || span.rules.includes(rule)),
    );
}
