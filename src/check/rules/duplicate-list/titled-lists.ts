import type { ReadBlock } from '../../claims/read-report.ts';
import { termAt } from '../../claims/words-of.ts';
import type { Range } from '../../read/document.ts';
import type { Token } from '../../tokens/token.ts';
import type { CheckContext } from '../../types.ts';

/** A list under a title of its own: a heading over items, or a label before names. */
interface TitledList extends Range {
  title: string;
  kind: 'skill' | 'resource';
  key: string;
  size: number;
}

/** Words that say that what follows is other than what went before. */
const contrast =
  /\b(?:others?|further|additional|remaining|rest|secondary|lower|lesser|less|later|long[- ]term|longer[- ]term|premium|extra|different|second|beyond)\b/i;
const ofPlan = /\b(?:plan|roadmap|phases?|weeks?|steps?|order|sequence|learn\w*|taught|teach\w*|answers?)\b/i;

const namesIn = (tokens: readonly Token[], kind: TitledList['kind']): string[] =>
  tokens.flatMap((token) => termAt(token, kind) ?? []);

/** "Urgent gaps" and "Further gaps": two titles over one and the same list, the second of which promises another. */
export function checkTitled(context: CheckContext): void {
  const lists = [...itemLists(context), ...labelLists(context)].sort((a, b) => a.start - b.start);
  lists.forEach((one, i) => {
    const other = lists.slice(0, i).find((before) => before.key === one.key && before.kind === one.kind);
    if (!other || !contrast.test(one.title) || contrast.test(other.title)) return;
    if (ofPlan.test(one.title) || ofPlan.test(other.title)) return;
    context.report({
      start: one.start,
      end: one.end,
      subject: one.title.trim(),
      actual: `the same list as "${other.title.trim()}" under another name`,
      expected: 'a list of its own',
      related: [{ start: other.start, end: other.end }],
    });
  });
}

const listOf = (
  title: string,
  place: Range,
  names: readonly string[],
  kind: TitledList['kind'],
  least: number,
): TitledList[] => {
  const distinct = [...new Set(names)].sort();
  return distinct.length >= least
    ? [{ ...place, title, kind, key: distinct.join('|'), size: distinct.length }]
    : [];
};

/** Items in a row under one heading, each of which names one thing first. */
function itemLists({ reading }: CheckContext): TitledList[] {
  const groups = new Map<string, { title: string; blocks: ReadBlock[] }>();
  for (const block of reading.blocks) {
    if (block.block.kind !== 'item' || block.sentences.length === 0) continue;
    const scope = block.scopeLabels.find((label) => label.scope.kind !== 'item')?.scope;
    if (!scope) continue;
    const title = reading.document.mask.slice(scope.start, scope.end);
    const group = groups.get(`${scope.start}`) ?? { title, blocks: [] };
    groups.set(`${scope.start}`, group);
    group.blocks.push(block);
  }
  return [...groups.values()].flatMap(({ title, blocks }) =>
    (['skill', 'resource'] as const).flatMap((kind) => {
      const names = blocks.map((block) => namesIn(block.tokens.slice(0, 4), kind));
      const [first, last] = [blocks[0], blocks.at(-1)];
      if (!first || !last || !names.every((own) => own.length === 1)) return [];
      return listOf(title, { start: first.block.start, end: last.block.end }, names.flat(), kind, 2);
    }),
  );
}

/** "Long-term projects: A, B": a label, and a list that is all of the sentence behind it. */
function labelLists({ reading }: CheckContext): TitledList[] {
  return reading.blocks.flatMap((block) => {
    const [sentence] = block.sentences;
    if (!sentence || block.label.length === 0 || block.label.length > 9) return [];
    const title = block.label.map((token) => token.text).join(' ');
    const rest = sentence.tokens.slice(block.label.length);
    return (['skill', 'resource'] as const).flatMap((kind) => {
      const names = namesIn(rest, kind);
      const bare = rest.every(
        (token) =>
          token.kind !== 'word' || /^(?:and|or|the|with|by|from|at)$/.test(token.norm) || kind === 'resource',
      );
      return bare ? listOf(title, { start: sentence.start, end: sentence.end }, names, kind, 2) : [];
    });
  });
}
