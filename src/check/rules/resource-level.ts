import type { ReadSentence } from '../claims/read-report.ts';
import { readResourceRefs } from '../claims/resource-refs.ts';
import { termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import type { Token } from '../tokens/token.ts';
import { LEVEL_WORDS } from '../words/function-words.ts';
import { spokenLevel } from './resource-level/spoken-level.ts';

export const resourceLevel = defineRule({
  id: 'resource-level',
  severity: 'error',
  category: 'attribute',
  description: 'A resource is given another level than the list gives it.',
  good: [
    { text: '## Resources\n\n- Docker Get Started (Docker, free, Beginner level)' },
    { text: '## Resources\n\n- Docker Get Started (Docker, free), from Beginner to Advanced' },
  ],
  bad: [
    { text: '## Resources\n\n- Docker Get Started (Docker, free, Advanced level)', at: 'Advanced' },
    {
      text: '## Resources\n\nThe Kubernetes Tutorials are pitched at newcomers.',
      at: 'pitched at newcomers',
    },
    { text: '## Resources\n\n- Kubernetes Tutorials (Kubernetes): Beginner, free', at: 'Beginner' },
    {
      text: '## Resources\n\n| Resource | Level |\n|---|---|\n| Docker Get Started | Expert |',
      at: 'Expert',
    },
  ],
  check({ reading, facts, report }) {
    if (!facts.sheet || facts.resources.size === 0) return;
    for (const sentence of reading.sentences) {
      const { tokens } = sentence;
      for (const ref of readResourceRefs(tokens, facts, sentence.section)) {
        const { level } = ref.resource;
        const spoken = level ? spokenLevel(tokens.slice(ref.at + 1)) : undefined;
        const tail = level && spoken === undefined ? listedLevel(sentence, ref.at) : undefined;
        const wrong = spoken?.level ?? tail?.level;
        const last = tokens[spoken ? ref.at + spoken.to : (tail?.at ?? ref.at)];
        if (level && wrong !== undefined && wrong !== level.toLowerCase() && last) {
          report({
            start: ref.token.start,
            end: last.end,
            subject: `${ref.resource.title} level`,
            actual: `"${wrong}" for ${ref.resource.title}`,
            expected: level,
            facts: [`resource.${ref.resource.id}`],
          });
          continue;
        }
        if (!level || tokens[ref.at + 1]?.text !== '(') continue;
        const close = tokens.findIndex((token, i) => i > ref.at && token.text === ')');
        for (const segment of segments(tokens.slice(ref.at + 2, close < 0 ? tokens.length : close))) {
          const said = levelOf(segment);
          if (said === undefined || said === level.toLowerCase()) continue;
          report({
            start: ref.token.start,
            end: (segment.at(-1) as Token).end,
            subject: `${ref.resource.title} level`,
            actual: `"${said}" for ${ref.resource.title}`,
            expected: level,
            facts: [`resource.${ref.resource.id}`],
          });
        }
      }
    }
    for (const table of reading.tables)
      for (const row of table.rows) {
        const resource = row.resource === undefined ? undefined : facts.resources.get(row.resource);
        const cell = row.cells.find((one, i) => i > 0 && one.kinds.includes('level'));
        const said = cell ? levelOf(cell.tokens) : undefined;
        if (!resource?.level || !cell || said === undefined || said === resource.level.toLowerCase())
          continue;
        report({
          start: row.start,
          end: cell.end,
          subject: `${resource.title} level`,
          actual: `"${said}" for ${resource.title}`,
          expected: resource.level,
          facts: [`resource.${resource.id}`],
        });
      }
  },
});

/** "- TITLE (PROVIDER): Beginner, freemium": the part of an item that is nothing but the name of a level. */
function listedLevel(sentence: ReadSentence, from: number): { level: string; at: number } | undefined {
  const { tokens } = sentence;
  if (sentence.block.kind !== 'item' || from > 2 || tokens.length > 24) return undefined;
  const isOther = (token: Token) =>
    termAt(token, 'provider') === undefined &&
    (termAt(token, 'resource') ?? termAt(token, 'skill')) !== undefined;
  if (tokens.slice(from + 1).some(isOther)) return undefined;
  const isSign = (token: Token | undefined) => token === undefined || /^[,;:.()–—|-]$/.test(token.text);
  const at = tokens.findIndex(
    (token, i) =>
      i > from &&
      token.kind === 'word' &&
      LEVEL_WORDS[token.norm] === token.norm &&
      isSign(tokens[i - 1]) &&
      (isSign(tokens[i + 1]) || (tokens[i + 1]?.norm === 'level' && isSign(tokens[i + 2]))),
  );
  const level = tokens[at]?.norm;
  return at > 0 && level ? { level, at } : undefined;
}

/** Only the four names of levels; "basic" and its like are no names. */
function levelOf(segment: readonly Token[]): string | undefined {
  const words = segment.map((token) => token.norm).join(' ');
  const name = /^(?:level )?(beginner|intermediate|advanced|expert)(?: level)?$/.exec(words)?.[1];
  return name && LEVEL_WORDS[name];
}

function segments(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (/^[,;]$/.test(token.text)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}
