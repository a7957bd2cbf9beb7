import type { FactSheet } from '../../../schemas/fact-sheet.ts';
import { has, joined } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import type { Token } from '../tokens/token.ts';
import { LANGUAGES } from '../words/languages.ts';

export const language = defineRule({
  id: 'language',
  severity: 'error',
  category: 'attribute',
  description: 'The candidate is given a language that the resume does not list, or another mother tongue.',
  good: [
    { text: '## Candidate Profile\n\nEnglish is her mother tongue.' },
    { text: '## Candidate Profile\n\nShe speaks no German, and a German employer might ask for it.' },
  ],
  bad: [
    { text: '## Candidate Profile\n\nShe speaks English and fluent German.', at: 'German' },
    { text: '## Candidate Profile\n\nHer English is fluent.', at: 'English is fluent' },
  ],
  check({ reading, sheet, report }) {
    const listed = sheet?.candidate.languages ?? [];
    if (listed.length === 0) return;
    for (const sentence of reading.sentences) {
      if (sentence.section === 'roadmap' || sentence.section === 'resources' || sentence.section === 'market')
        continue;
      const { tokens } = sentence;
      if (
        has(
          tokens,
          /^(?:not|no|never|if|would|could|should|might|learn|role|employer|ask|posting|neither|nor)$/,
        )
      )
        continue;
      tokens.forEach((token, at) => {
        const name = token.text.toLowerCase();
        if (
          token.kind === 'figure' ||
          !/^\p{Lu}\p{Ll}/u.test(token.text) ||
          !LANGUAGES.has(name) ||
          !isNoun(tokens, at)
        )
          return;
        const own = listed.find((one) => one.language.toLowerCase().split(/[\s(,]/)[0] === name);
        const said = fluencyAt(tokens, at);
        const claimed = said !== undefined || isSpoken(tokens, at);
        if (!own) {
          if (claimed) report({ ...placeOf(tokens, at, at), ...wrong(token.text, sheet) });
          return;
        }
        const isNative = /native|mother|first language/i.test(own.fluency ?? '');
        if (!said || own.fluency === null || (said.level === 'native') === isNative) return;
        report({
          ...placeOf(tokens, Math.min(at, said.at), Math.max(at, said.at)),
          ...wrong(token.text, sheet),
        });
      });
    }
  },
});

const wrong = (name: string, sheet: FactSheet | undefined) => ({
  subject: name,
  actual: name,
  expected: (sheet?.candidate.languages ?? [])
    .map((one) => `${one.language} (${one.fluency ?? '?'})`)
    .join(', '),
  facts: [],
});

const placeOf = (tokens: readonly Token[], from: number, to: number) => ({
  start: (tokens[from] as Token).start,
  end: (tokens[to] as Token).end,
});

/** "German" alone, not the first word of a name or before a noun ("German employers"). */
function isNoun(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (/^\p{Lu}/u.test(tokens[at - 1]?.text ?? '') && at > 1) return false;
  return (
    next === undefined ||
    next.kind === 'sign' ||
    /^(?:and|or|be|as|at|to|you|she|he|with|well|fluently|natively|native|fluent|too|but|may|which|while|beside|on|in)$/.test(
      next.norm,
    )
  );
}

const level = (word: string): 'native' | 'other' | undefined =>
  /^(?:native|natively)$/.test(word)
    ? 'native'
    : /^(?:fluent|fluently|conversational|intermediate|basic|advanced|proficient|professional)$/.test(word)
      ? 'other'
      : undefined;

/** The fluency right beside a language: "fluent German", "German is native", "German (native)", "German, your mother tongue". */
function fluencyAt(
  tokens: readonly Token[],
  at: number,
): { level: 'native' | 'other'; at: number } | undefined {
  const before = level(tokens[at - 1]?.norm ?? '');
  if (before) return { level: before, at: at - 1 };
  const after = joined(tokens.slice(at + 1, at + 7));
  const tongue = /^(?:, |be |as |\( ?)?(?:(?:a|the|her|his|your) )?(?:mother|native) tongue(?: |$)/.exec(
    after,
  )?.[0];
  if (tongue) return { level: 'native', at: at + tongue.trim().split(' ').length };
  const link = /^(?:be|at|\(|:|as|–|—)(?: (?:a|at))?$/;
  for (const i of [1, 2, 3]) {
    const found = level(tokens[at + i]?.norm ?? '');
    if (!found) continue;
    return i === 1 || link.test(joined(tokens.slice(at + 1, at + i)))
      ? { level: found, at: at + i }
      : undefined;
  }
  return undefined;
}

/** "She speaks English and German", "the Dutch you list": said to be spoken. */
function isSpoken(tokens: readonly Token[], at: number): boolean {
  const after = joined(tokens.slice(at + 1, at + 4));
  if (/^(?:that |which )?(?:you|she|he) (?:list|speak|have|name|bring)/.test(after)) return true;
  const verb = tokens.findLastIndex((token, i) => i < at && /^(?:speak|spoke)s?$/.test(token.norm));
  return (
    verb >= 0 &&
    tokens
      .slice(verb + 1, at)
      .every(
        (token) =>
          LANGUAGES.has(token.text.toLowerCase()) ||
          level(token.norm) !== undefined ||
          /^(?:,|and|as|well|both|also|a|some|besides|beside|good)$/.test(token.norm),
      )
  );
}
